"""The model AlibabaOrderFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, OBJECT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.encrypt_out_order_info import EncryptOutOrderInfo
    from pandapon_async.pandapon_v1.models.ext_attribute import ExtAttribute
    from pandapon_async.pandapon_v1.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v1.models.invoicing_setting import InvoicingSetting
    from pandapon_async.pandapon_v1.models.native_logistics_from_v2 import NativeLogisticsFromV2
    from pandapon_async.pandapon_v1.models.order_base_info_from_v2 import OrderBaseInfoFromV2
    from pandapon_async.pandapon_v1.models.order_biz_info_from_v2 import OrderBizInfoFromV2
    from pandapon_async.pandapon_v1.models.order_customs import OrderCustoms
    from pandapon_async.pandapon_v1.models.order_invoice_info_from_v2 import OrderInvoiceInfoFromV2
    from pandapon_async.pandapon_v1.models.order_quote import OrderQuote
    from pandapon_async.pandapon_v1.models.order_rate_info_from_v2 import OrderRateInfoFromV2
    from pandapon_async.pandapon_v1.models.oversea_logistics_info_from_v2 import OverseaLogisticsInfoFromV2
    from pandapon_async.pandapon_v1.models.overseas_extra_address import OverseasExtraAddress
    from pandapon_async.pandapon_v1.models.product_item import ProductItem
    from pandapon_async.pandapon_v1.models.trade_term_from_v2 import TradeTermFromV2

__all__ = ["AlibabaOrderFromV2"]


@model
class AlibabaOrderFromV2(Model):
    """An order on 1688.

    Attributes:
        guarantees_terms: What the seller guarantees.
        international_logistics: Only null was ever seen.
        native_logistics: Delivery inside China.
        product_items: Order lines.
        trade_terms: Payments.
        ext_attributes: Further data; preSelectPayChannel is one known key.
        order_rate_info: Ratings.
        order_invoice_info: Invoice.
        customs: Customs declaration.
        overseas_extra_address: Address data for shipping abroad.
        base_info: Ids, state, amounts and times of the order.
        order_biz_info: Business marks of the order.
        quote_list: Quotes; procurement orders only.
        from_encrypt_order: True where it was made from masked data.
        encrypt_out_order_info: Order of another platform behind this one.
        oversea_logistics_info: Delivery abroad.
        invoicing_setting_model: What the seller can invoice.
        out_channel: Only null was ever seen.
        send_goods_overdue_risk: Only null was ever seen.
        official_logistic_order: Only null was ever seen.
    """

    guarantees_terms: GuaranteesTerms | None | Unset = wire_field(
        "guaranteesTerms",
        Nested("pandapon_async.pandapon_v1.models.guarantees_terms:GuaranteesTerms"),
        default=UNSET,
        nullable=True,
    )
    international_logistics: JsonObject | None | Unset = wire_field(
        "internationalLogistics", OBJECT, default=UNSET, nullable=True
    )
    native_logistics: NativeLogisticsFromV2 | None | Unset = wire_field(
        "nativeLogistics",
        Nested("pandapon_async.pandapon_v1.models.native_logistics_from_v2:NativeLogisticsFromV2"),
        default=UNSET,
        nullable=True,
    )
    product_items: list[ProductItem] | None | Unset = wire_field(
        "productItems",
        ListOf(Nested("pandapon_async.pandapon_v1.models.product_item:ProductItem")),
        default=UNSET,
        nullable=True,
    )
    trade_terms: list[TradeTermFromV2] | None | Unset = wire_field(
        "tradeTerms",
        ListOf(Nested("pandapon_async.pandapon_v1.models.trade_term_from_v2:TradeTermFromV2")),
        default=UNSET,
        nullable=True,
    )
    ext_attributes: list[ExtAttribute] | None | Unset = wire_field(
        "extAttributes",
        ListOf(Nested("pandapon_async.pandapon_v1.models.ext_attribute:ExtAttribute")),
        default=UNSET,
        nullable=True,
    )
    order_rate_info: OrderRateInfoFromV2 | None | Unset = wire_field(
        "orderRateInfo",
        Nested("pandapon_async.pandapon_v1.models.order_rate_info_from_v2:OrderRateInfoFromV2"),
        default=UNSET,
        nullable=True,
    )
    order_invoice_info: OrderInvoiceInfoFromV2 | None | Unset = wire_field(
        "orderInvoiceInfo",
        Nested("pandapon_async.pandapon_v1.models.order_invoice_info_from_v2:OrderInvoiceInfoFromV2"),
        default=UNSET,
        nullable=True,
    )
    customs: OrderCustoms | None | Unset = wire_field(
        "customs", Nested("pandapon_async.pandapon_v1.models.order_customs:OrderCustoms"), default=UNSET, nullable=True
    )
    overseas_extra_address: OverseasExtraAddress | None | Unset = wire_field(
        "overseasExtraAddress",
        Nested("pandapon_async.pandapon_v1.models.overseas_extra_address:OverseasExtraAddress"),
        default=UNSET,
        nullable=True,
    )
    base_info: OrderBaseInfoFromV2 | None | Unset = wire_field(
        "baseInfo",
        Nested("pandapon_async.pandapon_v1.models.order_base_info_from_v2:OrderBaseInfoFromV2"),
        default=UNSET,
        nullable=True,
    )
    order_biz_info: OrderBizInfoFromV2 | None | Unset = wire_field(
        "orderBizInfo",
        Nested("pandapon_async.pandapon_v1.models.order_biz_info_from_v2:OrderBizInfoFromV2"),
        default=UNSET,
        nullable=True,
    )
    quote_list: list[OrderQuote] | None | Unset = wire_field(
        "quoteList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_quote:OrderQuote")),
        default=UNSET,
        nullable=True,
    )
    from_encrypt_order: bool | None | Unset = wire_field("fromEncryptOrder", BOOLEAN, default=UNSET, nullable=True)
    encrypt_out_order_info: EncryptOutOrderInfo | None | Unset = wire_field(
        "encryptOutOrderInfo",
        Nested("pandapon_async.pandapon_v1.models.encrypt_out_order_info:EncryptOutOrderInfo"),
        default=UNSET,
        nullable=True,
    )
    oversea_logistics_info: OverseaLogisticsInfoFromV2 | None | Unset = wire_field(
        "overseaLogisticsInfo",
        Nested("pandapon_async.pandapon_v1.models.oversea_logistics_info_from_v2:OverseaLogisticsInfoFromV2"),
        default=UNSET,
        nullable=True,
    )
    invoicing_setting_model: InvoicingSetting | None | Unset = wire_field(
        "invoicingSettingModel",
        Nested("pandapon_async.pandapon_v1.models.invoicing_setting:InvoicingSetting"),
        default=UNSET,
        nullable=True,
    )
    out_channel: JsonObject | None | Unset = wire_field("outChannel", OBJECT, default=UNSET, nullable=True)
    send_goods_overdue_risk: JsonObject | None | Unset = wire_field(
        "sendGoodsOverdueRisk", OBJECT, default=UNSET, nullable=True
    )
    official_logistic_order: JsonObject | None | Unset = wire_field(
        "officialLogisticOrder", OBJECT, default=UNSET, nullable=True
    )
