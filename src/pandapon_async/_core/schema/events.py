"""Message pushes: what all types of them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, dataclass_transform

import attrs

from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.unset import UNSET

if TYPE_CHECKING:
    import datetime as dt

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.times import EpochMilliseconds, EpochMillisecondsText

__all__ = ["Event", "event"]

EventT = TypeVar("EventT", bound="type[Event]")


def _nothing() -> JsonObject:
    return {}


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
def event(cls: EventT) -> EventT:
    """Make a class of events."""
    return attrs.frozen(cls, slots=True, kw_only=True, repr=False)


@event
class Event:
    """A message that the platform pushed: that something happened to an order.

    What it says was true when it was pushed. Pushes come in any order and may come twice, so read the order again
    where it matters.

    Attributes:
        message_type: ``messageType`` as it came.
        platform: ``messagePlatform`` as it came: 0 Taobao, 1 1688; ``None`` where there is none, or it is no number.
        timestamp: When it was pushed, as it came; ``None`` where there is none. ``pushed_at`` is the moment.
        raw: The whole push as it came.
        body: What ``messageBody`` holds.
    """

    #: The ``messageType`` that becomes this class; empty for a class of several.
    type_name: ClassVar[str] = ""
    #: The surface that documents it.
    surface: ClassVar[str] = ""
    #: Whether it happens once only to an order, so that the same body again means the same change.
    once: ClassVar[bool] = False
    body_class: ClassVar[type[Model]] = Model
    order_id_paths: ClassVar[tuple[str, ...]] = ()

    message_type: str
    platform: int | None = None
    timestamp: EpochMillisecondsText | EpochMilliseconds | None = None
    raw: JsonObject = attrs.field(factory=_nothing)
    body: Model = attrs.field(factory=Model)

    @property
    def pushed_at(self) -> dt.datetime | None:
        """When it was pushed, in UTC; ``None`` where the push does not tell."""
        return self.timestamp.datetime if self.timestamp is not None else None

    @property
    def order_id(self) -> str | None:
        """The platform's number of the order, ``None`` where the push does not tell."""
        for path in self.order_id_paths:
            value: object = self.body
            for attribute in path.split("."):
                value = getattr(value, attribute, UNSET)
            if isinstance(value, str) and value:
                return str(value)
        return None

    def __repr__(self) -> str:
        # Nothing of an unknown body: nobody knows what in it is personal.
        return (
            f"{type(self).__name__}(message_type={self.message_type!r}, platform={self.platform!r}, "
            f"timestamp={self.timestamp!r}, body={self.body!r})"
        )
