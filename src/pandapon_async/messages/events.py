"""From the bytes of a push to an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from pandapon_async._core.schema.events import Event, event
from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.times import EpochMilliseconds, EpochMillisecondsText
from pandapon_async.messages.errors import MalformedMessageError
from pandapon_async.pandapon_v1 import events as pandapon_v1_events
from pandapon_async.xportcn_ka import events as xportcn_ka_events

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["EVENTS", "UnknownEvent", "has_content", "parse", "read_event"]

#: The class of each type of message that is documented. The pages of PandaPon v2 name no type.
EVENTS: Final[dict[str, type[Event]]] = {**pandapon_v1_events.EVENTS, **xportcn_ka_events.EVENTS}


@event
class UnknownEvent(Event):
    """A message of a type that is not documented.

    Attributes:
        content: ``messageBody``, read where it is JSON in a string; otherwise as it came.
    """

    content: JsonValue = attrs.field(default=None)

    @property
    def order_id(self) -> str | None:
        """What ``messageBody`` calls ``orderId``, as the documented messages do; ``None`` where there is none."""
        found = self.content.get("orderId") if isinstance(self.content, dict) else None
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        return found if isinstance(found, str) and found else None


def parse(push: bytes | str) -> Event:
    """Read a push.

    Never refuses what is odd inside: a known type with odd fields keeps them as they came, an unknown type becomes an
    :class:`UnknownEvent`.

    Raises:
        MalformedMessageError: It is no JSON object.
    """
    try:
        envelope = load_json(push)
    except JsonError:
        raise MalformedMessageError("the push is no JSON") from None
    if not isinstance(envelope, dict):
        raise MalformedMessageError("the push is no JSON object")
    return read_event(envelope)


def read_event(envelope: JsonObject) -> Event:
    """Make an event of a push that is decoded already; see :func:`parse`."""
    name = envelope.get("messageType")
    platform = envelope.get("messagePlatform")
    content = _content(envelope.get("messageBody"))
    common: dict[str, Any] = {
        "message_type": name if isinstance(name, str) else "",
        "platform": platform if isinstance(platform, int) and not isinstance(platform, bool) else None,
        "timestamp": _timestamp(envelope.get("timestamp")),
        "raw": envelope,
    }
    cls = EVENTS.get(name) if isinstance(name, str) else None
    if cls is None:
        return UnknownEvent(**common, content=content)
    body = cls.body_class.from_dict(content if isinstance(content, dict) else {})
    return cls(**common, body=body)


def has_content(envelope: JsonObject) -> bool:
    """Tell whether a JSON object is a message: it has a type, or a body at least."""
    return bool(envelope.get("messageType")) or envelope.get("messageBody") not in (None, "", {})


def _content(body: JsonValue) -> JsonValue:
    """Return ``messageBody`` read, where it is JSON in a string."""
    if not isinstance(body, str):
        return body
    try:
        return load_json(body)
    except JsonError:
        return body


def _timestamp(value: JsonValue) -> EpochMillisecondsText | EpochMilliseconds | None:
    if isinstance(value, str) and value:
        return EpochMillisecondsText(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return EpochMilliseconds(value)
    return None
