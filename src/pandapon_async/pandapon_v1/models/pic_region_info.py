"""The model PicRegionInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PicRegionInfo"]


@model
class PicRegionInfo(Model):
    """Subjects found in a picture; each is four numbers joined by commas.

    Attributes:
        current_region: The one that was searched.
        yolo_crop_region: All of them, joined by semicolons.
    """

    current_region: str | None | Unset = wire_field("currentRegion", TEXT, default=UNSET)
    yolo_crop_region: str | None | Unset = wire_field("yoloCropRegion", TEXT, default=UNSET)
