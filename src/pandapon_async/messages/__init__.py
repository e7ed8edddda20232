"""Message pushes: verified, stored, then handled.

::

    from pandapon_async.messages import Messages, OrderPaid

    messages = Messages(secret=secret, access_key=key, inbox="inbox.sqlite")

    @messages.on(OrderPaid)
    async def paid(event: OrderPaid) -> None:
        print(event.order_id)

``messages`` is an ASGI application. It needs the extra ``messages``, and ``postgres`` for an inbox on PostgreSQL.
``Webhook`` verifies and reads pushes without an inbox and needs neither. Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages.errors import InboxError, VerificationError
    from pandapon_async.messages.events import UnknownEvent, parse
    from pandapon_async.messages.inbox import Inbox, open_inbox
    from pandapon_async.messages.receiver import ReceiverSettings
    from pandapon_async.messages.schedule import RetrySchedule
    from pandapon_async.messages.service import Messages
    from pandapon_async.messages.verification import Verifier, sign, sign_push
    from pandapon_async.messages.webhook import Webhook
    from pandapon_async.pandapon_v1.events import AlibabaOrderPriceChanged, TaobaoOrderPriceChanged
    from pandapon_async.xportcn_ka.events import (
        OrderCancelled,
        OrderCreated,
        OrderPaid,
        OrderPriceChanged,
        OrderRefundChanged,
    )

_MODULES: Final = {
    "_core.schema.events": ("Event",),
    "messages.errors": ("InboxError", "VerificationError"),
    "messages.events": ("UnknownEvent", "parse"),
    "messages.inbox": ("Inbox", "open_inbox"),
    "messages.receiver": ("ReceiverSettings",),
    "messages.schedule": ("RetrySchedule",),
    "messages.service": ("Messages",),
    "messages.verification": ("Verifier", "sign", "sign_push"),
    "messages.webhook": ("Webhook",),
    "pandapon_v1.events": ("AlibabaOrderPriceChanged", "TaobaoOrderPriceChanged"),
    "xportcn_ka.events": (
        "OrderCancelled",
        "OrderCreated",
        "OrderPaid",
        "OrderPriceChanged",
        "OrderRefundChanged",
    ),
}
_MODULE_OF: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AlibabaOrderPriceChanged",
    "Event",
    "Inbox",
    "InboxError",
    "Messages",
    "OrderCancelled",
    "OrderCreated",
    "OrderPaid",
    "OrderPriceChanged",
    "OrderRefundChanged",
    "ReceiverSettings",
    "RetrySchedule",
    "TaobaoOrderPriceChanged",
    "UnknownEvent",
    "VerificationError",
    "Verifier",
    "Webhook",
    "open_inbox",
    "parse",
    "sign",
    "sign_push",
]

if not TYPE_CHECKING:
    # Hidden from type checkers: to them, a __getattr__ would make any name valid.
    __getattr__, __dir__ = lazy_names(
        __name__,
        _MODULE_OF,
        root="pandapon_async",
        missing={"sqlalchemy": 'Inboxes need SQLAlchemy. Install it with: pip install "pandapon-async[messages]"'},
    )
