"""The model PurchaseOrderLine of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import EPOCH_MILLISECONDS
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import EpochMilliseconds
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PurchaseOrderLine"]


@model
class PurchaseOrderLine(Model):
    """An order line on Taobao. The page breaks off after price, so there are further fields.

    Attributes:
        sales_order_id: Order number on Taobao.
        supplier_id: Supplier id.
        quantity: Pieces.
        total_price: Total; unit not stated.
        item_title: Title of the item.
        post_fee: Freight; unit not stated.
        product_fee: Price of the goods; unit not stated.
        sales_market: Market in which it is sold.
        purchase_order_line_id: Order line id of the platform.
        create_time: When the line was created.
        purchase_order_id: Order id of the platform.
        price: Price of one piece; unit not stated.
    """

    sales_order_id: str | None | Unset = wire_field("salesOrderId", Id(), default=UNSET)
    supplier_id: str | None | Unset = wire_field("supplierId", Id("integer"), default=UNSET)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    total_price: int | None | Unset = wire_field("totalPrice", INTEGER, default=UNSET)
    item_title: str | None | Unset = wire_field("itemTitle", TEXT, default=UNSET)
    post_fee: int | None | Unset = wire_field("postFee", INTEGER, default=UNSET)
    product_fee: int | None | Unset = wire_field("productFee", INTEGER, default=UNSET)
    sales_market: str | None | Unset = wire_field("salesMarket", TEXT, default=UNSET)
    purchase_order_line_id: str | None | Unset = wire_field("purchaseOrderLineId", Id("integer"), default=UNSET)
    create_time: EpochMilliseconds | None | Unset = wire_field("createTime", EPOCH_MILLISECONDS, default=UNSET)
    purchase_order_id: str | None | Unset = wire_field("purchaseOrderId", Id("integer"), default=UNSET)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
