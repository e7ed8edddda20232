"""Shopping carts, and orders made from them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pandapon_async.sandbox.handlers.alibaba_lines import cart_lines, group_by_seller
from pandapon_async.sandbox.handlers.alibaba_orders import place_orders
from pandapon_async.sandbox.handlers.alibaba_previews import preview_of
from pandapon_async.sandbox.handlers.alibaba_view import order_view
from pandapon_async.sandbox.handlers.call import Call, mapping, quantity_of, refuse_unknown_id, text, yuan
from pandapon_async.sandbox.handlers.prices import CARRIAGE
from pandapon_async.sandbox.handlers.taobao_orders import created
from pandapon_async.sandbox.handlers.taobao_orders import preview_of as taobao_preview_of
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.state.carts import CartItem, Market

_MAX_FEN = 10**12
_STOCK = 1000


def add_to_taobao(call: Call) -> dict[str, Any]:
    """Put goods into the Taobao cart. Adding the same goods again raises the quantity of their record.

    Assumption: the response is the id of the record, and prices are in fen; neither is documented.
    """
    body = call.fields
    price: Any = body.get("promotionPrice") or body.get("price") or 0
    if not 0 <= price <= _MAX_FEN:
        raise RefusedError(Reason.SCHEMA, f"price must be between 0 and {_MAX_FEN}")
    item = CartItem(
        cart_id=0,
        item=text(body.get("itemId", body.get("itemMapId"))),
        sku=text(body.get("skuId")),
        title=text(body.get("itemTitle")),
        quantity=int(quantity_of(body.get("quantity"))),
        price=int(price),
        seller=text(body.get("shopId", body.get("aliShopId"))),
        seller_name=text(body.get("shopName")),
    )
    return {"id": call.state.carts.add(call.owner, "taobao", item).cart_id}


def preview_taobao_orders(call: Call) -> Any:
    """Return the price of the orders, one per shop, in fen.

    Assumption: the whole response.
    """
    items = _chosen(call, "taobao", "ids")
    if items is None:
        return call.documented_data
    return [taobao_preview_of([_taobao_line(item) for item in group]) for group in _by_seller(items)]


def create_taobao_orders(call: Call) -> Any:
    """Create one order per shop and remove the goods from the cart.

    Assumption: the whole response.
    """
    items = _chosen(call, "taobao", "ids")
    if items is None:
        return call.documented_data
    receiver = write_json(mapping(call.fields.get("orderAddress")))
    answers: list[dict[str, Any]] = []
    batch: int | None = None
    groups = call.placed(_by_seller(items), _taobao_line)
    for position, group in enumerate(groups):
        order = call.state.orders.create(
            owner=call.owner,
            reference=None,
            purchase_amount=sum(item.price * item.quantity for item in group) + CARRIAGE,
            lines=write_json([_taobao_line(item) for item in group]),
            receiver=receiver,
            created_at=call.time,
            batch=batch,
            missing_lines=len(call.missing) if position == len(groups) - 1 else 0,
        )
        batch = order.batch
        answers.append(created(order, len(group)))
    call.state.carts.remove(call.owner, "taobao", items)
    return answers


def list_alibaba(call: Call) -> dict[str, Any]:
    """Return the 1688 cart by shop. It starts with three made-up records."""
    shops = [
        {
            "sellerOpenId": group[0].seller,
            "sellerNickName": group[0].seller_name,
            "cartItemInfos": [_alibaba_record(item) for item in group],
        }
        for group in _by_seller(call.state.carts.items(call.owner, "alibaba"))
    ]
    return {"disableList": [], "enableList": shops}


def update_alibaba_quantity(call: Call) -> Any:
    """Change the quantity of a record and return true."""
    cart_id = call.fields.get("id")
    quantity = quantity_of(call.fields.get("quantity"))
    if isinstance(cart_id, int) and call.state.carts.set_quantity(call.owner, "alibaba", cart_id, quantity):
        return True
    return False if cart_id is None else call.documented_data_for("id")


def preview_alibaba_orders(call: Call) -> Any:
    """Return the price of the orders, one per seller."""
    items = _chosen(call, "alibaba", "cartIds")
    return call.documented_data if items is None else preview_of(group_by_seller(cart_lines(items)))


def create_alibaba_orders(call: Call) -> Any:
    """Create one order per seller and remove the goods from the cart.

    Assumption: the response is that of ``create_for_sellers`` on v2: whole orders.
    """
    items = _chosen(call, "alibaba", "cartIds")
    if items is None:
        return call.documented_data
    orders = place_orders(call, group_by_seller(cart_lines(items)))
    call.state.carts.remove(call.owner, "alibaba", items)
    return [order_view(call.state.orders, order) for order in orders]


def _chosen(call: Call, market: Market, name: str) -> Sequence[CartItem] | None:
    """Return the records that a call names, or None for the ids of the documented request.

    Raises:
        RefusedError: an id is not in the cart.
    """
    given: Sequence[int] = call.fields.get(name) or ()
    items = call.state.carts.find(call.owner, market, given)
    if len(items) == len(set(given)):
        return items
    if not call.is_documented(name):
        refuse_unknown_id(name)
    return None


def _by_seller(items: Iterable[CartItem]) -> Iterable[list[CartItem]]:
    groups: dict[str, list[CartItem]] = {}
    for item in items:
        groups.setdefault(item.seller, []).append(item)
    return groups.values()


def _taobao_line(item: CartItem) -> dict[str, Any]:
    return {
        "itemId": item.item,
        "skuId": item.sku,
        "quantity": item.quantity,
        "price": item.price,
        "amount": item.price * item.quantity,
    }


def _alibaba_record(item: CartItem) -> Mapping[str, Any]:
    return {
        "id": item.cart_id,
        "offerMapId": item.item,
        "specId": item.sku,
        "skuId": item.sku,
        "itemTitle": item.title,
        "itemPic": "https://example.com/item.jpg",
        "price": yuan(item.price),
        "quantity": item.quantity,
        "amountOnSale": _STOCK,
        "properties": "[]",
    }
