"""Message pushes in the admin interface: list them, send one, change the address."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.faults import inject_push_faults
from pandapon_async.sandbox.admin.requests import BadRequestError, json_response, page_bounds, read_body
from pandapon_async.sandbox.pushes.messages import KIND_OF_TYPE, Message, documented_messages, message_of_type
from pandapon_async.sandbox.pushes.pushing import Push, PushState
from pandapon_async.sandbox.services import Services


def push_routes(services: Services) -> list[Route]:
    """Return the routes of the pushes."""
    admin = _PushAdmin(services)
    return [
        Route("/_sandbox/pushes", admin.list_pushes, methods=["GET"]),
        Route("/_sandbox/pushes", admin.push, methods=["POST"]),
        Route("/_sandbox/pushes/retry", admin.retry, methods=["POST"]),
        Route("/_sandbox/pushes/address", admin.set_address, methods=["PUT"]),
    ]


def push_json(push: Push) -> dict[str, Any]:
    """Return what the console shows of a push. The body may be personal and is left out."""
    return {
        "number": push.number,
        "messageType": push.type,
        "orderId": push.order_id or None,
        "state": push.state.value,
        "attempts": push.attempts,
        "lastResult": push.last_result,
        "faults": push.faults.names,
        "bytes": len(push.body),
    }


class _PushAdmin:
    def __init__(self, services: Services) -> None:
        self._services = services

    async def list_pushes(self, request: Request) -> Response:
        """List pushes, oldest first."""
        offset, limit = page_bounds(request)
        state = request.query_params.get("state", "")
        if state and state not in set(PushState):
            raise BadRequestError(f"state must be {', '.join(PushState)}")
        found = [push for push in self._services.pushing if state in {"", push.state.value}]
        rows = [push_json(push) for push in found[offset : offset + limit]]
        return json_response({"total": len(found), "offset": offset, "limit": limit, "pushes": rows})

    async def push(self, request: Request) -> Response:
        """Push a message of any documented type: about an order in its current state, or the documented example."""
        match await read_body(request):
            case {"messageType": str(name), **rest} if not rest.keys() - {"orderId", "fault"}:
                order_id: Any = rest.get("orderId")
                fault: Any = rest.get("fault")
            case _:
                raise BadRequestError('expected {"messageType": "...", "orderId": "...", "fault": "..."}')
        if name not in documented_messages():
            raise BadRequestError(f"messageType must be {', '.join(documented_messages())}")
        if not isinstance(order_id, str | None) or not isinstance(fault, str | None):
            raise BadRequestError("orderId and fault must be strings, or be left out")
        pushing = self._services.pushing
        message, access_key = self._message(name, order_id)
        if pushing.receiver_of(access_key) is None:
            raise BadRequestError("no push address is set; PUT one to /_sandbox/pushes/address")
        with inject_push_faults(self._services, fault):
            pushes = pushing.record(message, access_key)
        return json_response({"pushes": [push_json(push) for push in pushes]})

    def _message(self, name: str, order_id: str | None) -> tuple[Message, str]:
        if order_id is None:
            return documented_messages()[name], self._services.accounts[0].access_key
        orders = self._services.state.orders
        order = orders.get(order_id, kinds=(KIND_OF_TYPE[name],))
        if order is None:
            raise BadRequestError("orderId names no order of this kind in the sandbox")
        return message_of_type(orders, name, order), order.owner.rpartition("/")[2]

    async def retry(self, _request: Request) -> Response:
        """Send all waiting pushes again now."""
        return json_response({"waiting": self._services.pushing.send_now()})

    async def set_address(self, request: Request) -> Response:
        """Set the push address, as a developer does in the platform's console; null for none."""
        match await read_body(request):
            case {"url": str() | None as url, **rest} if not rest:
                pass
            case _:
                raise BadRequestError('expected {"url": "https://..."} or {"url": null}')
        try:
            self._services.pushing.set_address(url)
        except ValueError as error:
            raise BadRequestError(str(error)) from None
        return Response(status_code=204)
