"""The model QualityInspectionInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, NUMBER, TEXT, ListOf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["QualityInspectionInfo"]


@model
class QualityInspectionInfo(Model):
    """Result of an inspection.

    Attributes:
        status: Result in Chinese; 质检通过, passed, in the sample.
        weight: Weight; unit not stated.
        length: Length; unit not stated.
        width: Width; unit not stated. A string, unlike length and height.
        height: Height; unit not stated.
        failed_remark: What is wrong. Filled in the sample although the inspection is passed. Wire name:
            ``failed_remark``.
        images: Addresses of photos.
    """

    status: str | Unset = wire_field("status", TEXT, default=UNSET)
    weight: float | Unset = wire_field("weight", NUMBER, default=UNSET)
    length: int | Unset = wire_field("length", INTEGER, default=UNSET)
    width: Decimal | int | Unset = wire_field("width", DECIMAL_TEXT, default=UNSET)
    height: int | Unset = wire_field("height", INTEGER, default=UNSET)
    failed_remark: str | Unset = wire_field("failed_remark", TEXT, default=UNSET, personal=True)
    images: Sequence[str] | Unset = wire_field("images", ListOf(TEXT), default=UNSET)
