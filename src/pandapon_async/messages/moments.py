"""Reads the time of a push. The documentation shows milliseconds; other forms are accepted as well."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from pandapon_async._core.schema.times import CHINA_STANDARD_TIME

__all__ = ["read_moment"]

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_NUMBER: Final = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,9})?")
#: Numbers below a bound are in this unit. Each unit covers the years 1973 to 5138.
_UNITS: Final = ((1e11, 1), (1e14, 1_000), (1e17, 1_000_000), (float("inf"), 1_000_000_000))


def read_moment(value: object) -> dt.datetime | None:
    """Return a moment in UTC; ``None`` where the value is not a time.

    Args:
        value: Seconds, milliseconds, microseconds or nanoseconds since the epoch as a number or text, or a date and
            time in text. Without a time zone it is China Standard Time.
    """
    try:
        match value:
            case bool():
                return None
            case int() | float():
                return _from_number(value)
            case str():
                text = value.strip()
                if _NUMBER.fullmatch(text):
                    return _from_number(float(text) if "." in text else int(text))
                moment = dt.datetime.fromisoformat(text)
                if moment.tzinfo is None:
                    moment = moment.replace(tzinfo=CHINA_STANDARD_TIME)
                return moment.astimezone(dt.UTC)
            case _:
                return None
    except (ValueError, OverflowError):
        return None


def _from_number(count: float) -> dt.datetime:
    per_second = next(unit for bound, unit in _UNITS if abs(count) < bound)
    if isinstance(count, float):
        return _EPOCH + dt.timedelta(seconds=count / per_second)
    seconds, rest = divmod(count, per_second)
    return _EPOCH + dt.timedelta(seconds=seconds, microseconds=rest * 1_000_000 // per_second)
