"""The kinds of draft, each a small declaration: fields, operation, key, and where the answer has the order's id.

Where the operation has an argument for the caller's own order number, that is the key. Elsewhere ``key`` is: it stays
in the ledger and is not sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

import attrs

from pandapon_async._core.schema.unset import UNSET
from pandapon_async.orders.drafts.draft import Draft, DraftKind, own_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandapon_async import pandapon_v1 as v1
    from pandapon_async import pandapon_v2 as v2
    from pandapon_async import xportcn_ka as ka
    from pandapon_async._core.schema.unset import Unset

__all__ = [
    "KINDS",
    "AlibabaOrder",
    "AlibabaPayment",
    "AlibabaSellersOrder",
    "AlibabaV2Order",
    "FreightBooking",
    "KaFreightBooking",
    "KaOrder",
    "TaobaoOrder",
]

_V1: Final = "pandapon_async.pandapon_v1.operations"
_V2: Final = "pandapon_async.pandapon_v2.operations"
_KA: Final = "pandapon_async.xportcn_ka.operations"


@attrs.frozen(kw_only=True, repr=False)
class TaobaoOrder(Draft):
    """A Taobao order on PandaPon v1: ``client.taobao.orders.create``.

    The response of this operation is not documented; ``x-pandapon-evidence`` in the specification names the fields that
    may hold ids.

    Attributes:
        seller_order_number: The caller's own order number, which is also sent. The key.
        purchase_amount: Budget in fen.
        receiver: Delivery address.
        order_line_list: What to buy.
        order_source: Sales platform of the buyer.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="taobao-order",
        surface="pandapon-v1",
        operation_at=f"{_V1}:TAOBAO_ORDERS_CREATE",
        key="seller_order_number",
    )

    seller_order_number: str | int
    purchase_amount: int
    receiver: v1.Receiver
    order_line_list: Sequence[v1.OrderLine]
    order_source: str | Unset = UNSET


@attrs.frozen(kw_only=True, repr=False)
class AlibabaOrder(Draft):
    """A 1688 order of one seller's goods on PandaPon v1: ``client.alibaba.orders.create``.

    No number of the caller's can be sent with it, and its answer is not documented.

    Attributes:
        key: The caller's own order number; not sent.
        flow: Code of the kind of order.
        address_param: Delivery address.
        cargo_param_list: Goods, all of one seller.
        message: Remark on the order.
        shop_promotion_id: Promotion of the shop, from the preview.
        trade_type: Way of payment, from the preview.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="alibaba-order",
        surface="pandapon-v1",
        operation_at=f"{_V1}:ALIBABA_ORDERS_CREATE",
    )

    key: str = own_field()
    flow: str
    address_param: v1.AddressParam
    cargo_param_list: Sequence[v1.CargoParam]
    message: str | Unset | None = UNSET
    shop_promotion_id: str | Unset | None = UNSET
    trade_type: str | Unset | None = UNSET


@attrs.frozen(kw_only=True, repr=False)
class AlibabaSellersOrder(Draft):
    """1688 orders of several sellers' goods at once on PandaPon v1: ``client.alibaba.orders.create_for_sellers``.

    One draft makes one order for each seller, all of them or, for all that is documented, only some.

    Attributes:
        key: The caller's own order number; not sent.
        flow: Code of the kind of order.
        message: Remark on the orders.
        shop_promotion_id: Promotion of the shop, from the preview.
        trade_type: Way of payment, from the preview.
        address_param: Delivery address.
        cargo_param_list: Goods, each with its seller.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="alibaba-sellers-order",
        surface="pandapon-v1",
        operation_at=f"{_V1}:ALIBABA_ORDERS_CREATE_FOR_SELLERS",
    )

    key: str = own_field()
    flow: str | Unset | None = UNSET
    message: str | Unset | None = UNSET
    shop_promotion_id: str | Unset | None = UNSET
    trade_type: str | Unset | None = UNSET
    address_param: v1.AddressParam | Unset = UNSET
    cargo_param_list: Sequence[v1.SellerCargoParam] | Unset = UNSET


@attrs.frozen(kw_only=True, repr=False)
class AlibabaPayment(Draft):
    """The payment of one 1688 order on PandaPon v1: ``client.alibaba.orders.pay_many`` with one order.

    The operation takes several orders, but whether it may pay some of them only is not documented: with one order a
    call, an outcome is that order's. The order's id is the key, so a ledger never pays an order twice. State
    ``created`` means that the platform accepted the payment; the answer, which is not documented, is kept.

    Attributes:
        order_id: The platform's id of the order to pay. The key.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="alibaba-payment", surface="pandapon-v1", operation_at=f"{_V1}:ALIBABA_ORDERS_PAY_MANY", key="order_id"
    )

    order_id: str | int = own_field(kind="id")

    def arguments(self) -> Mapping[str, object]:
        """Return the arguments of the operation."""
        return {"order_ids": [self.order_id]}


@attrs.frozen(kw_only=True, repr=False)
class AlibabaV2Order(Draft):
    """1688 orders on PandaPon v2, of one seller or several: ``client.alibaba.orders.create_for_sellers``.

    Attributes:
        key: The caller's own order number; not sent.
        flow: Code of the kind of order.
        message: Remark on the orders.
        shop_promotion_id: Promotion of the shop, from the preview.
        trade_type: Way of payment, from the preview.
        address_param: Delivery address.
        cargo_param_list: Goods.
        platform_user_id: See the operation; likewise the next ones.
        staff_name: See there.
        platform_order: See there.
        transfer_account_imgs: See there.
        transfer_account_remark: See there.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="alibaba-v2-order",
        surface="pandapon-v2",
        operation_at=f"{_V2}:ALIBABA_ORDERS_CREATE_FOR_SELLERS",
    )

    key: str = own_field()
    flow: str
    message: str | Unset = UNSET
    shop_promotion_id: str | Unset = UNSET
    trade_type: str | Unset = UNSET
    address_param: v2.FastAddress | Unset = UNSET
    cargo_param_list: Sequence[v2.FastCargo] | Unset = UNSET
    platform_user_id: str | int | Unset = UNSET
    staff_name: str | Unset = UNSET
    platform_order: int | Unset = UNSET
    transfer_account_imgs: str | Unset = UNSET
    transfer_account_remark: str | Unset = UNSET


@attrs.frozen(kw_only=True, repr=False)
class KaOrder(Draft):
    """A 1688 order on Xportcn KA: ``client.alibaba.orders.create``. Its answer is not documented.

    Attributes:
        key: The caller's own order number; not sent.
        flow: Code of the kind of order.
        message: Remark on the order.
        shop_promotion_id: Promotion of the shop, from the preview.
        trade_type: Way of payment, from the preview.
        address_param: Delivery address.
        cargo_param_list: Goods.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="ka-order",
        surface="xportcn-ka",
        operation_at=f"{_KA}:ALIBABA_ORDERS_CREATE",
    )

    key: str = own_field()
    flow: str | Unset = UNSET
    message: str | Unset = UNSET
    shop_promotion_id: str | Unset = UNSET
    trade_type: str | Unset = UNSET
    address_param: ka.OrderAddress | Unset = UNSET
    cargo_param_list: Sequence[ka.OrderCargo] | Unset = UNSET


@attrs.frozen(kw_only=True, repr=False)
class FreightBooking(Draft):
    """A freight booking on PandaPon v1: ``client.logistics.book_freight``. It has a fee.

    Attributes:
        key: The caller's own number of the booking; not sent.
        render_id: Quotation that is booked.
        receiver_address: Where the goods go.
        line_items: What is shipped.
        tmall_order_info: The order that the shipment belongs to.
        remark: Free text.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="freight-booking",
        surface="pandapon-v1",
        operation_at=f"{_V1}:LOGISTICS_BOOK_FREIGHT",
    )

    key: str = own_field()
    render_id: str | int | Unset | None = UNSET
    receiver_address: v1.ReceiverAddress | Unset = UNSET
    line_items: Sequence[v1.FreightLineItem] | Unset | None = UNSET
    tmall_order_info: v1.TmallOrderInfo | Unset = UNSET
    remark: str | Unset | None = UNSET


@attrs.frozen(kw_only=True, repr=False)
class KaFreightBooking(Draft):
    """A freight booking on Xportcn KA: ``client.logistics.book_freight``. It has a fee.

    Attributes:
        key: The caller's own number of the booking; not sent.
        render_id: Quotation that is booked.
        receiver_address: Where the goods go.
        line_items: What is shipped.
        tmall_order_info: The order that the shipment belongs to.
        remark: Free text.
    """

    kind: ClassVar[DraftKind] = DraftKind(
        name="ka-freight-booking",
        surface="xportcn-ka",
        operation_at=f"{_KA}:LOGISTICS_BOOK_FREIGHT",
    )

    key: str = own_field()
    render_id: str | int | Unset = UNSET
    receiver_address: ka.ReceiverAddress | Unset = UNSET
    line_items: Sequence[ka.FreightLineItem] | Unset = UNSET
    tmall_order_info: ka.TmallOrderInfo | Unset = UNSET
    remark: str | Unset = UNSET


KINDS: Final[Mapping[str, type[Draft]]] = {
    draft.kind.name: draft
    for draft in (
        TaobaoOrder,
        AlibabaOrder,
        AlibabaSellersOrder,
        AlibabaPayment,
        FreightBooking,
        AlibabaV2Order,
        KaOrder,
        KaFreightBooking,
    )
}
"""All kinds, by the name that the command line and the ledger have for them."""
