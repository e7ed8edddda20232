"""Only type-checked, never run: times, and the items of paged lists, as users see them."""

from __future__ import annotations

from contextlib import aclosing
from datetime import UTC, datetime
from typing import assert_type

from pandapon_async._core.call.paging import Items
from pandapon_async._core.schema.times import ChinaTime, EpochMilliseconds, EpochSecondsText, WireTime


def times(paid: ChinaTime, made: EpochMilliseconds, any_time: WireTime) -> None:
    assert_type(paid.datetime, datetime | None)
    assert_type(made.datetime, datetime | None)
    assert_type(any_time.datetime, datetime | None)
    assert_type(ChinaTime.from_datetime(datetime.now(UTC)), ChinaTime)
    assert_type(EpochSecondsText.from_datetime(datetime.now(UTC)), EpochSecondsText)
    text: str = paid
    number: int = made
    assert_type(text[:10], str)
    assert_type(number + 1, int)


async def pages(items: Items[str]) -> None:
    async for item in items:
        assert_type(item, str)
    async with items as same:
        assert_type(same, Items[str])
    async with aclosing(items) as same:
        assert_type(await anext(same), str)
    assert_type([each async for each in items], list[str])
