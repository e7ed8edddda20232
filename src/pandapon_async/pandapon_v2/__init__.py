"""PandaPon v2: models and resources.

Buying on Taobao and 1688 through PandaPon, second generation of paths. Ids are opaque strings. Reconstructed from the
public documentation; not an official document.

Names are imported when first used.

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
    from pandapon_async.pandapon_v2.resources import PandaPonV2Resources

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
    "PandaPonV2Resources",
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
    "AlibabaBasePageVOAlibabaProductListInfoV2VO": "models.alibaba_base_page_vo_alibaba_product_list_info_v2vo",
    "AlibabaBasePageVOProductSearchQuerySellerOfferListV2VO": "models.alibaba_base_page_vo_product_search_query_seller_offer_list_v2vo",
    "AlibabaCartV2VO": "models.alibaba_cart_v2vo",
    "AlibabaOrder": "models.alibaba_order",
    "AlibabaOrderList": "models.alibaba_order_list",
    "AlibabaOrderPreview": "models.alibaba_order_preview",
    "AlibabaPayOrderVO": "models.alibaba_pay_order_vo",
    "AlibabaProductListInfoV2VO": "models.alibaba_product_list_info_v2vo",
    "AlibabaRefundCreateVO": "models.alibaba_refund_create_vo",
    "CartItemInfo": "models.cart_item_info",
    "CartShopItem": "models.cart_shop_item",
    "CreditOrderDetail": "models.credit_order_detail",
    "CustomsGoods": "models.customs_goods",
    "DispatchType": "models.dispatch_type",
    "EncryptOutOrderInfo": "models.encrypt_out_order_info",
    "ExtAttribute": "models.ext_attribute",
    "ExtPair": "models.ext_pair",
    "FastAdress": "models.fast_adress",
    "FastCargo": "models.fast_cargo",
    "FreightInfoTO": "models.freight_info_to",
    "FreightRenderItem": "models.freight_render_item",
    "GuaranteesTerms": "models.guarantees_terms",
    "InvoiceStatus": "models.invoice_status",
    "InvoiceType": "models.invoice_type",
    "InvoicingSetting": "models.invoicing_setting",
    "LogisticsCompany": "models.logistics_company",
    "LogisticsGoods": "models.logistics_goods",
    "LogisticsItem": "models.logistics_item",
    "LogisticsPartner": "models.logistics_partner",
    "LogisticsReceiver": "models.logistics_receiver",
    "LogisticsStep": "models.logistics_step",
    "LogisticsTraceNode": "models.logistics_trace_node",
    "LstOrderInfo": "models.lst_order_info",
    "MaxRefundFee": "models.max_refund_fee",
    "NativeLogistics": "models.native_logistics",
    "NewStepLogisticsStatus": "models.new_step_logistics_status",
    "NewStepOrder": "models.new_step_order",
    "NewStepPayStatus": "models.new_step_pay_status",
    "NoLogisticsCondition": "models.no_logistics_condition",
    "OfficialSolution": "models.official_solution",
    "OrderBaseInfo": "models.order_base_info",
    "OrderBizInfo": "models.order_biz_info",
    "OrderBusinessType": "models.order_business_type",
    "OrderCloseOperateType": "models.order_close_operate_type",
    "OrderContact": "models.order_contact",
    "OrderCustoms": "models.order_customs",
    "OrderEntryCount": "models.order_entry_count",
    "OrderFlow": "models.order_flow",
    "OrderInvoiceInfo": "models.order_invoice_info",
    "OrderLineLogisticsStatus": "models.order_line_logistics_status",
    "OrderLineRefundStatus": "models.order_line_refund_status",
    "OrderLogistics": "models.order_logistics",
    "OrderPayStatus": "models.order_pay_status",
    "OrderPayWay": "models.order_pay_way",
    "OrderPreviewCargo": "models.order_preview_cargo",
    "OrderPreviewResult": "models.order_preview_result",
    "OrderPromotion": "models.order_promotion",
    "OrderQuote": "models.order_quote",
    "OrderRateInfo": "models.order_rate_info",
    "OrderRating": "models.order_rating",
    "OrderReceiverInfo": "models.order_receiver_info",
    "OrderRefundStatus": "models.order_refund_status",
    "OrderSellerContact": "models.order_seller_contact",
    "OrderStatus": "models.order_status",
    "OrderTradeType": "models.order_trade_type",
    "OutOriginAddress": "models.out_origin_address",
    "OverseaLogisticsInfo": "models.oversea_logistics_info",
    "OverseasExtraAddress": "models.overseas_extra_address",
    "OverseasTransportUserAddrInfo": "models.overseas_transport_user_addr_info",
    "PayChannelInfo": "models.pay_channel_info",
    "PnmLogisticsDetail": "models.pnm_logistics_detail",
    "PreOrderInfo": "models.pre_order_info",
    "PriceRange": "models.price_range",
    "ProductItem": "models.product_item",
    "ProductPriceInfo": "models.product_price_info",
    "ProductSearchQuerySellerOfferListV2VO": "models.product_search_query_seller_offer_list_v2vo",
    "ProductSort": "models.product_sort",
    "PurchaseOrderLine": "models.purchase_order_line",
    "RateStatus": "models.rate_status",
    "ReceiverAddressTO": "models.receiver_address_to",
    "RefundLogistics": "models.refund_logistics",
    "RefundOrder": "models.refund_order",
    "RefundOrderAggregate": "models.refund_order_aggregate",
    "RefundOrderTemplate": "models.refund_order_template",
    "RefundReason": "models.refund_reason",
    "RefundRenderVO": "models.refund_render_vo",
    "RefundStatusEnum": "models.refund_status_enum",
    "RelatedProduct": "models.related_product",
    "RelatedProductPriceInfo": "models.related_product_price_info",
    "RenderedRefundOrder": "models.rendered_refund_order",
    "SkuInfo": "models.sku_info",
    "SkuProperty": "models.sku_property",
    "SortDirection": "models.sort_direction",
    "StepOrder": "models.step_order",
    "StepOrderStatus": "models.step_order_status",
    "StepPayStatus": "models.step_pay_status",
    "TaoBaoLogisticsDetailVO": "models.tao_bao_logistics_detail_vo",
    "TaoBaoLogisticsTrace": "models.tao_bao_logistics_trace",
    "TaoBaoProductDetailsV2VO": "models.tao_bao_product_details_v2vo",
    "TaoBaoRefundOrderDetailDTO": "models.tao_bao_refund_order_detail_dto",
    "TaoBaoSku": "models.tao_bao_sku",
    "TradeModel": "models.trade_model",
    "TradeService": "models.trade_service",
    "TradeServiceGroup": "models.trade_service_group",
    "TradeTerm": "models.trade_term",
    "TradeType": "models.trade_type",
    "PandaPonV2Resources": "resources",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
