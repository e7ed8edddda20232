"""The model OrderRating of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderRating"]


@model
class OrderRating(Model):
    """A rating.

    Attributes:
        star_level: Stars.
        content: Text.
        receiver_nick: Nickname of who is rated.
        poster_nick: Nickname of who rates.
        publish_time: When it was published; yyyyMMddHHmmssSSSZ on 1688.
    """

    star_level: int | None | Unset = wire_field("starLevel", INTEGER, default=UNSET)
    content: str | None | Unset = wire_field("content", TEXT, default=UNSET, personal=True)
    receiver_nick: str | None | Unset = wire_field("receiverNick", TEXT, default=UNSET, personal=True)
    poster_nick: str | None | Unset = wire_field("posterNick", TEXT, default=UNSET, personal=True)
    publish_time: str | None | Unset = wire_field("publishTime", TEXT, default=UNSET)
