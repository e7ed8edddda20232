"""The sandbox: an ASGI application that stands in for the platform."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote

import anyio

from pandapon_async.sandbox.account import SandboxAccount, new_account
from pandapon_async.sandbox.admin.app import admin_app
from pandapon_async.sandbox.clock import MovableClock
from pandapon_async.sandbox.faults.log import Done, FaultLog, InjectedFault
from pandapon_async.sandbox.faults.plan import NO_FAULTS, Fault, FaultPlan, FaultSpecificationError
from pandapon_async.sandbox.faults.responses import changed, replacement
from pandapon_async.sandbox.faults.rules import Caller, FaultRules, header_needs_key
from pandapon_async.sandbox.handlers import Call, handle
from pandapon_async.sandbox.handlers.call import key_of
from pandapon_async.sandbox.http.authentication import DEMO_ACCOUNT, Account, Authenticator
from pandapon_async.sandbox.http.exchange import BodyTooLargeError, ClientGoneError, Exchange
from pandapon_async.sandbox.http.responses import ProbingMode, Response, early_refusal, failure, success
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

    from pandapon_async.sandbox.clock import Sleep

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
    :mod:`pandapon_async.sandbox.faults.rules`. An admin interface for people and tests is below
    ``/_sandbox/``.

    Args:
        accounts: The accounts that may call.
        strict: Refuse fields and query parameters that the specification does not name, also in JSON inside strings.
        clock: Wall time in seconds since the epoch, for the clock check and the ``Date`` header. By default a
            :class:`MovableClock`; delays and retries of pushes follow such a clock.
        max_body_bytes: Maximum size of a call's body.
        push: Where and how message pushes are sent; nothing is pushed without an address.
        token: Required by requests to the admin interface that change something; by default a random one.
        admin_hosts: Names other than loopback under which the admin interface may be called.
        inferred: Serve operations whose path is inferred as well.
        specifications: Further OpenAPI documents and the names of their surfaces; see
            :func:`~pandapon_async.sandbox.specification.documents.read_document`.
        probing: How unknown paths and wrong methods are answered, before the signature is checked; by default an
            unknown path gets HTTP 404, and a wrong method an envelope after the check.
        ship_when_paid: Ship an order as soon as it is paid; otherwise the console ships it.

    Attributes:
        state: All records.
        faults: The fault rules in force.
        pushing: The message pushes.
        clock: The clock.
        token: The token of the admin interface, for the header ``x-sandbox-token``.
    """

    def __init__(  # noqa: PLR0913 - one argument per setting
        self,
        *,
        accounts: Sequence[Account] = (DEMO_ACCOUNT,),
        strict: bool = False,
        clock: Callable[[], float] | None = None,
        max_body_bytes: int = 1_048_576,
        push: PushSettings | None = None,
        token: str | None = None,
        admin_hosts: Sequence[str] = (),
        inferred: bool = False,
        specifications: Iterable[tuple[str, Mapping[str, Any]]] = (),
        probing: ProbingMode | None = None,
        ship_when_paid: bool = True,
    ) -> None:
        clock = clock or MovableClock()
        operations = load_operations(strict=strict, inferred=inferred, documents=specifications)
        state = State()
        statistics = Statistics()
        known = list(accounts)
        self._sleep: Sleep = clock.sleep if isinstance(clock, MovableClock) else anyio.sleep
        settings = push or PushSettings()
        if isinstance(clock, MovableClock) and settings.sleep is asyncio.sleep:
            settings = replace(settings, sleep=clock.sleep)
        self._services = Services(
            accounts=known,
            clock=clock,
            state=state,
            faults=FaultRules((operation.operation_id for operation in operations), clock),
            fault_log=FaultLog(),
            pushing=Pushing(settings, known, clock, state, statistics.count_fault),
            statistics=statistics,
            authenticator=Authenticator(known, clock),
        )
        self.state = state
        self.faults = self._services.faults
        self.pushing = self._services.pushing
        self._strict = strict
        self._max_body_bytes = max_body_bytes
        self._routes = Routes(operations)
        self._validators: dict[tuple[str, str], RequestValidator] = {}
        self._date = (0, b"")
        self.clock = clock
        state.orders.ship_when_paid = ship_when_paid
        self._probing: ProbingMode | None = probing
        self.token = token or secrets.token_urlsafe(16)
        self._admin = admin_app(self._services, self.token, admin_hosts)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that may call."""
        return tuple(self._services.accounts)

    def create_account(self) -> SandboxAccount:
        """Create an account with random credentials. Its orders, faults and pushes are separate from all others."""
        account = new_account()
        self._services.add_account(account)
        return SandboxAccount(self._services, account)

    def account(self, access_key: str) -> SandboxAccount:
        """Return the view of an account.

        Raises:
            KeyError: no account has this access key.
        """
        for account in self._services.accounts:
            if account.access_key == access_key:
                return SandboxAccount(self._services, account)
        raise KeyError(access_key)

    @property
    def orders(self) -> OrderBook:
        """The orders of all kinds and accounts."""
        return self.state.orders

    @property
    def injected_faults(self) -> list[InjectedFault]:
        """The calls that met faults, oldest first, at most ten thousand."""
        return list(self._services.fault_log)

    def time(self) -> float:
        """Return the time of the sandbox's clock."""
        return self._services.clock()

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
        exchange = Exchange(scope, receive, send, self._date_at(self._services.clock()))
        match = self._routes.find(path)
        if match is None:
            await self._refuse_early(scope, exchange, Reason.UNKNOWN_PATH, "no operation has this path")
            return
        operation = match.operation_for(scope["method"])
        if self._probing is not None and scope["method"] != operation.method:
            await self._refuse_early(scope, exchange, Reason.METHOD, "the path has another method")
            return
        self._services.statistics.count_call(operation)
        incoming = _Incoming(scope, exchange, match, operation, _header(scope, b"access-key").decode("latin-1"))
        try:
            header = _header(scope, _FAULT_HEADER).decode("latin-1") or None
            if self.faults.needs_key or (header is not None and header_needs_key(header)):
                incoming.key = await self._key_of(incoming)
            plan = self.faults.plan(Caller(operation.operation_id, incoming.account, incoming.key), header)
        except FaultSpecificationError as error:
            _log(scope, operation, "refused: fault specification")
            await exchange.respond(Response(write_json({"error": str(error)}), status=400))
            return
        except ClientGoneError:
            _log(scope, operation, "client gone")
            return
        for name in plan.recipes:
            self._services.statistics.count_fault(name)
        if plan.clock_offset or plan.date_offset:
            exchange.date = self._date_at(self._services.clock() + plan.clock_offset + plan.date_offset)
        await self._serve(incoming, plan)

    async def _refuse_early(self, scope: "Scope", exchange: Exchange, reason: Reason, message: str) -> None:
        """Refuse a call that no operation serves, before its signature is checked."""
        self._services.statistics.count_refusal(reason)
        _log(scope, None, f"refused: {reason}")
        await exchange.respond(early_refusal(reason, message, self._probing))

    async def _serve(self, incoming: "_Incoming", plan: FaultPlan) -> None:
        scope, exchange, operation = incoming.scope, incoming.exchange, incoming.operation
        await self._delay(plan.latency, "latency", plan)
        if plan.prevention is not None:
            self._record(incoming, plan, "no")
            await self._prevent(incoming, plan, plan.prevention)
            return
        serial = self.orders.next_serial
        try:
            response, missing = await self._carry_out(incoming, plan)
        except RefusedError as refusal:
            self._services.statistics.count_refusal(refusal.reason)
            self._record(incoming, plan, "refused")
            _log(scope, operation, f"refused: {refusal.reason}")
            # The rest of the body is not read, so the connection cannot be reused.
            closing = "close" if refusal.reason is Reason.BODY_SIZE else ""
            await exchange.respond(failure(operation.envelope, refusal.code, refusal.message), closing)
        except ClientGoneError:
            _log(scope, operation, "client gone")
        else:
            self._record(incoming, plan, "in part" if missing else "yes", serial)
            _log(scope, operation, f"done, fault: {', '.join(plan.names)}" if plan.is_exclusive else "done")
            await self._deliver(incoming, response, missing, plan)

    async def _deliver(
        self, incoming: "_Incoming", response: Response, missing: Sequence[Mapping[str, Any]], plan: FaultPlan
    ) -> None:
        exchange, operation = incoming.exchange, incoming.operation
        await self._delay(plan.latency_after, "latency-after", plan)
        good = response
        if plan.damage is not None:
            self._count(plan.damage)
            if plan.damage.kind == "drop":
                await exchange.drop()
                return
            if plan.damage.kind == "cut":
                await exchange.cut(response)
                return
            response = changed(response, plan.damage, operation.envelope, missing, _error_headers(plan))
        if plan.closing:
            self._services.statistics.count_fault(plan.closing)
        await exchange.respond(response, plan.closing)
        if plan.unsolicited:
            await exchange.send_unsolicited(good)

    async def _prevent(self, incoming: "_Incoming", plan: FaultPlan, fault: Fault) -> None:
        self._count(fault)
        _log(incoming.scope, incoming.operation, f"fault: {', '.join(plan.names)}")
        if fault.kind == "drop":
            await incoming.exchange.drop()
            return
        response = replacement(fault, incoming.operation.envelope, _error_headers(plan))
        await incoming.exchange.respond(response, plan.closing)

    async def _carry_out(self, incoming: "_Incoming", plan: FaultPlan) -> tuple[Response, Sequence[Mapping[str, Any]]]:
        scope, operation = incoming.scope, incoming.operation
        query = _query_of(scope)
        authenticator = self._services.authenticator
        account = authenticator.authenticate(operation, scope["headers"], query, plan.clock_offset)
        if scope["method"] != operation.method:
            allowed = ", ".join(incoming.match.operations)
            raise RefusedError(Reason.METHOD, f"method must be {allowed}")
        validator = self._validator_of(operation)
        content_type = _header(scope, b"content-type").decode("latin-1")
        validator.check_content_type(content_type)
        try:
            content = await incoming.exchange.read_body(self._max_body_bytes)
        except BodyTooLargeError:
            raise RefusedError(Reason.BODY_SIZE, f"body exceeds {self._max_body_bytes} bytes") from None
        parameters = validator.check_parameters(query, incoming.match.path_parameters)
        body = validator.check_body(content_type, content)
        call = Call(
            operation,
            self.state.owner(account.access_key, operation.surface),
            body,
            parameters,
            self._services.clock(),
            self.state,
            partly=plan.partly,
            max_page_size=None if plan.pages is None else plan.pages.size,
            row_count=None if plan.pages is None else plan.pages.total,
        )
        with self.pushing.inject(plan.push):
            data = handle(call)
        return success(operation, account, data), call.missing

    async def _key_of(self, incoming: "_Incoming") -> str | None:
        try:
            body = await incoming.exchange.read_body(self._max_body_bytes)
        except BodyTooLargeError:
            # Refused later, with the reason.
            body = b""
        return key_of(incoming.match.path_parameters, _query_of(incoming.scope), body)

    async def _delay(self, seconds: float, name: str, plan: FaultPlan) -> None:
        if seconds:
            if not plan.recipes:
                self._services.statistics.count_fault(name)
            await self._sleep(seconds)

    def _count(self, fault: Fault) -> None:
        if fault.name:
            self._services.statistics.count_fault(fault.name)

    def _record(self, incoming: "_Incoming", plan: FaultPlan, done: Done, first_serial: int | None = None) -> None:
        if plan is NO_FAULTS:
            return
        created = () if first_serial is None else self.orders.since(first_serial)
        self._services.fault_log.add(
            InjectedFault(
                time=self._services.clock(),
                faults=plan.names,
                operation=incoming.operation.operation_id,
                account=incoming.account,
                key=incoming.key,
                done=done,
                order_ids=tuple(order.purchase_order_id for order in created),
            )
        )

    def _validator_of(self, operation: Operation) -> RequestValidator:
        validator = self._validators.get(operation.key)
        if validator is None:
            validator = self._validators[operation.key] = RequestValidator(operation, strict=self._strict)
        return validator

    def _date_at(self, seconds: float) -> bytes:
        second = int(seconds)
        if self._date[0] != second:
            self._date = (second, formatdate(second, usegmt=True).encode())
        return self._date[1]


@dataclass(slots=True)
class _Incoming:
    """A call on its way through the sandbox."""

    scope: "Scope"
    exchange: Exchange
    match: Match
    operation: Operation
    account: str
    key: str | None = None


def _header(scope: "Scope", name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key == name), b"")


def _query_of(scope: "Scope") -> dict[str, list[str]]:
    raw: bytes = scope["query_string"]
    return parse_qs(raw.decode("latin-1"), keep_blank_values=True) if raw else {}


def _error_headers(plan: FaultPlan) -> tuple[tuple[bytes, bytes], ...]:
    return ((b"retry-after", plan.retry_after.encode()),) if plan.retry_after else ()


def _log(scope: "Scope", operation: Operation | None, outcome: str) -> None:
    """Log a call on one line: without body, query or headers, and with the path percent-encoded."""
    if logger.isEnabledFor(logging.INFO):
        path = operation.path if operation else quote(scope["path"])[:_MAX_LOGGED_PATH]
        name = f"{operation.surface} {operation.operation_id}" if operation else "-"
        logger.info("%s %s %s %s", scope["method"], path, name, outcome)
