"""The page of ``pandapon ops show`` for an entry without a method: what is known of it, and what to try."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from pandapon_async.catalogue import read_catalogue, read_upstream_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async.catalogue import Entry

__all__ = ["entry_page", "find_unnamed"]

_WIDTH: Final = 100


def find_unnamed(text: str, surface: str | None) -> Entry | None:
    """Return the one entry without a Python name that has this title or path; ``None`` without a single match."""
    found = [
        entry
        for entry in read_catalogue()
        if entry.name is None
        and surface in (None, entry.surface)
        and text.casefold() in (entry.title.casefold(), (entry.path or "").casefold())
    ]
    return found[0] if len(found) == 1 else None


def entry_page(entry: Entry) -> str:
    """Return everything that is known of an entry without a method."""
    return "\n".join(_lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    yield f"{entry.title}  ({entry.surface}, {entry.group})"
    yield ""
    if entry.title_zh:
        yield f"Chinese title  {entry.title_zh}"
    yield f"Status         {entry.status}"
    if entry.message_type or entry.push:
        yield f"Message type   {entry.message_type or 'unknown'}"
    elif entry.inference is not None:
        yield f"Candidate      {entry.method} {entry.path}"
        yield from _wrapped(f"{entry.inference.says}: {entry.inference.evidence}", "Rule           ")
    else:
        yield f"Request        {entry.method or 'method unknown'}, path unknown"
    if entry.note:
        yield from _wrapped(entry.note, "Note           ")
    for upstream in read_upstream_calls():
        if (entry.surface, entry.group, entry.title) in upstream.likely_for:
            yield ""
            yield f"Upstream       {upstream.call} of Taobao Global; a hint, not confirmed for this platform"
            yield from _wrapped(", ".join(upstream.request) or "unknown", "  request      ")
            yield from _wrapped(", ".join(upstream.response) or "unknown", "  response     ")
    yield ""
    if entry.inference is not None:
        yield "Find out whether the path exists with `pandapon probe`. Call it with `pandapon call --path`."
    elif not entry.push:
        yield "With the page of the operation, `pandapon docs add` makes a method of it."


def _wrapped(text: str, lead: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * 15, break_on_hyphens=False)
