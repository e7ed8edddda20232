"""The web console: HTML pages for people."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.order_search import order_json
from pandapon_async.sandbox.admin.orders import find_orders
from pandapon_async.sandbox.admin.page import render_console
from pandapon_async.sandbox.admin.pushes import push_json
from pandapon_async.sandbox.services import Services

_PUSHES_SHOWN = 20
# The page needs no script and no other host, so markup in an order number stays text.
_HEADERS = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}


def console_routes(services: Services) -> list[Route]:
    """Return the routes of the console's pages."""

    async def redirect(request: Request) -> Response:
        return RedirectResponse(request.url.replace(path=request.url.path + "/"))

    async def console(request: Request) -> Response:
        number = request.query_params.get("sellerOrderNumber", "")
        page = find_orders(services, request, ("sellerOrderNumber",))
        orders = [order_json(services.state.orders, order) for order in page.orders]
        pushes = [push_json(push) for push in islice(reversed(list(services.pushing)), _PUSHES_SHOWN)]
        html = render_console(services.summary(), number, page.total, page.offset, page.limit, orders, pushes)
        return HTMLResponse(html, headers=_HEADERS)

    return [Route("/_sandbox", redirect), Route("/_sandbox/", console)]
