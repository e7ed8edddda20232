"""The operation table of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.call.operation import EvidenceRules, Inference, Operation, Parameter
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import ANY, INTEGER, NULL, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.xportcn_ka.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.xportcn_ka.models.order_preview import OrderPreview
    from pandapon_async.xportcn_ka.models.product_search_page import ProductSearchPage

__all__ = [
    "ADDRESSES_SAVE",
    "ALIBABA_GOODS_SEARCH",
    "ALIBABA_ORDERS_CREATE",
    "ALIBABA_ORDERS_PAY",
    "ALIBABA_ORDERS_PREVIEW",
    "IM_DECRYPT_OPEN_UID",
    "LOGISTICS_BOOK_FREIGHT",
    "LOGISTICS_ESTIMATE_FREIGHT",
    "LOGISTICS_PREVIEW_FREIGHT",
    "LOGISTICS_UPDATE_DOMESTIC_LOGISTICS",
    "OPERATIONS",
    "WMS_REGISTER_INBOUND",
]

LOGISTICS_BOOK_FREIGHT: Final[Operation[OrderBookingFreightResult | None]] = Operation(
    name="logistics.book_freight",
    method="POST",
    path="/open/pp/logistics/orderBookingFreight",
    signing="query",
    envelope="errorCode",
    effect="write",
    parameters=(
        Parameter(
            argument="render_id",
            name="renderId",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="tmall_order_info",
            name="tmallOrderInfo",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.tmall_order_info:TmallOrderInfo"),
        ),
        Parameter(
            argument="receiver_address",
            name="receiverAddress",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.receiver_address:ReceiverAddress"),
            personal=True,
        ),
        Parameter(
            argument="line_items",
            name="lineItems",
            location="body",
            type=ListOf(Nested("pandapon_async.xportcn_ka.models.freight_line_item:FreightLineItem")),
        ),
        Parameter(
            argument="remark",
            name="remark",
            location="body",
            type=TEXT,
            personal=True,
        ),
    ),
    result=Nested("pandapon_async.xportcn_ka.models.order_booking_freight_result:OrderBookingFreightResult"),
    evidence=EvidenceRules(
        ids=("orderId",),
    ),
)

LOGISTICS_UPDATE_DOMESTIC_LOGISTICS: Final[Operation[None]] = Operation(
    name="logistics.update_domestic_logistics",
    method="POST",
    path="/open/pp/logistics/updateLogisticInfo",
    signing="query",
    envelope="errorCode",
    effect="write",
    parameters=(
        Parameter(
            argument="order_id",
            name="orderId",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="tmall_order_id",
            name="tmallOrderId",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="logistic_infos",
            name="logisticInfos",
            location="body",
            type=ListOf(Nested("pandapon_async.xportcn_ka.models.logistic_info:LogisticInfo")),
        ),
    ),
    result=NULL,
)

ALIBABA_GOODS_SEARCH: Final[Operation[ProductSearchPage | None]] = Operation(
    name="alibaba.goods.search",
    method="POST",
    path="/alibaba/ka/product/keywords/query",
    signing="header",
    envelope="code",
    effect="read",
    parameters=(),
    result=Nested("pandapon_async.xportcn_ka.models.product_search_page:ProductSearchPage"),
)

ALIBABA_ORDERS_PAY: Final[Operation[JsonValue]] = Operation(
    name="alibaba.orders.pay",
    method="POST",
    path="/alibaba/ka/order/pay",
    signing="header",
    envelope="code",
    effect="pay",
    parameters=(),
    result=ANY,
    evidence=EvidenceRules(
        empty=("cantPayOrderList", "payFailureOrderList"),
    ),
)

ALIBABA_ORDERS_PREVIEW: Final[Operation[list[OrderPreview]]] = Operation(
    name="alibaba.orders.preview",
    method="POST",
    path="/alibaba/ka/order/create/preview",
    signing="header",
    envelope="code",
    effect="read",
    parameters=(
        Parameter(
            argument="ali_id",
            name="aliId",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="flow",
            name="flow",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="out_order_id",
            name="outOrderId",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="address_param",
            name="addressParam",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.order_address:OrderAddress"),
            personal=True,
        ),
        Parameter(
            argument="cargo_param_list",
            name="cargoParamList",
            location="body",
            type=ListOf(Nested("pandapon_async.xportcn_ka.models.order_cargo:OrderCargo")),
        ),
    ),
    result=ListOf(Nested("pandapon_async.xportcn_ka.models.order_preview:OrderPreview")),
)

ALIBABA_ORDERS_CREATE: Final[Operation[JsonValue]] = Operation(
    name="alibaba.orders.create",
    method="POST",
    path="/alibaba/ka/order/create",
    signing="header",
    envelope="code",
    effect="write",
    parameters=(
        Parameter(
            argument="flow",
            name="flow",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="message",
            name="message",
            location="body",
            type=TEXT,
            personal=True,
        ),
        Parameter(
            argument="shop_promotion_id",
            name="shopPromotionId",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="trade_type",
            name="tradeType",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="address_param",
            name="addressParam",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.order_address:OrderAddress"),
            personal=True,
        ),
        Parameter(
            argument="cargo_param_list",
            name="cargoParamList",
            location="body",
            type=ListOf(Nested("pandapon_async.xportcn_ka.models.order_cargo:OrderCargo")),
        ),
    ),
    result=ANY,
    evidence=EvidenceRules(
        ids=("orderNo", "orderId", "orderIds", "idOfStr", "id"),
        empty=("failedOfferList",),
    ),
)

IM_DECRYPT_OPEN_UID: Final[Operation[JsonValue]] = Operation(
    name="im.decrypt_open_uid",
    method="POST",
    path="/alibaba/ka/im/openuid/decrypt",
    signing="header",
    envelope="code",
    effect="read",
    parameters=(
        Parameter(
            argument="open_uid",
            name="openUid",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="offer_id",
            name="offerId",
            location="body",
            type=Id(),
        ),
    ),
    result=ANY,
)

WMS_REGISTER_INBOUND: Final[Operation[JsonValue]] = Operation(
    name="wms.register_inbound",
    method="POST",
    path="/wms/package/inbound",
    signing="header",
    envelope="code",
    effect="write",
    parameters=(
        Parameter(
            argument="out_order_id",
            name="out_order_id",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="alibaba_order_id",
            name="alibaba_order_id",
            location="body",
            type=Id(),
        ),
        Parameter(
            argument="logistics_tracking_number",
            name="logistics_tracking_number",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="quality_inspection_info",
            name="quality_inspection_info",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.quality_inspection_info:QualityInspectionInfo"),
        ),
    ),
    result=ANY,
)

ADDRESSES_SAVE: Final[Operation[JsonValue]] = Operation(
    name="addresses.save",
    method="POST",
    path="/open/address/addOrUpdate",
    signing="header",
    envelope="code",
    effect="write",
    parameters=(
        Parameter(
            argument="id",
            name="id",
            location="body",
            type=Id("integer"),
        ),
        Parameter(
            argument="name",
            name="name",
            location="body",
            type=TEXT,
            personal=True,
        ),
        Parameter(
            argument="province",
            name="province",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="city",
            name="city",
            location="body",
            type=TEXT,
        ),
        Parameter(
            argument="district",
            name="district",
            location="body",
            type=TEXT,
            personal=True,
        ),
        Parameter(
            argument="address",
            name="address",
            location="body",
            type=TEXT,
            personal=True,
        ),
        Parameter(
            argument="phone",
            name="phone",
            location="body",
            type=TEXT,
            personal=True,
        ),
    ),
    result=ANY,
    inference=Inference(
        rule="v1-ka-logistics",
        source="POST /open/address/addOrUpdate (addresses.save of pandapon-v1)",
        evidence="2 of 2 known operations obey it",
    ),
)

LOGISTICS_PREVIEW_FREIGHT: Final[Operation[JsonValue]] = Operation(
    name="logistics.preview_freight",
    method="POST",
    path="/open/pp/logistics/orderRenderFreight",
    signing="query",
    envelope="errorCode",
    effect="read",
    parameters=(
        Parameter(
            argument="receiver_address",
            name="receiverAddress",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.receiver_address_from_v1:ReceiverAddressFromV1"),
            personal=True,
        ),
        Parameter(
            argument="render_items",
            name="renderItems",
            location="body",
            type=ListOf(Nested("pandapon_async.xportcn_ka.models.freight_render_item:FreightRenderItem")),
            nullable=True,
        ),
    ),
    result=ANY,
    inference=Inference(
        rule="v1-ka-logistics",
        source="POST /open/pp/logistics/orderRenderFreight (logistics.preview_freight of pandapon-v1)",
        evidence="2 of 2 known operations obey it",
    ),
)

LOGISTICS_ESTIMATE_FREIGHT: Final[Operation[JsonValue]] = Operation(
    name="logistics.estimate_freight",
    method="POST",
    path="/open/pp/logistics/itemLogisticsPrice",
    signing="query",
    envelope="errorCode",
    effect="read",
    parameters=(
        Parameter(
            argument="item_id",
            name="itemId",
            location="body",
            type=Id(),
            required=True,
        ),
        Parameter(
            argument="sku_id",
            name="skuId",
            location="body",
            type=Id(),
            required=True,
        ),
        Parameter(
            argument="receiver_address",
            name="receiverAddress",
            location="body",
            type=Nested("pandapon_async.xportcn_ka.models.receiver_address_from_v2:ReceiverAddressFromV2"),
            required=True,
            personal=True,
        ),
        Parameter(
            argument="quantity",
            name="quantity",
            location="body",
            type=INTEGER,
            required=True,
        ),
        Parameter(
            argument="currency",
            name="currency",
            location="body",
            type=TEXT,
            required=True,
        ),
        Parameter(
            argument="price",
            name="price",
            location="body",
            type=TEXT,
            required=True,
        ),
    ),
    result=ANY,
    inference=Inference(
        rule="v1-ka-logistics",
        source="POST /v2/open/pp/logistics/itemLogisticsPrice (logistics.estimate_freight of pandapon-v2)",
        evidence="2 of 2 known operations obey it",
    ),
)

OPERATIONS: Final[tuple[Operation[object], ...]] = (
    LOGISTICS_BOOK_FREIGHT,
    LOGISTICS_UPDATE_DOMESTIC_LOGISTICS,
    ALIBABA_GOODS_SEARCH,
    ALIBABA_ORDERS_PAY,
    ALIBABA_ORDERS_PREVIEW,
    ALIBABA_ORDERS_CREATE,
    IM_DECRYPT_OPEN_UID,
    WMS_REGISTER_INBOUND,
    ADDRESSES_SAVE,
    LOGISTICS_PREVIEW_FREIGHT,
    LOGISTICS_ESTIMATE_FREIGHT,
)
"""All operations, in documented order."""
