"""Fault rules in the admin interface."""

from contextlib import AbstractContextManager
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pandapon_async.sandbox.admin.requests import BadRequestError, json_response, read_body
from pandapon_async.sandbox.faults.parsing import parse_faults
from pandapon_async.sandbox.faults.plan import FaultPlan, FaultSpecificationError
from pandapon_async.sandbox.faults.recipes import RECIPES
from pandapon_async.sandbox.services import Services


def fault_routes(services: Services) -> list[Route]:
    """Return the routes of the fault rules, of the recipes and of the injected faults."""
    admin = _FaultAdmin(services)
    return [
        Route("/_sandbox/faults", admin.show, methods=["GET"]),
        Route("/_sandbox/faults", admin.add, methods=["POST"]),
        Route("/_sandbox/faults", admin.replace, methods=["PUT"]),
        Route("/_sandbox/faults", admin.remove_all, methods=["DELETE"]),
        Route("/_sandbox/faults/recipes", admin.recipes, methods=["GET"]),
        Route("/_sandbox/faults/injected", admin.injected, methods=["GET"]),
        Route("/_sandbox/faults/{number:int}", admin.remove, methods=["DELETE"]),
    ]


def recipes_json() -> list[dict[str, Any]]:
    """Return all recipes: names, meanings, arguments and whether a call is carried out."""
    return [
        {
            "name": recipe.name,
            "meaning": recipe.meaning,
            "done": recipe.effect,
            "arguments": {each.name: each.default for each in recipe.arguments},
            "times": recipe.times,
        }
        for recipe in RECIPES.values()
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
    if plan != FaultPlan(push=plan.push, recipes=plan.recipes):
        raise BadRequestError("only faults of pushes apply here, such as duplicate_push")
    return services.pushing.inject(plan.push)


class _FaultAdmin:
    def __init__(self, services: Services) -> None:
        self._services = services

    async def show(self, _request: Request) -> Response:
        return json_response(self._services.faults.to_json())

    async def add(self, request: Request) -> Response:
        """Add a rule after the others."""
        try:
            number = self._services.faults.add_from_json(await read_body(request))
        except FaultSpecificationError as error:
            raise BadRequestError(str(error)) from None
        return json_response({"id": number})

    async def replace(self, request: Request) -> Response:
        """Replace all rules."""
        try:
            self._services.faults.replace_from_json(await read_body(request))
        except FaultSpecificationError as error:
            raise BadRequestError(str(error)) from None
        return json_response(self._services.faults.to_json())

    async def remove_all(self, _request: Request) -> Response:
        self._services.faults.replace([])
        return Response(status_code=204)

    async def remove(self, request: Request) -> Response:
        if not self._services.faults.remove(request.path_params["number"]):
            raise BadRequestError("no fault rule has this id")
        return Response(status_code=204)

    async def recipes(self, _request: Request) -> Response:
        return json_response({"recipes": recipes_json()})

    async def injected(self, _request: Request) -> Response:
        """List the calls that met faults, oldest first."""
        return json_response({"injected": [entry.to_json() for entry in self._services.fault_log]})
