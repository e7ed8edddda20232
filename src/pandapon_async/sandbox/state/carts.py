"""Shopping carts of the two markets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from pandapon_async.sandbox.state.limits import check_room

Market: TypeAlias = Literal["taobao", "alibaba"]

_FIRST_ID: Final = 900_001


@dataclass(frozen=True, slots=True)
class CartItem:
    """One record of a cart.

    Attributes:
        cart_id: Unique over all carts.
        item: Item id in the form of the market's operations.
        sku: SKU id.
        price: In fen.
    """

    cart_id: int
    item: str
    sku: str
    title: str
    quantity: int
    price: int
    seller: str
    seller_name: str


# Initial content of every 1688 cart: no operation with a documented path adds to it, only the admin interface.
_FIRST_ITEMS: Final = (
    CartItem(0, "sandbox-offer-1", "sandbox-spec-1", "Example item 1", 2, 1900, "sandbox-seller-1", "Example seller 1"),
    CartItem(0, "sandbox-offer-2", "sandbox-spec-2", "Example item 2", 1, 350, "sandbox-seller-1", "Example seller 1"),
    CartItem(0, "sandbox-offer-3", "sandbox-spec-3", "Example item 3", 5, 820, "sandbox-seller-2", "Example seller 2"),
)


class Carts:
    """The carts of all owners. A 1688 cart starts with three made-up items of two sellers, a Taobao cart empty."""

    def __init__(self) -> None:
        self._carts: dict[tuple[str, Market], dict[int, CartItem]] = {}
        self._next_id = _FIRST_ID

    def __len__(self) -> int:
        return sum(map(len, self._carts.values()))

    def clear(self) -> None:
        """Reset all carts to their initial content."""
        self._carts = {}

    def add(self, owner: str, market: Market, item: CartItem) -> CartItem:
        """Add goods to a cart and return the record with its id. The same goods again raise its quantity.

        Raises:
            RefusedError: the cart is full.
        """
        cart = self._cart(owner, market)
        for known in cart.values():
            if (known.item, known.sku, known.seller) == (item.item, item.sku, item.seller):
                cart[known.cart_id] = replace(known, quantity=known.quantity + item.quantity)
                return cart[known.cart_id]
        check_room(len(cart), "records in a cart")
        return self._put(cart, item)

    def items(self, owner: str, market: Market) -> Sequence[CartItem]:
        """Return the records of a cart, oldest first."""
        return tuple(self._cart(owner, market).values())

    def find(self, owner: str, market: Market, cart_ids: Iterable[int]) -> list[CartItem]:
        """Return the records with these ids, each once. Unknown ids are skipped."""
        cart = self._cart(owner, market)
        return [cart[cart_id] for cart_id in dict.fromkeys(cart_ids) if cart_id in cart]

    def set_quantity(self, owner: str, market: Market, cart_id: int, quantity: int) -> bool:
        """Set the quantity of a record; return False if the record does not exist."""
        cart = self._cart(owner, market)
        if cart_id not in cart:
            return False
        cart[cart_id] = replace(cart[cart_id], quantity=quantity)
        return True

    def remove(self, owner: str, market: Market, items: Iterable[CartItem]) -> None:
        """Remove records from a cart."""
        cart = self._cart(owner, market)
        for item in items:
            cart.pop(item.cart_id, None)

    def _cart(self, owner: str, market: Market) -> dict[int, CartItem]:
        cart = self._carts.get((owner, market))
        if cart is None:
            cart = self._carts[owner, market] = {}
            for item in _FIRST_ITEMS if market == "alibaba" else ():
                self._put(cart, item)
        return cart

    def _put(self, cart: dict[int, CartItem], item: CartItem) -> CartItem:
        item = replace(item, cart_id=self._next_id)
        self._next_id += 1
        cart[item.cart_id] = item
        return item
