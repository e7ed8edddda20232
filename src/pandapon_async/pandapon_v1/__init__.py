"""PandaPon v1: models and resources.

Buying on Taobao and 1688 through PandaPon, first generation of paths. Reconstructed from the public documentation; not
an official document.

Names are imported on first use.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.pandapon_v1.events import AlibabaOrderPriceChanged as AlibabaOrderPriceChanged
    from pandapon_async.pandapon_v1.events import TaobaoOrderPriceChanged as TaobaoOrderPriceChanged
    from pandapon_async.pandapon_v1.models.address_param import AddressParam as AddressParam
    from pandapon_async.pandapon_v1.models.alibaba_cart import AlibabaCart as AlibabaCart
    from pandapon_async.pandapon_v1.models.alibaba_order import AlibabaOrder as AlibabaOrder
    from pandapon_async.pandapon_v1.models.alibaba_order_from_v2 import AlibabaOrderFromV2 as AlibabaOrderFromV2
    from pandapon_async.pandapon_v1.models.alibaba_order_list import AlibabaOrderList as AlibabaOrderList
    from pandapon_async.pandapon_v1.models.alibaba_order_status import AlibabaOrderStatus as AlibabaOrderStatus
    from pandapon_async.pandapon_v1.models.alibaba_refund_created import AlibabaRefundCreated as AlibabaRefundCreated
    from pandapon_async.pandapon_v1.models.alibaba_refund_info import AlibabaRefundInfo as AlibabaRefundInfo
    from pandapon_async.pandapon_v1.models.alibaba_refund_status import AlibabaRefundStatus as AlibabaRefundStatus
    from pandapon_async.pandapon_v1.models.batch_check_result import BatchCheckResult as BatchCheckResult
    from pandapon_async.pandapon_v1.models.cargo_param import CargoParam as CargoParam
    from pandapon_async.pandapon_v1.models.cart_item_info import CartItemInfo as CartItemInfo
    from pandapon_async.pandapon_v1.models.cart_shop_item import CartShopItem as CartShopItem
    from pandapon_async.pandapon_v1.models.channel_price import ChannelPrice as ChannelPrice
    from pandapon_async.pandapon_v1.models.channel_sku_price import ChannelSkuPrice as ChannelSkuPrice
    from pandapon_async.pandapon_v1.models.credit_order_detail import CreditOrderDetail as CreditOrderDetail
    from pandapon_async.pandapon_v1.models.credit_order_detail_from_v2 import (
        CreditOrderDetailFromV2 as CreditOrderDetailFromV2,
    )
    from pandapon_async.pandapon_v1.models.customs import Customs as Customs
    from pandapon_async.pandapon_v1.models.customs_attribute import CustomsAttribute as CustomsAttribute
    from pandapon_async.pandapon_v1.models.customs_goods import CustomsGoods as CustomsGoods
    from pandapon_async.pandapon_v1.models.date_time import DateTime as DateTime
    from pandapon_async.pandapon_v1.models.day_of_week import DayOfWeek as DayOfWeek
    from pandapon_async.pandapon_v1.models.dispatch_type import DispatchType as DispatchType
    from pandapon_async.pandapon_v1.models.dispute_type import DisputeType as DisputeType
    from pandapon_async.pandapon_v1.models.domestic_logistic_info import DomesticLogisticInfo as DomesticLogisticInfo
    from pandapon_async.pandapon_v1.models.encrypt_out_order_info import EncryptOutOrderInfo as EncryptOutOrderInfo
    from pandapon_async.pandapon_v1.models.ext_attribute import ExtAttribute as ExtAttribute
    from pandapon_async.pandapon_v1.models.ext_pair import ExtPair as ExtPair
    from pandapon_async.pandapon_v1.models.fast_address import FastAddress as FastAddress
    from pandapon_async.pandapon_v1.models.fee import Fee as Fee
    from pandapon_async.pandapon_v1.models.fenxiao_price_info import FenxiaoPriceInfo as FenxiaoPriceInfo
    from pandapon_async.pandapon_v1.models.fenxiao_sale_info import FenxiaoSaleInfo as FenxiaoSaleInfo
    from pandapon_async.pandapon_v1.models.freight_info import FreightInfo as FreightInfo
    from pandapon_async.pandapon_v1.models.freight_item_info import FreightItemInfo as FreightItemInfo
    from pandapon_async.pandapon_v1.models.freight_line_item import FreightLineItem as FreightLineItem
    from pandapon_async.pandapon_v1.models.freight_render_item import FreightRenderItem as FreightRenderItem
    from pandapon_async.pandapon_v1.models.freight_sub_order import FreightSubOrder as FreightSubOrder
    from pandapon_async.pandapon_v1.models.guarantees_terms import GuaranteesTerms as GuaranteesTerms
    from pandapon_async.pandapon_v1.models.image_search_item import ImageSearchItem as ImageSearchItem
    from pandapon_async.pandapon_v1.models.image_search_page import ImageSearchPage as ImageSearchPage
    from pandapon_async.pandapon_v1.models.international_logistic_info import (
        InternationalLogisticInfo as InternationalLogisticInfo,
    )
    from pandapon_async.pandapon_v1.models.invoice_status import InvoiceStatus as InvoiceStatus
    from pandapon_async.pandapon_v1.models.invoice_type import InvoiceType as InvoiceType
    from pandapon_async.pandapon_v1.models.invoicing_setting import InvoicingSetting as InvoicingSetting
    from pandapon_async.pandapon_v1.models.invoicing_setting_model import InvoicingSettingModel as InvoicingSettingModel
    from pandapon_async.pandapon_v1.models.item_check_param import ItemCheckParam as ItemCheckParam
    from pandapon_async.pandapon_v1.models.line_logistics_status import LineLogisticsStatus as LineLogisticsStatus
    from pandapon_async.pandapon_v1.models.line_refund_status import LineRefundStatus as LineRefundStatus
    from pandapon_async.pandapon_v1.models.logistic_info import LogisticInfo as LogisticInfo
    from pandapon_async.pandapon_v1.models.logistics_goods import LogisticsGoods as LogisticsGoods
    from pandapon_async.pandapon_v1.models.logistics_item import LogisticsItem as LogisticsItem
    from pandapon_async.pandapon_v1.models.logistics_partner import LogisticsPartner as LogisticsPartner
    from pandapon_async.pandapon_v1.models.logistics_receiver import LogisticsReceiver as LogisticsReceiver
    from pandapon_async.pandapon_v1.models.logistics_step import LogisticsStep as LogisticsStep
    from pandapon_async.pandapon_v1.models.logistics_trace_node import LogisticsTraceNode as LogisticsTraceNode
    from pandapon_async.pandapon_v1.models.lst_order_info import LstOrderInfo as LstOrderInfo
    from pandapon_async.pandapon_v1.models.max_refund_fee import MaxRefundFee as MaxRefundFee
    from pandapon_async.pandapon_v1.models.native_logistics import NativeLogistics as NativeLogistics
    from pandapon_async.pandapon_v1.models.native_logistics_from_v2 import (
        NativeLogisticsFromV2 as NativeLogisticsFromV2,
    )
    from pandapon_async.pandapon_v1.models.native_logistics_item import NativeLogisticsItem as NativeLogisticsItem
    from pandapon_async.pandapon_v1.models.new_step_logistics_status import (
        NewStepLogisticsStatus as NewStepLogisticsStatus,
    )
    from pandapon_async.pandapon_v1.models.new_step_order import NewStepOrder as NewStepOrder
    from pandapon_async.pandapon_v1.models.new_step_order_from_v2 import NewStepOrderFromV2 as NewStepOrderFromV2
    from pandapon_async.pandapon_v1.models.new_step_pay_status import NewStepPayStatus as NewStepPayStatus
    from pandapon_async.pandapon_v1.models.new_step_pay_status_from_v2 import (
        NewStepPayStatusFromV2 as NewStepPayStatusFromV2,
    )
    from pandapon_async.pandapon_v1.models.no_logistics_condition import NoLogisticsCondition as NoLogisticsCondition
    from pandapon_async.pandapon_v1.models.no_logistics_condition_from_v2 import (
        NoLogisticsConditionFromV2 as NoLogisticsConditionFromV2,
    )
    from pandapon_async.pandapon_v1.models.offer_data_info import OfferDataInfo as OfferDataInfo
    from pandapon_async.pandapon_v1.models.offer_identity import OfferIdentity as OfferIdentity
    from pandapon_async.pandapon_v1.models.official_solution import OfficialSolution as OfficialSolution
    from pandapon_async.pandapon_v1.models.order_address import OrderAddress as OrderAddress
    from pandapon_async.pandapon_v1.models.order_base_info import OrderBaseInfo as OrderBaseInfo
    from pandapon_async.pandapon_v1.models.order_base_info_from_v2 import OrderBaseInfoFromV2 as OrderBaseInfoFromV2
    from pandapon_async.pandapon_v1.models.order_biz_info import OrderBizInfo as OrderBizInfo
    from pandapon_async.pandapon_v1.models.order_biz_info_from_v2 import OrderBizInfoFromV2 as OrderBizInfoFromV2
    from pandapon_async.pandapon_v1.models.order_booking_freight_result import (
        OrderBookingFreightResult as OrderBookingFreightResult,
    )
    from pandapon_async.pandapon_v1.models.order_business_type import OrderBusinessType as OrderBusinessType
    from pandapon_async.pandapon_v1.models.order_business_type_from_v2 import (
        OrderBusinessTypeFromV2 as OrderBusinessTypeFromV2,
    )
    from pandapon_async.pandapon_v1.models.order_buyer_contact import OrderBuyerContact as OrderBuyerContact
    from pandapon_async.pandapon_v1.models.order_close_operate_type import (
        OrderCloseOperateType as OrderCloseOperateType,
    )
    from pandapon_async.pandapon_v1.models.order_close_operate_type_from_v2 import (
        OrderCloseOperateTypeFromV2 as OrderCloseOperateTypeFromV2,
    )
    from pandapon_async.pandapon_v1.models.order_close_reason import OrderCloseReason as OrderCloseReason
    from pandapon_async.pandapon_v1.models.order_contact import OrderContact as OrderContact
    from pandapon_async.pandapon_v1.models.order_customs import OrderCustoms as OrderCustoms
    from pandapon_async.pandapon_v1.models.order_entry_count import OrderEntryCount as OrderEntryCount
    from pandapon_async.pandapon_v1.models.order_invoice_info import OrderInvoiceInfo as OrderInvoiceInfo
    from pandapon_async.pandapon_v1.models.order_invoice_info_from_v2 import (
        OrderInvoiceInfoFromV2 as OrderInvoiceInfoFromV2,
    )
    from pandapon_async.pandapon_v1.models.order_line import OrderLine as OrderLine
    from pandapon_async.pandapon_v1.models.order_line_logistics_status import (
        OrderLineLogisticsStatus as OrderLineLogisticsStatus,
    )
    from pandapon_async.pandapon_v1.models.order_line_refund_status import (
        OrderLineRefundStatus as OrderLineRefundStatus,
    )
    from pandapon_async.pandapon_v1.models.order_logistics import OrderLogistics as OrderLogistics
    from pandapon_async.pandapon_v1.models.order_pay_status import OrderPayStatus as OrderPayStatus
    from pandapon_async.pandapon_v1.models.order_pay_way import OrderPayWay as OrderPayWay
    from pandapon_async.pandapon_v1.models.order_preview import OrderPreview as OrderPreview
    from pandapon_async.pandapon_v1.models.order_preview_result import OrderPreviewResult as OrderPreviewResult
    from pandapon_async.pandapon_v1.models.order_product_item import OrderProductItem as OrderProductItem
    from pandapon_async.pandapon_v1.models.order_quote import OrderQuote as OrderQuote
    from pandapon_async.pandapon_v1.models.order_rate import OrderRate as OrderRate
    from pandapon_async.pandapon_v1.models.order_rate_info import OrderRateInfo as OrderRateInfo
    from pandapon_async.pandapon_v1.models.order_rate_info_from_v2 import OrderRateInfoFromV2 as OrderRateInfoFromV2
    from pandapon_async.pandapon_v1.models.order_rating import OrderRating as OrderRating
    from pandapon_async.pandapon_v1.models.order_receiver_info import OrderReceiverInfo as OrderReceiverInfo
    from pandapon_async.pandapon_v1.models.order_refund_status import OrderRefundStatus as OrderRefundStatus
    from pandapon_async.pandapon_v1.models.order_render_line import OrderRenderLine as OrderRenderLine
    from pandapon_async.pandapon_v1.models.order_seller_contact import OrderSellerContact as OrderSellerContact
    from pandapon_async.pandapon_v1.models.order_sku_info import OrderSkuInfo as OrderSkuInfo
    from pandapon_async.pandapon_v1.models.order_status import OrderStatus as OrderStatus
    from pandapon_async.pandapon_v1.models.order_trade_type import OrderTradeType as OrderTradeType
    from pandapon_async.pandapon_v1.models.order_trade_type_from_v2 import OrderTradeTypeFromV2 as OrderTradeTypeFromV2
    from pandapon_async.pandapon_v1.models.out_origin_address import OutOriginAddress as OutOriginAddress
    from pandapon_async.pandapon_v1.models.oversea_logistics_info import OverseaLogisticsInfo as OverseaLogisticsInfo
    from pandapon_async.pandapon_v1.models.oversea_logistics_info_from_v2 import (
        OverseaLogisticsInfoFromV2 as OverseaLogisticsInfoFromV2,
    )
    from pandapon_async.pandapon_v1.models.overseas_extra_address import OverseasExtraAddress as OverseasExtraAddress
    from pandapon_async.pandapon_v1.models.overseas_transport_address import (
        OverseasTransportAddress as OverseasTransportAddress,
    )
    from pandapon_async.pandapon_v1.models.overseas_transport_user_addr_info import (
        OverseasTransportUserAddrInfo as OverseasTransportUserAddrInfo,
    )
    from pandapon_async.pandapon_v1.models.pay_channel_info import PayChannelInfo as PayChannelInfo
    from pandapon_async.pandapon_v1.models.pay_url_result import PayUrlResult as PayUrlResult
    from pandapon_async.pandapon_v1.models.pic_region_info import PicRegionInfo as PicRegionInfo
    from pandapon_async.pandapon_v1.models.pnm_logistics_detail import PnmLogisticsDetail as PnmLogisticsDetail
    from pandapon_async.pandapon_v1.models.pre_order_info import PreOrderInfo as PreOrderInfo
    from pandapon_async.pandapon_v1.models.preview_cargo import PreviewCargo as PreviewCargo
    from pandapon_async.pandapon_v1.models.preview_promotion import PreviewPromotion as PreviewPromotion
    from pandapon_async.pandapon_v1.models.price_range import PriceRange as PriceRange
    from pandapon_async.pandapon_v1.models.product_attribute import ProductAttribute as ProductAttribute
    from pandapon_async.pandapon_v1.models.product_certificate import ProductCertificate as ProductCertificate
    from pandapon_async.pandapon_v1.models.product_detail import ProductDetail as ProductDetail
    from pandapon_async.pandapon_v1.models.product_image import ProductImage as ProductImage
    from pandapon_async.pandapon_v1.models.product_invoice_info import ProductInvoiceInfo as ProductInvoiceInfo
    from pandapon_async.pandapon_v1.models.product_item import ProductItem as ProductItem
    from pandapon_async.pandapon_v1.models.product_list_item import ProductListItem as ProductListItem
    from pandapon_async.pandapon_v1.models.product_page import ProductPage as ProductPage
    from pandapon_async.pandapon_v1.models.product_price_info import ProductPriceInfo as ProductPriceInfo
    from pandapon_async.pandapon_v1.models.product_sale_info import ProductSaleInfo as ProductSaleInfo
    from pandapon_async.pandapon_v1.models.product_shipping_info import ProductShippingInfo as ProductShippingInfo
    from pandapon_async.pandapon_v1.models.product_simple_shipping_info import (
        ProductSimpleShippingInfo as ProductSimpleShippingInfo,
    )
    from pandapon_async.pandapon_v1.models.product_sku import ProductSku as ProductSku
    from pandapon_async.pandapon_v1.models.product_sku_attribute import ProductSkuAttribute as ProductSkuAttribute
    from pandapon_async.pandapon_v1.models.product_sort import ProductSort as ProductSort
    from pandapon_async.pandapon_v1.models.product_status import ProductStatus as ProductStatus
    from pandapon_async.pandapon_v1.models.product_tag import ProductTag as ProductTag
    from pandapon_async.pandapon_v1.models.product_tag_key import ProductTagKey as ProductTagKey
    from pandapon_async.pandapon_v1.models.product_trade_info import ProductTradeInfo as ProductTradeInfo
    from pandapon_async.pandapon_v1.models.promotion_model import PromotionModel as PromotionModel
    from pandapon_async.pandapon_v1.models.quote_item import QuoteItem as QuoteItem
    from pandapon_async.pandapon_v1.models.quote_type import QuoteType as QuoteType
    from pandapon_async.pandapon_v1.models.rate_status import RateStatus as RateStatus
    from pandapon_async.pandapon_v1.models.receive_goods_result import ReceiveGoodsResult as ReceiveGoodsResult
    from pandapon_async.pandapon_v1.models.receiver import Receiver as Receiver
    from pandapon_async.pandapon_v1.models.receiver_address import ReceiverAddress as ReceiverAddress
    from pandapon_async.pandapon_v1.models.receiver_address_from_v2 import (
        ReceiverAddressFromV2 as ReceiverAddressFromV2,
    )
    from pandapon_async.pandapon_v1.models.recommended_item import RecommendedItem as RecommendedItem
    from pandapon_async.pandapon_v1.models.recommended_item_page import RecommendedItemPage as RecommendedItemPage
    from pandapon_async.pandapon_v1.models.refund_cancel_result import RefundCancelResult as RefundCancelResult
    from pandapon_async.pandapon_v1.models.refund_carrier import RefundCarrier as RefundCarrier
    from pandapon_async.pandapon_v1.models.refund_goods_status import RefundGoodsStatus as RefundGoodsStatus
    from pandapon_async.pandapon_v1.models.refund_logistics import RefundLogistics as RefundLogistics
    from pandapon_async.pandapon_v1.models.refund_logistics_company import (
        RefundLogisticsCompany as RefundLogisticsCompany,
    )
    from pandapon_async.pandapon_v1.models.refund_message_type import RefundMessageType as RefundMessageType
    from pandapon_async.pandapon_v1.models.refund_operation import RefundOperation as RefundOperation
    from pandapon_async.pandapon_v1.models.refund_order import RefundOrder as RefundOrder
    from pandapon_async.pandapon_v1.models.refund_order_aggregate import RefundOrderAggregate as RefundOrderAggregate
    from pandapon_async.pandapon_v1.models.refund_order_template import RefundOrderTemplate as RefundOrderTemplate
    from pandapon_async.pandapon_v1.models.refund_purchase_order_line import (
        RefundPurchaseOrderLine as RefundPurchaseOrderLine,
    )
    from pandapon_async.pandapon_v1.models.refund_reason import RefundReason as RefundReason
    from pandapon_async.pandapon_v1.models.refund_receiver_address import RefundReceiverAddress as RefundReceiverAddress
    from pandapon_async.pandapon_v1.models.refund_render import RefundRender as RefundRender
    from pandapon_async.pandapon_v1.models.refund_status_enum import RefundStatusEnum as RefundStatusEnum
    from pandapon_async.pandapon_v1.models.related_product import RelatedProduct as RelatedProduct
    from pandapon_async.pandapon_v1.models.related_product_price_info import (
        RelatedProductPriceInfo as RelatedProductPriceInfo,
    )
    from pandapon_async.pandapon_v1.models.rendered_refund_order import RenderedRefundOrder as RenderedRefundOrder
    from pandapon_async.pandapon_v1.models.return_goods_result import ReturnGoodsResult as ReturnGoodsResult
    from pandapon_async.pandapon_v1.models.search_seller_data_info import SearchSellerDataInfo as SearchSellerDataInfo
    from pandapon_async.pandapon_v1.models.seller_cargo_param import SellerCargoParam as SellerCargoParam
    from pandapon_async.pandapon_v1.models.seller_data_info import SellerDataInfo as SellerDataInfo
    from pandapon_async.pandapon_v1.models.seller_identity import SellerIdentity as SellerIdentity
    from pandapon_async.pandapon_v1.models.seller_mix_setting import SellerMixSetting as SellerMixSetting
    from pandapon_async.pandapon_v1.models.seller_offer import SellerOffer as SellerOffer
    from pandapon_async.pandapon_v1.models.seller_offer_page import SellerOfferPage as SellerOfferPage
    from pandapon_async.pandapon_v1.models.seller_offer_price_info import SellerOfferPriceInfo as SellerOfferPriceInfo
    from pandapon_async.pandapon_v1.models.shipment_type import ShipmentType as ShipmentType
    from pandapon_async.pandapon_v1.models.shipped_item import ShippedItem as ShippedItem
    from pandapon_async.pandapon_v1.models.shipping_time_guarantee import ShippingTimeGuarantee as ShippingTimeGuarantee
    from pandapon_async.pandapon_v1.models.sku_info import SkuInfo as SkuInfo
    from pandapon_async.pandapon_v1.models.sku_property import SkuProperty as SkuProperty
    from pandapon_async.pandapon_v1.models.sku_shipping_detail import SkuShippingDetail as SkuShippingDetail
    from pandapon_async.pandapon_v1.models.sku_shipping_info import SkuShippingInfo as SkuShippingInfo
    from pandapon_async.pandapon_v1.models.sort_direction import SortDirection as SortDirection
    from pandapon_async.pandapon_v1.models.step_order import StepOrder as StepOrder
    from pandapon_async.pandapon_v1.models.step_order_from_v2 import StepOrderFromV2 as StepOrderFromV2
    from pandapon_async.pandapon_v1.models.step_order_status import StepOrderStatus as StepOrderStatus
    from pandapon_async.pandapon_v1.models.step_pay_status import StepPayStatus as StepPayStatus
    from pandapon_async.pandapon_v1.models.step_pay_status_from_v2 import StepPayStatusFromV2 as StepPayStatusFromV2
    from pandapon_async.pandapon_v1.models.taobao_item import TaobaoItem as TaobaoItem
    from pandapon_async.pandapon_v1.models.taobao_item_sku import TaobaoItemSku as TaobaoItemSku
    from pandapon_async.pandapon_v1.models.taobao_logistics_detail import TaobaoLogisticsDetail as TaobaoLogisticsDetail
    from pandapon_async.pandapon_v1.models.taobao_logistics_trace import TaobaoLogisticsTrace as TaobaoLogisticsTrace
    from pandapon_async.pandapon_v1.models.taobao_price_message import TaobaoPriceMessage as TaobaoPriceMessage
    from pandapon_async.pandapon_v1.models.taobao_price_message_line import (
        TaobaoPriceMessageLine as TaobaoPriceMessageLine,
    )
    from pandapon_async.pandapon_v1.models.taobao_refund_order_detail import (
        TaobaoRefundOrderDetail as TaobaoRefundOrderDetail,
    )
    from pandapon_async.pandapon_v1.models.taobao_source_item import TaobaoSourceItem as TaobaoSourceItem
    from pandapon_async.pandapon_v1.models.time_zone import TimeZone as TimeZone
    from pandapon_async.pandapon_v1.models.tmall_order_info import TmallOrderInfo as TmallOrderInfo
    from pandapon_async.pandapon_v1.models.trade_model import TradeModel as TradeModel
    from pandapon_async.pandapon_v1.models.trade_service import TradeService as TradeService
    from pandapon_async.pandapon_v1.models.trade_service_group import TradeServiceGroup as TradeServiceGroup
    from pandapon_async.pandapon_v1.models.trade_term import TradeTerm as TradeTerm
    from pandapon_async.pandapon_v1.models.trade_term_from_v2 import TradeTermFromV2 as TradeTermFromV2
    from pandapon_async.pandapon_v1.models.trade_term_pay_status import TradeTermPayStatus as TradeTermPayStatus
    from pandapon_async.pandapon_v1.models.trade_term_pay_way import TradeTermPayWay as TradeTermPayWay
    from pandapon_async.pandapon_v1.models.trade_type import TradeType as TradeType
    from pandapon_async.pandapon_v1.models.unit_info import UnitInfo as UnitInfo
    from pandapon_async.pandapon_v1.resources import PandaPonV1Resources as PandaPonV1Resources

_MODULES: Final[dict[str, str]] = {
    "AddressParam": "models.address_param",
    "AlibabaCart": "models.alibaba_cart",
    "AlibabaOrder": "models.alibaba_order",
    "AlibabaOrderFromV2": "models.alibaba_order_from_v2",
    "AlibabaOrderList": "models.alibaba_order_list",
    "AlibabaOrderStatus": "models.alibaba_order_status",
    "AlibabaRefundCreated": "models.alibaba_refund_created",
    "AlibabaRefundInfo": "models.alibaba_refund_info",
    "AlibabaRefundStatus": "models.alibaba_refund_status",
    "BatchCheckResult": "models.batch_check_result",
    "CargoParam": "models.cargo_param",
    "CartItemInfo": "models.cart_item_info",
    "CartShopItem": "models.cart_shop_item",
    "ChannelPrice": "models.channel_price",
    "ChannelSkuPrice": "models.channel_sku_price",
    "CreditOrderDetail": "models.credit_order_detail",
    "CreditOrderDetailFromV2": "models.credit_order_detail_from_v2",
    "Customs": "models.customs",
    "CustomsAttribute": "models.customs_attribute",
    "CustomsGoods": "models.customs_goods",
    "DateTime": "models.date_time",
    "DayOfWeek": "models.day_of_week",
    "DispatchType": "models.dispatch_type",
    "DisputeType": "models.dispute_type",
    "DomesticLogisticInfo": "models.domestic_logistic_info",
    "EncryptOutOrderInfo": "models.encrypt_out_order_info",
    "ExtAttribute": "models.ext_attribute",
    "ExtPair": "models.ext_pair",
    "FastAddress": "models.fast_address",
    "Fee": "models.fee",
    "FenxiaoPriceInfo": "models.fenxiao_price_info",
    "FenxiaoSaleInfo": "models.fenxiao_sale_info",
    "FreightInfo": "models.freight_info",
    "FreightItemInfo": "models.freight_item_info",
    "FreightLineItem": "models.freight_line_item",
    "FreightRenderItem": "models.freight_render_item",
    "FreightSubOrder": "models.freight_sub_order",
    "GuaranteesTerms": "models.guarantees_terms",
    "ImageSearchItem": "models.image_search_item",
    "ImageSearchPage": "models.image_search_page",
    "InternationalLogisticInfo": "models.international_logistic_info",
    "InvoiceStatus": "models.invoice_status",
    "InvoiceType": "models.invoice_type",
    "InvoicingSetting": "models.invoicing_setting",
    "InvoicingSettingModel": "models.invoicing_setting_model",
    "ItemCheckParam": "models.item_check_param",
    "LineLogisticsStatus": "models.line_logistics_status",
    "LineRefundStatus": "models.line_refund_status",
    "LogisticInfo": "models.logistic_info",
    "LogisticsGoods": "models.logistics_goods",
    "LogisticsItem": "models.logistics_item",
    "LogisticsPartner": "models.logistics_partner",
    "LogisticsReceiver": "models.logistics_receiver",
    "LogisticsStep": "models.logistics_step",
    "LogisticsTraceNode": "models.logistics_trace_node",
    "LstOrderInfo": "models.lst_order_info",
    "MaxRefundFee": "models.max_refund_fee",
    "NativeLogistics": "models.native_logistics",
    "NativeLogisticsFromV2": "models.native_logistics_from_v2",
    "NativeLogisticsItem": "models.native_logistics_item",
    "NewStepLogisticsStatus": "models.new_step_logistics_status",
    "NewStepOrder": "models.new_step_order",
    "NewStepOrderFromV2": "models.new_step_order_from_v2",
    "NewStepPayStatus": "models.new_step_pay_status",
    "NewStepPayStatusFromV2": "models.new_step_pay_status_from_v2",
    "NoLogisticsCondition": "models.no_logistics_condition",
    "NoLogisticsConditionFromV2": "models.no_logistics_condition_from_v2",
    "OfferDataInfo": "models.offer_data_info",
    "OfferIdentity": "models.offer_identity",
    "OfficialSolution": "models.official_solution",
    "OrderAddress": "models.order_address",
    "OrderBaseInfo": "models.order_base_info",
    "OrderBaseInfoFromV2": "models.order_base_info_from_v2",
    "OrderBizInfo": "models.order_biz_info",
    "OrderBizInfoFromV2": "models.order_biz_info_from_v2",
    "OrderBookingFreightResult": "models.order_booking_freight_result",
    "OrderBusinessType": "models.order_business_type",
    "OrderBusinessTypeFromV2": "models.order_business_type_from_v2",
    "OrderBuyerContact": "models.order_buyer_contact",
    "OrderCloseOperateType": "models.order_close_operate_type",
    "OrderCloseOperateTypeFromV2": "models.order_close_operate_type_from_v2",
    "OrderCloseReason": "models.order_close_reason",
    "OrderContact": "models.order_contact",
    "OrderCustoms": "models.order_customs",
    "OrderEntryCount": "models.order_entry_count",
    "OrderInvoiceInfo": "models.order_invoice_info",
    "OrderInvoiceInfoFromV2": "models.order_invoice_info_from_v2",
    "OrderLine": "models.order_line",
    "OrderLineLogisticsStatus": "models.order_line_logistics_status",
    "OrderLineRefundStatus": "models.order_line_refund_status",
    "OrderLogistics": "models.order_logistics",
    "OrderPayStatus": "models.order_pay_status",
    "OrderPayWay": "models.order_pay_way",
    "OrderPreview": "models.order_preview",
    "OrderPreviewResult": "models.order_preview_result",
    "OrderProductItem": "models.order_product_item",
    "OrderQuote": "models.order_quote",
    "OrderRate": "models.order_rate",
    "OrderRateInfo": "models.order_rate_info",
    "OrderRateInfoFromV2": "models.order_rate_info_from_v2",
    "OrderRating": "models.order_rating",
    "OrderReceiverInfo": "models.order_receiver_info",
    "OrderRefundStatus": "models.order_refund_status",
    "OrderRenderLine": "models.order_render_line",
    "OrderSellerContact": "models.order_seller_contact",
    "OrderSkuInfo": "models.order_sku_info",
    "OrderStatus": "models.order_status",
    "OrderTradeType": "models.order_trade_type",
    "OrderTradeTypeFromV2": "models.order_trade_type_from_v2",
    "OutOriginAddress": "models.out_origin_address",
    "OverseaLogisticsInfo": "models.oversea_logistics_info",
    "OverseaLogisticsInfoFromV2": "models.oversea_logistics_info_from_v2",
    "OverseasExtraAddress": "models.overseas_extra_address",
    "OverseasTransportAddress": "models.overseas_transport_address",
    "OverseasTransportUserAddrInfo": "models.overseas_transport_user_addr_info",
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
    "ProductItem": "models.product_item",
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
    "RateStatus": "models.rate_status",
    "ReceiveGoodsResult": "models.receive_goods_result",
    "Receiver": "models.receiver",
    "ReceiverAddress": "models.receiver_address",
    "ReceiverAddressFromV2": "models.receiver_address_from_v2",
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
    "RefundOrderTemplate": "models.refund_order_template",
    "RefundPurchaseOrderLine": "models.refund_purchase_order_line",
    "RefundReason": "models.refund_reason",
    "RefundReceiverAddress": "models.refund_receiver_address",
    "RefundRender": "models.refund_render",
    "RefundStatusEnum": "models.refund_status_enum",
    "RelatedProduct": "models.related_product",
    "RelatedProductPriceInfo": "models.related_product_price_info",
    "RenderedRefundOrder": "models.rendered_refund_order",
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
    "SkuInfo": "models.sku_info",
    "SkuProperty": "models.sku_property",
    "SkuShippingDetail": "models.sku_shipping_detail",
    "SkuShippingInfo": "models.sku_shipping_info",
    "SortDirection": "models.sort_direction",
    "StepOrder": "models.step_order",
    "StepOrderFromV2": "models.step_order_from_v2",
    "StepOrderStatus": "models.step_order_status",
    "StepPayStatus": "models.step_pay_status",
    "StepPayStatusFromV2": "models.step_pay_status_from_v2",
    "TaobaoItem": "models.taobao_item",
    "TaobaoItemSku": "models.taobao_item_sku",
    "TaobaoLogisticsDetail": "models.taobao_logistics_detail",
    "TaobaoLogisticsTrace": "models.taobao_logistics_trace",
    "TaobaoPriceMessage": "models.taobao_price_message",
    "TaobaoPriceMessageLine": "models.taobao_price_message_line",
    "TaobaoRefundOrderDetail": "models.taobao_refund_order_detail",
    "TaobaoSourceItem": "models.taobao_source_item",
    "TimeZone": "models.time_zone",
    "TmallOrderInfo": "models.tmall_order_info",
    "TradeModel": "models.trade_model",
    "TradeService": "models.trade_service",
    "TradeServiceGroup": "models.trade_service_group",
    "TradeTerm": "models.trade_term",
    "TradeTermFromV2": "models.trade_term_from_v2",
    "TradeTermPayStatus": "models.trade_term_pay_status",
    "TradeTermPayWay": "models.trade_term_pay_way",
    "TradeType": "models.trade_type",
    "UnitInfo": "models.unit_info",
    "TaobaoOrderPriceChanged": "events",
    "AlibabaOrderPriceChanged": "events",
    "PandaPonV1Resources": "resources",
}

if not TYPE_CHECKING:  # a type checker would take a module with __getattr__ to have every name
    __all__ = sorted(_MODULES)
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
