"""Compares the navigation of a page with the catalogue, and the navigations of two pages.

Every site names and nests its folders in its own way, so a folder of a navigation is matched with the catalogue group
with which it shares most titles. A collapsed folder shows no entries, so nothing is reported as missing from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.drift.comparison import Drift
from pandapon_async.codegen.specification import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.docs.drift.comparison import Severity
    from pandapon_async.codegen.docs.model.page import NavigationEntry, Page

__all__ = ["CatalogueEntry", "compare_navigation", "compare_navigations"]

#: Beginnings of catalogue notes that say that other navigations do not show an entry.
_ELSEWHERE: Final = ("only in", "not in")


class CatalogueEntry(NamedTuple):
    """An entry of the catalogue."""

    surface: str
    group: str
    number: int
    data: JsonObject

    @property
    def title(self) -> str:
        """Title in the English navigation."""
        return text_at(self.data, "title")

    @property
    def titles(self) -> set[str]:
        """All known titles."""
        return {text_at(self.data, key) for key in ("title", "title_zh")} - {""}

    @property
    def elsewhere(self) -> str | None:
        """Why other navigations do not show it, if that is known."""
        note = text_at(self.data, "note")
        return note if note.startswith(_ELSEWHERE) else None


def compare_navigation(page: Page, catalogue: Sequence[CatalogueEntry]) -> list[Drift]:
    """Compare the navigation of a page with the catalogue of its surface: new, gone and moved entries."""
    groups = _groups(page, catalogue)
    # Guides stand in the same tree. An entry without a method in a folder without known operations is a guide.
    shown = [entry for entry in page.navigation if entry.method or entry.trail in groups or entry.trail is None]
    missing = list(catalogue)
    unmatched: list[NavigationEntry] = []
    for entry in shown:
        group = groups.get(entry.trail) if entry.trail is not None else None
        known = next((each for each in missing if entry.title in each.titles and group in (None, each.group)), None)
        if known:
            missing.remove(known)
        else:
            unmatched.append(entry)
    found: list[Drift] = []
    for entry in unmatched:
        moved = next((each for each in missing if entry.title in each.titles), None)
        trail = " / ".join(entry.trail or ())
        if moved:
            missing.remove(moved)
            found.append(_drift("moved", "text only", page, entry.line, moved.group, trail, entry.title))
        elif entry.trail is not None or entry.method is not None:
            found.append(_drift("new", "additive", page, entry.line, "", entry.title, entry.title))
    for each in _gone(missing, catalogue):
        severity: Severity = "breaking" if each.data.get("path") else "text only"
        gone = _drift("gone", severity, page, 1, each.title, "", each.title)
        found.append(replace(gone, explained_by=each.elsewhere))
    return found


def _groups(page: Page, catalogue: Sequence[CatalogueEntry]) -> dict[tuple[str, ...] | None, str]:
    shared: dict[tuple[str, ...], Counter[str]] = {}
    for entry in page.navigation:
        if entry.trail is not None:
            fitting = {each.group for each in catalogue if entry.title in each.titles}
            shared.setdefault(entry.trail, Counter()).update(fitting)
    return {
        trail: max(counts, key=lambda group: (counts[group], _shared_words(group, trail)))
        for trail, counts in shared.items()
        if counts
    }


def _shared_words(group: str, trail: tuple[str, ...]) -> int:
    """Count the words that a group and a folder share; decides between folders with the same titles."""
    return len(set(group.casefold().split()) & {word for part in trail for word in part.casefold().split()})


def _gone(missing: Sequence[CatalogueEntry], catalogue: Sequence[CatalogueEntry]) -> Iterator[CatalogueEntry]:
    """Yield the entries that are gone. If the navigation shows less than half, only open folders count."""
    if len(missing) == len(catalogue):
        return  # the navigation of another site
    is_whole = len(missing) * 2 <= len(catalogue)
    absent, all_of = (Counter(each.group for each in some) for some in (missing, catalogue))
    for each in missing:
        if is_whole or absent[each.group] * 2 <= all_of[each.group]:
            yield each


def compare_navigations(old: Page, new: Page) -> Iterator[Drift]:
    """Compare the navigations of two editions of a page."""
    before = {(entry.title, entry.trail): entry for entry in old.navigation}
    after = {(entry.title, entry.trail): entry for entry in new.navigation}
    gone = [entry for key, entry in before.items() if key not in after]
    for key, entry in after.items():
        if key in before:
            continue
        moved = next((other for other in gone if other.title == entry.title), None)
        if moved:
            gone.remove(moved)
            trails = (" / ".join(moved.trail or ()), " / ".join(entry.trail or ()))
            yield _drift("moved", "text only", new, entry.line, *trails, entry.title)
        else:
            yield _drift("new", "additive", new, entry.line, "", entry.title, entry.title)
    for entry in gone:
        yield _drift("gone", "breaking", new, 1, entry.title, "", entry.title)


def _drift(  # noqa: PLR0913, PLR0917 - in the order of the report
    kind: str, severity: Severity, page: Page, line: int, before: str, after: str, title: str
) -> Drift:
    return Drift(kind, "navigation", severity, page.source, line, before, after, title)
