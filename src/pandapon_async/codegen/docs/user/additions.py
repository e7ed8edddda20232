"""Adds operations and corrections to overlays, and finds those that the package ships by now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.catalogue import read_specification, specification_names
from pandapon_async.codegen.docs.editing.new_operation import new_operation
from pandapon_async.codegen.docs.editing.shared_parts import shared_differences
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.overlays import apply_overlays
from pandapon_async.codegen.specification import METHODS, Specification, list_at, object_at, text_at
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles

__all__ = ["Added", "Shipped", "add_page", "correct", "shipped_additions"]

_PATHS: Final = "$.paths"


class Added(NamedTuple):
    """A new operation: its surface, its Python name, the overlay file, and what needs a look."""

    surface: str
    name: str
    file: Path
    notes: Sequence[str]


class Shipped(NamedTuple):
    """An addition of the user that the package ships as well."""

    surface: str
    number: int
    method: str
    path: str
    name: str

    def __str__(self) -> str:
        return (
            f"{self.surface}: {self.method} {self.path} is now shipped as {self.name}; "
            f"remove actions[{self.number}] from its overlay"
        )


def add_page(
    files: OverlayFiles, page: Page, *, surface: str | None = None, name: str | None = None, effect: str | None = None
) -> Added:
    """Add the operation of a page to the overlay of its surface.

    Raises:
        CodegenError: The page shows no operation, the operation exists, or the result is not a valid specification.
    """
    specifications = files.specifications()
    of = specifications.surface_of(page, surface)
    known = specifications.operation_of(of, page)
    is_inferred = known is not None and text_at(known.data, "x-pandapon-path") == "inferred"
    if known is not None and not is_inferred:
        raise CodegenError(
            f"{page.source}: {page.method} {page.path} exists as {known.name}; see `pandapon docs diff {page.source}`"
        )
    merged = files.merged(of)
    removal: list[JsonObject] = []
    if known is not None:
        # The page replaces what was inferred.
        removal = [{"target": f"{_PATHS}[{json.dumps(known.path)}]", "remove": True}]
        name = name or known.name
        merged = apply_overlays(merged, [_overlay(removal)])
        specifications.by_surface[of] = Specification(of, merged)
    problems: Sequence[object] = ()
    for examples in (True, False):
        new = new_operation(specifications, of, page, name=name, effect=effect, examples=examples)
        actions = [*removal, *_actions(merged, page, new.name, new.data, new.components)]
        added = Specification(of, apply_overlays(merged, [_overlay(actions)]))
        problems = validate(added)
        if problems:
            continue
        specifications.by_surface[of] = added
        corrections, differences = shared_differences(specifications, of, page)
        known_corrections = list_at(new.data, "x-pandapon-corrections")
        if corrections:
            new.data["x-pandapon-corrections"] = [*known_corrections, *corrections]
        notes = [*new.notes, *([] if examples else ["its examples do not fit its schema and were left out"])]
        return Added(of, new.name, files.append(of, actions), [*notes, *differences])
    raise CodegenError(*map(str, problems))


def _overlay(actions: list[JsonObject]) -> JsonObject:
    return {"overlay": "1.0.0", "info": {"title": "additions", "version": "1"}, "actions": list(actions)}


def _actions(
    merged: JsonObject, page: Page, name: str, operation: JsonObject, components: JsonObject
) -> Iterator[JsonObject]:
    group = name.rpartition(".")[0]
    description = f"{page.title or name}, from {page.source}"
    yield {
        "target": _PATHS,
        "description": description,
        "update": {str(page.path): {str(page.method).lower(): operation}},
    }
    if components:
        yield {"target": "$.components.schemas", "description": description, "update": components}
    if all(object_at(tag).get("name") != group for tag in list_at(merged, "tags")):
        text = f"{group.replace('.', ', ').replace('_', ' ')}."
        yield {"target": "$.tags", "description": description, "update": {"name": group, "description": text}}


def shipped_additions(files: OverlayFiles) -> list[Shipped]:
    """Return the user's operations that the package ships as documented operations.

    Raises:
        CodegenError: An overlay is not valid.
    """
    found: list[Shipped] = []
    for surface in specification_names():
        overlay = files.read(surface)
        shipped = {
            (operation.method, operation.path): operation
            for operation in Specification(surface, read_specification(surface)).operations()
            if text_at(operation.data, "x-pandapon-path") != "inferred"
        }
        for number, action in enumerate(list_at(overlay, "actions") if overlay else []):
            if object_at(action).get("target") != _PATHS:
                continue
            for path, item in object_at(action, "update").items():
                for method in object_at(item):
                    operation = shipped.get((method, path))
                    if operation and method in METHODS and "operationId" in object_at(item, method):
                        found.append(Shipped(surface, number, method.upper(), path, operation.name))
    return found


def correct(files: OverlayFiles, operation: str, place: str, *, reason: str, page: str | None = None) -> Path:
    """Record that an operation differs from its page on purpose.

    Args:
        files: The overlays.
        operation: The Python name, or ``SURFACE:NAME`` if several surfaces have it.
        place: The place of the drift, such as ``request.orderId``.
        reason: Why the specification is right.
        page: What the page says there; the correction holds only while it says so. ``absent`` for a missing field.

    Raises:
        CodegenError: No surface or several surfaces have the operation.
    """
    wanted, _, name = operation.rpartition(":")
    found = [
        (surface, each)
        for surface, specification in files.specifications().by_surface.items()
        for each in specification.operations()
        if each.name == name and wanted in ("", surface)
    ]
    if len(found) != 1:
        names = ", ".join(f"{surface}:{name}" for surface, _ in found)
        raise CodegenError(f"{operation}: " + (f"several surfaces have it: {names}" if found else "no such operation"))
    surface, known = found[0]
    correction: JsonObject = {"at": place, "why": reason, **({"page": page} if page else {})}
    target = f"{_PATHS}[{json.dumps(known.path)}].{known.method}"
    update: JsonObject = {"x-pandapon-corrections": [correction]}
    return files.append(surface, [{"target": target, "description": reason, "update": update}])
