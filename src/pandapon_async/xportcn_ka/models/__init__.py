"""Models of Xportcn KA, imported when first used.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.xportcn_ka.models.domestic_logistic_info import DomesticLogisticInfo
    from pandapon_async.xportcn_ka.models.fee_to import FeeTO
    from pandapon_async.xportcn_ka.models.freight_info_to import FreightInfoTO
    from pandapon_async.xportcn_ka.models.freight_item_info import FreightItemInfo
    from pandapon_async.xportcn_ka.models.freight_line_item import FreightLineItem
    from pandapon_async.xportcn_ka.models.freight_sub_order_to import FreightSubOrderTO
    from pandapon_async.xportcn_ka.models.international_logistic_info import InternationalLogisticInfo
    from pandapon_async.xportcn_ka.models.logistic_info import LogisticInfo
    from pandapon_async.xportcn_ka.models.order_address import OrderAddress
    from pandapon_async.xportcn_ka.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.xportcn_ka.models.order_cargo import OrderCargo
    from pandapon_async.xportcn_ka.models.order_item_to import OrderItemTO
    from pandapon_async.xportcn_ka.models.order_message import OrderMessage
    from pandapon_async.xportcn_ka.models.order_preview import OrderPreview
    from pandapon_async.xportcn_ka.models.product_invoice_info import ProductInvoiceInfo
    from pandapon_async.xportcn_ka.models.product_price_info import ProductPriceInfo
    from pandapon_async.xportcn_ka.models.product_promotion import ProductPromotion
    from pandapon_async.xportcn_ka.models.product_search_item import ProductSearchItem
    from pandapon_async.xportcn_ka.models.product_search_page import ProductSearchPage
    from pandapon_async.xportcn_ka.models.product_shipping_info import ProductShippingInfo
    from pandapon_async.xportcn_ka.models.product_trade_info import ProductTradeInfo
    from pandapon_async.xportcn_ka.models.quality_inspection_info import QualityInspectionInfo
    from pandapon_async.xportcn_ka.models.receiver_address_to import ReceiverAddressTO
    from pandapon_async.xportcn_ka.models.refund_message import RefundMessage
    from pandapon_async.xportcn_ka.models.seller_data_info import SellerDataInfo
    from pandapon_async.xportcn_ka.models.shipped_item import ShippedItem
    from pandapon_async.xportcn_ka.models.tmall_order_info_to import TmallOrderInfoTO

__all__ = [
    "DomesticLogisticInfo",
    "FeeTO",
    "FreightInfoTO",
    "FreightItemInfo",
    "FreightLineItem",
    "FreightSubOrderTO",
    "InternationalLogisticInfo",
    "LogisticInfo",
    "OrderAddress",
    "OrderBookingFreightResult",
    "OrderCargo",
    "OrderItemTO",
    "OrderMessage",
    "OrderPreview",
    "ProductInvoiceInfo",
    "ProductPriceInfo",
    "ProductPromotion",
    "ProductSearchItem",
    "ProductSearchPage",
    "ProductShippingInfo",
    "ProductTradeInfo",
    "QualityInspectionInfo",
    "ReceiverAddressTO",
    "RefundMessage",
    "SellerDataInfo",
    "ShippedItem",
    "TmallOrderInfoTO",
]

_MODULES: Final[dict[str, str]] = {
    "DomesticLogisticInfo": "domestic_logistic_info",
    "FeeTO": "fee_to",
    "FreightInfoTO": "freight_info_to",
    "FreightItemInfo": "freight_item_info",
    "FreightLineItem": "freight_line_item",
    "FreightSubOrderTO": "freight_sub_order_to",
    "InternationalLogisticInfo": "international_logistic_info",
    "LogisticInfo": "logistic_info",
    "OrderAddress": "order_address",
    "OrderBookingFreightResult": "order_booking_freight_result",
    "OrderCargo": "order_cargo",
    "OrderItemTO": "order_item_to",
    "OrderMessage": "order_message",
    "OrderPreview": "order_preview",
    "ProductInvoiceInfo": "product_invoice_info",
    "ProductPriceInfo": "product_price_info",
    "ProductPromotion": "product_promotion",
    "ProductSearchItem": "product_search_item",
    "ProductSearchPage": "product_search_page",
    "ProductShippingInfo": "product_shipping_info",
    "ProductTradeInfo": "product_trade_info",
    "QualityInspectionInfo": "quality_inspection_info",
    "ReceiverAddressTO": "receiver_address_to",
    "RefundMessage": "refund_message",
    "SellerDataInfo": "seller_data_info",
    "ShippedItem": "shipped_item",
    "TmallOrderInfoTO": "tmall_order_info_to",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
