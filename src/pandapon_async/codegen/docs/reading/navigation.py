"""Parses the navigation above a page: a tree with bullets, or a flat list without indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.model.page import NavigationEntry
from pandapon_async.codegen.docs.reading import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async.codegen.docs.reading.lines import Line

__all__ = ["Navigation", "read_navigation"]

_ITEM: Final = re.compile(r"[\u2022\u25e6\u25aa*-]\s+(?P<title>\S.*)")
_CRUMB: Final = re.compile(r"\d+\.\s+(?P<title>\S.*)")


class Navigation(NamedTuple):
    """The name of the site, the entries that can be pages, and the folders of this page."""

    site: str
    entries: tuple[NavigationEntry, ...]
    crumbs: tuple[str, ...]


class _Item(NamedTuple):
    line: Line
    title: str


def read_navigation(lines: Sequence[Line]) -> Navigation:
    """Parse the lines above the title."""
    site = next((line.text for line in lines if line.text), "")
    crumbs = [index for index, line in enumerate(lines) if _CRUMB.fullmatch(line.text)]
    # The languages of the site stand above the first breadcrumb, in a list like the navigation.
    inside = lines[crumbs[0] + 1 :] if crumbs else lines
    items: list[_Item] = []
    methods: dict[int, str] = {}
    for line in inside:
        found = _ITEM.fullmatch(line.text)
        if found:
            items.append(_Item(line, found["title"]))
        elif line.text in labels.METHODS and items:
            methods.setdefault(items[-1].line.number, line.text)
    if not crumbs:
        items = [item for item in items if item.title.casefold() not in labels.LANGUAGES]
    last = _CRUMB.fullmatch(lines[crumbs[-1]].text) if crumbs else None
    return Navigation(site, tuple(_entries(items, methods)), (last["title"],) if last else ())


def _entries(items: list[_Item], methods: dict[int, str]) -> list[NavigationEntry]:
    flat = len({item.line.indent for item in items}) <= 1
    entries: list[NavigationEntry] = []
    stack: list[_Item] = []
    for index, item in enumerate(items):
        while stack and stack[-1].line.indent >= item.line.indent:
            stack.pop()
        is_folder = index + 1 < len(items) and items[index + 1].line.indent > item.line.indent
        method = methods.get(item.line.number)
        if flat:
            entries.append(NavigationEntry(item.title, None, method, item.line.number))
        elif not is_folder:
            trail = tuple(each.title for each in stack)
            entries.append(NavigationEntry(item.title, trail, method, item.line.number))
        stack.append(item)
    return entries
