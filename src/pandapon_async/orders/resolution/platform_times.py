"""The forms in which 1688 and its resellers write a time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

__all__ = ["read_time"]

_CHINA: Final = timezone(timedelta(hours=8))
#: 20180614101942000+0800; milliseconds and zone may be missing.
_COMPACT: Final = re.compile(r"(\d{14})(\d{3})?\s*(Z|[+-]\d{2}:?\d{2})?")
#: Thu Jun 14 10:19:42 CST 2018, as Java writes a date. Its CST is China's.
_JAVA: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2}) (CST|GMT|UTC|GMT[+-]\d{2}:?\d{2}) (\d{4})"
)
_SECONDS: Final = re.compile(r"\d{10}")
_MILLISECONDS: Final = re.compile(r"\d{13}")
_FORMATS: Final = ("%b %d, %Y %I:%M:%S %p", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M:%S")


def read_time(value: object) -> float | None:
    """Return a time in seconds since the epoch, ``None`` if it is in no known form. Without a zone it is China's."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(int(value) if isinstance(value, float) and value.is_integer() else value).split())
    try:
        if _SECONDS.fullmatch(text):
            return float(text)
        if _MILLISECONDS.fullmatch(text):
            return int(text) / 1000
        moment, extra = _read(text)
    except (ValueError, OverflowError):
        return None
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=_CHINA)).astimezone(UTC).timestamp() + extra


def _read(text: str) -> tuple[datetime | None, float]:
    if match := _COMPACT.fullmatch(text):
        moment = datetime.strptime(match[1] + (match[3] or "+0800"), "%Y%m%d%H%M%S%z")
        return moment, int(match[2] or 0) / 1000
    if match := _JAVA.fullmatch(text):
        zone = {"CST": "+0800", "GMT": "+0000", "UTC": "+0000"}.get(match[2]) or match[2].removeprefix("GMT")
        return datetime.strptime(f"{match[1]} {match[3]} {zone}", "%b %d %H:%M:%S %Y %z"), 0.0
    for known in _FORMATS:
        try:
            return datetime.strptime(text, known), 0.0  # noqa: DTZ007 - the zone is added by the caller
        except ValueError:
            continue
    return datetime.fromisoformat(text), 0.0
