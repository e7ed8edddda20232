"""Recorded corrections: where a specification differs from its page on purpose.

A correction covers drift at exactly the place that it names: the place of the drift (``request.orderId``,
``header nonce-str``, ``envelope``, ``servers``), a field below its component (``OrderLine.quantity``), or
``response.example``. One text can name several places, separated by commas: full places, or the last name of a sibling
of the place before it. A correction of a parent (``request``) does not cover the fields below it, because it would hide
later changes. With ``page``, a correction covers only what the page said when it was recorded: if the page says
something else, that is drift again. A correction covers the removal of its field only with ``page: absent``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.docs.drift.comparison import Drift

__all__ = ["explain"]

#: Places of the operation for which corrections use another name.
_ABSENT: Final = "absent"
_NAMES = {"title": "x-pandapon-title", "server": "servers"}


def explain(drift: Drift, operation: JsonObject) -> Drift:
    """Return the drift, with the reason from the correction that covers it."""
    for entry in list_at(operation, "x-pandapon-corrections"):
        correction = object_at(entry)
        said = text_at(correction, "page")
        covers = said == _ABSENT if drift.is_removal else said in ("", drift.after)
        if covers and _names(drift) & set(_places(text_at(correction, "at"))):
            return replace(drift, explained_by=text_at(correction, "why"))
    return drift


def _names(drift: Drift) -> set[str]:
    names = {drift.place, _NAMES.get(drift.place, drift.place)}
    if drift.fact and drift.fact.owner:
        names.add(f"{drift.fact.owner}.{drift.fact.name}")
    if drift.kind == "required":
        names.add("request.required")
    return names


def _places(text: str) -> Iterator[str]:
    parent = ""
    for part in text.split(","):
        place = part.strip()
        parent = place.rpartition(".")[0] or parent
        yield place if "." in place or not parent else f"{parent}.{place}"
        yield place
