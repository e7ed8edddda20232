"""Points in time: what the wire has, with the moment that it means.

A value keeps its wire form, so nothing is lost, and is a ``str`` or an ``int`` like any other::

    order.pay_time              # '2026-04-24 18:30:00'
    order.pay_time.datetime     # datetime(2026, 4, 24, 18, 30, tzinfo=CHINA_STANDARD_TIME); None where it is no time
    ChinaTime.from_datetime(datetime.now(UTC))

Requests take these, an aware :class:`datetime.datetime`, or the plain wire form.
"""

from __future__ import annotations

# The module under a short name: the classes have a property that is called like its class.
import datetime as dt
import re
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from pandapon_async._core.errors import InvalidArgumentError

if TYPE_CHECKING:
    from typing import Self

__all__ = [
    "CHINA_STANDARD_TIME",
    "ChinaTime",
    "EpochMilliseconds",
    "EpochMillisecondsText",
    "EpochSeconds",
    "EpochSecondsText",
    "WireTime",
]

#: UTC+8 all year round; there is no summer time in China.
CHINA_STANDARD_TIME: Final = dt.timezone(dt.timedelta(hours=8), "CST")

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SECOND: Final = dt.timedelta(seconds=1)
_MILLISECOND: Final = dt.timedelta(milliseconds=1)
_CHINA_TIME: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})")
_COUNT: Final = re.compile(r"0|-?[1-9][0-9]{0,19}")


class ChinaTime(str):
    """A time in China Standard Time, written ``yyyy-MM-dd HH:mm:ss``."""

    __slots__ = ()

    @property
    def datetime(self) -> dt.datetime | None:
        """The moment, in China Standard Time; ``None`` where the text is no such time."""
        parts = _CHINA_TIME.fullmatch(self)
        if parts is None:
            return None
        year, month, day, hour, minute, second = map(int, parts.groups())
        try:
            return dt.datetime(year, month, day, hour, minute, second, tzinfo=CHINA_STANDARD_TIME)
        except ValueError:
            return None

    @classmethod
    def from_datetime(cls, moment: dt.datetime) -> Self:
        """Write a moment, in whole seconds.

        Raises:
            InvalidArgumentError: The moment has no time zone, or is in no year from 1 to 9999 there.
        """
        try:
            local = _aware(moment).astimezone(CHINA_STANDARD_TIME)
        except OverflowError:
            raise InvalidArgumentError("moment", "is out of range") from None
        return cls(local.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds"))


class _EpochNumber(int):
    """A number of units since the epoch."""

    __slots__ = ()
    _unit: ClassVar[dt.timedelta]

    @property
    def datetime(self) -> dt.datetime | None:
        """The moment, in UTC; ``None`` where it is in no year from 1 to 9999."""
        return _moment(int(self), self._unit)

    @classmethod
    def from_datetime(cls, moment: dt.datetime) -> Self:
        """Write a moment, in whole units.

        Raises:
            InvalidArgumentError: The moment has no time zone.
        """
        return cls((_aware(moment) - _EPOCH) // cls._unit)


class _EpochText(str):
    """A number of units since the epoch, as text."""

    __slots__ = ()
    _unit: ClassVar[dt.timedelta]

    @property
    def datetime(self) -> dt.datetime | None:
        """The moment, in UTC; ``None`` where the text is no whole number or it is in no year from 1 to 9999."""
        return _moment(int(self), self._unit) if _COUNT.fullmatch(self) else None

    @classmethod
    def from_datetime(cls, moment: dt.datetime) -> Self:
        """Write a moment, in whole units.

        Raises:
            InvalidArgumentError: The moment has no time zone.
        """
        return cls((_aware(moment) - _EPOCH) // cls._unit)


class EpochSeconds(_EpochNumber):
    """Seconds since the epoch, a number."""

    __slots__ = ()
    _unit = _SECOND


class EpochMilliseconds(_EpochNumber):
    """Milliseconds since the epoch, a number."""

    __slots__ = ()
    _unit = _MILLISECOND


class EpochSecondsText(_EpochText):
    """Seconds since the epoch, as text."""

    __slots__ = ()
    _unit = _SECOND


class EpochMillisecondsText(_EpochText):
    """Milliseconds since the epoch, as text."""

    __slots__ = ()
    _unit = _MILLISECOND


WireTime: TypeAlias = ChinaTime | EpochSeconds | EpochMilliseconds | EpochSecondsText | EpochMillisecondsText
"""Any of the forms that a time has on the wire."""


def _aware(moment: dt.datetime) -> dt.datetime:
    if moment.utcoffset() is None:
        raise InvalidArgumentError("moment", "has no time zone; pass an aware datetime")
    return moment


def _moment(count: int, unit: dt.timedelta) -> dt.datetime | None:
    try:
        return _EPOCH + count * unit
    except OverflowError:
        return None
