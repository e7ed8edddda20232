"""Models of PandaPon v1, imported when first used.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.pandapon_v1.models.address_param import AddressParam
    from pandapon_async.pandapon_v1.models.alibaba_order import AlibabaOrder
    from pandapon_async.pandapon_v1.models.alibaba_order_status import AlibabaOrderStatus
    from pandapon_async.pandapon_v1.models.alibaba_refund_create_vo import AlibabaRefundCreateVO
    from pandapon_async.pandapon_v1.models.alibaba_refund_info import AlibabaRefundInfo
    from pandapon_async.pandapon_v1.models.alibaba_refund_status import AlibabaRefundStatus
    from pandapon_async.pandapon_v1.models.batch_check_result import BatchCheckResult
    from pandapon_async.pandapon_v1.models.cargo_param import CargoParam
    from pandapon_async.pandapon_v1.models.channel_price import ChannelPrice
    from pandapon_async.pandapon_v1.models.channel_sku_price import ChannelSkuPrice
    from pandapon_async.pandapon_v1.models.credit_order_detail import CreditOrderDetail
    from pandapon_async.pandapon_v1.models.customs import Customs
    from pandapon_async.pandapon_v1.models.customs_attribute import CustomsAttribute
    from pandapon_async.pandapon_v1.models.date_time import DateTime
    from pandapon_async.pandapon_v1.models.day_of_week import DayOfWeek
    from pandapon_async.pandapon_v1.models.dispute_type import DisputeType
    from pandapon_async.pandapon_v1.models.encrypt_out_order_info import EncryptOutOrderInfo
    from pandapon_async.pandapon_v1.models.ext_attribute import ExtAttribute
    from pandapon_async.pandapon_v1.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v1.models.fast_adress import FastAdress
    from pandapon_async.pandapon_v1.models.fee_to import FeeTO
    from pandapon_async.pandapon_v1.models.fenxiao_price_info import FenxiaoPriceInfo
    from pandapon_async.pandapon_v1.models.fenxiao_sale_info import FenxiaoSaleInfo
    from pandapon_async.pandapon_v1.models.freight_info_to import FreightInfoTO
    from pandapon_async.pandapon_v1.models.freight_item_info import FreightItemInfo
    from pandapon_async.pandapon_v1.models.freight_line_item import FreightLineItem
    from pandapon_async.pandapon_v1.models.freight_render_item import FreightRenderItem
    from pandapon_async.pandapon_v1.models.freight_sub_order_to import FreightSubOrderTO
    from pandapon_async.pandapon_v1.models.guarantees_terms import GuaranteesTerms
    from pandapon_async.pandapon_v1.models.image_search_item import ImageSearchItem
    from pandapon_async.pandapon_v1.models.image_search_page import ImageSearchPage
    from pandapon_async.pandapon_v1.models.inner_logistic_info_to import InnerLogisticInfoTO
    from pandapon_async.pandapon_v1.models.international_logistic_info import InternationalLogisticInfo
    from pandapon_async.pandapon_v1.models.invoice_status import InvoiceStatus
    from pandapon_async.pandapon_v1.models.invoice_type import InvoiceType
    from pandapon_async.pandapon_v1.models.invoicing_setting_model import InvoicingSettingModel
    from pandapon_async.pandapon_v1.models.item_check_param import ItemCheckParam
    from pandapon_async.pandapon_v1.models.line_logistics_status import LineLogisticsStatus
    from pandapon_async.pandapon_v1.models.line_refund_status import LineRefundStatus
    from pandapon_async.pandapon_v1.models.logistic_info import LogisticInfo
    from pandapon_async.pandapon_v1.models.logistics_goods import LogisticsGoods
    from pandapon_async.pandapon_v1.models.logistics_partner import LogisticsPartner
    from pandapon_async.pandapon_v1.models.logistics_receiver import LogisticsReceiver
    from pandapon_async.pandapon_v1.models.lst_order_info import LstOrderInfo
    from pandapon_async.pandapon_v1.models.native_logistics import NativeLogistics
    from pandapon_async.pandapon_v1.models.native_logistics_item import NativeLogisticsItem
    from pandapon_async.pandapon_v1.models.new_step_logistics_status import NewStepLogisticsStatus
    from pandapon_async.pandapon_v1.models.new_step_order import NewStepOrder
    from pandapon_async.pandapon_v1.models.new_step_pay_status import NewStepPayStatus
    from pandapon_async.pandapon_v1.models.no_logistics_condition import NoLogisticsCondition
    from pandapon_async.pandapon_v1.models.offer_data_info import OfferDataInfo
    from pandapon_async.pandapon_v1.models.offer_identity import OfferIdentity
    from pandapon_async.pandapon_v1.models.official_solution import OfficialSolution
    from pandapon_async.pandapon_v1.models.order_address import OrderAddress
    from pandapon_async.pandapon_v1.models.order_base_info import OrderBaseInfo
    from pandapon_async.pandapon_v1.models.order_biz_info import OrderBizInfo
    from pandapon_async.pandapon_v1.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.pandapon_v1.models.order_business_type import OrderBusinessType
    from pandapon_async.pandapon_v1.models.order_buyer_contact import OrderBuyerContact
    from pandapon_async.pandapon_v1.models.order_close_operate_type import OrderCloseOperateType
    from pandapon_async.pandapon_v1.models.order_close_reason import OrderCloseReason
    from pandapon_async.pandapon_v1.models.order_entry_count import OrderEntryCount
    from pandapon_async.pandapon_v1.models.order_invoice_info import OrderInvoiceInfo
    from pandapon_async.pandapon_v1.models.order_line import OrderLine
    from pandapon_async.pandapon_v1.models.order_preview import OrderPreview
    from pandapon_async.pandapon_v1.models.order_preview_result import OrderPreviewResult
    from pandapon_async.pandapon_v1.models.order_product_item import OrderProductItem
    from pandapon_async.pandapon_v1.models.order_rate import OrderRate
    from pandapon_async.pandapon_v1.models.order_rate_info import OrderRateInfo
    from pandapon_async.pandapon_v1.models.order_receiver_info import OrderReceiverInfo
    from pandapon_async.pandapon_v1.models.order_render_line import OrderRenderLine
    from pandapon_async.pandapon_v1.models.order_seller_contact import OrderSellerContact
    from pandapon_async.pandapon_v1.models.order_sku_info import OrderSkuInfo
    from pandapon_async.pandapon_v1.models.order_trade_type import OrderTradeType
    from pandapon_async.pandapon_v1.models.out_origin_address import OutOriginAddress
    from pandapon_async.pandapon_v1.models.oversea_logistics_info import OverseaLogisticsInfo
    from pandapon_async.pandapon_v1.models.overseas_extra_address import OverseasExtraAddress
    from pandapon_async.pandapon_v1.models.overseas_transport_address import OverseasTransportAddress
    from pandapon_async.pandapon_v1.models.pay_channel_info import PayChannelInfo
    from pandapon_async.pandapon_v1.models.pay_url_result import PayUrlResult
    from pandapon_async.pandapon_v1.models.pic_region_info import PicRegionInfo
    from pandapon_async.pandapon_v1.models.pnm_logistics_detail import PnmLogisticsDetail
    from pandapon_async.pandapon_v1.models.pre_order_info import PreOrderInfo
    from pandapon_async.pandapon_v1.models.preview_cargo import PreviewCargo
    from pandapon_async.pandapon_v1.models.preview_promotion import PreviewPromotion
    from pandapon_async.pandapon_v1.models.price_range import PriceRange
    from pandapon_async.pandapon_v1.models.product_attribute import ProductAttribute
    from pandapon_async.pandapon_v1.models.product_certificate import ProductCertificate
    from pandapon_async.pandapon_v1.models.product_detail import ProductDetail
    from pandapon_async.pandapon_v1.models.product_image import ProductImage
    from pandapon_async.pandapon_v1.models.product_invoice_info import ProductInvoiceInfo
    from pandapon_async.pandapon_v1.models.product_list_item import ProductListItem
    from pandapon_async.pandapon_v1.models.product_page import ProductPage
    from pandapon_async.pandapon_v1.models.product_price_info import ProductPriceInfo
    from pandapon_async.pandapon_v1.models.product_sale_info import ProductSaleInfo
    from pandapon_async.pandapon_v1.models.product_shipping_info import ProductShippingInfo
    from pandapon_async.pandapon_v1.models.product_simple_shipping_info import ProductSimpleShippingInfo
    from pandapon_async.pandapon_v1.models.product_sku import ProductSku
    from pandapon_async.pandapon_v1.models.product_sku_attribute import ProductSkuAttribute
    from pandapon_async.pandapon_v1.models.product_sort import ProductSort
    from pandapon_async.pandapon_v1.models.product_status import ProductStatus
    from pandapon_async.pandapon_v1.models.product_tag import ProductTag
    from pandapon_async.pandapon_v1.models.product_tag_key import ProductTagKey
    from pandapon_async.pandapon_v1.models.product_trade_info import ProductTradeInfo
    from pandapon_async.pandapon_v1.models.promotion_model import PromotionModel
    from pandapon_async.pandapon_v1.models.quote_item import QuoteItem
    from pandapon_async.pandapon_v1.models.quote_type import QuoteType
    from pandapon_async.pandapon_v1.models.receive_goods_result import ReceiveGoodsResult
    from pandapon_async.pandapon_v1.models.receiver import Receiver
    from pandapon_async.pandapon_v1.models.receiver_address_to import ReceiverAddressTO
    from pandapon_async.pandapon_v1.models.recommended_item import RecommendedItem
    from pandapon_async.pandapon_v1.models.recommended_item_page import RecommendedItemPage
    from pandapon_async.pandapon_v1.models.refund_cancel_result import RefundCancelResult
    from pandapon_async.pandapon_v1.models.refund_carrier import RefundCarrier
    from pandapon_async.pandapon_v1.models.refund_goods_status import RefundGoodsStatus
    from pandapon_async.pandapon_v1.models.refund_logistics import RefundLogistics
    from pandapon_async.pandapon_v1.models.refund_logistics_company import RefundLogisticsCompany
    from pandapon_async.pandapon_v1.models.refund_message_type import RefundMessageType
    from pandapon_async.pandapon_v1.models.refund_operation import RefundOperation
    from pandapon_async.pandapon_v1.models.refund_order import RefundOrder
    from pandapon_async.pandapon_v1.models.refund_order_aggregate import RefundOrderAggregate
    from pandapon_async.pandapon_v1.models.refund_purchase_order_line import RefundPurchaseOrderLine
    from pandapon_async.pandapon_v1.models.refund_receiver_address import RefundReceiverAddress
    from pandapon_async.pandapon_v1.models.refund_status_enum import RefundStatusEnum
    from pandapon_async.pandapon_v1.models.return_goods_result import ReturnGoodsResult
    from pandapon_async.pandapon_v1.models.search_seller_data_info import SearchSellerDataInfo
    from pandapon_async.pandapon_v1.models.seller_cargo_param import SellerCargoParam
    from pandapon_async.pandapon_v1.models.seller_data_info import SellerDataInfo
    from pandapon_async.pandapon_v1.models.seller_identity import SellerIdentity
    from pandapon_async.pandapon_v1.models.seller_mix_setting import SellerMixSetting
    from pandapon_async.pandapon_v1.models.seller_offer import SellerOffer
    from pandapon_async.pandapon_v1.models.seller_offer_page import SellerOfferPage
    from pandapon_async.pandapon_v1.models.seller_offer_price_info import SellerOfferPriceInfo
    from pandapon_async.pandapon_v1.models.shipment_type import ShipmentType
    from pandapon_async.pandapon_v1.models.shipped_item import ShippedItem
    from pandapon_async.pandapon_v1.models.shipping_time_guarantee import ShippingTimeGuarantee
    from pandapon_async.pandapon_v1.models.sku_property import SkuProperty
    from pandapon_async.pandapon_v1.models.sku_shipping_detail import SkuShippingDetail
    from pandapon_async.pandapon_v1.models.sku_shipping_info import SkuShippingInfo
    from pandapon_async.pandapon_v1.models.sort_direction import SortDirection
    from pandapon_async.pandapon_v1.models.step_order import StepOrder
    from pandapon_async.pandapon_v1.models.step_order_status import StepOrderStatus
    from pandapon_async.pandapon_v1.models.step_pay_status import StepPayStatus
    from pandapon_async.pandapon_v1.models.tao_bao_logistics_detail_vo import TaoBaoLogisticsDetailVO
    from pandapon_async.pandapon_v1.models.tao_bao_refund_order_detail_dto import TaoBaoRefundOrderDetailDTO
    from pandapon_async.pandapon_v1.models.taobao_item import TaobaoItem
    from pandapon_async.pandapon_v1.models.taobao_item_sku import TaobaoItemSku
    from pandapon_async.pandapon_v1.models.taobao_logistics_trace import TaobaoLogisticsTrace
    from pandapon_async.pandapon_v1.models.taobao_price_message import TaobaoPriceMessage
    from pandapon_async.pandapon_v1.models.taobao_price_message_line import TaobaoPriceMessageLine
    from pandapon_async.pandapon_v1.models.taobao_source_item import TaobaoSourceItem
    from pandapon_async.pandapon_v1.models.time_zone import TimeZone
    from pandapon_async.pandapon_v1.models.tmall_order_info_to import TmallOrderInfoTO
    from pandapon_async.pandapon_v1.models.trade_model import TradeModel
    from pandapon_async.pandapon_v1.models.trade_service import TradeService
    from pandapon_async.pandapon_v1.models.trade_service_group import TradeServiceGroup
    from pandapon_async.pandapon_v1.models.trade_term import TradeTerm
    from pandapon_async.pandapon_v1.models.trade_term_pay_status import TradeTermPayStatus
    from pandapon_async.pandapon_v1.models.trade_term_pay_way import TradeTermPayWay
    from pandapon_async.pandapon_v1.models.unit_info import UnitInfo

__all__ = [
    "AddressParam",
    "AlibabaOrder",
    "AlibabaOrderStatus",
    "AlibabaRefundCreateVO",
    "AlibabaRefundInfo",
    "AlibabaRefundStatus",
    "BatchCheckResult",
    "CargoParam",
    "ChannelPrice",
    "ChannelSkuPrice",
    "CreditOrderDetail",
    "Customs",
    "CustomsAttribute",
    "DateTime",
    "DayOfWeek",
    "DisputeType",
    "EncryptOutOrderInfo",
    "ExtAttribute",
    "ExtPair",
    "FastAdress",
    "FeeTO",
    "FenxiaoPriceInfo",
    "FenxiaoSaleInfo",
    "FreightInfoTO",
    "FreightItemInfo",
    "FreightLineItem",
    "FreightRenderItem",
    "FreightSubOrderTO",
    "GuaranteesTerms",
    "ImageSearchItem",
    "ImageSearchPage",
    "InnerLogisticInfoTO",
    "InternationalLogisticInfo",
    "InvoiceStatus",
    "InvoiceType",
    "InvoicingSettingModel",
    "ItemCheckParam",
    "LineLogisticsStatus",
    "LineRefundStatus",
    "LogisticInfo",
    "LogisticsGoods",
    "LogisticsPartner",
    "LogisticsReceiver",
    "LstOrderInfo",
    "NativeLogistics",
    "NativeLogisticsItem",
    "NewStepLogisticsStatus",
    "NewStepOrder",
    "NewStepPayStatus",
    "NoLogisticsCondition",
    "OfferDataInfo",
    "OfferIdentity",
    "OfficialSolution",
    "OrderAddress",
    "OrderBaseInfo",
    "OrderBizInfo",
    "OrderBookingFreightResult",
    "OrderBusinessType",
    "OrderBuyerContact",
    "OrderCloseOperateType",
    "OrderCloseReason",
    "OrderEntryCount",
    "OrderInvoiceInfo",
    "OrderLine",
    "OrderPreview",
    "OrderPreviewResult",
    "OrderProductItem",
    "OrderRate",
    "OrderRateInfo",
    "OrderReceiverInfo",
    "OrderRenderLine",
    "OrderSellerContact",
    "OrderSkuInfo",
    "OrderTradeType",
    "OutOriginAddress",
    "OverseaLogisticsInfo",
    "OverseasExtraAddress",
    "OverseasTransportAddress",
    "PayChannelInfo",
    "PayUrlResult",
    "PicRegionInfo",
    "PnmLogisticsDetail",
    "PreOrderInfo",
    "PreviewCargo",
    "PreviewPromotion",
    "PriceRange",
    "ProductAttribute",
    "ProductCertificate",
    "ProductDetail",
    "ProductImage",
    "ProductInvoiceInfo",
    "ProductListItem",
    "ProductPage",
    "ProductPriceInfo",
    "ProductSaleInfo",
    "ProductShippingInfo",
    "ProductSimpleShippingInfo",
    "ProductSku",
    "ProductSkuAttribute",
    "ProductSort",
    "ProductStatus",
    "ProductTag",
    "ProductTagKey",
    "ProductTradeInfo",
    "PromotionModel",
    "QuoteItem",
    "QuoteType",
    "ReceiveGoodsResult",
    "Receiver",
    "ReceiverAddressTO",
    "RecommendedItem",
    "RecommendedItemPage",
    "RefundCancelResult",
    "RefundCarrier",
    "RefundGoodsStatus",
    "RefundLogistics",
    "RefundLogisticsCompany",
    "RefundMessageType",
    "RefundOperation",
    "RefundOrder",
    "RefundOrderAggregate",
    "RefundPurchaseOrderLine",
    "RefundReceiverAddress",
    "RefundStatusEnum",
    "ReturnGoodsResult",
    "SearchSellerDataInfo",
    "SellerCargoParam",
    "SellerDataInfo",
    "SellerIdentity",
    "SellerMixSetting",
    "SellerOffer",
    "SellerOfferPage",
    "SellerOfferPriceInfo",
    "ShipmentType",
    "ShippedItem",
    "ShippingTimeGuarantee",
    "SkuProperty",
    "SkuShippingDetail",
    "SkuShippingInfo",
    "SortDirection",
    "StepOrder",
    "StepOrderStatus",
    "StepPayStatus",
    "TaoBaoLogisticsDetailVO",
    "TaoBaoRefundOrderDetailDTO",
    "TaobaoItem",
    "TaobaoItemSku",
    "TaobaoLogisticsTrace",
    "TaobaoPriceMessage",
    "TaobaoPriceMessageLine",
    "TaobaoSourceItem",
    "TimeZone",
    "TmallOrderInfoTO",
    "TradeModel",
    "TradeService",
    "TradeServiceGroup",
    "TradeTerm",
    "TradeTermPayStatus",
    "TradeTermPayWay",
    "UnitInfo",
]

_MODULES: Final[dict[str, str]] = {
    "AddressParam": "address_param",
    "AlibabaOrder": "alibaba_order",
    "AlibabaOrderStatus": "alibaba_order_status",
    "AlibabaRefundCreateVO": "alibaba_refund_create_vo",
    "AlibabaRefundInfo": "alibaba_refund_info",
    "AlibabaRefundStatus": "alibaba_refund_status",
    "BatchCheckResult": "batch_check_result",
    "CargoParam": "cargo_param",
    "ChannelPrice": "channel_price",
    "ChannelSkuPrice": "channel_sku_price",
    "CreditOrderDetail": "credit_order_detail",
    "Customs": "customs",
    "CustomsAttribute": "customs_attribute",
    "DateTime": "date_time",
    "DayOfWeek": "day_of_week",
    "DisputeType": "dispute_type",
    "EncryptOutOrderInfo": "encrypt_out_order_info",
    "ExtAttribute": "ext_attribute",
    "ExtPair": "ext_pair",
    "FastAdress": "fast_adress",
    "FeeTO": "fee_to",
    "FenxiaoPriceInfo": "fenxiao_price_info",
    "FenxiaoSaleInfo": "fenxiao_sale_info",
    "FreightInfoTO": "freight_info_to",
    "FreightItemInfo": "freight_item_info",
    "FreightLineItem": "freight_line_item",
    "FreightRenderItem": "freight_render_item",
    "FreightSubOrderTO": "freight_sub_order_to",
    "GuaranteesTerms": "guarantees_terms",
    "ImageSearchItem": "image_search_item",
    "ImageSearchPage": "image_search_page",
    "InnerLogisticInfoTO": "inner_logistic_info_to",
    "InternationalLogisticInfo": "international_logistic_info",
    "InvoiceStatus": "invoice_status",
    "InvoiceType": "invoice_type",
    "InvoicingSettingModel": "invoicing_setting_model",
    "ItemCheckParam": "item_check_param",
    "LineLogisticsStatus": "line_logistics_status",
    "LineRefundStatus": "line_refund_status",
    "LogisticInfo": "logistic_info",
    "LogisticsGoods": "logistics_goods",
    "LogisticsPartner": "logistics_partner",
    "LogisticsReceiver": "logistics_receiver",
    "LstOrderInfo": "lst_order_info",
    "NativeLogistics": "native_logistics",
    "NativeLogisticsItem": "native_logistics_item",
    "NewStepLogisticsStatus": "new_step_logistics_status",
    "NewStepOrder": "new_step_order",
    "NewStepPayStatus": "new_step_pay_status",
    "NoLogisticsCondition": "no_logistics_condition",
    "OfferDataInfo": "offer_data_info",
    "OfferIdentity": "offer_identity",
    "OfficialSolution": "official_solution",
    "OrderAddress": "order_address",
    "OrderBaseInfo": "order_base_info",
    "OrderBizInfo": "order_biz_info",
    "OrderBookingFreightResult": "order_booking_freight_result",
    "OrderBusinessType": "order_business_type",
    "OrderBuyerContact": "order_buyer_contact",
    "OrderCloseOperateType": "order_close_operate_type",
    "OrderCloseReason": "order_close_reason",
    "OrderEntryCount": "order_entry_count",
    "OrderInvoiceInfo": "order_invoice_info",
    "OrderLine": "order_line",
    "OrderPreview": "order_preview",
    "OrderPreviewResult": "order_preview_result",
    "OrderProductItem": "order_product_item",
    "OrderRate": "order_rate",
    "OrderRateInfo": "order_rate_info",
    "OrderReceiverInfo": "order_receiver_info",
    "OrderRenderLine": "order_render_line",
    "OrderSellerContact": "order_seller_contact",
    "OrderSkuInfo": "order_sku_info",
    "OrderTradeType": "order_trade_type",
    "OutOriginAddress": "out_origin_address",
    "OverseaLogisticsInfo": "oversea_logistics_info",
    "OverseasExtraAddress": "overseas_extra_address",
    "OverseasTransportAddress": "overseas_transport_address",
    "PayChannelInfo": "pay_channel_info",
    "PayUrlResult": "pay_url_result",
    "PicRegionInfo": "pic_region_info",
    "PnmLogisticsDetail": "pnm_logistics_detail",
    "PreOrderInfo": "pre_order_info",
    "PreviewCargo": "preview_cargo",
    "PreviewPromotion": "preview_promotion",
    "PriceRange": "price_range",
    "ProductAttribute": "product_attribute",
    "ProductCertificate": "product_certificate",
    "ProductDetail": "product_detail",
    "ProductImage": "product_image",
    "ProductInvoiceInfo": "product_invoice_info",
    "ProductListItem": "product_list_item",
    "ProductPage": "product_page",
    "ProductPriceInfo": "product_price_info",
    "ProductSaleInfo": "product_sale_info",
    "ProductShippingInfo": "product_shipping_info",
    "ProductSimpleShippingInfo": "product_simple_shipping_info",
    "ProductSku": "product_sku",
    "ProductSkuAttribute": "product_sku_attribute",
    "ProductSort": "product_sort",
    "ProductStatus": "product_status",
    "ProductTag": "product_tag",
    "ProductTagKey": "product_tag_key",
    "ProductTradeInfo": "product_trade_info",
    "PromotionModel": "promotion_model",
    "QuoteItem": "quote_item",
    "QuoteType": "quote_type",
    "ReceiveGoodsResult": "receive_goods_result",
    "Receiver": "receiver",
    "ReceiverAddressTO": "receiver_address_to",
    "RecommendedItem": "recommended_item",
    "RecommendedItemPage": "recommended_item_page",
    "RefundCancelResult": "refund_cancel_result",
    "RefundCarrier": "refund_carrier",
    "RefundGoodsStatus": "refund_goods_status",
    "RefundLogistics": "refund_logistics",
    "RefundLogisticsCompany": "refund_logistics_company",
    "RefundMessageType": "refund_message_type",
    "RefundOperation": "refund_operation",
    "RefundOrder": "refund_order",
    "RefundOrderAggregate": "refund_order_aggregate",
    "RefundPurchaseOrderLine": "refund_purchase_order_line",
    "RefundReceiverAddress": "refund_receiver_address",
    "RefundStatusEnum": "refund_status_enum",
    "ReturnGoodsResult": "return_goods_result",
    "SearchSellerDataInfo": "search_seller_data_info",
    "SellerCargoParam": "seller_cargo_param",
    "SellerDataInfo": "seller_data_info",
    "SellerIdentity": "seller_identity",
    "SellerMixSetting": "seller_mix_setting",
    "SellerOffer": "seller_offer",
    "SellerOfferPage": "seller_offer_page",
    "SellerOfferPriceInfo": "seller_offer_price_info",
    "ShipmentType": "shipment_type",
    "ShippedItem": "shipped_item",
    "ShippingTimeGuarantee": "shipping_time_guarantee",
    "SkuProperty": "sku_property",
    "SkuShippingDetail": "sku_shipping_detail",
    "SkuShippingInfo": "sku_shipping_info",
    "SortDirection": "sort_direction",
    "StepOrder": "step_order",
    "StepOrderStatus": "step_order_status",
    "StepPayStatus": "step_pay_status",
    "TaoBaoLogisticsDetailVO": "tao_bao_logistics_detail_vo",
    "TaoBaoRefundOrderDetailDTO": "tao_bao_refund_order_detail_dto",
    "TaobaoItem": "taobao_item",
    "TaobaoItemSku": "taobao_item_sku",
    "TaobaoLogisticsTrace": "taobao_logistics_trace",
    "TaobaoPriceMessage": "taobao_price_message",
    "TaobaoPriceMessageLine": "taobao_price_message_line",
    "TaobaoSourceItem": "taobao_source_item",
    "TimeZone": "time_zone",
    "TmallOrderInfoTO": "tmall_order_info_to",
    "TradeModel": "trade_model",
    "TradeService": "trade_service",
    "TradeServiceGroup": "trade_service_group",
    "TradeTerm": "trade_term",
    "TradeTermPayStatus": "trade_term_pay_status",
    "TradeTermPayWay": "trade_term_pay_way",
    "UnitInfo": "unit_info",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
