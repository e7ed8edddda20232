"""Compares a set of pages with the specifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen.docs.drift.comparison import Drift
from pandapon_async.codegen.docs.drift.report import Report
from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async.codegen.docs.drift.specifications import Specifications
    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["compare_with_specifications"]


def compare_with_specifications(
    specifications: Specifications, pages: Sequence[Page], removed: Sequence[Page], surface: str | None
) -> Report:
    """Compare pages with the specifications.

    Args:
        specifications: The specifications.
        pages: The current pages.
        removed: The last editions of pages that the site no longer has.
        surface: The surface of the pages, if they do not show it.
    """
    found: list[Drift] = []
    problems: list[str] = []
    navigation: dict[tuple[str, str, str, str], Drift] = {}
    for page in pages:
        if page.path is None:
            continue  # a guide, or a page whose lines are all listed
        try:
            found += specifications.diff(page, surface)
            # Every page repeats the navigation of its site.
            for drift in specifications.navigation(page, surface):
                navigation.setdefault((drift.surface, drift.kind, drift.before, drift.after), drift)
        except CodegenError as error:
            problems.append(str(error))
    present = {(page.method, page.path) for page in pages}
    for page in removed:
        if page.path is not None and (page.method, page.path) not in present:
            found.append(_gone(specifications, page, surface))
    unread = [(page.source, entry) for page in pages for entry in page.unread]
    guides = [page.source for page in pages if page.is_guide]
    return Report([*found, *navigation.values()], unread, guides, problems)


def _gone(specifications: Specifications, page: Page, surface: str | None) -> Drift:
    before = f"{page.method} {page.path}"
    gone = Drift("gone", "page", "breaking", page.source, 1, before, "", page.title)
    try:
        of = specifications.surface_of(page, surface)
    except CodegenError:
        return gone
    operation = specifications.operation_of(of, page)
    name = operation.name if operation else page.title
    return Drift("gone", "page", "breaking", page.source, 1, before, "", name, of)
