"""The model ProductImage of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductImage"]


@model
class ProductImage(Model):
    """Pictures of a 1688 product.

    Attributes:
        images: Addresses.
        white_image: Picture on white ground.
    """

    images: list[str] | None | Unset = wire_field("images", ListOf(TEXT), default=UNSET)
    white_image: str | None | Unset = wire_field("whiteImage", TEXT, default=UNSET, nullable=True)
