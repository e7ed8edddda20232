"""Made-up data for demonstrations: goods, carts, orders in every state, refunds and pushes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.goods import Goods
from pandapon_async.sandbox.state.orders import Kind, Order

if TYPE_CHECKING:
    from pandapon_async.sandbox.application import Sandbox

_GOODS = (
    Goods("Ceramic teapot with bamboo handle, 600 ml", 4_290),
    Goods("Linen tablecloth, 140 x 200 cm, grey", 6_850),
    Goods("Desk lamp with clamp, warm white", 5_400),
    Goods("Cotton tote bag, natural", 980),
    Goods("Stainless steel lunch box, two tiers", 3_760),
    Goods("Wooden puzzle, world map, 300 pieces", 2_990),
    Goods("Wool socks, five pairs, size 39 to 42", 3_350),
    Goods("Bicycle bell, brass", 1_580),
    Goods("Porcelain bowls, set of four", 5_120),
    Goods("Notebook, dotted, 192 pages", 1_240),
    Goods("Travel umbrella, windproof", 4_480),
    Goods("Silicone baking mat, 40 x 30 cm", 1_690),
)
_RECEIVER = {
    "name": "Example Warehouse",
    "mobile_phone": "13800000000",
    "state": "浙江省",
    "city": "杭州市",
    "address": "1 Example Road",
}
_HOUR = 3_600.0


@dataclass(frozen=True, slots=True)
class _Planned:
    kind: Kind
    number: str
    lines: tuple[tuple[int, int], ...]
    hours_ago: float
    fate: str


_ORDERS = (
    _Planned(Kind.TAOBAO, "SHOP-1001", ((0, 1),), 71, "received"),
    _Planned(Kind.ALIBABA, "SHOP-1002", ((3, 40), (9, 20)), 70, "received"),
    _Planned(Kind.TAOBAO, "SHOP-1003", ((2, 1), (5, 2)), 52, "paid"),
    _Planned(Kind.TAOBAO, "SHOP-1004", ((7, 3),), 47, "cancelled"),
    _Planned(Kind.KA, "SHOP-1005", ((4, 10),), 46, "refunded"),
    _Planned(Kind.ALIBABA, "SHOP-1006", ((6, 25),), 29, "paid"),
    _Planned(Kind.TAOBAO, "SHOP-1007", ((8, 1),), 26, "price changed"),
    _Planned(Kind.TAOBAO, "SHOP-1008", ((1, 2),), 5, "new"),
    _Planned(Kind.TAOBAO, "SHOP-1008", ((1, 2),), 4.9, "new"),
    _Planned(Kind.KA, "SHOP-1009", ((10, 12),), 2, "paid"),
    _Planned(Kind.ALIBABA, "SHOP-1010", ((11, 60),), 1, "new"),
    _Planned(Kind.FREIGHT, "SHOP-1001", ((0, 1),), 0.5, "new"),
)


def seed(sandbox: "Sandbox") -> None:
    """Fill a sandbox with made-up data of its first account.

    One order number appears twice on purpose, to show how the console marks doubles.
    """
    state = sandbox.state
    state.goods.extend(_GOODS)
    access_key = sandbox.accounts[0].access_key
    now = sandbox.time()
    for planned in _ORDERS:
        surface = "xportcn-ka" if planned.kind is Kind.KA else "pandapon-v1"
        order = sandbox.orders.create(
            kind=planned.kind,
            owner=state.owner(access_key, surface),
            reference=planned.number,
            purchase_amount=sum(_GOODS[item].price * quantity for item, quantity in planned.lines) + 600,
            lines=write_json([_line(planned.kind, item, quantity) for item, quantity in planned.lines]),
            receiver=write_json(_RECEIVER),
            created_at=now - planned.hours_ago * _HOUR,
        )
        _advance(sandbox, order, planned.fate, now - planned.hours_ago * _HOUR / 2)
    owner = state.owner(access_key, "pandapon-v1")
    for position in (3, 5):
        goods = _GOODS[position]
        item = CartItem(0, str(600_000_000_001 + position), "1", goods.title, 2, goods.price, "shop-1", "Example shop")
        state.carts.add(owner, "taobao", item)


def _line(kind: Kind, item: int, quantity: int) -> Any:
    number = 600_000_000_001 + item
    if kind in {Kind.ALIBABA, Kind.KA}:
        return [str(number), f"spec-{item}", quantity, "shop-1", _GOODS[item].price]
    fields = {"itemId": str(number), "skuId": "1", "title": _GOODS[item].title}
    return {**fields, "quantity": str(quantity), "price": str(_GOODS[item].price)}


def _advance(sandbox: "Sandbox", order: Order, fate: str, moment: float) -> None:
    orders = sandbox.orders
    if fate in {"paid", "received", "refunded"}:
        orders.pay(order, moment)
    if fate == "received":
        orders.ship(order, moment)
        orders.receive(order)
    if fate == "cancelled":
        orders.cancel(order)
    if fate == "price changed":
        orders.change_price(order, order.purchase_amount - 300)
    if fate == "refunded":
        sandbox.state.refunds.create(
            order,
            line=0,
            amount=order.purchase_amount - 600,
            carriage=0,
            reason_id=1,
            needs_return=False,
            created_at=moment,
        )
