"""Points in time: the wire's form kept, the moment at hand, and no moment sent that nobody meant."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import InvalidArgumentError
from pandapon_async._core.schema.json import dump_json
from pandapon_async._core.schema.times import (
    CHINA_STANDARD_TIME,
    ChinaTime,
    EpochMilliseconds,
    EpochMillisecondsText,
    EpochSeconds,
    EpochSecondsText,
    WireTime,
)
from pandapon_async._core.schema.wire_times import (
    CHINA_TIME,
    EPOCH_MILLISECONDS,
    EPOCH_MILLISECONDS_TEXT,
    EPOCH_SECONDS,
    EPOCH_SECONDS_TEXT,
)
from pandapon_async._core.schema.wire_types import ANY, ListOf, WireType

CLASSES: list[type[WireTime]] = [ChinaTime, EpochSeconds, EpochSecondsText, EpochMilliseconds, EpochMillisecondsText]
FORMS: list[tuple[WireType, type[WireTime], Any]] = [
    (CHINA_TIME, ChinaTime, "2025-02-24 18:00:00"),
    (EPOCH_SECONDS, EpochSeconds, 1740391200),
    (EPOCH_SECONDS_TEXT, EpochSecondsText, "1740391200"),
    (EPOCH_MILLISECONDS, EpochMilliseconds, 1740391200000),
    (EPOCH_MILLISECONDS_TEXT, EpochMillisecondsText, "1740391200000"),
]
TYPES = [wire_type for wire_type, _, _ in FORMS]
MOMENT = datetime(2025, 2, 24, 10, tzinfo=UTC)
ZONES = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=ZONES)  # noqa: DTZ001 - zones are drawn


@pytest.mark.parametrize(("wire_type", "cls", "wire"), FORMS)
def test_an_answer_keeps_its_form_and_tells_the_moment(wire_type: WireType, cls: type[WireTime], wire: Any) -> None:
    value: Any = wire_type.decode(wire)
    assert value == wire
    assert type(value) is cls
    assert value.datetime == MOMENT
    assert wire_type.matches(value)
    assert wire_type.restore(value) == wire
    assert type(wire_type.restore(value)) is type(wire)


def test_china_is_eight_hours_ahead_in_summer_too() -> None:
    moment = ChinaTime("2025-07-01 00:00:00").datetime
    assert moment is not None
    assert moment.utcoffset() == timedelta(hours=8)
    assert moment == datetime(2025, 6, 30, 16, tzinfo=UTC)
    assert CHINA_STANDARD_TIME.tzname(None) == "CST"


@pytest.mark.parametrize(
    "value",
    [
        ChinaTime(""),
        ChinaTime("2025-02-30 00:00:00"),
        ChinaTime("2025-02-24"),
        ChinaTime("2025-02-24T18:00:00"),
        ChinaTime("2025-02-24 18:00:00\n"),
        ChinaTime("0000-01-01 00:00:00"),
        ChinaTime("٢٠٢٥-02-24 18:00:00"),
        EpochSeconds(10**12),
        EpochSeconds(-(10**30)),
        EpochSecondsText(""),
        EpochSecondsText("1e9"),
        EpochSecondsText("1740391200000"),
        EpochMillisecondsText("٣"),
        EpochMillisecondsText("9" * 10_000),
        EpochMilliseconds(10**400),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_time_has_no_moment(value: WireTime) -> None:
    assert value.datetime is None


@given(st.text() | st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\Z") | st.integers().map(str))
def test_asking_for_the_moment_never_raises(text: str) -> None:
    for cls in (ChinaTime, EpochSecondsText, EpochMillisecondsText):
        moment = cls(text).datetime
        if moment is not None:
            assert cls.from_datetime(moment) == text


@pytest.mark.parametrize("cls", CLASSES)
@given(moment=MOMENTS)
def test_a_moment_survives_to_the_precision_of_the_form(cls: type[WireTime], moment: datetime) -> None:
    again = cls.from_datetime(moment).datetime
    assert again is not None
    precision = timedelta(milliseconds=1) if "Milliseconds" in cls.__name__ else timedelta(seconds=1)
    assert timedelta(0) <= moment - again < precision


@pytest.mark.parametrize("cls", CLASSES)
def test_a_moment_without_a_zone_is_refused(cls: type[WireTime]) -> None:
    with pytest.raises(InvalidArgumentError, match="no time zone"):
        cls.from_datetime(datetime(2025, 2, 24))  # noqa: DTZ001 - the point of the test


def test_a_moment_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="out of range"):
        ChinaTime.from_datetime(datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize(("wire_type", "cls", "wire"), FORMS)
def test_requests_take_the_plain_form_the_class_and_a_moment(
    wire_type: WireType, cls: type[WireTime], wire: Any
) -> None:
    zone = timezone(timedelta(hours=-5))
    for value in (wire, cls(wire), cls.from_datetime(MOMENT), MOMENT, MOMENT.astimezone(zone)):
        encoded = wire_type.encode(value, "x")
        assert encoded == wire
        assert type(encoded) is type(wire)


@pytest.mark.parametrize(("wire_type", "_cls", "wire"), FORMS)
@pytest.mark.parametrize("other", CLASSES)
def test_another_unit_or_form_is_converted_by_its_moment(
    wire_type: WireType, _cls: type[WireTime], wire: Any, other: type[WireTime]
) -> None:
    assert wire_type.encode(other.from_datetime(MOMENT), "x") == wire


@pytest.mark.parametrize(
    ("wire_type", "value", "problem"),
    [
        (CHINA_TIME, datetime(2025, 2, 24), "x: has no time zone; pass an aware datetime"),  # noqa: DTZ001
        (CHINA_TIME, "tomorrow", "x: is no time in yyyy-MM-dd HH:mm:ss, China Standard Time"),
        (CHINA_TIME, 5, "x: expected str (yyyy-MM-dd HH:mm:ss, China Standard Time) or an aware datetime, got int"),
        (EPOCH_SECONDS, True, "x: expected int (seconds since the epoch) or an aware datetime, got bool"),
        (EPOCH_SECONDS, 1.5, "x: expected int (seconds since the epoch) or an aware datetime, got float"),
        (EPOCH_SECONDS, MOMENT.date(), "x: expected int (seconds since the epoch) or an aware datetime, got date"),
        (EPOCH_SECONDS, 1740391200000, "x: is no time in seconds since the epoch"),
        (EPOCH_MILLISECONDS_TEXT, "soon", "x: is no time in milliseconds since the epoch"),
        (EPOCH_MILLISECONDS, ChinaTime("soon"), "x: is no time"),
    ],
)
def test_what_is_no_time_is_refused_by_place(wire_type: WireType, value: object, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        wire_type.encode(value, "x")
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("wire_type", "wire", "kept"),
    [
        (EPOCH_SECONDS, "1740391200", EpochSecondsText),
        (EPOCH_SECONDS_TEXT, 1740391200, EpochSeconds),
        (EPOCH_MILLISECONDS, "1740391200000", EpochMillisecondsText),
    ],
)
def test_an_epoch_of_the_other_type_keeps_it_and_tells_the_moment(wire_type: WireType, wire: Any, kept: Any) -> None:
    value: Any = wire_type.decode(wire)
    assert type(value) is kept
    assert value.datetime == MOMENT
    assert wire_type.restore(value) == wire
    assert not wire_type.matches(value)


@pytest.mark.parametrize("wire_type", TYPES)
@given(value=st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.lists(st.text()))
def test_nothing_is_lost_whatever_comes(wire_type: WireType, value: Any) -> None:
    restored = wire_type.restore(wire_type.decode(value))
    assert restored == value
    assert type(restored) is type(value)


@pytest.mark.parametrize("wire_type", TYPES)
def test_a_model_with_a_moment_can_still_be_written_as_json(wire_type: WireType) -> None:
    dump_json(wire_type.restore(MOMENT))
    dump_json(wire_type.restore(datetime(2025, 2, 24)))  # noqa: DTZ001 - odd, but to_dict never raises
    dump_json(ListOf(wire_type).restore([MOMENT]))


@pytest.mark.parametrize("cls", CLASSES)
def test_times_copy_pickle_and_travel_inside_any_json(cls: type[WireTime]) -> None:
    value = cls.from_datetime(MOMENT)
    assert type(copy.deepcopy(value)) is cls
    assert type(pickle.loads(pickle.dumps(value))) is cls
    dump_json(ANY.encode({"at": value, value: [value]} if isinstance(value, str) else {"at": value}, "x"))
