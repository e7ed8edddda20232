"""The model OrderProductItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
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
    from pandapon_async.pandapon_v1.models.alibaba_order_status import AlibabaOrderStatus
    from pandapon_async.pandapon_v1.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v1.models.line_logistics_status import LineLogisticsStatus
    from pandapon_async.pandapon_v1.models.line_refund_status import LineRefundStatus
    from pandapon_async.pandapon_v1.models.order_sku_info import OrderSkuInfo

__all__ = ["OrderProductItem"]


@model
class OrderProductItem(Model):
    """A line of a 1688 order.

    Attributes:
        cargo_number: Item number of the SKU, given by the seller.
        description: Not used by 1688.
        item_amount: Paid for the line. Unit: yuan.
        name: Name of the product.
        price: Original price of one piece. Unit: yuan.
        product_id: 1688 product id. Wire name: ``productID``.
        product_img_url: Addresses of pictures.
        product_snapshot_url: Page that shows the product as it was ordered.
        quantity: How many.
        refund: Given back. Unit: yuan.
        sku_id: SKU id. Wire name: ``skuID``.
        sort: Not filled by 1688.
        status: State of the line.
        sub_item_id: Line id; subItemIDString is the safer one. Wire name: ``subItemID``.
        type_: Kind of line; common in the sample.
        unit: What one piece is called, such as 件.
        weight: Weight.
        weight_unit: Unit of the weight.
        guarantees_terms: Guarantees of the line.
        product_cargo_number: Item number of the product, given by the seller.
        sku_infos: Attributes that make up the SKU.
        entry_discount: Change of the price; unit not stated.
        spec_id: Specification id.
        quantity_factor: Power of ten that the quantity is exact to.
        status_str: State in Chinese words.
        refund_status: State of a refund.
        close_reason: Why the line was closed.
        logistics_status: How far it was shipped.
        gmt_create: When it was created.
        gmt_modified: When it was changed.
        gmt_completed: When it was completed.
        gmt_pay_expire_time: When it has to be paid by; another form than the other times.
        refund_id: Refund during the trade.
        sub_item_id_string: Line id as text. Wire name: ``subItemIDString``.
        refund_id_after_sales: Refund after the trade. Wire name: ``refundIdForAs``.
        share_postage: Part of the freight. Unit: yuan.
        erp_material_code: Material code of a planning system; in an older version only.
        item_discount_fee: Saving; in an older version only, unit not stated.
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
    status: AlibabaOrderStatus | str | None | Unset = wire_field(
        "status", OpenEnum("pandapon_async.pandapon_v1.models.alibaba_order_status:AlibabaOrderStatus"), default=UNSET
    )
    sub_item_id: str | None | Unset = wire_field("subItemID", Id("integer"), default=UNSET)
    type_: str | None | Unset = wire_field("type", TEXT, default=UNSET)
    unit: str | None | Unset = wire_field("unit", TEXT, default=UNSET)
    weight: str | None | Unset = wire_field("weight", TEXT, default=UNSET, nullable=True)
    weight_unit: str | None | Unset = wire_field("weightUnit", TEXT, default=UNSET, nullable=True)
    guarantees_terms: list[GuaranteesTerms] | None | Unset = wire_field(
        "guaranteesTerms",
        ListOf(Nested("pandapon_async.pandapon_v1.models.guarantees_terms:GuaranteesTerms")),
        default=UNSET,
        nullable=True,
    )
    product_cargo_number: str | None | Unset = wire_field("productCargoNumber", TEXT, default=UNSET, nullable=True)
    sku_infos: list[OrderSkuInfo] | None | Unset = wire_field(
        "skuInfos",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_sku_info:OrderSkuInfo")),
        default=UNSET,
        nullable=True,
    )
    entry_discount: int | None | Unset = wire_field("entryDiscount", INTEGER, default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    quantity_factor: float | None | Unset = wire_field("quantityFactor", NUMBER, default=UNSET)
    status_str: str | None | Unset = wire_field("statusStr", TEXT, default=UNSET)
    refund_status: LineRefundStatus | str | None | Unset = wire_field(
        "refundStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.line_refund_status:LineRefundStatus"),
        default=UNSET,
        nullable=True,
    )
    close_reason: str | None | Unset = wire_field("closeReason", TEXT, default=UNSET, nullable=True)
    logistics_status: LineLogisticsStatus | int | None | Unset = wire_field(
        "logisticsStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.line_logistics_status:LineLogisticsStatus", "integer"),
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
    refund_id_after_sales: str | None | Unset = wire_field("refundIdForAs", Id(), default=UNSET, nullable=True)
    share_postage: float | None | Unset = wire_field("sharePostage", NUMBER, default=UNSET, nullable=True)
    erp_material_code: str | None | Unset = wire_field("erpMaterialCode", TEXT, default=UNSET, nullable=True)
    item_discount_fee: float | None | Unset = wire_field("itemDiscountFee", NUMBER, default=UNSET, nullable=True)
