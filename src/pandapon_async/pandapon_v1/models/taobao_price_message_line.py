"""The model TaobaoPriceMessageLine of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TaobaoPriceMessageLine"]


@model
class TaobaoPriceMessageLine(Model):
    """A sub-order of a Taobao order, as message pushes have it. The page shows eight of 26 fields.

    Attributes:
        purchase_order_outer_id: Not explained; by its name the buyer's number of the order. Wire name:
            ``purchase_order_outer_id``.
        purchase_order_line_outer_id: Not explained; by its name the buyer's number of the sub-order. Wire name:
            ``purchase_order_line_outer_id``.
        close_time_without_payment: When it is closed unless it is paid. Wire name: ``close_time_without_payment``.
        detail_error_code: Code of an error. Wire name: ``detail_error_code``.
        product_amount: Amount of the goods as text; unit not stated. Wire name: ``product_amount``.
        logistic_company_name: Carrier. Wire name: ``logistic_company_name``.
        logistic_number: Waybill number. Wire name: ``logistic_number``.
        quantity: Pieces.
    """

    purchase_order_outer_id: str | None | Unset = wire_field("purchase_order_outer_id", Id(), default=UNSET)
    purchase_order_line_outer_id: str | None | Unset = wire_field("purchase_order_line_outer_id", Id(), default=UNSET)
    close_time_without_payment: ChinaTime | None | Unset = wire_field(
        "close_time_without_payment", CHINA_TIME, default=UNSET, nullable=True
    )
    detail_error_code: str | None | Unset = wire_field("detail_error_code", TEXT, default=UNSET, nullable=True)
    product_amount: Decimal | None | Unset = wire_field("product_amount", DECIMAL_TEXT, default=UNSET, nullable=True)
    logistic_company_name: str | None | Unset = wire_field("logistic_company_name", TEXT, default=UNSET, nullable=True)
    logistic_number: str | None | Unset = wire_field("logistic_number", Id(), default=UNSET, nullable=True)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET, nullable=True)
