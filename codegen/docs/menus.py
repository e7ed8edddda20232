"""Navigations: that of a page against the catalogue, and those of two pages.

Sites name and nest their folders each in their own way, so a folder of a navigation is taken for the group of the
catalogue that it shares most titles with. A folder that is collapsed shows nothing, and says nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from codegen.docs.drift import Drift
from codegen.specification import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codegen.docs.drift import Severity
    from codegen.docs.model import Entry, Page
    from pandapon_async._core.schema.json import JsonObject

__all__ = ["Listing", "compare_menu", "compare_menus"]

#: Notes of catalogue entries that say that other menus do not show them.
_ELSEWHERE: Final = ("only in", "not in")


class Listing(NamedTuple):
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
        """All titles that are known."""
        return {text_at(self.data, key) for key in ("title", "title_zh")} - {""}

    @property
    def elsewhere(self) -> str | None:
        """Why other menus do not show it, if that is known."""
        note = text_at(self.data, "note")
        return note if note.startswith(_ELSEWHERE) else None


def compare_menu(page: Page, listings: Sequence[Listing]) -> list[Drift]:
    """Compare the navigation of a page with the entries of its surface: new, gone, moved to another folder."""
    groups = _groups(page, listings)
    # Guides stand in the same tree: what is in no folder with known operations, and has no method, is one.
    entries = [entry for entry in page.navigation if entry.method or entry.trail in groups or entry.trail is None]
    missing = list(listings)
    left: list[Entry] = []
    for entry in entries:
        group = groups.get(entry.trail) if entry.trail is not None else None
        known = next((each for each in missing if entry.title in each.titles and group in (None, each.group)), None)
        if known:
            missing.remove(known)
        else:
            left.append(entry)
    found: list[Drift] = []
    for entry in left:
        moved = next((each for each in missing if entry.title in each.titles), None)
        trail = " / ".join(entry.trail or ())
        if moved:
            missing.remove(moved)
            found.append(_drift("moved", "text only", page, entry.line, moved.group, trail, entry.title))
        elif entry.trail is not None or entry.method is not None:
            found.append(_drift("new", "additive", page, entry.line, "", entry.title, entry.title))
    for each in _judged(missing, listings):
        severity: Severity = "breaking" if each.data.get("path") else "text only"
        gone = _drift("gone", severity, page, 1, each.title, "", each.title)
        found.append(replace(gone, explained_by=each.elsewhere))
    return found


def _groups(page: Page, listings: Sequence[Listing]) -> dict[tuple[str, ...] | None, str]:
    shared: dict[tuple[str, ...], Counter[str]] = {}
    for entry in page.navigation:
        if entry.trail is not None:
            fitting = {each.group for each in listings if entry.title in each.titles}
            shared.setdefault(entry.trail, Counter()).update(fitting)
    return {
        trail: max(counts, key=lambda group: (counts[group], _alike(group, trail)))
        for trail, counts in shared.items()
        if counts
    }


def _alike(group: str, trail: tuple[str, ...]) -> int:
    """Count the words that two names of a folder share, for folders with the same titles."""
    return len(set(group.casefold().split()) & {word for part in trail for word in part.casefold().split()})


def _judged(missing: Sequence[Listing], listings: Sequence[Listing]) -> Iterator[Listing]:
    """Yield what is gone: of a navigation that shows less than half, only what its open folders should show."""
    if len(missing) == len(listings):
        return  # another navigation altogether
    is_whole = len(missing) * 2 <= len(listings)
    absent, all_of = (Counter(each.group for each in some) for some in (missing, listings))
    for each in missing:
        if is_whole or absent[each.group] * 2 <= all_of[each.group]:
            yield each


def compare_menus(old: Page, new: Page) -> Iterator[Drift]:
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
