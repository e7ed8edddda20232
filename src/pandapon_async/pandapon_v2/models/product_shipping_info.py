"""The model ProductShippingInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import NUMBER, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.shipping_time_guarantee import ShippingTimeGuarantee
    from pandapon_async.pandapon_v2.models.sku_shipping_detail import SkuShippingDetail
    from pandapon_async.pandapon_v2.models.sku_shipping_info import SkuShippingInfo

__all__ = ["ProductShippingInfo"]


@model
class ProductShippingInfo(Model):
    """Size, weight and dispatch of a 1688 product.

    Attributes:
        send_goods_address_text: Where it ships from.
        weight: Weight. Unit: kilograms.
        width: Width. Unit: centimetres.
        height: Height. Unit: centimetres.
        length: Length. Unit: centimetres.
        sku_shipping_info_list: Size and weight of each SKU.
        shipping_time_guarantee: Promise of dispatch.
        sku_shipping_details: Size and weight of each SKU, and where the figures are from.
        pkg_size_source: Where the figures are from; 商家自填 the seller, 官方测量 measured by 1688, 预测-同款放大 estimated.
        official_length: Length, measured by 1688. Unit: centimetres.
        official_width: Width, measured by 1688. Unit: centimetres.
        official_height: Height, measured by 1688. Unit: centimetres.
        official_weight: Weight, measured by 1688. Unit: kilograms.
    """

    send_goods_address_text: str | None | Unset = wire_field("sendGoodsAddressText", TEXT, default=UNSET)
    weight: float | None | Unset = wire_field("weight", NUMBER, default=UNSET, nullable=True)
    width: float | None | Unset = wire_field("width", NUMBER, default=UNSET, nullable=True)
    height: float | None | Unset = wire_field("height", NUMBER, default=UNSET, nullable=True)
    length: float | None | Unset = wire_field("length", NUMBER, default=UNSET, nullable=True)
    sku_shipping_info_list: list[SkuShippingInfo] | None | Unset = wire_field(
        "skuShippingInfoList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.sku_shipping_info:SkuShippingInfo")),
        default=UNSET,
        nullable=True,
    )
    shipping_time_guarantee: ShippingTimeGuarantee | str | None | Unset = wire_field(
        "shippingTimeGuarantee",
        OpenEnum("pandapon_async.pandapon_v2.models.shipping_time_guarantee:ShippingTimeGuarantee"),
        default=UNSET,
        nullable=True,
    )
    sku_shipping_details: list[SkuShippingDetail] | None | Unset = wire_field(
        "skuShippingDetails",
        ListOf(Nested("pandapon_async.pandapon_v2.models.sku_shipping_detail:SkuShippingDetail")),
        default=UNSET,
        nullable=True,
    )
    pkg_size_source: str | None | Unset = wire_field("pkgSizeSource", TEXT, default=UNSET, nullable=True)
    official_length: float | None | Unset = wire_field("officialLength", NUMBER, default=UNSET, nullable=True)
    official_width: float | None | Unset = wire_field("officialWidth", NUMBER, default=UNSET, nullable=True)
    official_height: float | None | Unset = wire_field("officialHeight", NUMBER, default=UNSET, nullable=True)
    official_weight: float | None | Unset = wire_field("officialWeight", NUMBER, default=UNSET, nullable=True)
