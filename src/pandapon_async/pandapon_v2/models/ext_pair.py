"""The model ExtPair of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ExtPair"]


@model
class ExtPair(Model):
    """A piece of further data.

    Attributes:
        key: What it is.
        value: Its value; may be JSON text.
        desc: What it means.
    """

    key: str | None | Unset = wire_field("key", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET)
    desc: str | None | Unset = wire_field("desc", TEXT, default=UNSET)
