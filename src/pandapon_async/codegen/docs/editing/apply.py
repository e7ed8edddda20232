"""Applies pages: writes their drift into the YAML, generates, and reports the changes of the Python API."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, NamedTuple

from pandapon_async.codegen.catalogue import CATALOGUE_SOURCE
from pandapon_async.codegen.docs.drift.specifications import Repository
from pandapon_async.codegen.docs.editing.fields import apply_drift
from pandapon_async.codegen.docs.editing.insertion import insert_operation, list_in_catalogue
from pandapon_async.codegen.docs.editing.new_operation import new_operation
from pandapon_async.codegen.docs.editing.python_api import changelog, changes, public_api, version_step
from pandapon_async.codegen.docs.editing.schema_writer import anonymized
from pandapon_async.codegen.docs.editing.shared_parts import shared_differences
from pandapon_async.codegen.docs.editing.yaml_text import YamlText, block
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.generation import generate
from pandapon_async.codegen.output import write
from pandapon_async.codegen.specification import JSON_CONTENT, Specification, list_at, pointer
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.surfaces import Surface

__all__ = ["ApplyOptions", "apply_pages"]


class ApplyOptions(NamedTuple):
    """What to apply.

    Attributes:
        only: Patterns of places, such as ``request.orderId`` or ``response.data.*``; empty for all places.
        ask: Decides about each drift, if the user wants to be asked.
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
        """Decide whether to apply a drift."""
        if self.only and not any(fnmatch.fnmatchcase(drift.place, pattern) for pattern in self.only):
            return False
        return self.ask is None or self.ask(drift)


def apply_pages(
    root: Path, surfaces: Sequence[Surface], pages: Sequence[Page], choice: ApplyOptions, version: str
) -> str:
    """Apply pages and generate. If that fails, every file keeps its old content.

    Returns:
        The report.

    Raises:
        CodegenError: A page cannot be compared, or the result breaks the rules of the specifications.
    """
    files = [*(surface.source for surface in surfaces), CATALOGUE_SOURCE]
    kept = {root / file: (root / file).read_bytes() for file in files if (root / file).exists()}
    folders = {surface.module: root / surface.folder for surface in surfaces}
    before = public_api(folders)
    lines: list[str] = []
    try:
        for page in pages:
            # Read again: earlier pages may have changed the files.
            lines += _apply_page(Repository(root, surfaces), page, choice)
        written = write(generate(surfaces, root), root)
    except BaseException:
        # Also when the user interrupts the questions.
        for path, content in kept.items():
            path.write_bytes(content)
        raise
    found = changes(before, public_api(folders))
    lines += ["", f"{len(written)} generated files changed", ""]
    lines += [str(change) for change in found] or ["no change of the Python API"]
    if found:
        lines += ["", f"version: {version} -> {version_step(found, version)}", "", changelog(found)]
    return "\n".join(lines)


def _apply_page(specifications: Repository, page: Page, choice: ApplyOptions) -> list[str]:
    surface = specifications.surface_of(page, choice.surface)
    tried: set[tuple[str, str]] = set()
    found = _chosen(specifications, surface, page, choice, tried)
    operation = specifications.operation_of(surface, page) or specifications.former_of(surface, page)
    if operation is None:
        if not found:
            return []
        if found[0].kind != "new":
            return [f"left: {found[0].kind} {found[0].before} -> {found[0].after}: change it by hand"]
        return _add(specifications, surface, page, choice)
    lines: list[str] = []
    while found:
        # One edit at a time: the next edit sees the result of this one, and a bad edit can be undone.
        drift = found.pop(0)
        why = _apply_drift(specifications.reload(), surface, operation.name, page, drift)
        label = f"{drift.kind} {drift.place}"
        lines.append(f"applied: {label}" if why is None else f"left: {label}: {why}")
        lines += _refresh_examples(specifications, surface, operation.name, page) if why is None else []
        if not found:
            # Written drift can reveal more, such as the format of a new type.
            found = _chosen(specifications.reload(), surface, page, choice, tried)
    return lines


def _chosen(
    specifications: Repository, surface: str, page: Page, choice: ApplyOptions, tried: set[tuple[str, str]]
) -> list[Drift]:
    """Return the chosen drift that was not tried before. The user is asked once about each drift."""
    found = [drift for drift in specifications.diff(page, surface) if drift.explained_by is None]
    new = [drift for drift in found if (drift.kind, drift.place) not in tried]
    tried.update((drift.kind, drift.place) for drift in new)
    return [drift for drift in new if choice.takes(drift)]


def _apply_drift(specifications: Repository, surface: str, name: str, page: Page, drift: Drift) -> str | None:
    specification = specifications.by_surface[surface]
    path = specifications.root / specification.file
    text = YamlText(path.read_text(encoding="utf-8"))
    # Looked up again: an earlier edit may have moved it.
    operation = specifications.operation_named(surface, name)
    why = apply_drift(specification, operation, page, drift, text)
    if why is not None:
        return why
    path.write_text(text.result(), encoding="utf-8", newline="\n")
    problems = [
        problem
        for problem in validate(specifications.reload().by_surface[surface])
        if "/example" not in problem.pointer
    ]
    if problems:
        path.write_text(text.text, encoding="utf-8", newline="\n")
        return str(problems[0])
    catalogue = specifications.root / CATALOGUE_SOURCE
    if drift.place == "path" and catalogue.exists():
        catalogue.write_text(list_in_catalogue(specifications, surface, page), encoding="utf-8", newline="\n")
    return None


def _refresh_examples(specifications: Repository, surface: str, name: str, page: Page) -> list[str]:
    """Replace the examples that no longer fit with those of the page, or remove them."""
    path = specifications.root / specifications.by_surface[surface].file
    lines: list[str] = []
    bodies = {"request": ("requestBody",), "response": ("responses", "200")}
    samples = {"request": page.request_sample, "response": page.response_sample}
    for sample_is_used in (True, False):
        for part, rest in bodies.items():
            current = specifications.reload()
            operation = current.operation_named(surface, name)
            place = ("paths", operation.path, operation.method, *rest, "content", JSON_CONTENT, "example")
            if not any(
                problem.pointer.startswith(pointer(*place)) for problem in validate(current.by_surface[surface])
            ):
                continue
            text = YamlText(path.read_text(encoding="utf-8"))
            sample = samples[part]
            if sample_is_used and sample is not None:
                column = text.require(*place)[1].start_mark.column
                text.replace(place, block(anonymized(sample.value), column).strip())
                lines.append(f"applied: example {part}: the old one no longer fits")
            elif not sample_is_used:
                text.remove(place)
                lines.append(f"look at: the example of the {part} no longer fits and was removed")
            path.write_text(text.result(), encoding="utf-8", newline="\n")
    return lines


def _add(specifications: Repository, surface: str, page: Page, choice: ApplyOptions) -> list[str]:
    path = specifications.root / specifications.by_surface[surface].file
    kept = path.read_text(encoding="utf-8")
    for examples in (True, False):
        new = new_operation(specifications, surface, page, name=choice.name, effect=choice.effect, examples=examples)
        path.write_text(insert_operation(specifications, surface, page, new), encoding="utf-8", newline="\n")
        problems = validate(Specification.read(specifications.root, specifications.by_surface[surface].file))
        if not problems:
            catalogue = specifications.root / CATALOGUE_SOURCE
            if catalogue.exists():
                catalogue.write_text(list_in_catalogue(specifications, surface, page), encoding="utf-8", newline="\n")
            notes = [*new.notes, *([] if examples else ["its examples do not fit its schema and were left out"])]
            notes += _record_shared_differences(specifications.reload(), surface, page)
            return [f"applied: new operation {new.name}", *(f"look at: {note}" for note in notes)]
        path.write_text(kept, encoding="utf-8", newline="\n")
    raise CodegenError(*problems)


def _record_shared_differences(specifications: Repository, surface: str, page: Page) -> list[str]:
    """Record where the new operation differs from its page in shared parts; return the other differences."""
    operation = specifications.operation_of(surface, page)
    if operation is None:
        raise CodegenError(f"{page.source}: the operation was not written")
    path = specifications.root / specifications.by_surface[surface].file
    text = YamlText(path.read_text(encoding="utf-8"))
    place = ("paths", operation.path, operation.method, "x-pandapon-corrections")
    new, notes = shared_differences(specifications, surface, page)
    corrections = [*list_at(operation.data, "x-pandapon-corrections"), *new]
    if corrections and text.find(*place):
        text.replace(place, block(corrections, text.require(*place)[1].start_mark.column).strip())
    elif corrections:
        text.insert_after((*place[:-1], "x-pandapon-source"), place[-1], corrections)
    path.write_text(text.result(), encoding="utf-8", newline="\n")
    return notes
