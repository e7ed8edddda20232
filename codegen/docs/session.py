"""``docs apply``: pages into YAML, then generation, then what that means in Python."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, NamedTuple

from codegen.catalogue import CATALOGUE_SOURCE
from codegen.docs.api import changelog, changes, public_api, version_step
from codegen.docs.applying import apply_drift, insert_operation, list_in_catalogue
from codegen.docs.editing import YamlText, block
from codegen.docs.operation import new_operation
from codegen.docs.survey import Survey
from codegen.docs.writing import made_up
from codegen.errors import CodegenError
from codegen.generation import generate
from codegen.output import write
from codegen.specification import JSON_CONTENT, Specification, pointer
from codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from codegen.docs.drift import Drift
    from codegen.docs.model import Page
    from codegen.surfaces import Surface

__all__ = ["Choice", "apply_pages"]


class Choice(NamedTuple):
    """What to apply.

    Attributes:
        only: Patterns of places, such as ``request.orderId`` or ``response.data.*``; all where there are none.
        ask: Asked for each drift, where somebody is there to answer.
        surface: The surface of the pages.
        name: Python name of a new operation.
        effect: Effect of a new operation.
    """

    only: Sequence[str] = ()
    ask: Callable[[Drift], bool] | None = None
    surface: str | None = None
    name: str | None = None
    effect: str | None = None

    def takes(self, drift: Drift) -> bool:
        """Tell whether a drift is to be applied."""
        if self.only and not any(fnmatch.fnmatchcase(drift.place, pattern) for pattern in self.only):
            return False
        return self.ask is None or self.ask(drift)


def apply_pages(root: Path, surfaces: Sequence[Surface], pages: Sequence[Page], choice: Choice, version: str) -> str:
    """Apply pages and generate; nothing is left behind where that fails.

    Returns:
        The report.

    Raises:
        CodegenError: A page cannot be compared, or what came out breaks the rules of the specifications.
    """
    files = [*(surface.source for surface in surfaces), CATALOGUE_SOURCE]
    kept = {root / file: (root / file).read_bytes() for file in files if (root / file).exists()}
    folders = {surface.module: root / surface.folder for surface in surfaces}
    before = public_api(folders)
    lines: list[str] = []
    try:
        for page in pages:
            # Each page sees what the ones before it changed.
            lines += _apply_page(Survey(root, surfaces), page, choice)
        written = write(generate(surfaces, root), root)
    except CodegenError:
        for path, content in kept.items():
            path.write_bytes(content)
        raise
    found = changes(before, public_api(folders))
    lines += ["", f"{len(written)} generated files changed", ""]
    lines += [str(change) for change in found] or ["no change of the Python API"]
    if found:
        lines += ["", f"version: {version} -> {version_step(found, version)}", "", changelog(found)]
    return "\n".join(lines)


def _apply_page(survey: Survey, page: Page, choice: Choice) -> list[str]:
    surface = survey.surface_of(page, choice.surface)
    specification = survey.specifications[surface]
    path = survey.root / specification.file
    found = [drift for drift in survey.diff(page, surface) if drift.explained_by is None and choice.takes(drift)]
    operation = survey.operation_of(surface, page)
    if operation is None:
        if not found:
            return []
        if found[0].kind != "new":
            return [f"left: {found[0].kind} {found[0].before} -> {found[0].after}: is to be changed by hand"]
        return _add(survey, surface, page, choice)
    lines: list[str] = []
    # One edit a time: the next one finds what the one before it made, and a bad one can be taken back.
    for drift in found:
        text = YamlText(path.read_text(encoding="utf-8"))
        current = Specification.read(survey.root, specification.file)
        why = apply_drift(current, operation, page, drift, text)
        if why is None:
            path.write_text(text.result(), encoding="utf-8", newline="\n")
            problems = [
                problem
                for problem in validate(Specification.read(survey.root, specification.file))
                if "/example" not in problem.pointer
            ]
            if problems:
                path.write_text(text.text, encoding="utf-8", newline="\n")
                why = str(problems[0])
            lines += _refresh_examples(survey, surface, page)
        label = f"{drift.kind} {drift.place}"
        lines.append(f"applied: {label}" if why is None else f"left: {label}: {why}")
    return lines


def _refresh_examples(survey: Survey, surface: str, page: Page) -> list[str]:
    """Replace the examples of the operation that fit no longer by those of the page, or take them out."""
    file = survey.specifications[surface].file
    path = survey.root / file
    lines: list[str] = []
    whole = ("paths", str(page.path), str(page.method).lower())
    bodies = {"request": ("requestBody",), "response": ("responses", "200")}
    samples = {"request": page.request_sample, "response": page.answer_sample}
    for sample_is_used in (True, False):
        for part, rest in bodies.items():
            place = (*whole, *rest, "content", JSON_CONTENT, "example")
            problems = validate(Specification.read(survey.root, file))
            if not any(problem.pointer.startswith(pointer(*place)) for problem in problems):
                continue
            text = YamlText(path.read_text(encoding="utf-8"))
            sample = samples[part]
            if sample_is_used and sample is not None:
                column = text.require(*place)[1].start_mark.column
                text.replace(place, block(made_up(sample.value), column).strip())
                lines.append(f"applied: example {part}: the recorded one fits no longer")
            elif not sample_is_used:
                text.remove(place)
                lines.append(f"look at: the example of the {part} fits no longer and is taken out")
            path.write_text(text.result(), encoding="utf-8", newline="\n")
    return lines


def _add(survey: Survey, surface: str, page: Page, choice: Choice) -> list[str]:
    path = survey.root / survey.specifications[surface].file
    kept = path.read_text(encoding="utf-8")
    for examples in (True, False):
        new = new_operation(survey, surface, page, name=choice.name, effect=choice.effect, examples=examples)
        path.write_text(insert_operation(survey, surface, page, new), encoding="utf-8", newline="\n")
        problems = validate(Specification.read(survey.root, survey.specifications[surface].file))
        if not problems:
            catalogue = survey.root / CATALOGUE_SOURCE
            if catalogue.exists():
                catalogue.write_text(list_in_catalogue(survey, surface, page), encoding="utf-8", newline="\n")
            notes = [*new.notes, *([] if examples else ["its examples do not fit its schema and are left out"])]
            return [f"applied: new operation {new.name}", *(f"look at: {note}" for note in notes)]
        path.write_text(kept, encoding="utf-8", newline="\n")
    raise CodegenError(*problems)
