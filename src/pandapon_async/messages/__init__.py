"""Message pushes: verified, stored, then handled.

::

    from pandapon_async.messages import Messages, OrderPaid

    messages = Messages(secret=secret, access_key=key, inbox="inbox.sqlite")

    @messages.on(OrderPaid)
    async def paid(event: OrderPaid) -> None:
        print(event.order_id)

``messages`` is an ASGI application. It needs the extra ``messages``, and ``postgres`` for an inbox on PostgreSQL.
Reading and signing pushes needs neither. Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages.errors import (
        InboxError,
        InboxFullError,
        InboxLockedError,
        InboxLostError,
        InboxReadOnlyError,
        InboxVersionError,
        MalformedMessageError,
        MessagesError,
    )
    from pandapon_async.messages.events import EVENTS, UnknownEvent, parse
    from pandapon_async.messages.inbox import Inbox, open_inbox
    from pandapon_async.messages.receiver import ReceiverSettings
    from pandapon_async.messages.schedule import RetrySchedule
    from pandapon_async.messages.service import Messages
    from pandapon_async.messages.store import Counts, Entry, State
    from pandapon_async.messages.verification import HmacVerifier, TimeWindow, Unverified, Verifier, sign
    from pandapon_async.pandapon_v1.events import AlibabaOrderPriceChanged, TaobaoOrderPriceChanged
    from pandapon_async.xportcn_ka.events import (
        OrderCancelled,
        OrderCreated,
        OrderPaid,
        OrderPriceChanged,
        OrderRefundChanged,
    )

_HOMES: Final = {
    "_core.schema.events": ("Event",),
    "messages.errors": (
        "InboxError",
        "InboxFullError",
        "InboxLockedError",
        "InboxLostError",
        "InboxReadOnlyError",
        "InboxVersionError",
        "MalformedMessageError",
        "MessagesError",
    ),
    "messages.events": ("EVENTS", "UnknownEvent", "parse"),
    "messages.inbox": ("Inbox", "open_inbox"),
    "messages.receiver": ("ReceiverSettings",),
    "messages.schedule": ("RetrySchedule",),
    "messages.service": ("Messages",),
    "messages.store": ("Counts", "Entry", "State"),
    "messages.verification": ("HmacVerifier", "TimeWindow", "Unverified", "Verifier", "sign"),
    "pandapon_v1.events": ("AlibabaOrderPriceChanged", "TaobaoOrderPriceChanged"),
    "xportcn_ka.events": (
        "OrderCancelled",
        "OrderCreated",
        "OrderPaid",
        "OrderPriceChanged",
        "OrderRefundChanged",
    ),
}
_HOME_OF: Final = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "EVENTS",
    "AlibabaOrderPriceChanged",
    "Counts",
    "Entry",
    "Event",
    "HmacVerifier",
    "Inbox",
    "InboxError",
    "InboxFullError",
    "InboxLockedError",
    "InboxLostError",
    "InboxReadOnlyError",
    "InboxVersionError",
    "MalformedMessageError",
    "Messages",
    "MessagesError",
    "OrderCancelled",
    "OrderCreated",
    "OrderPaid",
    "OrderPriceChanged",
    "OrderRefundChanged",
    "ReceiverSettings",
    "RetrySchedule",
    "State",
    "TaobaoOrderPriceChanged",
    "TimeWindow",
    "UnknownEvent",
    "Unverified",
    "Verifier",
    "open_inbox",
    "parse",
    "sign",
]

if not TYPE_CHECKING:
    # Out of type checkers' sight: to them, a __getattr__ would make any name right.
    __getattr__, __dir__ = lazy_names(
        __name__,
        _HOME_OF,
        root="pandapon_async",
        missing={"sqlalchemy": 'Inboxes need SQLAlchemy. Install it with: pip install "pandapon-async[messages]"'},
    )
