"""Xportcn KA: models and resources.

Buying on 1688 through Xportcn's platform for large accounts. Reconstructed from the public documentation; not an
official document.

Names are imported when first used.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.xportcn_ka.events import (
        OrderCancelled,
        OrderCreated,
        OrderPaid,
        OrderPriceChanged,
        OrderRefundChanged,
    )
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
    from pandapon_async.xportcn_ka.resources import XportcnKAResources

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
    "OrderCancelled",
    "OrderCargo",
    "OrderCreated",
    "OrderItemTO",
    "OrderMessage",
    "OrderPaid",
    "OrderPreview",
    "OrderPriceChanged",
    "OrderRefundChanged",
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
    "XportcnKAResources",
]

_MODULES: Final[dict[str, str]] = {
    "DomesticLogisticInfo": "models.domestic_logistic_info",
    "FeeTO": "models.fee_to",
    "FreightInfoTO": "models.freight_info_to",
    "FreightItemInfo": "models.freight_item_info",
    "FreightLineItem": "models.freight_line_item",
    "FreightSubOrderTO": "models.freight_sub_order_to",
    "InternationalLogisticInfo": "models.international_logistic_info",
    "LogisticInfo": "models.logistic_info",
    "OrderAddress": "models.order_address",
    "OrderBookingFreightResult": "models.order_booking_freight_result",
    "OrderCargo": "models.order_cargo",
    "OrderItemTO": "models.order_item_to",
    "OrderMessage": "models.order_message",
    "OrderPreview": "models.order_preview",
    "ProductInvoiceInfo": "models.product_invoice_info",
    "ProductPriceInfo": "models.product_price_info",
    "ProductPromotion": "models.product_promotion",
    "ProductSearchItem": "models.product_search_item",
    "ProductSearchPage": "models.product_search_page",
    "ProductShippingInfo": "models.product_shipping_info",
    "ProductTradeInfo": "models.product_trade_info",
    "QualityInspectionInfo": "models.quality_inspection_info",
    "ReceiverAddressTO": "models.receiver_address_to",
    "RefundMessage": "models.refund_message",
    "SellerDataInfo": "models.seller_data_info",
    "ShippedItem": "models.shipped_item",
    "TmallOrderInfoTO": "models.tmall_order_info_to",
    "OrderCreated": "events",
    "OrderCancelled": "events",
    "OrderPaid": "events",
    "OrderPriceChanged": "events",
    "OrderRefundChanged": "events",
    "XportcnKAResources": "resources",
}

if not TYPE_CHECKING:  # to a type checker, a module with such a function has every name
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
