"""The sandbox's clock in the admin interface."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.requests import BadRequestError, json_response, read_body
from pandapon_async.sandbox.clock import MovableClock
from pandapon_async.sandbox.services import Services

_MAX_SECONDS = 10**10


def clock_routes(services: Services) -> list[Route]:
    """Return the routes that show and move the clock."""

    async def show(_request: Request) -> Response:
        return json_response({"time": services.clock()})

    async def move(request: Request) -> Response:
        """Move the clock by seconds, or set it. Delays, outages and retries of pushes follow it."""
        clock = services.clock
        if not isinstance(clock, MovableClock):
            raise BadRequestError("this sandbox has a clock that cannot be moved")
        match await read_body(request):
            case {"advance": int() | float() as seconds, **rest} if not rest and abs(seconds) <= _MAX_SECONDS:
                clock.advance(seconds)
            case {"time": int() | float() as seconds, **rest} if not rest and 0 <= seconds <= _MAX_SECONDS:
                clock.set(seconds)
            case _:
                raise BadRequestError('expected {"advance": SECONDS} or {"time": SECONDS SINCE THE EPOCH}')
        return json_response({"time": clock()})

    return [Route("/_sandbox/clock", show, methods=["GET"]), Route("/_sandbox/clock", move, methods=["PUT"])]
