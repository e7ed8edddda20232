"""PandaPon v1: models and resources.

Buying on Taobao and 1688 through PandaPon, first generation of paths. Reconstructed from the public documentation; not
an official document.

Names are imported when first used.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.pandapon_v1.events import AlibabaOrderPriceChanged, TaobaoOrderPriceChanged
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
    from pandapon_async.pandapon_v1.resources import PandaPonV1Resources

__all__ = [
    "AddressParam",
    "AlibabaOrder",
    "AlibabaOrderPriceChanged",
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
    "PandaPonV1Resources",
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
    "TaobaoOrderPriceChanged",
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
    "AddressParam": "models.address_param",
    "AlibabaOrder": "models.alibaba_order",
    "AlibabaOrderStatus": "models.alibaba_order_status",
    "AlibabaRefundCreateVO": "models.alibaba_refund_create_vo",
    "AlibabaRefundInfo": "models.alibaba_refund_info",
    "AlibabaRefundStatus": "models.alibaba_refund_status",
    "BatchCheckResult": "models.batch_check_result",
    "CargoParam": "models.cargo_param",
    "ChannelPrice": "models.channel_price",
    "ChannelSkuPrice": "models.channel_sku_price",
    "CreditOrderDetail": "models.credit_order_detail",
    "Customs": "models.customs",
    "CustomsAttribute": "models.customs_attribute",
    "DateTime": "models.date_time",
    "DayOfWeek": "models.day_of_week",
    "DisputeType": "models.dispute_type",
    "EncryptOutOrderInfo": "models.encrypt_out_order_info",
    "ExtAttribute": "models.ext_attribute",
    "ExtPair": "models.ext_pair",
    "FastAdress": "models.fast_adress",
    "FeeTO": "models.fee_to",
    "FenxiaoPriceInfo": "models.fenxiao_price_info",
    "FenxiaoSaleInfo": "models.fenxiao_sale_info",
    "FreightInfoTO": "models.freight_info_to",
    "FreightItemInfo": "models.freight_item_info",
    "FreightLineItem": "models.freight_line_item",
    "FreightRenderItem": "models.freight_render_item",
    "FreightSubOrderTO": "models.freight_sub_order_to",
    "GuaranteesTerms": "models.guarantees_terms",
    "ImageSearchItem": "models.image_search_item",
    "ImageSearchPage": "models.image_search_page",
    "InnerLogisticInfoTO": "models.inner_logistic_info_to",
    "InternationalLogisticInfo": "models.international_logistic_info",
    "InvoiceStatus": "models.invoice_status",
    "InvoiceType": "models.invoice_type",
    "InvoicingSettingModel": "models.invoicing_setting_model",
    "ItemCheckParam": "models.item_check_param",
    "LineLogisticsStatus": "models.line_logistics_status",
    "LineRefundStatus": "models.line_refund_status",
    "LogisticInfo": "models.logistic_info",
    "LogisticsGoods": "models.logistics_goods",
    "LogisticsPartner": "models.logistics_partner",
    "LogisticsReceiver": "models.logistics_receiver",
    "LstOrderInfo": "models.lst_order_info",
    "NativeLogistics": "models.native_logistics",
    "NativeLogisticsItem": "models.native_logistics_item",
    "NewStepLogisticsStatus": "models.new_step_logistics_status",
    "NewStepOrder": "models.new_step_order",
    "NewStepPayStatus": "models.new_step_pay_status",
    "NoLogisticsCondition": "models.no_logistics_condition",
    "OfferDataInfo": "models.offer_data_info",
    "OfferIdentity": "models.offer_identity",
    "OfficialSolution": "models.official_solution",
    "OrderAddress": "models.order_address",
    "OrderBaseInfo": "models.order_base_info",
    "OrderBizInfo": "models.order_biz_info",
    "OrderBookingFreightResult": "models.order_booking_freight_result",
    "OrderBusinessType": "models.order_business_type",
    "OrderBuyerContact": "models.order_buyer_contact",
    "OrderCloseOperateType": "models.order_close_operate_type",
    "OrderCloseReason": "models.order_close_reason",
    "OrderEntryCount": "models.order_entry_count",
    "OrderInvoiceInfo": "models.order_invoice_info",
    "OrderLine": "models.order_line",
    "OrderPreview": "models.order_preview",
    "OrderPreviewResult": "models.order_preview_result",
    "OrderProductItem": "models.order_product_item",
    "OrderRate": "models.order_rate",
    "OrderRateInfo": "models.order_rate_info",
    "OrderReceiverInfo": "models.order_receiver_info",
    "OrderRenderLine": "models.order_render_line",
    "OrderSellerContact": "models.order_seller_contact",
    "OrderSkuInfo": "models.order_sku_info",
    "OrderTradeType": "models.order_trade_type",
    "OutOriginAddress": "models.out_origin_address",
    "OverseaLogisticsInfo": "models.oversea_logistics_info",
    "OverseasExtraAddress": "models.overseas_extra_address",
    "OverseasTransportAddress": "models.overseas_transport_address",
    "PayChannelInfo": "models.pay_channel_info",
    "PayUrlResult": "models.pay_url_result",
    "PicRegionInfo": "models.pic_region_info",
    "PnmLogisticsDetail": "models.pnm_logistics_detail",
    "PreOrderInfo": "models.pre_order_info",
    "PreviewCargo": "models.preview_cargo",
    "PreviewPromotion": "models.preview_promotion",
    "PriceRange": "models.price_range",
    "ProductAttribute": "models.product_attribute",
    "ProductCertificate": "models.product_certificate",
    "ProductDetail": "models.product_detail",
    "ProductImage": "models.product_image",
    "ProductInvoiceInfo": "models.product_invoice_info",
    "ProductListItem": "models.product_list_item",
    "ProductPage": "models.product_page",
    "ProductPriceInfo": "models.product_price_info",
    "ProductSaleInfo": "models.product_sale_info",
    "ProductShippingInfo": "models.product_shipping_info",
    "ProductSimpleShippingInfo": "models.product_simple_shipping_info",
    "ProductSku": "models.product_sku",
    "ProductSkuAttribute": "models.product_sku_attribute",
    "ProductSort": "models.product_sort",
    "ProductStatus": "models.product_status",
    "ProductTag": "models.product_tag",
    "ProductTagKey": "models.product_tag_key",
    "ProductTradeInfo": "models.product_trade_info",
    "PromotionModel": "models.promotion_model",
    "QuoteItem": "models.quote_item",
    "QuoteType": "models.quote_type",
    "ReceiveGoodsResult": "models.receive_goods_result",
    "Receiver": "models.receiver",
    "ReceiverAddressTO": "models.receiver_address_to",
    "RecommendedItem": "models.recommended_item",
    "RecommendedItemPage": "models.recommended_item_page",
    "RefundCancelResult": "models.refund_cancel_result",
    "RefundCarrier": "models.refund_carrier",
    "RefundGoodsStatus": "models.refund_goods_status",
    "RefundLogistics": "models.refund_logistics",
    "RefundLogisticsCompany": "models.refund_logistics_company",
    "RefundMessageType": "models.refund_message_type",
    "RefundOperation": "models.refund_operation",
    "RefundOrder": "models.refund_order",
    "RefundOrderAggregate": "models.refund_order_aggregate",
    "RefundPurchaseOrderLine": "models.refund_purchase_order_line",
    "RefundReceiverAddress": "models.refund_receiver_address",
    "RefundStatusEnum": "models.refund_status_enum",
    "ReturnGoodsResult": "models.return_goods_result",
    "SearchSellerDataInfo": "models.search_seller_data_info",
    "SellerCargoParam": "models.seller_cargo_param",
    "SellerDataInfo": "models.seller_data_info",
    "SellerIdentity": "models.seller_identity",
    "SellerMixSetting": "models.seller_mix_setting",
    "SellerOffer": "models.seller_offer",
    "SellerOfferPage": "models.seller_offer_page",
    "SellerOfferPriceInfo": "models.seller_offer_price_info",
    "ShipmentType": "models.shipment_type",
    "ShippedItem": "models.shipped_item",
    "ShippingTimeGuarantee": "models.shipping_time_guarantee",
    "SkuProperty": "models.sku_property",
    "SkuShippingDetail": "models.sku_shipping_detail",
    "SkuShippingInfo": "models.sku_shipping_info",
    "SortDirection": "models.sort_direction",
    "StepOrder": "models.step_order",
    "StepOrderStatus": "models.step_order_status",
    "StepPayStatus": "models.step_pay_status",
    "TaoBaoLogisticsDetailVO": "models.tao_bao_logistics_detail_vo",
    "TaoBaoRefundOrderDetailDTO": "models.tao_bao_refund_order_detail_dto",
    "TaobaoItem": "models.taobao_item",
    "TaobaoItemSku": "models.taobao_item_sku",
    "TaobaoLogisticsTrace": "models.taobao_logistics_trace",
    "TaobaoPriceMessage": "models.taobao_price_message",
    "TaobaoPriceMessageLine": "models.taobao_price_message_line",
    "TaobaoSourceItem": "models.taobao_source_item",
    "TimeZone": "models.time_zone",
    "TmallOrderInfoTO": "models.tmall_order_info_to",
    "TradeModel": "models.trade_model",
    "TradeService": "models.trade_service",
    "TradeServiceGroup": "models.trade_service_group",
    "TradeTerm": "models.trade_term",
    "TradeTermPayStatus": "models.trade_term_pay_status",
    "TradeTermPayWay": "models.trade_term_pay_way",
    "UnitInfo": "models.unit_info",
    "TaobaoOrderPriceChanged": "events",
    "AlibabaOrderPriceChanged": "events",
    "PandaPonV1Resources": "resources",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
