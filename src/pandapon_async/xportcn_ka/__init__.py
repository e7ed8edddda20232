"""Xportcn KA: models and resources.

Buying on 1688 through Xportcn's platform for large accounts. Reconstructed from the public documentation; not an
official document.

Names are imported on first use.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.xportcn_ka.events import OrderCancelled as OrderCancelled
    from pandapon_async.xportcn_ka.events import OrderCreated as OrderCreated
    from pandapon_async.xportcn_ka.events import OrderPaid as OrderPaid
    from pandapon_async.xportcn_ka.events import OrderPriceChanged as OrderPriceChanged
    from pandapon_async.xportcn_ka.events import OrderRefundChanged as OrderRefundChanged
    from pandapon_async.xportcn_ka.models.domestic_logistic_info import DomesticLogisticInfo as DomesticLogisticInfo
    from pandapon_async.xportcn_ka.models.fee import Fee as Fee
    from pandapon_async.xportcn_ka.models.freight_info import FreightInfo as FreightInfo
    from pandapon_async.xportcn_ka.models.freight_item_info import FreightItemInfo as FreightItemInfo
    from pandapon_async.xportcn_ka.models.freight_line_item import FreightLineItem as FreightLineItem
    from pandapon_async.xportcn_ka.models.freight_render_item import FreightRenderItem as FreightRenderItem
    from pandapon_async.xportcn_ka.models.freight_sub_order import FreightSubOrder as FreightSubOrder
    from pandapon_async.xportcn_ka.models.international_logistic_info import (
        InternationalLogisticInfo as InternationalLogisticInfo,
    )
    from pandapon_async.xportcn_ka.models.logistic_info import LogisticInfo as LogisticInfo
    from pandapon_async.xportcn_ka.models.order_address import OrderAddress as OrderAddress
    from pandapon_async.xportcn_ka.models.order_booking_freight_result import (
        OrderBookingFreightResult as OrderBookingFreightResult,
    )
    from pandapon_async.xportcn_ka.models.order_cargo import OrderCargo as OrderCargo
    from pandapon_async.xportcn_ka.models.order_item import OrderItem as OrderItem
    from pandapon_async.xportcn_ka.models.order_message import OrderMessage as OrderMessage
    from pandapon_async.xportcn_ka.models.order_preview import OrderPreview as OrderPreview
    from pandapon_async.xportcn_ka.models.product_invoice_info import ProductInvoiceInfo as ProductInvoiceInfo
    from pandapon_async.xportcn_ka.models.product_price_info import ProductPriceInfo as ProductPriceInfo
    from pandapon_async.xportcn_ka.models.product_promotion import ProductPromotion as ProductPromotion
    from pandapon_async.xportcn_ka.models.product_search_item import ProductSearchItem as ProductSearchItem
    from pandapon_async.xportcn_ka.models.product_search_page import ProductSearchPage as ProductSearchPage
    from pandapon_async.xportcn_ka.models.product_shipping_info import ProductShippingInfo as ProductShippingInfo
    from pandapon_async.xportcn_ka.models.product_trade_info import ProductTradeInfo as ProductTradeInfo
    from pandapon_async.xportcn_ka.models.quality_inspection_info import QualityInspectionInfo as QualityInspectionInfo
    from pandapon_async.xportcn_ka.models.receiver_address import ReceiverAddress as ReceiverAddress
    from pandapon_async.xportcn_ka.models.receiver_address_from_v1 import ReceiverAddressFromV1 as ReceiverAddressFromV1
    from pandapon_async.xportcn_ka.models.receiver_address_from_v2 import ReceiverAddressFromV2 as ReceiverAddressFromV2
    from pandapon_async.xportcn_ka.models.refund_message import RefundMessage as RefundMessage
    from pandapon_async.xportcn_ka.models.seller_data_info import SellerDataInfo as SellerDataInfo
    from pandapon_async.xportcn_ka.models.shipped_item import ShippedItem as ShippedItem
    from pandapon_async.xportcn_ka.models.tmall_order_info import TmallOrderInfo as TmallOrderInfo
    from pandapon_async.xportcn_ka.resources import XportcnKAResources as XportcnKAResources

_MODULES: Final[dict[str, str]] = {
    "DomesticLogisticInfo": "models.domestic_logistic_info",
    "Fee": "models.fee",
    "FreightInfo": "models.freight_info",
    "FreightItemInfo": "models.freight_item_info",
    "FreightLineItem": "models.freight_line_item",
    "FreightRenderItem": "models.freight_render_item",
    "FreightSubOrder": "models.freight_sub_order",
    "InternationalLogisticInfo": "models.international_logistic_info",
    "LogisticInfo": "models.logistic_info",
    "OrderAddress": "models.order_address",
    "OrderBookingFreightResult": "models.order_booking_freight_result",
    "OrderCargo": "models.order_cargo",
    "OrderItem": "models.order_item",
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
    "ReceiverAddress": "models.receiver_address",
    "ReceiverAddressFromV1": "models.receiver_address_from_v1",
    "ReceiverAddressFromV2": "models.receiver_address_from_v2",
    "RefundMessage": "models.refund_message",
    "SellerDataInfo": "models.seller_data_info",
    "ShippedItem": "models.shipped_item",
    "TmallOrderInfo": "models.tmall_order_info",
    "OrderCreated": "events",
    "OrderCancelled": "events",
    "OrderPaid": "events",
    "OrderPriceChanged": "events",
    "OrderRefundChanged": "events",
    "XportcnKAResources": "resources",
}

if not TYPE_CHECKING:  # a type checker would take a module with __getattr__ to have every name
    __all__ = sorted(_MODULES)
    __getattr__, __dir__ = lazy_names(__name__, _MODULES)
