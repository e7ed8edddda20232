"""The model ProductItem of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v2.models.order_line_logistics_status import OrderLineLogisticsStatus
    from pandapon_async.pandapon_v2.models.order_line_refund_status import OrderLineRefundStatus
    from pandapon_async.pandapon_v2.models.order_status import OrderStatus
    from pandapon_async.pandapon_v2.models.sku_info import SkuInfo

__all__ = ["ProductItem"]


@model
class ProductItem(Model):
    """A line of a 1688 order.

    Attributes:
        cargo_number: The seller's number of the SKU.
        description: Not used by 1688.
        item_amount: What was paid for the line. Unit: yuan.
        name: Title of the product.
        price: Price of one piece before price changes. Unit: yuan.
        product_id: 1688 product id; a number, although requests of v2 take an opaque offerMapId. Wire name:
            ``productID``.
        product_img_url: Addresses of pictures.
        product_snapshot_url: Page that shows the product as it was when ordered.
        quantity: How many were bought.
        refund: What was refunded. Unit: yuan.
        sku_id: SKU id. Wire name: ``skuID``.
        sort: Not used by 1688.
        status: State of the line.
        sub_item_id: Order line id. subItemIDString holds it as text. Wire name: ``subItemID``.
        type_: Kind of line; common in the sample.
        unit: Unit in which it is sold.
        weight: Weight.
        weight_unit: Unit of the weight.
        guarantees_terms: What the seller guarantees for the line.
        product_cargo_number: The seller's number of the product.
        sku_infos: Attributes of the SKU.
        entry_discount: Price change of the line; unit not stated.
        spec_id: Specification id.
        quantity_factor: Power of ten behind the quantity.
        status_str: State in Chinese.
        refund_status: State of the refund.
        close_reason: Why the line was closed.
        logistics_status: How far the goods are.
        gmt_create: When the line was created; yyyyMMddHHmmssSSSZ on 1688.
        gmt_modified: When it was last changed; yyyyMMddHHmmssSSSZ on 1688.
        gmt_completed: When it was completed; yyyyMMddHHmmssSSSZ on 1688.
        gmt_pay_expire_time: Until when it can be paid.
        refund_id: Refund opened while the order was running.
        sub_item_id_string: Order line id as text. Wire name: ``subItemIDString``.
        refund_id_for_as: Refund opened after the order was completed.
        share_postage: Share of the freight. Unit: yuan.
        erp_material_code: Material code of an ERP; seen in an old SDK only.
        item_discount_fee: Saving of the item; seen in an old SDK only.
    """

    cargo_number: str | None | Unset = wire_field("cargoNumber", TEXT, default=UNSET, nullable=True)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET, nullable=True)
    item_amount: float | None | Unset = wire_field("itemAmount", NUMBER, default=UNSET)
    name: str | None | Unset = wire_field("name", TEXT, default=UNSET)
    price: float | None | Unset = wire_field("price", NUMBER, default=UNSET)
    product_id: str | None | Unset = wire_field("productID", Id("integer"), default=UNSET, nullable=True)
    product_img_url: list[str] | None | Unset = wire_field("productImgUrl", ListOf(TEXT), default=UNSET)
    product_snapshot_url: str | None | Unset = wire_field("productSnapshotUrl", TEXT, default=UNSET)
    quantity: float | None | Unset = wire_field("quantity", NUMBER, default=UNSET)
    refund: float | None | Unset = wire_field("refund", NUMBER, default=UNSET)
    sku_id: str | None | Unset = wire_field("skuID", Id("integer"), default=UNSET, nullable=True)
    sort: int | None | Unset = wire_field("sort", INTEGER, default=UNSET, nullable=True)
    status: OrderStatus | str | None | Unset = wire_field(
        "status", OpenEnum("pandapon_async.pandapon_v2.models.order_status:OrderStatus"), default=UNSET
    )
    sub_item_id: str | None | Unset = wire_field("subItemID", Id("integer"), default=UNSET)
    type_: str | None | Unset = wire_field("type", TEXT, default=UNSET)
    unit: str | None | Unset = wire_field("unit", TEXT, default=UNSET)
    weight: str | None | Unset = wire_field("weight", TEXT, default=UNSET, nullable=True)
    weight_unit: str | None | Unset = wire_field("weightUnit", TEXT, default=UNSET, nullable=True)
    guarantees_terms: list[GuaranteesTerms] | None | Unset = wire_field(
        "guaranteesTerms",
        ListOf(Nested("pandapon_async.pandapon_v2.models.guarantees_terms:GuaranteesTerms")),
        default=UNSET,
        nullable=True,
    )
    product_cargo_number: str | None | Unset = wire_field("productCargoNumber", TEXT, default=UNSET, nullable=True)
    sku_infos: list[SkuInfo] | None | Unset = wire_field(
        "skuInfos", ListOf(Nested("pandapon_async.pandapon_v2.models.sku_info:SkuInfo")), default=UNSET, nullable=True
    )
    entry_discount: int | None | Unset = wire_field("entryDiscount", INTEGER, default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    quantity_factor: float | None | Unset = wire_field("quantityFactor", NUMBER, default=UNSET)
    status_str: str | None | Unset = wire_field("statusStr", TEXT, default=UNSET)
    refund_status: OrderLineRefundStatus | str | None | Unset = wire_field(
        "refundStatus",
        OpenEnum("pandapon_async.pandapon_v2.models.order_line_refund_status:OrderLineRefundStatus"),
        default=UNSET,
        nullable=True,
    )
    close_reason: str | None | Unset = wire_field("closeReason", TEXT, default=UNSET, nullable=True)
    logistics_status: OrderLineLogisticsStatus | int | None | Unset = wire_field(
        "logisticsStatus",
        OpenEnum("pandapon_async.pandapon_v2.models.order_line_logistics_status:OrderLineLogisticsStatus", "integer"),
        default=UNSET,
    )
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    gmt_completed: str | None | Unset = wire_field("gmtCompleted", TEXT, default=UNSET, nullable=True)
    gmt_pay_expire_time: ChinaTime | None | Unset = wire_field(
        "gmtPayExpireTime", CHINA_TIME, default=UNSET, nullable=True
    )
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET, nullable=True)
    sub_item_id_string: str | None | Unset = wire_field("subItemIDString", Id(), default=UNSET)
    refund_id_for_as: str | None | Unset = wire_field("refundIdForAs", Id(), default=UNSET, nullable=True)
    share_postage: float | None | Unset = wire_field("sharePostage", NUMBER, default=UNSET, nullable=True)
    erp_material_code: str | None | Unset = wire_field("erpMaterialCode", TEXT, default=UNSET, nullable=True)
    item_discount_fee: float | None | Unset = wire_field("itemDiscountFee", NUMBER, default=UNSET, nullable=True)
