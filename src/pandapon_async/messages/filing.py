"""What is kept of a push beside its bytes, and when two pushes are one message."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

import attrs

from pandapon_async.messages.events import UnknownEvent

if TYPE_CHECKING:
    from pandapon_async._core.schema.events import Event
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Push", "file_push"]

_LONGEST: Final = 200
_LARGEST: Final = 2**31


@attrs.frozen
class Push:
    """A push as it is stored.

    Attributes:
        digest: The same for pushes that say the same, the time of the push included; however they are written.
        change: The same for pushes of the same change, whenever they were pushed; ``None`` where that cannot be told.
        type: ``messageType``.
        platform: ``messagePlatform``.
        order_id: The order that it is about.
        pushed_at: When it was pushed, in seconds since the epoch.
        received_at: When it was received, likewise.
        body: The raw body.
    """

    digest: str
    change: str | None
    type: str
    platform: int | None
    order_id: str | None
    pushed_at: float | None
    received_at: float
    body: bytes = attrs.field(repr=False)


def file_push(event: Event, body: bytes, received_at: float) -> Push:
    """Return what is stored of a push."""
    content: JsonValue = event.content if isinstance(event, UnknownEvent) else event.body.to_dict()
    order_id = event.order_id
    change = None
    if event.once and order_id is not None:
        # An order is created, paid or cancelled once, so the same content means the same. A price may be changed back:
        # there the same content may be news.
        change = _digest([event.message_type, event.platform, content], body)
    moment = event.pushed_at
    platform = event.platform
    return Push(
        digest=_digest({**event.raw, "timestamp": str(event.timestamp), "messageBody": content}, body),
        change=change,
        type=_storable(event.message_type),
        platform=platform if platform is None or -_LARGEST <= platform < _LARGEST else None,
        order_id=_storable(order_id) if order_id is not None else None,
        pushed_at=moment.timestamp() if moment is not None else None,
        received_at=received_at,
        body=body,
    )


def _digest(value: Any, body: bytes) -> str:
    try:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    except (ValueError, RecursionError):
        # An integer of thousands of digits, or a nesting at the limit: told apart by their bytes.
        text = body
    return hashlib.sha256(text).hexdigest()


def _storable(text: str) -> str:
    # PostgreSQL takes no NUL, and an index no book.
    return text[:_LONGEST].replace("\0", "\N{REPLACEMENT CHARACTER}")
