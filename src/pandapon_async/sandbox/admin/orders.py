"""Orders in the admin interface: search them, and act as the buyer or the seller does in the platform's console."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.faults import inject_push_faults
from pandapon_async.sandbox.admin.order_search import FILTERS, OrderPage, SearchError, order_json, search
from pandapon_async.sandbox.admin.requests import BadRequestError, json_response, page_bounds, read_body
from pandapon_async.sandbox.handlers.alibaba_lines import lines_of
from pandapon_async.sandbox.handlers.call import MAX_QUANTITY
from pandapon_async.sandbox.handlers.prices import CARRIAGE, price_of
from pandapon_async.sandbox.handlers.taobao_refunds import line_amount
from pandapon_async.sandbox.refusal import RefusedError
from pandapon_async.sandbox.services import Services
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.orders import Kind, Order

_MAX_FEN = 10**12
FAULT_HEADER = "x-sandbox-fault"


def order_routes(services: Services) -> list[Route]:
    """Return the routes of orders, refunds and carts."""
    admin = _OrderAdmin(services)
    return [
        Route("/_sandbox/orders", admin.list_orders),
        Route("/_sandbox/payments", admin.pay, methods=["POST"]),
        Route("/_sandbox/shipments", admin.ship, methods=["POST"]),
        Route("/_sandbox/cancellations", admin.cancel, methods=["POST"]),
        Route("/_sandbox/prices", admin.change_price, methods=["POST"]),
        Route("/_sandbox/refunds", admin.apply_for_refund, methods=["POST"]),
        Route("/_sandbox/cart", admin.add_to_cart, methods=["POST"]),
    ]


def find_orders(services: Services, request: Request, names: Sequence[str]) -> OrderPage:
    """Return the page of orders that the query parameters of a request ask for.

    Args:
        services: The sandbox.
        request: Its query has filters, ``offset`` and ``limit``.
        names: The filters to read; others are ignored.

    Raises:
        BadRequestError: a filter or a bound is invalid.
    """
    offset, limit = page_bounds(request)
    filters = {name: value for name in names if (value := request.query_params.get(name, ""))}
    try:
        return search(services.state.orders, filters, offset, limit)
    except SearchError as error:
        raise BadRequestError(str(error)) from None


class _OrderAdmin:
    def __init__(self, services: Services) -> None:
        self._services = services
        self._orders = services.state.orders

    async def list_orders(self, request: Request) -> Response:
        page = find_orders(self._services, request, FILTERS)
        return json_response(
            {
                "total": page.total,
                "offset": page.offset,
                "limit": page.limit,
                "orders": [order_json(self._orders, order) for order in page.orders],
            }
        )

    async def pay(self, request: Request) -> Response:
        """Pay an order. No documented operation pays Taobao orders."""
        order = self._order_of(await read_body(request))
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a freight booking cannot be paid")
        with inject_push_faults(self._services, request.headers.get(FAULT_HEADER)):
            is_paid = self._orders.pay(order, self._services.clock())
        return json_response({"paid": is_paid, "order": order_json(self._orders, order)})

    async def ship(self, request: Request) -> Response:
        """Ship a paid order, as its seller does."""
        order = self._order_of(await read_body(request))
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a freight booking cannot be shipped")
        is_shipped = self._orders.ship(order, self._services.clock())
        return json_response({"shipped": is_shipped, "order": order_json(self._orders, order)})

    async def cancel(self, request: Request) -> Response:
        """Cancel an order. No documented operation cancels orders on Taobao or KA."""
        order = self._order_of(await read_body(request))
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a freight booking cannot be cancelled")
        with inject_push_faults(self._services, request.headers.get(FAULT_HEADER)):
            is_cancelled = self._orders.cancel(order)
        return json_response({"cancelled": is_cancelled, "order": order_json(self._orders, order)})

    async def change_price(self, request: Request) -> Response:
        """Change the price of an unpaid order, as its seller does."""
        match await read_body(request):
            case {"orderId": str(order_id), "amount": int(amount), **rest} if not rest:
                order = self._order(order_id)
            case _:
                raise BadRequestError('expected {"orderId": "...", "amount": 1000}, in fen')
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("the price of a freight booking cannot change")
        if type(amount) is not int or not CARRIAGE <= amount <= _MAX_FEN:
            raise BadRequestError(f"amount must be between {CARRIAGE} and {_MAX_FEN}")
        with inject_push_faults(self._services, request.headers.get(FAULT_HEADER)):
            changed = self._orders.change_price(order, amount)
        return json_response(
            {"changed": changed is not None, "order": order_json(self._orders, changed or order)},
        )

    async def apply_for_refund(self, request: Request) -> Response:
        """Apply for a refund. No documented operation does so on Taobao or KA."""
        match await read_body(request):
            case {"orderId": str(order_id), **rest} if not rest.keys() - {"line"}:
                order = self._order(order_id)
                line: Any = rest.get("line", 0)
            case _:
                raise BadRequestError('expected {"orderId": "...", "line": 0}')
        if order.kind not in {Kind.TAOBAO, Kind.KA}:
            raise BadRequestError("only for orders of Taobao and KA; others have an operation for it")
        if type(line) is not int or not 0 <= line < len(order.lines):
            raise BadRequestError("line must be the position of a line of the order, from 0")
        try:
            amount = lines_of(order)[line].amount if order.kind is Kind.KA else line_amount(order, line)
            with inject_push_faults(self._services, request.headers.get(FAULT_HEADER)):
                refund = self._services.state.refunds.create(
                    order,
                    line=line,
                    amount=amount,
                    carriage=0,
                    reason_id=1,
                    needs_return=False,
                    created_at=self._services.clock(),
                )
        except RefusedError as refusal:
            raise BadRequestError(refusal.message) from None
        return json_response({"refundId": refund.refund_id})

    async def add_to_cart(self, request: Request) -> Response:
        """Put goods into a 1688 cart. No operation with a documented path does so."""
        match await read_body(request):
            case {"offerMapId": str(item), "specId": str(sku), "sellerOpenId": str(seller), **rest} if (
                not rest.keys() - {"quantity", "accessKey"}
            ):
                quantity: Any = rest.get("quantity", 1)
                access_key: Any = rest.get("accessKey", self._services.accounts[0].access_key)
            case _:
                raise BadRequestError('expected {"offerMapId": "...", "specId": "...", "sellerOpenId": "..."}')
        if access_key not in [account.access_key for account in self._services.accounts]:
            raise BadRequestError("accessKey names no account")
        if type(quantity) is not int or not 0 < quantity <= MAX_QUANTITY:
            raise BadRequestError(f"quantity must be between 1 and {MAX_QUANTITY}")
        goods = CartItem(0, item, sku, item, quantity, price_of(item, sku), seller, seller)
        state = self._services.state
        try:
            added = state.carts.add(state.owner(access_key, "pandapon-v2"), "alibaba", goods)
        except RefusedError as refusal:
            raise BadRequestError(refusal.message) from None
        return json_response({"id": added.cart_id})

    def _order_of(self, body: Any) -> Order:
        match body:
            case {"orderId": str(order_id), **rest} if not rest:
                return self._order(order_id)
            case _:
                raise BadRequestError('expected {"orderId": "..."}')

    def _order(self, order_id: str) -> Order:
        order = self._orders.get(order_id)
        if order is None:
            raise BadRequestError("orderId names no order in the sandbox")
        return order
