"""What type checkers must know of the package of messages; checked, never run."""

from __future__ import annotations

from typing import assert_type

from pandapon_async._core.schema.times import ChinaTime
from pandapon_async._core.schema.unset import Unset
from pandapon_async.messages import (
    Event,
    Inbox,
    Messages,
    OrderCreated,
    OrderPaid,
    UnknownEvent,
    parse,
    sign,
)
from pandapon_async.xportcn_ka import OrderMessage

messages = Messages(secret=["new", "old"], access_key="key", inbox="inbox.sqlite")


@messages.on(OrderPaid)
async def paid(event: OrderPaid) -> None:
    assert_type(event.body, OrderMessage)
    assert_type(event.order_id, str | None)
    assert_type(event.body.pay_time, ChinaTime | None | Unset)


@messages.on(OrderCreated, OrderPaid)
async def either(event: OrderCreated | OrderPaid) -> int:
    return event.platform or 0


@messages.on(Event)
async def everything(event: Event) -> None:
    assert_type(event.message_type, str)


@messages.on(OrderPaid)  # type: ignore[arg-type]
async def wrong(event: UnknownEvent) -> None:  # pyright: ignore[reportArgumentType]
    assert_type(event, UnknownEvent)


async def run() -> None:
    async with messages.running() as inbox:
        assert_type(inbox, Inbox)
    assert_type(parse(b"{}"), Event)
    assert_type(sign(b"{}", "secret"), str)
