"""Pages against the specifications and the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codegen.catalogue import CATALOGUE_SOURCE
from codegen.docs.corrections import explain
from codegen.docs.drift import Drift, compare
from codegen.docs.facts import contract_of_operation, contract_of_page
from codegen.docs.menus import Listing, compare_menu, compare_menus
from codegen.errors import CodegenError
from codegen.specification import Specification, list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from codegen.docs.facts import Contract
    from codegen.docs.model import Page
    from codegen.specification import SourceOperation
    from codegen.surfaces import Surface
    from pandapon_async._core.schema.json import JsonObject

__all__ = ["Survey", "compare_pages"]


class Survey:
    """The specifications and the catalogue below a root."""

    def __init__(self, root: Path, surfaces: Sequence[Surface]) -> None:
        self.root = root
        self._surfaces = surfaces
        self.specifications = {surface.name: Specification.read(root, surface.source) for surface in surfaces}
        catalogue = root / CATALOGUE_SOURCE
        self.catalogue = Specification.read(root, CATALOGUE_SOURCE) if catalogue.exists() else None
        self.listings = list(self._listings())

    def again(self) -> Survey:
        """Return the files as they are by now."""
        return Survey(self.root, self._surfaces)

    def surface_of(self, page: Page, wanted: str | None = None) -> str:
        """Find the surface that a page belongs to.

        Raises:
            CodegenError: It belongs to none, or several fit equally well.
        """
        if wanted is not None:
            if wanted not in self.specifications:
                raise CodegenError(f"{wanted!r} is no surface; there are {', '.join(self.specifications)}")
            return wanted
        scores = {name: self._score(name, page) for name in self.specifications}
        best = max(scores.values(), default=0)
        fitting = [name for name, score in scores.items() if score == best]
        if best == 0 or len(fitting) != 1:
            raise CodegenError(f"{page.source}: which surface it belongs to does not show; say so with --surface")
        return fitting[0]

    def _score(self, surface: str, page: Page) -> float:
        """Count what speaks for a surface: its menu, its paths, its servers."""
        mine = {title for entry in self.listings if entry.surface == surface for title in entry.titles}
        shown = {entry.title for entry in page.navigation}
        score = len(mine & shown) / max(1, len(shown)) if shown else 0.0
        specification = self.specifications[surface]
        score += any((page.method, page.path) == (op.method.upper(), op.path) for op in specification.operations())
        score += 0.5 * (page.title in mine)
        servers = {text_at(object_at(entry), "url") for entry in list_at(specification.document, "servers")}
        return score + 0.5 * (page.server in servers)

    def operation_of(self, surface: str, page: Page) -> SourceOperation | None:
        """Return the operation that a page describes, found by method and path."""
        return next(
            (
                operation
                for operation in self.specifications[surface].operations()
                if (operation.method.upper(), operation.path) == (page.method, page.path)
            ),
            None,
        )

    def operation_named(self, surface: str, name: str) -> SourceOperation:
        """Return the operation with a Python name."""
        return next(each for each in self.specifications[surface].operations() if each.name == name)

    def former_of(self, surface: str, page: Page) -> SourceOperation | None:
        """Return the operation of the page's entry in the catalogue, where that has another method or path."""
        listing = self.listing_of(surface, page)
        known = (text_at(listing.data, "method"), text_at(listing.data, "path")) if listing else None
        operations = self.specifications[surface].operations()
        return next((each for each in operations if (each.method.upper(), each.path) == known), None)

    def listing_of(self, surface: str, page: Page) -> Listing | None:
        """Return the one entry of the catalogue that a page may belong to: by path, else by title and group."""
        mine = [entry for entry in self.listings if entry.surface == surface]
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
        """Compare a page with its operation, corrections taken into account.

        Raises:
            CodegenError: The page shows no operation, or belongs to no surface.
        """
        contract = contract_of_page(page)
        if contract is None:
            raise CodegenError(f"{page.source}: no method and path found")
        surface = self.surface_of(page, wanted)
        operation = self.operation_of(surface, page) or self.former_of(surface, page)
        if operation is None:
            found = [self._unknown(surface, page, contract)]
        else:
            old = contract_of_operation(self.specifications[surface], operation)
            found = [*compare(old, self._quiet(contract, surface, page), pages=False), *self._server(surface, page)]
            found = [explain(replace(drift, operation=operation.name), operation.data) for drift in found]
        return [replace(drift, surface=surface) for drift in found]

    def _quiet(self, contract: Contract, surface: str, page: Page) -> Contract:
        """Leave the title out where it is another language's title of the same entry."""
        listing = self.listing_of(surface, page)
        if not page.title or (listing and page.title in listing.titles):
            operation = self.operation_of(surface, page) or self.former_of(surface, page)
            title = text_at(operation.data, "x-pandapon-title") if operation else page.title
            return replace(contract, title=title)
        return contract

    def _server(self, surface: str, page: Page) -> Iterator[Drift]:
        servers = [text_at(object_at(entry), "url") for entry in list_at(self._document(surface), "servers")]
        if page.server and page.server.rstrip("/") not in {server.rstrip("/") for server in servers}:
            before = ", ".join(servers)
            yield Drift("server", "server", "breaking", page.source, page.line("code"), before, page.server)

    def _document(self, surface: str) -> JsonObject:
        return self.specifications[surface].document

    def _unknown(self, surface: str, page: Page, contract: Contract) -> Drift:
        listing = self.listing_of(surface, page)
        path = listing.data.get("path") if listing else None
        after = f"{page.method} {page.path}"
        if listing and path:
            before = f"{listing.data.get('method')} {path}"
            known = [op for op in self.specifications[surface].operations() if op.path == path]
            name = known[0].name if known else listing.title
            return Drift("moved", "path", "breaking", page.source, contract.line("path"), before, after, name)
        before = f"known by name only: {listing.title}" if listing else ""
        return Drift("new", "path", "additive", page.source, contract.line("path"), before, after, page.title)

    def menu(self, page: Page, wanted: str | None = None) -> list[Drift]:
        """Compare the navigation of a page with the catalogue."""
        surface = self.surface_of(page, wanted)
        mine = [entry for entry in self.listings if entry.surface == surface]
        return [replace(drift, surface=surface) for drift in compare_menu(page, mine)]

    def _listings(self) -> Iterator[Listing]:
        groups = object_at(self.catalogue.document, "surfaces") if self.catalogue else {}
        for surface, members in groups.items():
            for group in object_at(members):
                for index, entry in enumerate(list_at(object_at(members), group)):
                    yield Listing(surface, group, index, object_at(entry))


def compare_pages(old: Page, new: Page) -> list[Drift]:
    """Compare two pages of one operation; of one site, their navigations as well.

    Raises:
        CodegenError: A page shows no operation.
    """
    contracts = [contract_of_page(page) for page in (old, new)]
    before, after = contracts
    if before is None or after is None:
        raise CodegenError(f"{(old if before is None else new).source}: no method and path found")
    found = compare(before, after, pages=True)
    if old.site == new.site and old.navigation and new.navigation:
        found += compare_menus(old, new)
    return found
