"""The sandbox: an ASGI application that stands in for the platform."""

import logging
import time
from collections.abc import Callable, Sequence
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote

import anyio

from pandapon_async.sandbox.admin.app import admin_app
from pandapon_async.sandbox.faults.rules import Fault, FaultPlan, FaultRules, FaultSpecificationError
from pandapon_async.sandbox.handlers import Call, handle
from pandapon_async.sandbox.http.authentication import DEMO_ACCOUNT, Account, Authenticator
from pandapon_async.sandbox.http.exchange import BodyTooLargeError, ClientGoneError, Exchange, damaged, injected_failure
from pandapon_async.sandbox.http.responses import Response, error_page, failure, success
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.pushes.pushing import Pushing, PushSettings
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.services import Services
from pandapon_async.sandbox.specification.operations import Operation, load_operations
from pandapon_async.sandbox.specification.routes import Match, Routes
from pandapon_async.sandbox.specification.validation import RequestValidator
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.orders import OrderBook
from pandapon_async.sandbox.statistics import Statistics

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

logger = logging.getLogger("pandapon_async.sandbox")

ADMIN_PREFIX = "/_sandbox"
_FAULT_HEADER = b"x-sandbox-fault"
_MAX_LOGGED_PATH = 200


class Sandbox:
    """A local PandaPon as an ASGI application.

    Serves every operation of the specifications: PandaPon v1 and v2 at the root, Xportcn KA below ``/api``. It follows
    the documentation and shares no code with the client, so it catches the client's mistakes. It checks a call in this
    order: signature and other system parameters, method, content type, size, JSON, schema. It returns errors in the
    operation's envelope over HTTP 200, and HTTP 404 for an unknown path. The platform documents no error codes: 400,
    401, 404, 405 and 413 are the sandbox's choice.

    It stores orders, carts, addresses, refunds and freight bookings by account; v1 and v2 are one platform, Xportcn KA
    is another. The documented example id gets the documented response; another unknown id gets code 404. Operations
    without state return their documented example, or a value that fits their documented type. What the documentation
    leaves open is decided in :mod:`~pandapon_async.sandbox.handlers`.

    Changes of orders are pushed to an address, if one is set; see :mod:`~pandapon_async.sandbox.pushes.pushing`.

    Faults come with a call, in the header ``x-sandbox-fault``, or from rules; see
    :mod:`pandapon_async.sandbox.faults.rules`. An unsigned admin interface for people and tests is below
    ``/_sandbox/``.

    Args:
        accounts: The accounts that may call.
        strict: Refuse fields and query parameters that the specification does not name, also in JSON inside strings.
        clock: Wall time in seconds since the epoch, for the clock check and the ``Date`` header.
        max_body_bytes: Maximum size of a call's body.
        push: Where and how message pushes are sent; nothing is pushed without an address.

    Attributes:
        accounts: The accounts that may call.
        state: All records.
        faults: The fault rules in force.
        pushing: The message pushes.
    """

    def __init__(
        self,
        *,
        accounts: Sequence[Account] = (DEMO_ACCOUNT,),
        strict: bool = False,
        clock: Callable[[], float] = time.time,
        max_body_bytes: int = 1_048_576,
        push: PushSettings | None = None,
    ) -> None:
        operations = load_operations(strict=strict)
        state = State()
        statistics = Statistics()
        accounts = tuple(accounts)
        self._services = Services(
            accounts=accounts,
            clock=clock,
            state=state,
            faults=FaultRules(operation.operation_id for operation in operations),
            pushing=Pushing(push or PushSettings(), accounts, clock, state, statistics.count_fault),
            statistics=statistics,
            authenticator=Authenticator(accounts, clock),
        )
        self.accounts = accounts
        self.state = state
        self.faults = self._services.faults
        self.pushing = self._services.pushing
        self._statistics = statistics
        self._strict = strict
        self._clock = clock
        self._max_body_bytes = max_body_bytes
        self._routes = Routes(operations)
        self._validators: dict[tuple[str, str], RequestValidator] = {}
        self._date = (0, b"")
        self._admin = admin_app(self._services)

    @property
    def orders(self) -> OrderBook:
        """The orders of all kinds and accounts."""
        return self.state.orders

    def time(self) -> float:
        """Return the time of the sandbox's clock."""
        return self._clock()

    def summary(self) -> dict[str, Any]:
        """Return counts of calls, refusals and faults, and the number of records of each kind."""
        return self._services.summary()

    def reset(self) -> None:
        """Delete all records, pushes, counts and used nonces. Fault rules stay in force."""
        self._services.reset()

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Serve one request.

        Raises:
            DroppedConnectionError: a fault breaks the connection of a call that came in the same process.
        """
        path = "" if scope["type"] != "http" else scope["path"].removeprefix(scope.get("root_path", ""))
        if not path or path == ADMIN_PREFIX or path.startswith(ADMIN_PREFIX + "/"):
            await self._admin(scope, receive, send)
            return
        exchange = Exchange(scope, receive, send, self._current_date())
        match = self._routes.find(path)
        if match is None:
            self._statistics.count_refusal(Reason.UNKNOWN_PATH)
            _log(scope, None, f"refused: {Reason.UNKNOWN_PATH}")
            refusal = RefusedError(Reason.UNKNOWN_PATH, "no operation has this path")
            await exchange.respond(Response(failure("code", refusal.code, refusal.message).body, status=404))
            return
        operation = match.operation_for(scope["method"])
        self._statistics.count_call(operation)
        try:
            plan = self.faults.plan(operation, _fault_header(scope))
        except FaultSpecificationError as error:
            _log(scope, operation, "refused: fault specification")
            await exchange.respond(Response(write_json({"error": str(error)}), status=400))
            return
        await self._serve(scope, exchange, match, operation, plan)

    async def _serve(
        self, scope: "Scope", exchange: Exchange, match: Match, operation: Operation, plan: FaultPlan
    ) -> None:
        if plan.latency:
            self._statistics.count_fault("latency")
            await anyio.sleep(plan.latency)
        if plan.prevention is not None:
            await self._prevent(scope, exchange, operation, plan, plan.prevention)
            return
        try:
            response = await self._do(scope, exchange, match, operation, plan)
        except RefusedError as refusal:
            self._statistics.count_refusal(refusal.reason)
            _log(scope, operation, f"refused: {refusal.reason}")
            # The rest of the body is not read, so the connection cannot be reused.
            closing = "close" if refusal.reason is Reason.BODY_SIZE else ""
            await exchange.respond(failure(operation.envelope, refusal.code, refusal.message), closing)
        except ClientGoneError:
            _log(scope, operation, "client gone")
        else:
            _log(scope, operation, "done" if plan.damage is None else f"done, fault: {plan.damage.kind}")
            await self._deliver(exchange, operation, response, plan)

    async def _deliver(self, exchange: Exchange, operation: Operation, response: Response, plan: FaultPlan) -> None:
        if plan.latency_after:
            self._statistics.count_fault("latency-after")
            await anyio.sleep(plan.latency_after)
        if plan.damage is not None:
            self._statistics.count_fault(plan.damage.kind)
            if plan.damage.kind == "drop-after":
                await exchange.drop()
                return
            if plan.damage.kind == "cut":
                await exchange.cut(response)
                return
            response = damaged(response, plan.damage, operation.envelope, _error_headers(plan))
        if plan.closing:
            self._statistics.count_fault(plan.closing)
        await exchange.respond(response, plan.closing)

    async def _prevent(
        self, scope: "Scope", exchange: Exchange, operation: Operation, plan: FaultPlan, fault: Fault
    ) -> None:
        self._statistics.count_fault(fault.kind)
        _log(scope, operation, f"fault: {fault.kind}")
        if fault.kind == "drop-before":
            await exchange.drop()
        elif fault.kind == "status":
            await exchange.respond(error_page(fault.number, _error_headers(plan)), plan.closing)
        else:
            await exchange.respond(injected_failure(fault, operation.envelope, _error_headers(plan)), plan.closing)

    async def _do(
        self, scope: "Scope", exchange: Exchange, match: Match, operation: Operation, plan: FaultPlan
    ) -> Response:
        raw_query: bytes = scope["query_string"]
        query = parse_qs(raw_query.decode("latin-1"), keep_blank_values=True) if raw_query else {}
        account = self._services.authenticator.authenticate(operation, scope["headers"], query)
        if scope["method"] != operation.method:
            allowed = ", ".join(match.operations)
            raise RefusedError(Reason.METHOD, f"method must be {allowed}")
        validator = self._validator_of(operation)
        content_type = _header(scope, b"content-type").decode("latin-1")
        validator.check_content_type(content_type)
        try:
            content = await exchange.read_body(self._max_body_bytes)
        except BodyTooLargeError:
            raise RefusedError(Reason.BODY_SIZE, f"body exceeds {self._max_body_bytes} bytes") from None
        parameters = validator.check_parameters(query, match.path_parameters)
        body = validator.check_body(content_type, content)
        owner = self.state.owner(account.access_key, operation.surface)
        call = Call(operation, owner, body, parameters, self._clock(), self.state)
        with self.pushing.inject(plan.push):
            data = handle(call)
        return success(operation, account, data)

    def _validator_of(self, operation: Operation) -> RequestValidator:
        validator = self._validators.get(operation.key)
        if validator is None:
            validator = self._validators[operation.key] = RequestValidator(operation, strict=self._strict)
        return validator

    def _current_date(self) -> bytes:
        second = int(self._clock())
        if self._date[0] != second:
            self._date = (second, formatdate(second, usegmt=True).encode())
        return self._date[1]


def _header(scope: "Scope", name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key == name), b"")


def _fault_header(scope: "Scope") -> str | None:
    value = _header(scope, _FAULT_HEADER)
    return value.decode("latin-1") if value else None


def _error_headers(plan: FaultPlan) -> tuple[tuple[bytes, bytes], ...]:
    return ((b"retry-after", plan.retry_after.encode()),) if plan.retry_after else ()


def _log(scope: "Scope", operation: Operation | None, outcome: str) -> None:
    """Log a call on one line: without body, query or headers, and with the path percent-encoded."""
    if logger.isEnabledFor(logging.INFO):
        path = operation.path if operation else quote(scope["path"])[:_MAX_LOGGED_PATH]
        name = f"{operation.surface} {operation.operation_id}" if operation else "-"
        logger.info("%s %s %s %s", scope["method"], path, name, outcome)
