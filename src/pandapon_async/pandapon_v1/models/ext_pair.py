"""The model ExtPair of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
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
    """A further value without a field of its own.

    Attributes:
        key: Key.
        value: Value; may be JSON text.
        desc: What it is.
    """

    key: str | None | Unset = wire_field("key", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET)
    desc: str | None | Unset = wire_field("desc", TEXT, default=UNSET)
