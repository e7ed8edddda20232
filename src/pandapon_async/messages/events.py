"""Reads pushes into events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from pandapon_async._core.schema.events import Event, event
from pandapon_async._core.schema.json import JsonError
from pandapon_async.messages.decoding import read_json
from pandapon_async.messages.moments import read_moment
from pandapon_async.pandapon_v1 import events as pandapon_v1_events
from pandapon_async.xportcn_ka import events as xportcn_ka_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["EVENTS", "UnknownEvent", "has_content", "parse", "read_body"]

#: The class of each documented type of message. The pages of PandaPon v2 name no type.
EVENTS: Final[dict[str, type[Event]]] = {**pandapon_v1_events.EVENTS, **xportcn_ka_events.EVENTS}

#: Names of the fields in envelopes that are not the documented one, without case, hyphens and underscores. Among them
#: are those of 1688's own messages: type, gmtBorn, data.
_TYPE: Final = ("messagetype", "msgtype", "type")
_BODY: Final = ("messagebody", "msgbody", "data", "body", "content", "payload", "message")
_PLATFORM: Final = ("messageplatform", "platform")
_TIMESTAMP: Final = ("timestamp", "gmtborn")
_ORDER_ID: Final = ("orderid",)
#: How deep an envelope is looked for in other objects, and how often JSON is encoded as text in JSON.
_MAX_DEPTH: Final = 4


@event
class UnknownEvent(Event):
    """A message that is not documented, or not in the documented form.

    ``message_type``, ``platform``, ``timestamp`` and ``order_id`` are filled in where fields of these names were found.

    Attributes:
        content: The content of ``messageBody``, decoded where it is JSON in a string. The whole push where that has
            another form; as text where it is not JSON, with U+FFFD for each byte that is not UTF-8.
        reason: Why it is unknown.
    """

    content: JsonValue = attrs.field(default=None)
    reason: str = "its messageType is not documented"

    @property
    def order_id(self) -> str | None:
        """The value of ``orderId`` or ``order_id`` in the content; ``None`` where there is none."""
        for found in _objects(self.content):
            value = _first(found, _ORDER_ID)
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
            if isinstance(value, str) and value:
                return value
        return None


def parse(push: bytes | str) -> Event:
    """Read a push, whatever it contains.

    A push of a documented type whose body is an object becomes the event of that type; fields of the wrong type keep
    their value. Any other push becomes an :class:`UnknownEvent`.
    """
    try:
        value = read_json(push)
    except JsonError:
        text = push if isinstance(push, str) else push.decode(errors="replace")
        return UnknownEvent(message_type="", content=text, reason="it is not JSON")
    if isinstance(value, dict) and ("messageType" in value or "messageBody" in value):
        return _documented_form(value)
    return _other_form(value)


def _documented_form(push: JsonObject) -> Event:
    name = push.get("messageType")
    content = read_body(push.get("messageBody"))
    common = _common(push, name, push.get("messagePlatform"), push.get("timestamp"))
    cls = EVENTS.get(name) if isinstance(name, str) else None
    if cls is None:
        return UnknownEvent(**common, content=content)
    if not isinstance(content, dict):
        return UnknownEvent(**common, content=content, reason="its messageBody is not a JSON object")
    return cls(**common, body=cls.body_class.from_dict(content))


def _other_form(push: JsonValue) -> UnknownEvent:
    envelopes = list(_objects(push))
    nothing: JsonObject = {}
    envelope = next((found for found in envelopes if isinstance(_first(found, _TYPE), str)), nothing)
    times = (_first(found, _TIMESTAMP) for found in envelopes)
    common = _common(
        push if isinstance(push, dict) else {},
        _first(envelope, _TYPE),
        _first(envelope, _PLATFORM),
        next((found for found in times if found is not None), None),
    )
    return UnknownEvent(**common, content=push, reason="it has another form than the documented one")


def _common(raw: JsonObject, name: JsonValue, platform: JsonValue, timestamp: JsonValue) -> dict[str, Any]:
    return {
        "message_type": name if isinstance(name, str) else "",
        "platform": platform if isinstance(platform, int) and not isinstance(platform, bool) else None,
        "timestamp": timestamp
        if isinstance(timestamp, int | float | str) and not isinstance(timestamp, bool)
        else None,
        "pushed_at": read_moment(timestamp),
        "raw": raw,
    }


def has_content(push: JsonValue) -> bool:
    """Tell whether JSON contains a message: it is an object with a type or a body."""
    return isinstance(push, dict) and any(_first(push, names) not in (None, "", {}) for names in (_TYPE, _BODY))


def read_body(body: JsonValue) -> JsonValue:
    """Return ``messageBody``, decoded where it is JSON in a string, also where it was encoded more than once."""
    found = body
    for _ in range(_MAX_DEPTH):
        if not isinstance(found, str):
            return found
        try:
            found = read_json(found)
        except JsonError:
            return found
    return found


def _objects(value: JsonValue) -> Iterator[JsonObject]:
    """Yield an object and the objects that are nested in it as the bodies of envelopes, from outside to inside."""
    for _ in range(_MAX_DEPTH):
        value = read_body(value)
        if not isinstance(value, dict):
            return
        yield value
        value = _first(value, _BODY)


def _first(found: JsonObject, names: tuple[str, ...]) -> JsonValue:
    """Return the value of the first of these names that an object has, however it is spelt."""
    values = {name.replace("_", "").replace("-", "").lower(): value for name, value in found.items()}
    return next((values[name] for name in names if values.get(name) is not None), None)
