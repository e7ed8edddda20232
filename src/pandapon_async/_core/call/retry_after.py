"""``Retry-After`` in all the forms in which it is seen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pandapon_async._core.call.clock import parse_http_date

if TYPE_CHECKING:
    from pandapon_async._core.http.headers import Headers

__all__ = ["read_retry_after"]


def read_retry_after(headers: Headers, now: float) -> float | None:
    """Return the seconds that a server asks to wait.

    Args:
        headers: Headers of its answer: ``retry-after-ms``, or ``retry-after`` as a number of seconds or an HTTP date.
        now: Server's time, to measure a date against.

    Returns:
        Seconds, not negative; ``None`` where the server asks for nothing that can be understood.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None:
        return seconds
    moment = parse_http_date(text)
    return None if moment is None else max(0.0, moment - now)


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
