"""The model AlibabaOrderList of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.alibaba_order_from_v2 import AlibabaOrderFromV2

__all__ = ["AlibabaOrderList"]


@model
class AlibabaOrderList(Model):
    """Orders on 1688.

    Attributes:
        result: Orders. Shipments are missing here.
        error_code: Error code.
        error_message: Text for the error.
        total_record: Number of orders in all.
    """

    result: list[AlibabaOrderFromV2] | None | Unset = wire_field(
        "result",
        ListOf(Nested("pandapon_async.pandapon_v1.models.alibaba_order_from_v2:AlibabaOrderFromV2")),
        default=UNSET,
    )
    error_code: str | None | Unset = wire_field("errorCode", TEXT, default=UNSET, nullable=True)
    error_message: str | None | Unset = wire_field("errorMessage", TEXT, default=UNSET, nullable=True)
    total_record: int | None | Unset = wire_field("totalRecord", INTEGER, default=UNSET)
