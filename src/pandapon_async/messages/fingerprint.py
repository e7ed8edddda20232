"""Tells whether two pushes are the same message, and prepares pushes for storage."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import attrs

from pandapon_async.messages.decoding import text_of

if TYPE_CHECKING:
    from pandapon_async._core.schema.events import Event

__all__ = ["Push", "prepare_push"]

#: Index entries have a size limit.
_MAX_TEXT: Final = 200
_INTEGER_BOUND: Final = 2**31


@attrs.frozen
class Push:
    """A push as it is stored.

    Attributes:
        fingerprint: Equal for pushes of equal content and time. Random where the push has no time: then the same
            content again may be a new message.
        once_fingerprint: For events that happen only once to an order: equal for pushes of equal content at any time.
            Otherwise ``None``.
        state: ``pending``, or ``dead_letter`` for a push that is too old to be handled.
        type: ``messageType``.
        platform: ``messagePlatform``.
        order_id: The order.
        pushed_at: When it was pushed, in seconds since the epoch.
        received_at: When it was received, likewise.
        body: The content as it was received.
        error: Why it is a dead letter.
    """

    fingerprint: str
    once_fingerprint: str | None
    state: Literal["pending", "dead_letter"]
    type: str
    platform: int | None
    order_id: str | None
    pushed_at: float | None
    received_at: float
    body: bytes = attrs.field(repr=False)
    error: str | None = None


def prepare_push(event: Event, body: bytes, received_at: float, max_age: float | None = None) -> Push:
    """Return what is stored of a push.

    Args:
        event: The push.
        body: The content that the event was read from.
        received_at: Now, in seconds since the epoch.
        max_age: Seconds after which a push is stored as a dead letter.
    """
    content = _exact_json(body)
    order_id = event.order_id
    pushed_at = event.pushed_at.timestamp() if event.pushed_at is not None else None
    too_old = max_age is not None and pushed_at is not None and pushed_at < received_at - max_age
    platform = event.platform
    return Push(
        fingerprint=secrets.token_hex(32) if pushed_at is None else _digest(content, body),
        once_fingerprint=_once_fingerprint(event, content, body),
        state="dead_letter" if too_old else "pending",
        type=_storable(event.message_type),
        platform=platform if platform is None or -_INTEGER_BOUND <= platform < _INTEGER_BOUND else None,
        order_id=_storable(order_id) if order_id is not None else None,
        pushed_at=pushed_at,
        received_at=received_at,
        body=body,
        error="TooOld" if too_old else None,
    )


def _once_fingerprint(event: Event, content: dict[str, Any] | None, body: bytes) -> str | None:
    if content is None or not event.once or event.order_id is None:
        return None
    # An order is created, paid or cancelled once, so the same content is the same change. A price can be changed back.
    return _digest({name: value for name, value in content.items() if name != "timestamp"}, body)


def _digest(content: Any, body: bytes) -> str:
    if content is not None:
        try:
            text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
        except RecursionError:
            # Nested as deeply as can be decoded; encoding needs a little more room.
            pass
        else:
            return hashlib.sha256(b"json:" + text.encode()).hexdigest()
    return hashlib.sha256(b"bytes:" + body).hexdigest()


def _exact_json(body: bytes) -> dict[str, Any] | None:
    """Return a push in a form that does not depend on spaces, the order of keys and the form of ``messageBody``.

    Everything else is preserved. Where JSON in Python would lose a difference, the result is ``None``: a number such as
    10.00, a key that occurs twice. Such pushes are the same only if their bytes are.
    """
    text = text_of(body)
    if text is None:
        return None
    try:
        content = _load_exactly(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    push = cast("dict[str, Any]", content)
    if isinstance(inner := push.get("messageBody"), str):
        try:
            decoded = _load_exactly(inner)
        except (ValueError, RecursionError):
            return push
        if isinstance(decoded, dict):
            # The documentation shows both forms.
            return {**push, "messageBody": decoded}
    return push


def _load_exactly(text: str) -> Any:
    """Decode JSON without losing anything.

    Raises:
        ValueError: It is not JSON, or something would be lost.
    """
    return json.loads(
        text,
        object_pairs_hook=_object,
        parse_int=lambda digits: _same(int(digits), digits),
        parse_float=lambda digits: _same(float(digits), digits),
        parse_constant=_refuse,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _same(value: float, digits: str) -> float:
    if repr(value) != digits:
        raise ValueError
    return value


def _refuse(_name: str) -> None:
    raise ValueError


def _storable(text: str) -> str:
    # PostgreSQL rejects NUL.
    return text[:_MAX_TEXT].replace("\0", "\N{REPLACEMENT CHARACTER}")
