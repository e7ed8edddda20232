"""The web console: pages for people, which follow the sandbox and act through the admin interface."""

from datetime import UTC, datetime
from importlib import resources
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.order_search import order_details, order_json
from pandapon_async.sandbox.admin.orders import find_orders
from pandapon_async.sandbox.admin.pages import Overview, render_order, render_overview
from pandapon_async.sandbox.admin.pushes import push_json
from pandapon_async.sandbox.admin.requests import BadRequestError
from pandapon_async.sandbox.pushes.messages import KIND_OF_TYPE
from pandapon_async.sandbox.services import Services
from pandapon_async.sandbox.state.orders import Kind, Order, Progress

_ROWS_SHOWN = 20
# Markup in an order number stays text, and the page loads nothing from other hosts.
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self';"
        " frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}


def console_routes(services: Services, token: str) -> list[Route]:
    """Return the routes of the console's pages."""
    console = _Console(services, token)
    return [
        Route("/_sandbox", console.redirect),
        Route("/_sandbox/", console.overview),
        Route("/_sandbox/console.js", console.script),
        Route("/_sandbox/orders/{order_id:str}", console.order),
    ]


class _Console:
    def __init__(self, services: Services, token: str) -> None:
        self._services = services
        self._token = token

    async def redirect(self, request: Request) -> Response:
        return RedirectResponse(request.url.replace(path=request.url.path + "/"))

    async def script(self, _request: Request) -> Response:
        text = resources.files("pandapon_async.sandbox.admin").joinpath("console.js").read_text(encoding="utf-8")
        return Response(text, media_type="text/javascript", headers=_HEADERS)

    async def overview(self, request: Request) -> Response:
        services = self._services
        page = find_orders(services, request, ("sellerOrderNumber",))
        newest = reversed(list(services.pushing))
        injected = reversed(list(services.fault_log))
        shown = Overview(
            summary=services.summary(),
            number=request.query_params.get("sellerOrderNumber", ""),
            total=page.total,
            offset=page.offset,
            limit=page.limit,
            orders=[self._shown(order) for order in page.orders],
            pushes=[push_json(push) for push in islice(newest, _ROWS_SHOWN)],
            rules=services.faults.to_json()["rules"],
            injected=[entry.to_json() for entry in islice(injected, _ROWS_SHOWN)],
            time=datetime.fromtimestamp(services.clock(), UTC).strftime("%Y-%m-%d %H:%M UTC"),
        )
        return HTMLResponse(render_overview(shown, self._token, _root(request)), headers=_HEADERS)

    async def order(self, request: Request) -> Response:
        order = self._services.state.orders.get(request.path_params["order_id"])
        if order is None:
            raise BadRequestError("orderId names no order in the sandbox")
        types = [name for name, kind in KIND_OF_TYPE.items() if kind is order.kind]
        details = order_details(self._services.state.orders, order)
        shown = {**self._shown(order), "actions": self._actions(order)}
        return HTMLResponse(render_order(shown, details, types, self._token, _root(request)), headers=_HEADERS)

    def _shown(self, order: Order) -> dict[str, Any]:
        orders = self._services.state.orders
        number = order.seller_order_number or (order.reference if order.kind is Kind.FREIGHT else None)
        same = [] if order.reference is None else orders.find(order.reference, order.kind)
        batches = {each.batch for each in same if each.owner == order.owner}
        return {**order_json(orders, order), "number": number, "double": len(batches)}

    def _actions(self, order: Order) -> list[str]:
        if order.kind is Kind.FREIGHT:
            return []
        orders = self._services.state.orders
        if orders.progress(order) is Progress.NEW:
            return ["pay", "cancel", "price"]
        is_waiting = orders.progress(order) is Progress.PAID and orders.shipped_at(order) is None
        return ["ship"] if is_waiting else []


def _root(request: Request) -> str:
    return f"{request.scope.get('root_path', '')}/_sandbox/"
