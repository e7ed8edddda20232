"""Compares pages with the specifications and the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pandapon_async.codegen.catalogue import CATALOGUE_SOURCE
from pandapon_async.codegen.docs.drift.comparison import Drift, compare
from pandapon_async.codegen.docs.drift.contract import contract_of_operation, contract_of_page
from pandapon_async.codegen.docs.drift.corrections import explain
from pandapon_async.codegen.docs.drift.navigation import CatalogueEntry, compare_navigation, compare_navigations
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.specification import Specification, list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pandapon_async.codegen.docs.drift.contract import Contract
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.specification import SourceOperation
    from pandapon_async.codegen.surfaces import Surface

__all__ = ["Repository", "Specifications", "compare_pages"]


class Specifications:
    """Specifications by the name of their surface, and the catalogue.

    Attributes:
        by_surface: The specifications.
        entries: The entries of the catalogue, in its order.
    """

    def __init__(self, by_surface: dict[str, Specification], entries: Sequence[CatalogueEntry]) -> None:
        self.by_surface = by_surface
        self.entries = list(entries)

    def surface_of(self, page: Page, wanted: str | None = None) -> str:
        """Find the surface of a page.

        Raises:
            CodegenError: No surface fits, or several fit equally well.
        """
        if wanted is not None:
            if wanted not in self.by_surface:
                raise CodegenError(f"{wanted!r} is not a surface; choose one of {', '.join(self.by_surface)}")
            return wanted
        scores = {name: self._score(name, page) for name in self.by_surface}
        best = max(scores.values(), default=0)
        fitting = [name for name, score in scores.items() if score == best]
        if best == 0 or len(fitting) != 1:
            raise CodegenError(f"{page.source}: the page does not show its surface; name it with --surface")
        return fitting[0]

    def _score(self, surface: str, page: Page) -> float:
        """Count the evidence for a surface: its navigation, its paths, its servers."""
        mine = {title for entry in self.entries if entry.surface == surface for title in entry.titles}
        shown = {entry.title for entry in page.navigation}
        score = len(mine & shown) / max(1, len(shown)) if shown else 0.0
        specification = self.by_surface[surface]
        score += any((page.method, page.path) == (op.method.upper(), op.path) for op in specification.operations())
        score += 0.5 * (page.title in mine)
        servers = {text_at(object_at(entry), "url") for entry in list_at(specification.document, "servers")}
        return score + 0.5 * (page.server in servers)

    def operation_of(self, surface: str, page: Page) -> SourceOperation | None:
        """Return the operation with the method and path of a page."""
        return next(
            (
                operation
                for operation in self.by_surface[surface].operations()
                if (operation.method.upper(), operation.path) == (page.method, page.path)
            ),
            None,
        )

    def operation_named(self, surface: str, name: str) -> SourceOperation:
        """Return the operation with a Python name."""
        return next(each for each in self.by_surface[surface].operations() if each.name == name)

    def former_of(self, surface: str, page: Page) -> SourceOperation | None:
        """Return the operation of the page's catalogue entry if that entry has another method or path."""
        entry = self.entry_of(surface, page)
        known = (text_at(entry.data, "method"), text_at(entry.data, "path")) if entry else None
        operations = self.by_surface[surface].operations()
        return next((each for each in operations if (each.method.upper(), each.path) == known), None)

    def entry_of(self, surface: str, page: Page) -> CatalogueEntry | None:
        """Return the catalogue entry of a page, found by path, else by title and group; None if several fit."""
        mine = [entry for entry in self.entries if entry.surface == surface]
        for entry in mine:
            if (text_at(entry.data, "method"), entry.data.get("path")) == (page.method, page.path):
                return entry
        fitting = [entry for entry in mine if page.title in entry.titles and not entry.data.get("push")]
        fitting = [entry for entry in fitting if entry.data.get("method") in (None, page.method)] or fitting
        if len(fitting) > 1:
            words = {word for folder in page.folder for word in folder.casefold().split()}
            ranked = [(len(words & set(entry.group.casefold().split())), entry) for entry in fitting]
            best = max(score for score, _ in ranked)
            fitting = [entry for score, entry in ranked if score == best]
        return fitting[0] if len(fitting) == 1 else None

    def diff(self, page: Page, wanted: str | None = None) -> list[Drift]:
        """Compare a page with its operation and apply the recorded corrections.

        Raises:
            CodegenError: The page shows no operation, or its surface is unclear.
        """
        contract = contract_of_page(page)
        if contract is None:
            raise CodegenError(f"{page.source}: no method and path found")
        surface = self.surface_of(page, wanted)
        operation = self.operation_of(surface, page) or self.former_of(surface, page)
        if operation is None:
            found = [self._unknown(surface, page, contract)]
        else:
            old = contract_of_operation(self.by_surface[surface], operation)
            new = self._with_known_title(contract, surface, page)
            found = [*compare(old, new, pages=False), *self._server(surface, page)]
            found = [explain(replace(drift, operation=operation.name), operation.data) for drift in found]
        return [replace(drift, surface=surface) for drift in found]

    def _with_known_title(self, contract: Contract, surface: str, page: Page) -> Contract:
        """Take the title of the specification if the page shows the same entry's title in another language."""
        entry = self.entry_of(surface, page)
        if not page.title or (entry and page.title in entry.titles):
            operation = self.operation_of(surface, page) or self.former_of(surface, page)
            title = text_at(operation.data, "x-pandapon-title") if operation else page.title
            return replace(contract, title=title)
        return contract

    def _server(self, surface: str, page: Page) -> Iterator[Drift]:
        document = self.by_surface[surface].document
        servers = [text_at(object_at(entry), "url") for entry in list_at(document, "servers")]
        if page.server and page.server.rstrip("/") not in {server.rstrip("/") for server in servers}:
            before = ", ".join(servers)
            yield Drift("server", "server", "breaking", page.source, page.line("code"), before, page.server)

    def _unknown(self, surface: str, page: Page, contract: Contract) -> Drift:
        entry = self.entry_of(surface, page)
        path = entry.data.get("path") if entry else None
        after = f"{page.method} {page.path}"
        if entry and path:
            before = f"{entry.data.get('method')} {path}"
            known = [op for op in self.by_surface[surface].operations() if op.path == path]
            name = known[0].name if known else entry.title
            return Drift("moved", "path", "breaking", page.source, contract.line("path"), before, after, name)
        before = f"known by name only: {entry.title}" if entry else ""
        return Drift("new", "path", "additive", page.source, contract.line("path"), before, after, page.title)

    def navigation(self, page: Page, wanted: str | None = None) -> list[Drift]:
        """Compare the navigation of a page with the catalogue."""
        surface = self.surface_of(page, wanted)
        mine = [entry for entry in self.entries if entry.surface == surface]
        return [replace(drift, surface=surface) for drift in compare_navigation(page, mine)]


class Repository(Specifications):
    """The specifications and the catalogue in the files of a repository."""

    def __init__(self, root: Path, surfaces: Sequence[Surface]) -> None:
        self.root = root
        self._surfaces = surfaces
        catalogue = Specification.read(root, CATALOGUE_SOURCE) if (root / CATALOGUE_SOURCE).exists() else None
        by_surface = {surface.name: Specification.read(root, surface.source) for surface in surfaces}
        super().__init__(by_surface, list(_catalogue_entries(catalogue)) if catalogue else [])

    def reload(self) -> Repository:
        """Read the files again."""
        return Repository(self.root, self._surfaces)


def _catalogue_entries(catalogue: Specification) -> Iterator[CatalogueEntry]:
    for surface, members in object_at(catalogue.document, "surfaces").items():
        for group in object_at(members):
            for index, entry in enumerate(list_at(object_at(members), group)):
                yield CatalogueEntry(surface, group, index, object_at(entry))


def compare_pages(old: Page, new: Page) -> list[Drift]:
    """Compare two pages of one operation, and their navigations if both belong to one site.

    Raises:
        CodegenError: A page shows no operation.
    """
    contracts = [contract_of_page(page) for page in (old, new)]
    before, after = contracts
    if before is None or after is None:
        raise CodegenError(f"{(old if before is None else new).source}: no method and path found")
    found = compare(before, after, pages=True)
    if old.site == new.site and old.navigation and new.navigation:
        found += compare_navigations(old, new)
    return found
