"""The sandbox itself: an ASGI application that stands in for the platform."""

import logging
import time
from collections.abc import Callable, Sequence
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote

import anyio

from pandapon_async.sandbox.admin import admin_app
from pandapon_async.sandbox.answers import Answer, error_page, failure, success
from pandapon_async.sandbox.authentication import DEMO_ACCOUNT, Account, Authenticator
from pandapon_async.sandbox.behaviours import Call
from pandapon_async.sandbox.behaviours import answer as data_for
from pandapon_async.sandbox.delivery import BodyTooLargeError, ClientGoneError, Exchange, damaged, injected_failure
from pandapon_async.sandbox.faults import Fault, FaultPlan, FaultRules, FaultSpecificationError
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.pushing import Pushing, PushSettings
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.routes import Match, Routes
from pandapon_async.sandbox.specification import Operation, load_operations
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.orders import OrderBook
from pandapon_async.sandbox.statistics import Statistics
from pandapon_async.sandbox.validation import RequestRules

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

logger = logging.getLogger("pandapon_async.sandbox")

ADMIN_PREFIX = "/_sandbox"
_FAULT_HEADER = b"x-sandbox-fault"
_LONGEST_LOGGED_PATH = 200


class Sandbox:
    """A local PandaPon as an ASGI application.

    Serves every operation of the specifications: PandaPon v1 and v2 at the root, Xportcn KA below ``/api``. It follows
    the documentation and knows nothing of this project's client, so it catches the client's mistakes. A call is checked
    in this order: signature and the other system parameters, method, content type, size, JSON, schema. What is wrong is
    answered in the envelope of the operation over HTTP 200; an unknown path is HTTP 404. The platform documents no
    codes for errors: 400, 401, 404, 405 and 413 are this sandbox's choice.

    It keeps orders, carts, addresses, refunds and bookings of freight, by account; v1 and v2 are one platform, Xportcn
    KA is another. An id that the sandbox did not give out gets the documented answer where it is the id of the
    documented example, and code 404 otherwise. Operations that change and show nothing of this answer their documented
    example, or a value that fits their documented type. Where the documentation leaves an answer open, what
    :mod:`~pandapon_async.sandbox.behaviours` does is this sandbox's assumption.

    What happens to its orders it pushes to an address, where it is given one; see
    :mod:`~pandapon_async.sandbox.pushing`.

    Faults are described in :mod:`pandapon_async.sandbox.faults`. They come with a call, in the header
    ``x-sandbox-fault``, or by rules. An unsigned interface for people and tests is served below ``/_sandbox/``.

    Args:
        accounts: Who may call; a demo account where nothing is given.
        strict: Refuse fields and query parameters that the specification does not name, also in JSON inside strings.
        clock: Wall time in seconds since the epoch, for the clock check and the ``Date`` header.
        max_body_bytes: Largest body of a call.
        push: Where message pushes go, and how; nothing is pushed until there is an address.

    Attributes:
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
        self.accounts = tuple(accounts)
        self.state = State()
        self._strict = strict
        self._clock = clock
        self._max_body_bytes = max_body_bytes
        self._authenticator = Authenticator(accounts, clock)
        operations = load_operations(strict=strict)
        self._routes = Routes(operations)
        self._rules: dict[tuple[str, str], RequestRules] = {}
        self._statistics = Statistics()
        self.faults = FaultRules(operation.operation_id for operation in operations)
        self._date = (0, b"")
        self.pushing = Pushing(push or PushSettings(), self.accounts, clock, self.state, self._count_fault)
        self._admin = admin_app(self)

    @property
    def orders(self) -> OrderBook:
        """The orders of all kinds and accounts."""
        return self.state.orders

    def time(self) -> float:
        """Return the time of the sandbox's clock."""
        return self._clock()

    def summary(self) -> dict[str, Any]:
        """Return counts of calls, refusals and faults since the start, and of what is kept."""
        return {
            **self._statistics.to_json(),
            "orders": len(self.orders),
            "refunds": len(self.state.refunds),
            "cartRecords": len(self.state.carts),
            "addresses": len(self.state.addresses),
            "pushes": self.pushing.counts(),
            "nonces": self._authenticator.remembered_nonces,
        }

    def reset(self) -> None:
        """Forget orders, carts, addresses, refunds, pushes, counts and used nonces. Rules of faults stay in force."""
        self.state.clear()
        self.pushing.clear()
        self._statistics = Statistics()
        self._authenticator.forget_nonces()

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Serve one request.

        Raises:
            DroppedConnectionError: a fault breaks the connection, and there is none, because the call came in the same
                process.
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
            await exchange.answer(Answer(failure("code", refusal.code, refusal.message).body, status=404))
            return
        operation = match.operation_for(scope["method"])
        self._statistics.count_call(operation)
        try:
            plan = self.faults.plan(operation, _fault_header(scope))
        except FaultSpecificationError as error:
            _log(scope, operation, "refused: fault specification")
            await exchange.answer(Answer(write_json({"error": str(error)}), status=400))
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
            answer = await self._do(scope, exchange, match, operation, plan)
        except RefusedError as refusal:
            self._statistics.count_refusal(refusal.reason)
            _log(scope, operation, f"refused: {refusal.reason}")
            # The rest of a body that is too large is not read, so the connection is of no further use.
            closing = "close" if refusal.reason is Reason.BODY_SIZE else ""
            await exchange.answer(failure(operation.envelope, refusal.code, refusal.message), closing)
        except ClientGoneError:
            _log(scope, operation, "client gone")
        else:
            _log(scope, operation, "done" if plan.damage is None else f"done, fault: {plan.damage.kind}")
            await self._deliver(exchange, operation, answer, plan)

    async def _deliver(self, exchange: Exchange, operation: Operation, answer: Answer, plan: FaultPlan) -> None:
        if plan.latency_after:
            self._statistics.count_fault("latency-after")
            await anyio.sleep(plan.latency_after)
        if plan.damage is not None:
            self._statistics.count_fault(plan.damage.kind)
            if plan.damage.kind == "drop-after":
                await exchange.drop()
                return
            if plan.damage.kind == "cut":
                await exchange.cut(answer)
                return
            answer = damaged(answer, plan.damage, operation.envelope, _error_headers(plan))
        if plan.closing:
            self._statistics.count_fault(plan.closing)
        await exchange.answer(answer, plan.closing)

    async def _prevent(
        self, scope: "Scope", exchange: Exchange, operation: Operation, plan: FaultPlan, fault: Fault
    ) -> None:
        self._statistics.count_fault(fault.kind)
        _log(scope, operation, f"fault: {fault.kind}")
        if fault.kind == "drop-before":
            await exchange.drop()
        elif fault.kind == "status":
            await exchange.answer(error_page(fault.number, _error_headers(plan)), plan.closing)
        else:
            await exchange.answer(injected_failure(fault, operation.envelope, _error_headers(plan)), plan.closing)

    async def _do(
        self, scope: "Scope", exchange: Exchange, match: Match, operation: Operation, plan: FaultPlan
    ) -> Answer:
        raw_query: bytes = scope["query_string"]
        query = parse_qs(raw_query.decode("latin-1"), keep_blank_values=True) if raw_query else {}
        account = self._authenticator.authenticate(operation, scope["headers"], query)
        if scope["method"] != operation.method:
            allowed = ", ".join(match.operations)
            raise RefusedError(Reason.METHOD, f"method must be {allowed}")
        rules = self._rules_of(operation)
        content_type = _header(scope, b"content-type").decode("latin-1")
        rules.check_content_type(content_type)
        try:
            content = await exchange.read_body(self._max_body_bytes)
        except BodyTooLargeError:
            raise RefusedError(Reason.BODY_SIZE, f"body exceeds {self._max_body_bytes} bytes") from None
        parameters = rules.check_parameters(query, match.path_parameters)
        body = rules.check_body(content_type, content)
        owner = self.state.owner(account.access_key, operation.surface)
        call = Call(operation, owner, body, parameters, self._clock(), self.state)
        with self.pushing.befallen_by(plan.push):
            data = data_for(call)
        return success(operation, account, data)

    def _count_fault(self, kind: str) -> None:
        # Of whatever statistics there are by then.
        self._statistics.count_fault(kind)

    def _rules_of(self, operation: Operation) -> RequestRules:
        rules = self._rules.get(operation.key)
        if rules is None:
            rules = self._rules[operation.key] = RequestRules(operation, strict=self._strict)
        return rules

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
    """Write one line about a call: no body, no query, no header, and the path still encoded, so on one line."""
    if logger.isEnabledFor(logging.INFO):
        path = operation.path if operation else quote(scope["path"])[:_LONGEST_LOGGED_PATH]
        name = f"{operation.surface} {operation.operation_id}" if operation else "-"
        logger.info("%s %s %s %s", scope["method"], path, name, outcome)
