"""The unsigned interface below ``/_sandbox/``: a stand-in for the platform's web console, and a handle for tests."""

from typing import TYPE_CHECKING, Any, cast

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pandapon_async.sandbox.behaviours.call import MOST_PIECES
from pandapon_async.sandbox.behaviours.prices import price_of
from pandapon_async.sandbox.behaviours.taobao_refunds import line_amount
from pandapon_async.sandbox.console import render_console
from pandapon_async.sandbox.faults import FaultSpecificationError
from pandapon_async.sandbox.json_text import JsonTextError, read_json, write_json
from pandapon_async.sandbox.order_search import FILTERS, OrderPage, SearchError, kind_named, order_json, search
from pandapon_async.sandbox.refusal import RefusedError
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.orders import Kind, Order
from pandapon_async.sandbox.state.reconciliation import Reconciliation, reconcile, reconcile_payments

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from pandapon_async.sandbox.application import Sandbox

_PAYMENTS = "payment"
_DEFAULT_PAGE = 100
_LARGEST_PAGE = 1000
# Enough for the numbers of a batch of millions.
_LARGEST_BODY = 128 * 1024 * 1024

# The console needs no script and no other host; an order number that tries to be one stays text.
_CONSOLE_HEADERS = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}


class _BadRequestError(Exception):
    """A request of the admin interface that makes no sense; the message says why."""


def admin_app(sandbox: "Sandbox") -> Starlette:
    """Return the ASGI application of the admin interface of a sandbox."""
    admin = _Admin(sandbox)
    return Starlette(
        routes=[
            Route("/_sandbox", admin.redirect),
            Route("/_sandbox/", admin.console),
            Route("/_sandbox/health", admin.health),
            Route("/_sandbox/summary", admin.summary),
            Route("/_sandbox/orders", admin.orders),
            Route("/_sandbox/reconcile", admin.reconcile, methods=["POST"]),
            Route("/_sandbox/payments", admin.pay, methods=["POST"]),
            Route("/_sandbox/refunds", admin.apply_for_refund, methods=["POST"]),
            Route("/_sandbox/cart", admin.add_to_cart, methods=["POST"]),
            Route("/_sandbox/state", admin.reset, methods=["DELETE"]),
            Route("/_sandbox/faults", admin.faults, methods=["GET"]),
            Route("/_sandbox/faults", admin.replace_faults, methods=["PUT"]),
            Route("/_sandbox/faults", admin.remove_faults, methods=["DELETE"]),
        ],
        exception_handlers={_BadRequestError: cast("Callable[[Request, Exception], Awaitable[Response]]", _explain)},
    )


class _Admin:
    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def redirect(self, request: Request) -> Response:
        return RedirectResponse(request.url.replace(path=request.url.path + "/"))

    async def console(self, request: Request) -> Response:
        number = request.query_params.get("sellerOrderNumber", "")
        page = self._find(request, ("sellerOrderNumber",))
        orders = [order_json(self._sandbox.orders, order) for order in page.orders]
        html = render_console(self._sandbox.summary(), number, page.total, page.offset, page.limit, orders)
        return HTMLResponse(html, headers=_CONSOLE_HEADERS)

    async def health(self, _request: Request) -> Response:
        return _json({"status": "ok"})

    async def summary(self, _request: Request) -> Response:
        return _json(self._sandbox.summary())

    async def orders(self, request: Request) -> Response:
        page = self._find(request, FILTERS)
        return _json(
            {
                "total": page.total,
                "offset": page.offset,
                "limit": page.limit,
                "orders": [order_json(self._sandbox.orders, order) for order in page.orders],
            }
        )

    async def reconcile(self, request: Request) -> Response:
        orders = self._sandbox.orders
        match await _read(request):
            case {"sellerOrderNumbers": [*numbers], **rest} if not rest and _are_texts(numbers):
                return _json(_told(reconcile(orders, cast("list[str]", numbers)), "Numbers"))
            case {"kind": str(kind), "references": [*references], **rest} if not rest and _are_texts(references):
                named = cast("list[str]", references)
                found = (
                    reconcile_payments(orders, named)
                    if kind == _PAYMENTS
                    else reconcile(orders, named, _kind_to_reconcile(kind))
                )
                return _json({"kind": kind, **_told(found, "References")})
            case _:
                raise _BadRequestError(
                    'expected {"sellerOrderNumbers": ["...", ...]} or {"kind": "...", "references": ["...", ...]}'
                )

    async def pay(self, request: Request) -> Response:
        """Pay an order as a person does in the platform's own console; Taobao orders can be paid in no other way."""
        match await _read(request):
            case {"orderId": str(order_id), **rest} if not rest:
                order = self._order(order_id)
            case _:
                raise _BadRequestError('expected {"orderId": "..."}')
        if order.kind is Kind.FREIGHT:
            raise _BadRequestError("a booking of freight is not paid")
        is_paid = self._sandbox.orders.pay(order, self._sandbox.time())
        return _json({"paid": is_paid, "order": order_json(self._sandbox.orders, order)})

    async def apply_for_refund(self, request: Request) -> Response:
        """Apply for a refund as a person does; refunds on Taobao can be had in no other way."""
        match await _read(request):
            case {"orderId": str(order_id), **rest} if not rest.keys() - {"line"}:
                order = self._order(order_id)
                line: Any = rest.get("line", 0)
            case _:
                raise _BadRequestError('expected {"orderId": "...", "line": 0}')
        if order.kind is not Kind.TAOBAO:
            raise _BadRequestError("only for Taobao orders; for others there is an operation")
        if type(line) is not int or not 0 <= line < len(order.lines):
            raise _BadRequestError("line must be the position of a line of the order, from 0")
        try:
            refund = self._sandbox.state.refunds.create(
                order,
                line=line,
                amount=line_amount(order, line),
                carriage=0,
                reason_id=1,
                needs_return=False,
                created_at=self._sandbox.time(),
            )
        except RefusedError as refusal:
            raise _BadRequestError(refusal.message) from None
        return _json({"refundId": refund.refund_id})

    async def add_to_cart(self, request: Request) -> Response:
        """Put goods into a 1688 cart as a person does; no operation with a known path does it."""
        match await _read(request):
            case {"offerMapId": str(item), "specId": str(sku), "sellerOpenId": str(seller), **rest} if (
                not rest.keys()
                - {
                    "quantity",
                    "accessKey",
                }
            ):
                quantity: Any = rest.get("quantity", 1)
                access_key: Any = rest.get("accessKey", self._sandbox.accounts[0].access_key)
            case _:
                raise _BadRequestError('expected {"offerMapId": "...", "specId": "...", "sellerOpenId": "..."}')
        if access_key not in [account.access_key for account in self._sandbox.accounts]:
            raise _BadRequestError("accessKey names no account")
        if type(quantity) is not int or not 0 < quantity <= MOST_PIECES:
            raise _BadRequestError(f"quantity must be between 1 and {MOST_PIECES}")
        goods = CartItem(0, item, sku, item, quantity, price_of(item, sku), seller, seller)
        owner = self._sandbox.state.owner(access_key, "pandapon-v2")
        try:
            added = self._sandbox.state.carts.add(owner, "alibaba", goods)
        except RefusedError as refusal:
            raise _BadRequestError(refusal.message) from None
        return _json({"id": added.cart_id})

    async def reset(self, _request: Request) -> Response:
        self._sandbox.reset()
        return Response(status_code=204)

    async def faults(self, _request: Request) -> Response:
        return _json(self._sandbox.faults.to_json())

    async def replace_faults(self, request: Request) -> Response:
        try:
            self._sandbox.faults.replace_from_json(await _read(request))
        except FaultSpecificationError as error:
            raise _BadRequestError(str(error)) from None
        return _json(self._sandbox.faults.to_json())

    async def remove_faults(self, _request: Request) -> Response:
        self._sandbox.faults.replace([])
        return Response(status_code=204)

    def _order(self, order_id: str) -> Order:
        order = self._sandbox.orders.get(order_id)
        if order is None:
            raise _BadRequestError("orderId names no order that the sandbox keeps")
        return order

    def _find(self, request: Request, names: "Sequence[str]") -> OrderPage:
        offset = _whole_number(request, "offset", default=0, most=2**53)
        limit = _whole_number(request, "limit", default=_DEFAULT_PAGE, most=_LARGEST_PAGE)
        filters = {name: value for name in names if (value := request.query_params.get(name, ""))}
        try:
            return search(self._sandbox.orders, filters, offset, limit)
        except SearchError as error:
            raise _BadRequestError(str(error)) from None


def _are_texts(values: "Sequence[object]") -> bool:
    return all(isinstance(value, str) for value in values)


def _kind_to_reconcile(name: str) -> Kind:
    try:
        return kind_named(name)
    except SearchError as error:
        raise _BadRequestError(f"{error}, or {_PAYMENTS}") from None


def _told(found: Reconciliation, what: str) -> dict[str, Any]:
    return {
        "expected": found.expected,
        "orders": found.orders,
        "created": found.created,
        "lost": found.lost,
        "duplicated": found.duplicated,
        "unexpected": found.unexpected,
        f"lost{what}": found.lost_numbers,
        f"duplicated{what}": found.duplicated_numbers,
        f"unexpected{what}": found.unexpected_numbers,
    }


def _json(value: Any) -> Response:
    return Response(write_json(value), media_type="application/json")


async def _explain(_request: Request, error: _BadRequestError) -> Response:
    return Response(write_json({"error": str(error)}), status_code=400, media_type="application/json")


async def _read(request: Request) -> Any:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_BODY:
            raise _BadRequestError(f"body exceeds {_LARGEST_BODY} bytes")
    try:
        return read_json(bytes(body))
    except JsonTextError as error:
        raise _BadRequestError(f"body is no valid JSON: {error}") from None


def _whole_number(request: Request, name: str, *, default: int, most: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return default
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else most + 1
    if number > most:
        raise _BadRequestError(f"{name} must be a whole number up to {most}")
    return number
