"""Fault rules in the admin interface."""

from contextlib import AbstractContextManager

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.requests import BadRequestError, json_response, read_body
from pandapon_async.sandbox.faults.rules import FaultPlan, FaultSpecificationError, parse_faults
from pandapon_async.sandbox.services import Services


def fault_routes(services: Services) -> list[Route]:
    """Return the routes that show, replace and remove fault rules."""

    async def show(_request: Request) -> Response:
        return json_response(services.faults.to_json())

    async def replace(request: Request) -> Response:
        try:
            services.faults.replace_from_json(await read_body(request))
        except FaultSpecificationError as error:
            raise BadRequestError(str(error)) from None
        return json_response(services.faults.to_json())

    async def remove(_request: Request) -> Response:
        services.faults.replace([])
        return Response(status_code=204)

    return [
        Route("/_sandbox/faults", show, methods=["GET"]),
        Route("/_sandbox/faults", replace, methods=["PUT"]),
        Route("/_sandbox/faults", remove, methods=["DELETE"]),
    ]


def inject_push_faults(services: Services, specification: str | None) -> AbstractContextManager[None]:
    """Inject faults into the pushes that are recorded inside the block.

    Args:
        services: The sandbox.
        specification: The requested faults, as in the header ``x-sandbox-fault``; None for none.

    Raises:
        BadRequestError: the specification is invalid, or it names faults of calls.
    """
    if specification is None:
        return services.pushing.inject(FaultPlan().push)
    try:
        plan = parse_faults(specification)
    except FaultSpecificationError as error:
        raise BadRequestError(str(error)) from None
    if plan != FaultPlan(push=plan.push):
        raise BadRequestError("only faults of pushes apply here, such as push-duplicate")
    return services.pushing.inject(plan.push)
