"""The unsigned interface below ``/_sandbox/``: a stand-in for the platform's web console, and a handle for tests."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pandapon_async.sandbox.admin_requests import BadRequestError, explain, json_answer, page_bounds, read_body
from pandapon_async.sandbox.behaviours.alibaba_lines import lines_of
from pandapon_async.sandbox.behaviours.call import MOST_PIECES
from pandapon_async.sandbox.behaviours.prices import CARRIAGE, price_of
from pandapon_async.sandbox.behaviours.taobao_refunds import line_amount
from pandapon_async.sandbox.console import render_console
from pandapon_async.sandbox.faults import FaultSpecificationError
from pandapon_async.sandbox.order_search import FILTERS, OrderPage, SearchError, kind_named, order_json, search
from pandapon_async.sandbox.push_admin import befallen, push_routes
from pandapon_async.sandbox.pushing import push_json
from pandapon_async.sandbox.refusal import RefusedError
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.orders import Kind, Order
from pandapon_async.sandbox.state.reconciliation import Reconciliation, reconcile, reconcile_payments

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from pandapon_async.sandbox.application import Sandbox

_PAYMENTS = "payment"
_PUSHES_SHOWN = 20
_MOST_FEN = 10**12

# The console needs no script and no other host; an order number that tries to be one stays text.
_CONSOLE_HEADERS = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}


def admin_app(sandbox: "Sandbox") -> Starlette:
    """Return the ASGI application of the admin interface of a sandbox."""
    admin = _Admin(sandbox)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[None]:
        # Of a server that runs the sandbox as any other ASGI application; serve() does it by itself.
        async with sandbox.pushing.running():
            yield

    return Starlette(
        lifespan=lifespan,
        routes=[
            Route("/_sandbox", admin.redirect),
            Route("/_sandbox/", admin.console),
            Route("/_sandbox/health", admin.health),
            Route("/_sandbox/summary", admin.summary),
            Route("/_sandbox/orders", admin.orders),
            Route("/_sandbox/reconcile", admin.reconcile, methods=["POST"]),
            Route("/_sandbox/payments", admin.pay, methods=["POST"]),
            Route("/_sandbox/cancellations", admin.cancel, methods=["POST"]),
            Route("/_sandbox/prices", admin.change_price, methods=["POST"]),
            Route("/_sandbox/refunds", admin.apply_for_refund, methods=["POST"]),
            Route("/_sandbox/cart", admin.add_to_cart, methods=["POST"]),
            Route("/_sandbox/state", admin.reset, methods=["DELETE"]),
            Route("/_sandbox/faults", admin.faults, methods=["GET"]),
            Route("/_sandbox/faults", admin.replace_faults, methods=["PUT"]),
            Route("/_sandbox/faults", admin.remove_faults, methods=["DELETE"]),
            *push_routes(sandbox),
        ],
        exception_handlers={BadRequestError: cast("Callable[[Request, Exception], Awaitable[Response]]", explain)},
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
        pushes = [push_json(push) for push in islice(reversed(list(self._sandbox.pushing)), _PUSHES_SHOWN)]
        html = render_console(self._sandbox.summary(), number, page.total, page.offset, page.limit, orders, pushes)
        return HTMLResponse(html, headers=_CONSOLE_HEADERS)

    async def health(self, _request: Request) -> Response:
        return json_answer({"status": "ok"})

    async def summary(self, _request: Request) -> Response:
        return json_answer(self._sandbox.summary())

    async def orders(self, request: Request) -> Response:
        page = self._find(request, FILTERS)
        return json_answer(
            {
                "total": page.total,
                "offset": page.offset,
                "limit": page.limit,
                "orders": [order_json(self._sandbox.orders, order) for order in page.orders],
            }
        )

    async def reconcile(self, request: Request) -> Response:
        orders = self._sandbox.orders
        match await read_body(request):
            case {"sellerOrderNumbers": [*numbers], **rest} if not rest and _are_texts(numbers):
                return json_answer(_told(reconcile(orders, cast("list[str]", numbers)), "Numbers"))
            case {"kind": str(kind), "references": [*references], **rest} if not rest and _are_texts(references):
                named = cast("list[str]", references)
                found = (
                    reconcile_payments(orders, named)
                    if kind == _PAYMENTS
                    else reconcile(orders, named, _kind_to_reconcile(kind))
                )
                return json_answer({"kind": kind, **_told(found, "References")})
            case _:
                raise BadRequestError(
                    'expected {"sellerOrderNumbers": ["...", ...]} or {"kind": "...", "references": ["...", ...]}'
                )

    async def pay(self, request: Request) -> Response:
        """Pay an order as a person does in the platform's own console; Taobao orders can be paid in no other way."""
        match await read_body(request):
            case {"orderId": str(order_id), **rest} if not rest:
                order = self._order(order_id)
            case _:
                raise BadRequestError('expected {"orderId": "..."}')
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a booking of freight is not paid")
        with befallen(self._sandbox, request):
            is_paid = self._sandbox.orders.pay(order, self._sandbox.time())
        return json_answer({"paid": is_paid, "order": order_json(self._sandbox.orders, order)})

    async def cancel(self, request: Request) -> Response:
        """Cancel an order as a person does; on Taobao and KA it can be had in no other way."""
        match await read_body(request):
            case {"orderId": str(order_id), **rest} if not rest:
                order = self._order(order_id)
            case _:
                raise BadRequestError('expected {"orderId": "..."}')
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a booking of freight is not cancelled")
        with befallen(self._sandbox, request):
            is_cancelled = self._sandbox.orders.cancel(order)
        return json_answer({"cancelled": is_cancelled, "order": order_json(self._sandbox.orders, order)})

    async def change_price(self, request: Request) -> Response:
        """Change what an order costs as its seller does, before it is paid."""
        match await read_body(request):
            case {"orderId": str(order_id), "amount": int(amount), **rest} if not rest:
                order = self._order(order_id)
            case _:
                raise BadRequestError('expected {"orderId": "...", "amount": 1000}, in fen')
        if order.kind is Kind.FREIGHT:
            raise BadRequestError("a booking of freight has no price that changes")
        if type(amount) is not int or not CARRIAGE <= amount <= _MOST_FEN:
            raise BadRequestError(f"amount must be between {CARRIAGE} and {_MOST_FEN}")
        with befallen(self._sandbox, request):
            changed = self._sandbox.orders.change_price(order, amount)
        shown = order_json(self._sandbox.orders, changed or order)
        return json_answer({"changed": changed is not None, "order": shown})

    async def apply_for_refund(self, request: Request) -> Response:
        """Apply for a refund as a person does; refunds on Taobao and KA can be had in no other way."""
        match await read_body(request):
            case {"orderId": str(order_id), **rest} if not rest.keys() - {"line"}:
                order = self._order(order_id)
                line: Any = rest.get("line", 0)
            case _:
                raise BadRequestError('expected {"orderId": "...", "line": 0}')
        if order.kind not in {Kind.TAOBAO, Kind.KA}:
            raise BadRequestError("only for orders of Taobao and KA; for others there is an operation")
        if type(line) is not int or not 0 <= line < len(order.lines):
            raise BadRequestError("line must be the position of a line of the order, from 0")
        try:
            amount = lines_of(order)[line].amount if order.kind is Kind.KA else line_amount(order, line)
            with befallen(self._sandbox, request):
                refund = self._sandbox.state.refunds.create(
                    order,
                    line=line,
                    amount=amount,
                    carriage=0,
                    reason_id=1,
                    needs_return=False,
                    created_at=self._sandbox.time(),
                )
        except RefusedError as refusal:
            raise BadRequestError(refusal.message) from None
        return json_answer({"refundId": refund.refund_id})

    async def add_to_cart(self, request: Request) -> Response:
        """Put goods into a 1688 cart as a person does; no operation with a known path does it."""
        match await read_body(request):
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
                raise BadRequestError('expected {"offerMapId": "...", "specId": "...", "sellerOpenId": "..."}')
        if access_key not in [account.access_key for account in self._sandbox.accounts]:
            raise BadRequestError("accessKey names no account")
        if type(quantity) is not int or not 0 < quantity <= MOST_PIECES:
            raise BadRequestError(f"quantity must be between 1 and {MOST_PIECES}")
        goods = CartItem(0, item, sku, item, quantity, price_of(item, sku), seller, seller)
        owner = self._sandbox.state.owner(access_key, "pandapon-v2")
        try:
            added = self._sandbox.state.carts.add(owner, "alibaba", goods)
        except RefusedError as refusal:
            raise BadRequestError(refusal.message) from None
        return json_answer({"id": added.cart_id})

    async def reset(self, _request: Request) -> Response:
        self._sandbox.reset()
        return Response(status_code=204)

    async def faults(self, _request: Request) -> Response:
        return json_answer(self._sandbox.faults.to_json())

    async def replace_faults(self, request: Request) -> Response:
        try:
            self._sandbox.faults.replace_from_json(await read_body(request))
        except FaultSpecificationError as error:
            raise BadRequestError(str(error)) from None
        return json_answer(self._sandbox.faults.to_json())

    async def remove_faults(self, _request: Request) -> Response:
        self._sandbox.faults.replace([])
        return Response(status_code=204)

    def _order(self, order_id: str) -> Order:
        order = self._sandbox.orders.get(order_id)
        if order is None:
            raise BadRequestError("orderId names no order that the sandbox keeps")
        return order

    def _find(self, request: Request, names: "Sequence[str]") -> OrderPage:
        offset, limit = page_bounds(request)
        filters = {name: value for name in names if (value := request.query_params.get(name, ""))}
        try:
            return search(self._sandbox.orders, filters, offset, limit)
        except SearchError as error:
            raise BadRequestError(str(error)) from None


def _are_texts(values: "Sequence[object]") -> bool:
    return all(isinstance(value, str) for value in values)


def _kind_to_reconcile(name: str) -> Kind:
    try:
        return kind_named(name)
    except SearchError as error:
        raise BadRequestError(f"{error}, or {_PAYMENTS}") from None


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
