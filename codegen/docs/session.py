"""``docs apply``: pages into YAML, then generation, then what that means in Python."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, Final, NamedTuple

from codegen.catalogue import CATALOGUE_SOURCE
from codegen.docs.api import changelog, changes, public_api, version_step
from codegen.docs.applying import apply_drift, insert_operation, is_envelope, list_in_catalogue
from codegen.docs.editing import YamlText, block
from codegen.docs.operation import new_operation
from codegen.docs.survey import Survey
from codegen.docs.writing import made_up
from codegen.errors import CodegenError
from codegen.generation import generate
from codegen.output import write
from codegen.specification import JSON_CONTENT, Specification, list_at, pointer
from codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from codegen.docs.drift import Drift
    from codegen.docs.model import Page
    from codegen.surfaces import Surface

__all__ = ["Choice", "apply_pages"]

#: Why a new operation differs from its page in what all operations share.
_SHARED: Final = {
    "header": "The page lists other headers; every operation is signed alike.",
    "response": "The page lists other fields of the envelope, which all operations share.",
}


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
    except BaseException:
        # Also where somebody stops in the middle of the questions.
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
    tried: set[tuple[str, str]] = set()
    found = _chosen(survey, surface, page, choice, tried)
    operation = survey.operation_of(surface, page) or survey.former_of(surface, page)
    if operation is None:
        if not found:
            return []
        if found[0].kind != "new":
            return [f"left: {found[0].kind} {found[0].before} -> {found[0].after}: is to be changed by hand"]
        return _add(survey, surface, page, choice)
    lines: list[str] = []
    while found:
        # One edit a time: the next one finds what the one before it made, and a bad one can be taken back.
        drift = found.pop(0)
        why = _apply_drift(survey.again(), surface, operation.name, page, drift)
        label = f"{drift.kind} {drift.place}"
        lines.append(f"applied: {label}" if why is None else f"left: {label}: {why}")
        lines += _refresh_examples(survey, surface, operation.name, page) if why is None else []
        if not found:
            # What a drift hid shows once that is written, such as the format of another type.
            found = _chosen(survey.again(), surface, page, choice, tried)
    return lines


def _chosen(survey: Survey, surface: str, page: Page, choice: Choice, tried: set[tuple[str, str]]) -> list[Drift]:
    """Return the drift that is to be applied and was not tried; what was not wanted is not asked for again."""
    found = [drift for drift in survey.diff(page, surface) if drift.explained_by is None]
    new = [drift for drift in found if (drift.kind, drift.place) not in tried]
    tried.update((drift.kind, drift.place) for drift in new)
    return [drift for drift in new if choice.takes(drift)]


def _apply_drift(survey: Survey, surface: str, name: str, page: Page, drift: Drift) -> str | None:
    specification = survey.specifications[surface]
    path = survey.root / specification.file
    text = YamlText(path.read_text(encoding="utf-8"))
    # Found anew each time, because it may have moved.
    operation = survey.operation_named(surface, name)
    why = apply_drift(specification, operation, page, drift, text)
    if why is not None:
        return why
    path.write_text(text.result(), encoding="utf-8", newline="\n")
    problems = [
        problem for problem in validate(survey.again().specifications[surface]) if "/example" not in problem.pointer
    ]
    if problems:
        path.write_text(text.text, encoding="utf-8", newline="\n")
        return str(problems[0])
    catalogue = survey.root / CATALOGUE_SOURCE
    if drift.place == "path" and catalogue.exists():
        catalogue.write_text(list_in_catalogue(survey, surface, page), encoding="utf-8", newline="\n")
    return None


def _refresh_examples(survey: Survey, surface: str, name: str, page: Page) -> list[str]:
    """Replace the examples of the operation that fit no longer by those of the page, or take them out."""
    path = survey.root / survey.specifications[surface].file
    lines: list[str] = []
    bodies = {"request": ("requestBody",), "response": ("responses", "200")}
    samples = {"request": page.request_sample, "response": page.answer_sample}
    for sample_is_used in (True, False):
        for part, rest in bodies.items():
            current = survey.again()
            operation = current.operation_named(surface, name)
            place = ("paths", operation.path, operation.method, *rest, "content", JSON_CONTENT, "example")
            if not any(
                problem.pointer.startswith(pointer(*place)) for problem in validate(current.specifications[surface])
            ):
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
            notes += _settle(survey.again(), surface, page)
            return [f"applied: new operation {new.name}", *(f"look at: {note}" for note in notes)]
        path.write_text(kept, encoding="utf-8", newline="\n")
    raise CodegenError(*problems)


def _settle(survey: Survey, surface: str, page: Page) -> list[str]:
    """Record where the new operation differs from its page because all operations do alike; tell what else differs."""
    operation = survey.operation_of(surface, page)
    if operation is None:
        raise CodegenError(f"{page.source}: the operation was not written")
    path = survey.root / survey.specifications[surface].file
    text = YamlText(path.read_text(encoding="utf-8"))
    place = ("paths", operation.path, operation.method, "x-pandapon-corrections")
    corrections = list_at(operation.data, "x-pandapon-corrections")
    notes: list[str] = []
    for drift in survey.diff(page, surface):
        shared = _SHARED.get(drift.place.partition(" ")[0]) or (is_envelope(drift.place) and _SHARED["response"])
        if drift.explained_by is not None:
            continue
        if shared:
            corrections.append({"at": drift.place, "why": shared})
        else:
            notes.append(f"{drift.kind} {drift.place}: the page says {drift.after or 'nothing'}")
    if corrections and text.find(*place):
        text.replace(place, block(corrections, text.require(*place)[1].start_mark.column).strip())
    elif corrections:
        text.insert_after((*place[:-1], "x-pandapon-source"), place[-1], corrections)
    path.write_text(text.result(), encoding="utf-8", newline="\n")
    return notes
