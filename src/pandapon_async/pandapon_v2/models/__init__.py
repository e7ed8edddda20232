"""Models of PandaPon v2, imported when first used.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.pandapon_v2.models.alibaba_base_page_vo_alibaba_product_list_info_v2vo import (
        AlibabaBasePageVOAlibabaProductListInfoV2VO,
    )
    from pandapon_async.pandapon_v2.models.alibaba_base_page_vo_product_search_query_seller_offer_list_v2vo import (
        AlibabaBasePageVOProductSearchQuerySellerOfferListV2VO,
    )
    from pandapon_async.pandapon_v2.models.alibaba_cart_v2vo import AlibabaCartV2VO
    from pandapon_async.pandapon_v2.models.alibaba_order import AlibabaOrder
    from pandapon_async.pandapon_v2.models.alibaba_order_list import AlibabaOrderList
    from pandapon_async.pandapon_v2.models.alibaba_order_preview import AlibabaOrderPreview
    from pandapon_async.pandapon_v2.models.alibaba_pay_order_vo import AlibabaPayOrderVO
    from pandapon_async.pandapon_v2.models.alibaba_product_list_info_v2vo import AlibabaProductListInfoV2VO
    from pandapon_async.pandapon_v2.models.alibaba_refund_create_vo import AlibabaRefundCreateVO
    from pandapon_async.pandapon_v2.models.cart_item_info import CartItemInfo
    from pandapon_async.pandapon_v2.models.cart_shop_item import CartShopItem
    from pandapon_async.pandapon_v2.models.credit_order_detail import CreditOrderDetail
    from pandapon_async.pandapon_v2.models.customs_goods import CustomsGoods
    from pandapon_async.pandapon_v2.models.dispatch_type import DispatchType
    from pandapon_async.pandapon_v2.models.encrypt_out_order_info import EncryptOutOrderInfo
    from pandapon_async.pandapon_v2.models.ext_attribute import ExtAttribute
    from pandapon_async.pandapon_v2.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v2.models.fast_adress import FastAdress
    from pandapon_async.pandapon_v2.models.fast_cargo import FastCargo
    from pandapon_async.pandapon_v2.models.freight_info_to import FreightInfoTO
    from pandapon_async.pandapon_v2.models.freight_render_item import FreightRenderItem
    from pandapon_async.pandapon_v2.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v2.models.invoice_status import InvoiceStatus
    from pandapon_async.pandapon_v2.models.invoice_type import InvoiceType
    from pandapon_async.pandapon_v2.models.invoicing_setting import InvoicingSetting
    from pandapon_async.pandapon_v2.models.logistics_company import LogisticsCompany
    from pandapon_async.pandapon_v2.models.logistics_goods import LogisticsGoods
    from pandapon_async.pandapon_v2.models.logistics_item import LogisticsItem
    from pandapon_async.pandapon_v2.models.logistics_partner import LogisticsPartner
    from pandapon_async.pandapon_v2.models.logistics_receiver import LogisticsReceiver
    from pandapon_async.pandapon_v2.models.logistics_step import LogisticsStep
    from pandapon_async.pandapon_v2.models.logistics_trace_node import LogisticsTraceNode
    from pandapon_async.pandapon_v2.models.lst_order_info import LstOrderInfo
    from pandapon_async.pandapon_v2.models.max_refund_fee import MaxRefundFee
    from pandapon_async.pandapon_v2.models.native_logistics import NativeLogistics
    from pandapon_async.pandapon_v2.models.new_step_logistics_status import NewStepLogisticsStatus
    from pandapon_async.pandapon_v2.models.new_step_order import NewStepOrder
    from pandapon_async.pandapon_v2.models.new_step_pay_status import NewStepPayStatus
    from pandapon_async.pandapon_v2.models.no_logistics_condition import NoLogisticsCondition
    from pandapon_async.pandapon_v2.models.official_solution import OfficialSolution
    from pandapon_async.pandapon_v2.models.order_base_info import OrderBaseInfo
    from pandapon_async.pandapon_v2.models.order_biz_info import OrderBizInfo
    from pandapon_async.pandapon_v2.models.order_business_type import OrderBusinessType
    from pandapon_async.pandapon_v2.models.order_close_operate_type import OrderCloseOperateType
    from pandapon_async.pandapon_v2.models.order_contact import OrderContact
    from pandapon_async.pandapon_v2.models.order_customs import OrderCustoms
    from pandapon_async.pandapon_v2.models.order_entry_count import OrderEntryCount
    from pandapon_async.pandapon_v2.models.order_flow import OrderFlow
    from pandapon_async.pandapon_v2.models.order_invoice_info import OrderInvoiceInfo
    from pandapon_async.pandapon_v2.models.order_line_logistics_status import OrderLineLogisticsStatus
    from pandapon_async.pandapon_v2.models.order_line_refund_status import OrderLineRefundStatus
    from pandapon_async.pandapon_v2.models.order_logistics import OrderLogistics
    from pandapon_async.pandapon_v2.models.order_pay_status import OrderPayStatus
    from pandapon_async.pandapon_v2.models.order_pay_way import OrderPayWay
    from pandapon_async.pandapon_v2.models.order_preview_cargo import OrderPreviewCargo
    from pandapon_async.pandapon_v2.models.order_preview_result import OrderPreviewResult
    from pandapon_async.pandapon_v2.models.order_promotion import OrderPromotion
    from pandapon_async.pandapon_v2.models.order_quote import OrderQuote
    from pandapon_async.pandapon_v2.models.order_rate_info import OrderRateInfo
    from pandapon_async.pandapon_v2.models.order_rating import OrderRating
    from pandapon_async.pandapon_v2.models.order_receiver_info import OrderReceiverInfo
    from pandapon_async.pandapon_v2.models.order_refund_status import OrderRefundStatus
    from pandapon_async.pandapon_v2.models.order_seller_contact import OrderSellerContact
    from pandapon_async.pandapon_v2.models.order_status import OrderStatus
    from pandapon_async.pandapon_v2.models.order_trade_type import OrderTradeType
    from pandapon_async.pandapon_v2.models.out_origin_address import OutOriginAddress
    from pandapon_async.pandapon_v2.models.oversea_logistics_info import OverseaLogisticsInfo
    from pandapon_async.pandapon_v2.models.overseas_extra_address import OverseasExtraAddress
    from pandapon_async.pandapon_v2.models.overseas_transport_user_addr_info import OverseasTransportUserAddrInfo
    from pandapon_async.pandapon_v2.models.pay_channel_info import PayChannelInfo
    from pandapon_async.pandapon_v2.models.pnm_logistics_detail import PnmLogisticsDetail
    from pandapon_async.pandapon_v2.models.pre_order_info import PreOrderInfo
    from pandapon_async.pandapon_v2.models.price_range import PriceRange
    from pandapon_async.pandapon_v2.models.product_item import ProductItem
    from pandapon_async.pandapon_v2.models.product_price_info import ProductPriceInfo
    from pandapon_async.pandapon_v2.models.product_search_query_seller_offer_list_v2vo import (
        ProductSearchQuerySellerOfferListV2VO,
    )
    from pandapon_async.pandapon_v2.models.product_sort import ProductSort
    from pandapon_async.pandapon_v2.models.purchase_order_line import PurchaseOrderLine
    from pandapon_async.pandapon_v2.models.rate_status import RateStatus
    from pandapon_async.pandapon_v2.models.receiver_address_to import ReceiverAddressTO
    from pandapon_async.pandapon_v2.models.refund_logistics import RefundLogistics
    from pandapon_async.pandapon_v2.models.refund_order import RefundOrder
    from pandapon_async.pandapon_v2.models.refund_order_aggregate import RefundOrderAggregate
    from pandapon_async.pandapon_v2.models.refund_order_template import RefundOrderTemplate
    from pandapon_async.pandapon_v2.models.refund_reason import RefundReason
    from pandapon_async.pandapon_v2.models.refund_render_vo import RefundRenderVO
    from pandapon_async.pandapon_v2.models.refund_status_enum import RefundStatusEnum
    from pandapon_async.pandapon_v2.models.related_product import RelatedProduct
    from pandapon_async.pandapon_v2.models.related_product_price_info import RelatedProductPriceInfo
    from pandapon_async.pandapon_v2.models.rendered_refund_order import RenderedRefundOrder
    from pandapon_async.pandapon_v2.models.sku_info import SkuInfo
    from pandapon_async.pandapon_v2.models.sku_property import SkuProperty
    from pandapon_async.pandapon_v2.models.sort_direction import SortDirection
    from pandapon_async.pandapon_v2.models.step_order import StepOrder
    from pandapon_async.pandapon_v2.models.step_order_status import StepOrderStatus
    from pandapon_async.pandapon_v2.models.step_pay_status import StepPayStatus
    from pandapon_async.pandapon_v2.models.tao_bao_logistics_detail_vo import TaoBaoLogisticsDetailVO
    from pandapon_async.pandapon_v2.models.tao_bao_logistics_trace import TaoBaoLogisticsTrace
    from pandapon_async.pandapon_v2.models.tao_bao_product_details_v2vo import TaoBaoProductDetailsV2VO
    from pandapon_async.pandapon_v2.models.tao_bao_refund_order_detail_dto import TaoBaoRefundOrderDetailDTO
    from pandapon_async.pandapon_v2.models.tao_bao_sku import TaoBaoSku
    from pandapon_async.pandapon_v2.models.trade_model import TradeModel
    from pandapon_async.pandapon_v2.models.trade_service import TradeService
    from pandapon_async.pandapon_v2.models.trade_service_group import TradeServiceGroup
    from pandapon_async.pandapon_v2.models.trade_term import TradeTerm
    from pandapon_async.pandapon_v2.models.trade_type import TradeType

__all__ = [
    "AlibabaBasePageVOAlibabaProductListInfoV2VO",
    "AlibabaBasePageVOProductSearchQuerySellerOfferListV2VO",
    "AlibabaCartV2VO",
    "AlibabaOrder",
    "AlibabaOrderList",
    "AlibabaOrderPreview",
    "AlibabaPayOrderVO",
    "AlibabaProductListInfoV2VO",
    "AlibabaRefundCreateVO",
    "CartItemInfo",
    "CartShopItem",
    "CreditOrderDetail",
    "CustomsGoods",
    "DispatchType",
    "EncryptOutOrderInfo",
    "ExtAttribute",
    "ExtPair",
    "FastAdress",
    "FastCargo",
    "FreightInfoTO",
    "FreightRenderItem",
    "GuaranteesTerms",
    "InvoiceStatus",
    "InvoiceType",
    "InvoicingSetting",
    "LogisticsCompany",
    "LogisticsGoods",
    "LogisticsItem",
    "LogisticsPartner",
    "LogisticsReceiver",
    "LogisticsStep",
    "LogisticsTraceNode",
    "LstOrderInfo",
    "MaxRefundFee",
    "NativeLogistics",
    "NewStepLogisticsStatus",
    "NewStepOrder",
    "NewStepPayStatus",
    "NoLogisticsCondition",
    "OfficialSolution",
    "OrderBaseInfo",
    "OrderBizInfo",
    "OrderBusinessType",
    "OrderCloseOperateType",
    "OrderContact",
    "OrderCustoms",
    "OrderEntryCount",
    "OrderFlow",
    "OrderInvoiceInfo",
    "OrderLineLogisticsStatus",
    "OrderLineRefundStatus",
    "OrderLogistics",
    "OrderPayStatus",
    "OrderPayWay",
    "OrderPreviewCargo",
    "OrderPreviewResult",
    "OrderPromotion",
    "OrderQuote",
    "OrderRateInfo",
    "OrderRating",
    "OrderReceiverInfo",
    "OrderRefundStatus",
    "OrderSellerContact",
    "OrderStatus",
    "OrderTradeType",
    "OutOriginAddress",
    "OverseaLogisticsInfo",
    "OverseasExtraAddress",
    "OverseasTransportUserAddrInfo",
    "PayChannelInfo",
    "PnmLogisticsDetail",
    "PreOrderInfo",
    "PriceRange",
    "ProductItem",
    "ProductPriceInfo",
    "ProductSearchQuerySellerOfferListV2VO",
    "ProductSort",
    "PurchaseOrderLine",
    "RateStatus",
    "ReceiverAddressTO",
    "RefundLogistics",
    "RefundOrder",
    "RefundOrderAggregate",
    "RefundOrderTemplate",
    "RefundReason",
    "RefundRenderVO",
    "RefundStatusEnum",
    "RelatedProduct",
    "RelatedProductPriceInfo",
    "RenderedRefundOrder",
    "SkuInfo",
    "SkuProperty",
    "SortDirection",
    "StepOrder",
    "StepOrderStatus",
    "StepPayStatus",
    "TaoBaoLogisticsDetailVO",
    "TaoBaoLogisticsTrace",
    "TaoBaoProductDetailsV2VO",
    "TaoBaoRefundOrderDetailDTO",
    "TaoBaoSku",
    "TradeModel",
    "TradeService",
    "TradeServiceGroup",
    "TradeTerm",
    "TradeType",
]

_MODULES: Final[dict[str, str]] = {
    "AlibabaBasePageVOAlibabaProductListInfoV2VO": "alibaba_base_page_vo_alibaba_product_list_info_v2vo",
    "AlibabaBasePageVOProductSearchQuerySellerOfferListV2VO": "alibaba_base_page_vo_product_search_query_seller_offer_list_v2vo",
    "AlibabaCartV2VO": "alibaba_cart_v2vo",
    "AlibabaOrder": "alibaba_order",
    "AlibabaOrderList": "alibaba_order_list",
    "AlibabaOrderPreview": "alibaba_order_preview",
    "AlibabaPayOrderVO": "alibaba_pay_order_vo",
    "AlibabaProductListInfoV2VO": "alibaba_product_list_info_v2vo",
    "AlibabaRefundCreateVO": "alibaba_refund_create_vo",
    "CartItemInfo": "cart_item_info",
    "CartShopItem": "cart_shop_item",
    "CreditOrderDetail": "credit_order_detail",
    "CustomsGoods": "customs_goods",
    "DispatchType": "dispatch_type",
    "EncryptOutOrderInfo": "encrypt_out_order_info",
    "ExtAttribute": "ext_attribute",
    "ExtPair": "ext_pair",
    "FastAdress": "fast_adress",
    "FastCargo": "fast_cargo",
    "FreightInfoTO": "freight_info_to",
    "FreightRenderItem": "freight_render_item",
    "GuaranteesTerms": "guarantees_terms",
    "InvoiceStatus": "invoice_status",
    "InvoiceType": "invoice_type",
    "InvoicingSetting": "invoicing_setting",
    "LogisticsCompany": "logistics_company",
    "LogisticsGoods": "logistics_goods",
    "LogisticsItem": "logistics_item",
    "LogisticsPartner": "logistics_partner",
    "LogisticsReceiver": "logistics_receiver",
    "LogisticsStep": "logistics_step",
    "LogisticsTraceNode": "logistics_trace_node",
    "LstOrderInfo": "lst_order_info",
    "MaxRefundFee": "max_refund_fee",
    "NativeLogistics": "native_logistics",
    "NewStepLogisticsStatus": "new_step_logistics_status",
    "NewStepOrder": "new_step_order",
    "NewStepPayStatus": "new_step_pay_status",
    "NoLogisticsCondition": "no_logistics_condition",
    "OfficialSolution": "official_solution",
    "OrderBaseInfo": "order_base_info",
    "OrderBizInfo": "order_biz_info",
    "OrderBusinessType": "order_business_type",
    "OrderCloseOperateType": "order_close_operate_type",
    "OrderContact": "order_contact",
    "OrderCustoms": "order_customs",
    "OrderEntryCount": "order_entry_count",
    "OrderFlow": "order_flow",
    "OrderInvoiceInfo": "order_invoice_info",
    "OrderLineLogisticsStatus": "order_line_logistics_status",
    "OrderLineRefundStatus": "order_line_refund_status",
    "OrderLogistics": "order_logistics",
    "OrderPayStatus": "order_pay_status",
    "OrderPayWay": "order_pay_way",
    "OrderPreviewCargo": "order_preview_cargo",
    "OrderPreviewResult": "order_preview_result",
    "OrderPromotion": "order_promotion",
    "OrderQuote": "order_quote",
    "OrderRateInfo": "order_rate_info",
    "OrderRating": "order_rating",
    "OrderReceiverInfo": "order_receiver_info",
    "OrderRefundStatus": "order_refund_status",
    "OrderSellerContact": "order_seller_contact",
    "OrderStatus": "order_status",
    "OrderTradeType": "order_trade_type",
    "OutOriginAddress": "out_origin_address",
    "OverseaLogisticsInfo": "oversea_logistics_info",
    "OverseasExtraAddress": "overseas_extra_address",
    "OverseasTransportUserAddrInfo": "overseas_transport_user_addr_info",
    "PayChannelInfo": "pay_channel_info",
    "PnmLogisticsDetail": "pnm_logistics_detail",
    "PreOrderInfo": "pre_order_info",
    "PriceRange": "price_range",
    "ProductItem": "product_item",
    "ProductPriceInfo": "product_price_info",
    "ProductSearchQuerySellerOfferListV2VO": "product_search_query_seller_offer_list_v2vo",
    "ProductSort": "product_sort",
    "PurchaseOrderLine": "purchase_order_line",
    "RateStatus": "rate_status",
    "ReceiverAddressTO": "receiver_address_to",
    "RefundLogistics": "refund_logistics",
    "RefundOrder": "refund_order",
    "RefundOrderAggregate": "refund_order_aggregate",
    "RefundOrderTemplate": "refund_order_template",
    "RefundReason": "refund_reason",
    "RefundRenderVO": "refund_render_vo",
    "RefundStatusEnum": "refund_status_enum",
    "RelatedProduct": "related_product",
    "RelatedProductPriceInfo": "related_product_price_info",
    "RenderedRefundOrder": "rendered_refund_order",
    "SkuInfo": "sku_info",
    "SkuProperty": "sku_property",
    "SortDirection": "sort_direction",
    "StepOrder": "step_order",
    "StepOrderStatus": "step_order_status",
    "StepPayStatus": "step_pay_status",
    "TaoBaoLogisticsDetailVO": "tao_bao_logistics_detail_vo",
    "TaoBaoLogisticsTrace": "tao_bao_logistics_trace",
    "TaoBaoProductDetailsV2VO": "tao_bao_product_details_v2vo",
    "TaoBaoRefundOrderDetailDTO": "tao_bao_refund_order_detail_dto",
    "TaoBaoSku": "tao_bao_sku",
    "TradeModel": "trade_model",
    "TradeService": "trade_service",
    "TradeServiceGroup": "trade_service_group",
    "TradeTerm": "trade_term",
    "TradeType": "trade_type",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
