"""Hooks: what observers and the log are told about each attempt."""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.encoding import UnsignedRequest
    from pandapon_async._core.call.response import Response
    from pandapon_async._core.http.request import Effect

__all__ = ["Attempt", "AttemptHook", "AttemptOutcome", "AttemptResult", "Observation", "observe", "tell_hold"]

_log: Final = logging.getLogger("pandapon_async")

AttemptOutcome: TypeAlias = Literal[
    "succeeded", "placed_in_part", "rejected", "not_sent", "unknown", "failed", "undecodable", "cancelled"
]
"""How an attempt ended.

``succeeded``; ``placed_in_part``: a write of which some parts were done; ``rejected``: the server refused it;
``not_sent``: it certainly never reached the server; ``unknown``: a write that may have been carried out; ``failed``: a
read without a usable response; ``undecodable``: a read whose response is not an envelope; ``cancelled``: the caller
gave up, or the deadline of the call passed.
"""


@attrs.frozen(kw_only=True)
class Attempt:
    """An attempt that is about to be sent. Holds neither arguments nor signatures.

    Attributes:
        operation: Python name of the operation, or method and path of a call by path.
        method: HTTP method.
        route: Path as documented, with placeholders.
        effect: What the call changes.
        number: Number of the attempt within the call, from 1.
    """

    operation: str
    method: str
    route: str
    effect: Effect
    number: int


@attrs.frozen(kw_only=True)
class AttemptResult:
    """How an attempt ended.

    Attributes:
        outcome: In one word.
        elapsed: Seconds.
        http_status: HTTP status, if a response came.
        code: The envelope's code, if there was one.
        request_id: The platform's id of the request, if there was one.
        error: Class name of the sender's exception, if there was one.
        certain: For ``rejected``: whether it is certain that nothing was done.
    """

    outcome: AttemptOutcome
    elapsed: float
    http_status: int | None = None
    code: int | str | None = None
    request_id: str | None = None
    error: str | None = None
    certain: bool = True


class AttemptHook(Protocol):
    """An observer of attempts.

    Hooks run on the event loop and must not block; they are plain functions, not coroutines. Errors of a hook are
    logged and otherwise ignored: an observer must not turn an order that was created into an error.

    A hook may have one of the methods only. It may also have ``on_hold(seconds)``, which is called when the server has
    asked the account to wait (HTTP 429 with ``Retry-After``) and new calls are held back for that time.
    """

    def before_attempt(self, attempt: Attempt) -> None:
        """Called just before an attempt is sent, after any waiting."""
        ...

    def after_attempt(self, attempt: Attempt, result: AttemptResult) -> None:
        """Called when the attempt has ended, in whatever way."""
        ...


HOOK_METHODS: Final = ("before_attempt", "after_attempt", "on_hold")


def problem_of(hook: object) -> str | None:
    """Return what is wrong with a hook, or ``None``."""
    methods = [method for name in HOOK_METHODS if (method := getattr(hook, name, None)) is not None]
    if not methods:
        return f"has none of the methods {', '.join(HOOK_METHODS)}"
    if not all(callable(method) for method in methods):
        return "has an attribute in the place of a method"
    if any(inspect.iscoroutinefunction(method) for method in methods):
        return "has an async method; hooks are plain functions (start a task in one if it has to wait)"
    return None


def observe(request: UnsignedRequest, number: int, hooks: tuple[AttemptHook, ...], clock: Clock) -> Observation | None:
    """Tell the hooks that an attempt is about to be sent; ``None`` if there is no hook and no log."""
    if not hooks and not _log.isEnabledFor(logging.DEBUG):
        return None
    called = request.operation
    attempt = Attempt(
        operation=called.name, method=called.method, route=called.path, effect=called.effect, number=number
    )
    return Observation(attempt, hooks, clock)


def tell_hold(hooks: tuple[AttemptHook, ...], seconds: float) -> None:
    """Tell the hooks and the log that calls of the account are held back."""
    _log.info("the server asked to wait: calls of this account are held for %.1f s", seconds)
    for hook in hooks:
        _call(hook, "on_hold", seconds)


class Observation:
    """An attempt that hooks were told about."""

    def __init__(self, attempt: Attempt, hooks: tuple[AttemptHook, ...], clock: Clock) -> None:
        self._attempt = attempt
        self._hooks = hooks
        self._clock = clock
        for hook in hooks:
            _call(hook, "before_attempt", attempt)
        self._started = clock.monotonic()

    def end(  # noqa: PLR0913 - one argument per fact
        self,
        outcome: AttemptOutcome,
        response: Response | None = None,
        cause: Exception | None = None,
        *,
        certain: bool = True,
        code: int | str | None = None,
        request_id: str | None = None,
    ) -> None:
        """Tell the hooks how it ended.

        Args:
            outcome: In one word.
            response: The response, if one came.
            cause: The sender's exception, if there was one.
            certain: For ``rejected``: whether it is certain that nothing was done.
            code: The envelope's code, without secrets.
            request_id: The platform's id of the request, likewise.
        """
        result = AttemptResult(
            outcome=outcome,
            elapsed=self._clock.monotonic() - self._started,
            http_status=response.http_status if response is not None else None,
            code=code,
            request_id=request_id,
            error=type(cause).__name__ if cause is not None else None,
            certain=certain,
        )
        _log.debug(
            "%s attempt %d: %s, HTTP %s, request %s, %.3f s",
            self._attempt.operation,
            self._attempt.number,
            result.outcome,
            result.http_status,
            result.request_id,
            result.elapsed,
        )
        for hook in self._hooks:
            _call(hook, "after_attempt", self._attempt, result)


def _call(hook: AttemptHook, name: str, *details: object) -> None:
    method: Any = getattr(hook, name, None)
    if method is None:
        return
    try:
        method(*details)
    except Exception as error:  # noqa: BLE001 - an observer must not turn a success into an error
        _log.error("hook %s.%s raised %s", type(hook).__name__, name, type(error).__name__)
