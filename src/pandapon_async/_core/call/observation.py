"""Observing attempts: what hooks and the log are told, where anybody listens."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from pandapon_async._core.call.hooks import Attempt, AttemptResult

if TYPE_CHECKING:
    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.encoding import UnsignedRequest
    from pandapon_async._core.call.hooks import AttemptHook, AttemptOutcome
    from pandapon_async._core.call.response import Answer

__all__ = ["Observation", "observe"]

_log: Final = logging.getLogger("pandapon_async")


def observe(request: UnsignedRequest, number: int, hooks: tuple[AttemptHook, ...], clock: Clock) -> Observation | None:
    """Tell that an attempt is about to be sent; ``None`` where nobody listens."""
    if not hooks and not _log.isEnabledFor(logging.DEBUG):
        return None
    called = request.operation
    attempt = Attempt(
        operation=called.name, method=called.method, route=called.path, effect=called.effect, number=number
    )
    return Observation(attempt, hooks, clock)


class Observation:
    """An attempt that has been told of."""

    def __init__(self, attempt: Attempt, hooks: tuple[AttemptHook, ...], clock: Clock) -> None:
        self._attempt = attempt
        self._hooks = hooks
        self._clock = clock
        self._tell("before_attempt")
        self._started = clock.monotonic()

    def end(self, outcome: AttemptOutcome, answer: Answer | None = None, cause: Exception | None = None) -> None:
        """Tell how it ended."""
        envelope = answer.envelope if answer is not None else None
        result = AttemptResult(
            outcome=outcome,
            elapsed=self._clock.monotonic() - self._started,
            http_status=answer.http_status if answer is not None else None,
            code=envelope.code if envelope is not None else None,
            request_id=envelope.request_id if envelope is not None else None,
            error=type(cause).__name__ if cause is not None else None,
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
        self._tell("after_attempt", result)

    def _tell(self, moment: str, *details: AttemptResult) -> None:
        for hook in self._hooks:
            try:
                getattr(hook, moment)(self._attempt, *details)
            except Exception as error:  # noqa: BLE001 - an observer must not turn a success into an error
                _log.error("hook %s.%s raised %s", type(hook).__name__, moment, type(error).__name__)
