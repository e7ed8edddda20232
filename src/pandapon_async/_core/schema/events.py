"""Message pushes: what all types of them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, dataclass_transform

import attrs

from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.unset import UNSET

if TYPE_CHECKING:
    import datetime as dt

    from pandapon_async._core.schema.json import JsonObject

__all__ = ["Event", "event"]

EventT = TypeVar("EventT", bound="type[Event]")


def _empty() -> JsonObject:
    return {}


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
def event(cls: EventT) -> EventT:
    """Make a class of events."""
    return attrs.frozen(cls, slots=True, kw_only=True, repr=False)


@event
class Event:
    """A message that the platform pushed: something happened to an order.

    It describes the order at the time of the push. Pushes arrive in any order and may arrive twice, so read the order
    again where its current state matters.

    Attributes:
        message_type: ``messageType``; empty where the push has none.
        platform: ``messagePlatform``: 0 Taobao, 1 1688; ``None`` where it is missing or not an integer.
        timestamp: The time of the push as it came; ``None`` where the push has none. ``pushed_at`` is the moment.
        pushed_at: When it was pushed, with a time zone; ``None`` where ``timestamp`` is missing or not a time.
        raw: The whole push; empty where it is not a JSON object.
        body: The content of ``messageBody``.
    """

    #: The ``messageType`` of this class; empty for a class of several types.
    type_name: ClassVar[str] = ""
    #: The surface that documents it.
    surface: ClassVar[str] = ""
    #: Whether it happens only once to an order, so that the same content again is the same change.
    once: ClassVar[bool] = False
    body_class: ClassVar[type[Model]] = Model
    order_id_paths: ClassVar[tuple[str, ...]] = ()

    message_type: str
    platform: int | None = None
    timestamp: str | float | None = None
    pushed_at: dt.datetime | None = None
    raw: JsonObject = attrs.field(factory=_empty)
    body: Model = attrs.field(factory=Model)

    @property
    def order_id(self) -> str | None:
        """The platform's number of the order; ``None`` where the push does not contain it."""
        for path in self.order_id_paths:
            value: object = self.body
            for attribute in path.split("."):
                value = getattr(value, attribute, UNSET)
            if isinstance(value, str) and value:
                return str(value)
        return None

    def __repr__(self) -> str:
        # Without the content of unknown bodies: any part of it may be personal data.
        return (
            f"{type(self).__name__}(message_type={self.message_type!r}, platform={self.platform!r}, "
            f"timestamp={self.timestamp!r}, body={self.body!r})"
        )
