"""The admin interface below ``/_sandbox/``: a stand-in for the platform's web console, and an API for tests."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.clock import clock_routes
from pandapon_async.sandbox.admin.console import console_routes
from pandapon_async.sandbox.admin.faults import fault_routes
from pandapon_async.sandbox.admin.guard import Guard
from pandapon_async.sandbox.admin.orders import order_routes
from pandapon_async.sandbox.admin.pushes import push_routes
from pandapon_async.sandbox.admin.reconciliation import reconciliation_routes
from pandapon_async.sandbox.admin.requests import BadRequestError, bad_request, json_response
from pandapon_async.sandbox.services import Services

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import ASGIApp


def admin_app(services: Services, token: str, hosts: Iterable[str] = ()) -> "ASGIApp":
    """Return the ASGI application of the admin interface.

    Args:
        services: The sandbox.
        token: Required by requests that change something.
        hosts: Names other than loopback under which it may be called.
    """

    async def health(_request: Request) -> Response:
        return json_response({"status": "ok"})

    async def summary(_request: Request) -> Response:
        return json_response(services.summary())

    async def reset(_request: Request) -> Response:
        services.reset()
        return Response(status_code=204)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[None]:
        # For servers that run the sandbox like any other ASGI application; serve() starts the pushes itself.
        async with services.pushing.running():
            yield

    app = Starlette(
        lifespan=lifespan,
        routes=[
            *console_routes(services, token),
            Route("/_sandbox/health", health),
            Route("/_sandbox/summary", summary),
            Route("/_sandbox/state", reset, methods=["DELETE"]),
            *order_routes(services),
            *reconciliation_routes(services),
            *fault_routes(services),
            *push_routes(services),
            *clock_routes(services),
        ],
        exception_handlers={BadRequestError: cast("Callable[[Request, Exception], Awaitable[Response]]", bad_request)},
    )
    return Guard(app, token, hosts)
