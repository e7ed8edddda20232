"""The model ExtAttribute of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ExtAttribute"]


@model
class ExtAttribute(Model):
    """A piece of further data of an order.

    Attributes:
        key: What it is.
        value: Its value.
        description: What it means.
    """

    key: str | None | Unset = wire_field("key", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
