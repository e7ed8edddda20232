"""Differences of a new operation in the parts that all operations share: signature headers and envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.docs.editing.fields import is_envelope

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.codegen.docs.drift.specifications import Specifications
    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["shared_differences"]

_HEADERS: Final = "The page lists other headers; all operations are signed alike."
_ENVELOPE: Final = "The page lists other fields of the envelope, which all operations share."


def shared_differences(specifications: Specifications, surface: str, page: Page) -> tuple[list[JsonValue], list[str]]:
    """Compare a new operation with its page.

    Returns:
        Corrections for the differences in shared parts, and notes about the other differences.
    """
    corrections: list[JsonValue] = []
    notes: list[str] = []
    for drift in specifications.diff(page, surface):
        if drift.explained_by is not None:
            continue
        is_header = drift.place.startswith("header ")
        if is_header or is_envelope(drift.place):
            said = "absent" if drift.is_removal else drift.after
            corrections.append({"at": drift.place, "page": said, "why": _HEADERS if is_header else _ENVELOPE})
        else:
            notes.append(f"{drift.kind} {drift.place}: the page says {drift.after or 'nothing'}")
    return corrections, notes
