"""The model RefundPurchaseOrderLine of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
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

__all__ = ["RefundPurchaseOrderLine"]


@model
class RefundPurchaseOrderLine(Model):
    """Order line that is given back. The first five fields are documented, the others are from the v2 page.

    Attributes:
        create_time: When the line was created.
        currency: Currency code, CNY in the sample.
        item_image_url: Address of the item's picture.
        item_title: Title of the item.
        post_fee: Freight; unit not stated.
        sales_order_id: Order number at Taobao.
        supplier_id: Supplier id.
        quantity: Pieces.
        total_price: Total; unit not stated.
        product_fee: Price of the goods; unit not stated.
        sales_market: Market of the sale.
        purchase_order_line_id: Line id of the platform.
        purchase_order_id: Purchase order id of the platform.
        price: Price; unit not stated.
    """

    create_time: EpochMilliseconds | None | Unset = wire_field("createTime", EPOCH_MILLISECONDS, default=UNSET)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET)
    item_image_url: str | None | Unset = wire_field("itemImageUrl", TEXT, default=UNSET)
    item_title: str | None | Unset = wire_field("itemTitle", TEXT, default=UNSET)
    post_fee: int | None | Unset = wire_field("postFee", INTEGER, default=UNSET)
    sales_order_id: str | None | Unset = wire_field("salesOrderId", Id(), default=UNSET)
    supplier_id: str | None | Unset = wire_field("supplierId", Id("integer"), default=UNSET)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    total_price: int | None | Unset = wire_field("totalPrice", INTEGER, default=UNSET)
    product_fee: int | None | Unset = wire_field("productFee", INTEGER, default=UNSET)
    sales_market: str | None | Unset = wire_field("salesMarket", TEXT, default=UNSET)
    purchase_order_line_id: str | None | Unset = wire_field("purchaseOrderLineId", Id("integer"), default=UNSET)
    purchase_order_id: str | None | Unset = wire_field("purchaseOrderId", Id("integer"), default=UNSET)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
