"""Message pushes in the admin interface: what became of them, and a hand in what is pushed."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin_requests import BadRequestError, json_answer, page_bounds, read_body
from pandapon_async.sandbox.faults import FaultPlan, FaultSpecificationError, parse_faults
from pandapon_async.sandbox.push_messages import KIND_OF_TYPE, Message, documented_messages, message_of_type
from pandapon_async.sandbox.pushing import PushState, push_json

if TYPE_CHECKING:
    from pandapon_async.sandbox.application import Sandbox


def push_routes(sandbox: "Sandbox") -> list[Route]:
    """Return the routes for a sandbox."""
    admin = _PushAdmin(sandbox)
    return [
        Route("/_sandbox/pushes", admin.pushes, methods=["GET"]),
        Route("/_sandbox/pushes", admin.push, methods=["POST"]),
        Route("/_sandbox/pushes/retry", admin.retry, methods=["POST"]),
        Route("/_sandbox/pushes/address", admin.redirect, methods=["PUT"]),
    ]


def befallen(sandbox: "Sandbox", request: Request) -> AbstractContextManager[None]:
    """Let what the header ``x-sandbox-fault`` asks for befall the pushes of the block.

    Raises:
        BadRequestError: the header makes no sense, or asks for other faults.
    """
    return sandbox.pushing.befallen_by(_faults(request.headers.get("x-sandbox-fault")).push)


def _faults(text: str | None) -> FaultPlan:
    if text is None:
        return FaultPlan()
    try:
        plan = parse_faults(text)
    except FaultSpecificationError as error:
        raise BadRequestError(str(error)) from None
    if plan != FaultPlan(push=plan.push):
        raise BadRequestError("here only faults of pushes make sense, such as push-duplicate")
    return plan


class _PushAdmin:
    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def pushes(self, request: Request) -> Response:
        """List pushes, oldest first."""
        offset, limit = page_bounds(request)
        state = request.query_params.get("state", "")
        if state and state not in set(PushState):
            raise BadRequestError(f"state must be {', '.join(PushState)}")
        found = [push for push in self._sandbox.pushing if state in {"", push.state.value}]
        rows = [push_json(push) for push in found[offset : offset + limit]]
        return json_answer({"total": len(found), "offset": offset, "limit": limit, "pushes": rows})

    async def push(self, request: Request) -> Response:
        """Push a message of any documented type: about an order as it is now, or the documented example."""
        match await read_body(request):
            case {"messageType": str(name), **rest} if not rest.keys() - {"orderId", "fault"}:
                order_id: Any = rest.get("orderId")
                fault: Any = rest.get("fault")
            case _:
                raise BadRequestError('expected {"messageType": "...", "orderId": "...", "fault": "..."}')
        if name not in documented_messages():
            raise BadRequestError(f"messageType must be {', '.join(documented_messages())}")
        if not isinstance(order_id, str | None) or not isinstance(fault, str | None):
            raise BadRequestError("orderId and fault must be text, or be left out")
        pushing = self._sandbox.pushing
        if pushing.settings.url is None:
            raise BadRequestError("there is no address to push to; PUT one to /_sandbox/pushes/address")
        message, access_key = self._message(name, order_id)
        with pushing.befallen_by(_faults(fault).push):
            pushes = pushing.record(message, access_key)
        return json_answer({"pushes": [push_json(push) for push in pushes]})

    def _message(self, name: str, order_id: str | None) -> tuple[Message, str]:
        if order_id is None:
            return documented_messages()[name], self._sandbox.accounts[0].access_key
        order = self._sandbox.orders.get(order_id, kinds=(KIND_OF_TYPE[name],))
        if order is None:
            raise BadRequestError("orderId names no order of this kind that the sandbox keeps")
        return message_of_type(self._sandbox.orders, name, order), order.owner.rpartition("/")[2]

    async def retry(self, _request: Request) -> Response:
        """Send all waiting pushes again now."""
        return json_answer({"waiting": self._sandbox.pushing.hurry()})

    async def redirect(self, request: Request) -> Response:
        """Set the address as a developer does in the platform's console; null for none."""
        match await read_body(request):
            case {"url": str() | None as url, **rest} if not rest:
                pass
            case _:
                raise BadRequestError('expected {"url": "https://..."} or {"url": null}')
        try:
            self._sandbox.pushing.redirect(url)
        except ValueError as error:
            raise BadRequestError(str(error)) from None
        return Response(status_code=204)
