"""Reconciliation in the admin interface: a caller's order numbers compared with the orders in the sandbox."""

from collections.abc import Sequence
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.order_search import SearchError, kind_named
from pandapon_async.sandbox.admin.requests import LARGEST_LIST, BadRequestError, json_response, read_body
from pandapon_async.sandbox.services import Services
from pandapon_async.sandbox.state.orders import Kind
from pandapon_async.sandbox.state.reconciliation import Reconciliation, reconcile, reconcile_payments

_PAYMENTS = "payment"


def reconciliation_routes(services: Services) -> list[Route]:
    """Return the route that reconciles."""

    async def answer(request: Request) -> Response:
        orders = services.state.orders
        match await read_body(request, LARGEST_LIST):
            case {"sellerOrderNumbers": [*numbers], **rest} if not rest and _are_strings(numbers):
                return json_response(_reconciliation_json(reconcile(orders, cast("list[str]", numbers)), "Numbers"))
            case {"kind": str(kind), "references": [*references], **rest} if not rest and _are_strings(references):
                expected = cast("list[str]", references)
                found = (
                    reconcile_payments(orders, expected)
                    if kind == _PAYMENTS
                    else reconcile(orders, expected, _kind_named(kind))
                )
                return json_response({"kind": kind, **_reconciliation_json(found, "References")})
            case _:
                raise BadRequestError(
                    'expected {"sellerOrderNumbers": ["...", ...]} or {"kind": "...", "references": ["...", ...]}'
                )

    return [Route("/_sandbox/reconcile", answer, methods=["POST"])]


def _are_strings(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _kind_named(name: str) -> Kind:
    try:
        return kind_named(name)
    except SearchError as error:
        raise BadRequestError(f"{error}, or {_PAYMENTS}") from None


def _reconciliation_json(found: Reconciliation, noun: str) -> dict[str, Any]:
    return {
        "expected": found.expected,
        "orders": found.orders,
        "created": found.created,
        "lost": found.lost,
        "duplicated": found.duplicated,
        "unexpected": found.unexpected,
        "inPart": found.in_part,
        f"lost{noun}": found.lost_numbers,
        f"duplicated{noun}": found.duplicated_numbers,
        f"unexpected{noun}": found.unexpected_numbers,
        f"inPart{noun}": found.in_part_numbers,
    }
