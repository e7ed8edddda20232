"""Wire types of points in time. Decoding keeps the wire form, with the moment that it means at hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.times import (
    ChinaTime,
    EpochMilliseconds,
    EpochMillisecondsText,
    EpochSeconds,
    EpochSecondsText,
    WireTime,
)
from pandapon_async._core.schema.wire_types import WireType

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = [
    "CHINA_TIME",
    "EPOCH_MILLISECONDS",
    "EPOCH_MILLISECONDS_TEXT",
    "EPOCH_SECONDS",
    "EPOCH_SECONDS_TEXT",
]


class _Time(WireType):
    """A point in time: a class of :mod:`times` in Python, its plain form on the wire.

    Args:
        form: The documented form.
        text: What a string becomes.
        number: What a whole number becomes, where the form may come as one.
        meaning: What the form is, for messages.
    """

    def __init__(
        self,
        form: type[WireTime],
        text: type[ChinaTime | EpochSecondsText | EpochMillisecondsText],
        number: type[EpochSeconds | EpochMilliseconds] | None,
        meaning: str,
    ) -> None:
        self._form = form
        self._text = text
        self._number = number
        self._meaning = meaning
        self._plain = str if issubclass(form, str) else int
        self.expected = f"{self._plain.__name__} ({meaning}) or an aware datetime"

    def decode(self, value: JsonValue) -> object:
        # Epochs come now as number, now as text; both tell the moment.
        if type(value) is str:
            return self._text(value)
        if type(value) is int and self._number is not None:
            return self._number(value)
        return value

    def restore(self, value: object) -> JsonValue:
        if isinstance(value, dt.datetime):
            try:
                return self.encode(value, "")
            except InvalidArgumentError:
                return value.isoformat()
        if isinstance(value, str):
            return str(value)
        return int(value) if isinstance(value, int) and not isinstance(value, bool) else super().restore(value)

    def matches(self, value: object) -> bool:
        return isinstance(value, self._form)

    def encode(self, value: object, where: str) -> JsonValue:
        if isinstance(value, WireTime) and not isinstance(value, self._form):
            # Another unit or form: it is the moment that is meant.
            moment = value.datetime
            if moment is None:
                raise InvalidArgumentError(where, "is no time")
            value = moment
        if isinstance(value, dt.datetime):
            value = self._written(value, where)
        if isinstance(value, bool) or not isinstance(value, self._plain):
            raise self.refuse(value, where)
        if self._form(value).datetime is None:
            raise InvalidArgumentError(where, f"is no time in {self._meaning}")
        return self._plain(value)

    def _written(self, moment: dt.datetime, where: str) -> WireTime:
        try:
            return self._form.from_datetime(moment)
        except InvalidArgumentError as error:
            raise InvalidArgumentError(where, error.problem) from None


CHINA_TIME: Final = _Time(ChinaTime, ChinaTime, None, "yyyy-MM-dd HH:mm:ss, China Standard Time")
EPOCH_SECONDS: Final = _Time(EpochSeconds, EpochSecondsText, EpochSeconds, "seconds since the epoch")
EPOCH_SECONDS_TEXT: Final = _Time(EpochSecondsText, EpochSecondsText, EpochSeconds, "seconds since the epoch")
EPOCH_MILLISECONDS: Final = _Time(
    EpochMilliseconds, EpochMillisecondsText, EpochMilliseconds, "milliseconds since the epoch"
)
EPOCH_MILLISECONDS_TEXT: Final = _Time(
    EpochMillisecondsText, EpochMillisecondsText, EpochMilliseconds, "milliseconds since the epoch"
)
