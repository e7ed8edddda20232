"""The model AlibabaOrder of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ANY, BOOLEAN, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.customs import Customs
    from pandapon_async.pandapon_v1.models.encrypt_out_order_info import EncryptOutOrderInfo
    from pandapon_async.pandapon_v1.models.ext_attribute import ExtAttribute
    from pandapon_async.pandapon_v1.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v1.models.invoicing_setting_model import InvoicingSettingModel
    from pandapon_async.pandapon_v1.models.native_logistics import NativeLogistics
    from pandapon_async.pandapon_v1.models.order_base_info import OrderBaseInfo
    from pandapon_async.pandapon_v1.models.order_biz_info import OrderBizInfo
    from pandapon_async.pandapon_v1.models.order_invoice_info import OrderInvoiceInfo
    from pandapon_async.pandapon_v1.models.order_product_item import OrderProductItem
    from pandapon_async.pandapon_v1.models.order_rate_info import OrderRateInfo
    from pandapon_async.pandapon_v1.models.oversea_logistics_info import OverseaLogisticsInfo
    from pandapon_async.pandapon_v1.models.overseas_extra_address import OverseasExtraAddress
    from pandapon_async.pandapon_v1.models.quote_item import QuoteItem
    from pandapon_async.pandapon_v1.models.trade_term import TradeTerm

__all__ = ["AlibabaOrder"]


@model
class AlibabaOrder(Model):
    """A 1688 order. Times are text, 20250614101942000+0800 at 1688; the platform may write them otherwise.

    Attributes:
        guarantees_terms: Guarantee of the order.
        international_logistics: Only null is known.
        native_logistics: Delivery inside China.
        product_items: Lines.
        trade_terms: Stages of payment.
        ext_attributes: Further data.
        order_rate_info: Ratings.
        order_invoice_info: Invoice.
        customs: Customs declaration.
        overseas_extra_address: How the order goes abroad.
        base_info: Number, state, sums, times and people.
        order_biz_info: Special kinds of order.
        quote_list: Quotes; in procurement orders only.
        from_encrypt_order: Made from an order whose receiver is masked.
        encrypt_out_order_info: That order.
        oversea_logistics_info: Delivery abroad.
        invoicing_setting_model: Whether an invoice can be had.
        out_channel: Only null is known.
        send_goods_overdue_risk: Only null is known.
        official_logistic_order: Only null is known.
    """

    guarantees_terms: GuaranteesTerms | None | Unset = wire_field(
        "guaranteesTerms",
        Nested("pandapon_async.pandapon_v1.models.guarantees_terms:GuaranteesTerms"),
        default=UNSET,
        nullable=True,
    )
    international_logistics: JsonValue | Unset = wire_field("internationalLogistics", ANY, default=UNSET, nullable=True)
    native_logistics: NativeLogistics | None | Unset = wire_field(
        "nativeLogistics",
        Nested("pandapon_async.pandapon_v1.models.native_logistics:NativeLogistics"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    product_items: list[OrderProductItem] | None | Unset = wire_field(
        "productItems",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_product_item:OrderProductItem")),
        default=UNSET,
    )
    trade_terms: list[TradeTerm] | None | Unset = wire_field(
        "tradeTerms",
        ListOf(Nested("pandapon_async.pandapon_v1.models.trade_term:TradeTerm")),
        default=UNSET,
        nullable=True,
    )
    ext_attributes: list[ExtAttribute] | None | Unset = wire_field(
        "extAttributes", ListOf(Nested("pandapon_async.pandapon_v1.models.ext_attribute:ExtAttribute")), default=UNSET
    )
    order_rate_info: OrderRateInfo | None | Unset = wire_field(
        "orderRateInfo",
        Nested("pandapon_async.pandapon_v1.models.order_rate_info:OrderRateInfo"),
        default=UNSET,
        nullable=True,
    )
    order_invoice_info: OrderInvoiceInfo | None | Unset = wire_field(
        "orderInvoiceInfo",
        Nested("pandapon_async.pandapon_v1.models.order_invoice_info:OrderInvoiceInfo"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    customs: Customs | None | Unset = wire_field(
        "customs", Nested("pandapon_async.pandapon_v1.models.customs:Customs"), default=UNSET, nullable=True
    )
    overseas_extra_address: OverseasExtraAddress | None | Unset = wire_field(
        "overseasExtraAddress",
        Nested("pandapon_async.pandapon_v1.models.overseas_extra_address:OverseasExtraAddress"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    base_info: OrderBaseInfo | None | Unset = wire_field(
        "baseInfo", Nested("pandapon_async.pandapon_v1.models.order_base_info:OrderBaseInfo"), default=UNSET
    )
    order_biz_info: OrderBizInfo | None | Unset = wire_field(
        "orderBizInfo",
        Nested("pandapon_async.pandapon_v1.models.order_biz_info:OrderBizInfo"),
        default=UNSET,
        nullable=True,
    )
    quote_list: list[QuoteItem] | None | Unset = wire_field(
        "quoteList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.quote_item:QuoteItem")),
        default=UNSET,
        nullable=True,
    )
    from_encrypt_order: bool | None | Unset = wire_field("fromEncryptOrder", BOOLEAN, default=UNSET, nullable=True)
    encrypt_out_order_info: EncryptOutOrderInfo | None | Unset = wire_field(
        "encryptOutOrderInfo",
        Nested("pandapon_async.pandapon_v1.models.encrypt_out_order_info:EncryptOutOrderInfo"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    oversea_logistics_info: OverseaLogisticsInfo | None | Unset = wire_field(
        "overseaLogisticsInfo",
        Nested("pandapon_async.pandapon_v1.models.oversea_logistics_info:OverseaLogisticsInfo"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    invoicing_setting_model: InvoicingSettingModel | None | Unset = wire_field(
        "invoicingSettingModel",
        Nested("pandapon_async.pandapon_v1.models.invoicing_setting_model:InvoicingSettingModel"),
        default=UNSET,
        nullable=True,
    )
    out_channel: JsonValue | Unset = wire_field("outChannel", ANY, default=UNSET, nullable=True)
    send_goods_overdue_risk: JsonValue | Unset = wire_field("sendGoodsOverdueRisk", ANY, default=UNSET, nullable=True)
    official_logistic_order: JsonValue | Unset = wire_field("officialLogisticOrder", ANY, default=UNSET, nullable=True)
