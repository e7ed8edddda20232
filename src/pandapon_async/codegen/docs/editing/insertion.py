"""Inserts a new operation into its specification, and its path into the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen.catalogue import CATALOGUE_SOURCE
from pandapon_async.codegen.docs.editing.yaml_text import YamlText, scalar
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.docs.drift.specifications import Repository
    from pandapon_async.codegen.docs.editing.new_operation import NewOperation
    from pandapon_async.codegen.docs.editing.yaml_text import Place
    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["insert_operation", "list_in_catalogue"]


def insert_operation(specifications: Repository, surface: str, page: Page, new: NewOperation) -> str:
    """Return the text of a specification with a new operation.

    Raises:
        CodegenError: The path already has an operation with another method.
    """
    specification = specifications.by_surface[surface]
    text = YamlText((specifications.root / specification.file).read_text(encoding="utf-8"))
    if page.path in object_at(specification.document, "paths"):
        raise CodegenError(f"{page.source}: {page.path} has another method in the specification; add it by hand")
    item: JsonObject = {str(page.method).lower(): new.data}
    before = _predecessor(specifications, surface, page)
    if before:
        text.insert_after(("paths", before), str(page.path), item, gap=True)
    else:
        text.insert(("paths",), str(page.path), item, gap=True)
    for name, body in new.components.items():
        text.insert(("components", "schemas"), name, body)
    group = new.name.rpartition(".")[0]
    tags = [object_at(tag).get("name") for tag in list_at(specification.document, "tags")]
    if group not in tags:
        text.append(("tags",), {"name": group, "description": f"{group.replace('.', ', ').replace('_', ' ')}."})
    return text.result()


def _predecessor(specifications: Repository, surface: str, page: Page) -> str | None:
    """Return the path of the operation before this one in the navigation."""
    entry = specifications.entry_of(surface, page)
    paths = object_at(specifications.by_surface[surface].document, "paths")
    last: str | None = None
    for other in specifications.entries:
        if entry and (other.surface, other.group, other.number) == (surface, entry.group, entry.number):
            return last
        path = other.data.get("path")
        if other.surface == surface and isinstance(path, str) and path in paths:
            last = path
    return None


def list_in_catalogue(specifications: Repository, surface: str, page: Page) -> str:
    """Return the text of the catalogue with the path of the page, in its entry or in a new one."""
    text = YamlText((specifications.root / CATALOGUE_SOURCE).read_text(encoding="utf-8"))
    has_response = page.response is not None and bool(page.response.fields or page.response.samples)
    status = "documented" if has_response else "partial"
    entry = specifications.entry_of(surface, page)
    if entry is None:
        new: JsonObject = {"title": page.title, "method": page.method, "path": page.path, "status": status}
        group = " / ".join(page.folder) or "Other"
        if text.find("surfaces", surface, group):
            text.append(("surfaces", surface, group), new)
        else:
            text.insert(("surfaces", surface), group, [new])
        return text.result()
    place: Place = ("surfaces", surface, entry.group, entry.number)
    text.replace((*place, "status"), status)
    for key, value in (("method", page.method), ("path", page.path)):
        if text_at(entry.data, key) and text_at(entry.data, key) != value:
            text.replace((*place, key), scalar(value))
        elif not text_at(entry.data, key):
            text.insert(place, key, value)
    return text.result()
