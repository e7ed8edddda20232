"""Runs a call: rate-limit, sign, send, classify; retry when that is safe."""

from __future__ import annotations

import asyncio
import contextvars
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from pandapon_async._core.call.deadlines import Deadlines
from pandapon_async._core.call.decoding import decode_result
from pandapon_async._core.call.echoes import without_echoes
from pandapon_async._core.call.envelope import open_envelope
from pandapon_async._core.call.errors import DeadlineError
from pandapon_async._core.call.evidence import gather
from pandapon_async._core.call.failures import error_for, late_error, unfinished_note
from pandapon_async._core.call.hooks import observe, tell_hold
from pandapon_async._core.call.limits import AccountHold
from pandapon_async._core.call.outcomes import Statement, classify_response, outcome_of
from pandapon_async._core.call.redaction import personal_values, scrub, scrub_code
from pandapon_async._core.call.response import Response
from pandapon_async._core.call.retry_after import read_retry_after
from pandapon_async._core.call.signing import Signable
from pandapon_async._core.errors import ConfigurationError, PandaPonError
from pandapon_async._core.http.request import HttpRequest
from pandapon_async._core.schema.json import JsonError, load_json, load_json_exactly
from pandapon_async._core.schema.wire_types import BOOLEAN
from pandapon_async._core.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.call.clock import Clock, ServerTime
    from pandapon_async._core.call.credentials import Credentials
    from pandapon_async._core.call.encoding import UnsignedRequest
    from pandapon_async._core.call.evidence import Evidence
    from pandapon_async._core.call.hooks import Observation
    from pandapon_async._core.call.limits import Limiter
    from pandapon_async._core.call.options import ClientOptions
    from pandapon_async._core.call.outcomes import Outcome
    from pandapon_async._core.call.signing import Signature, Signer
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.http.sender import Sender
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Pipeline", "seen_responses"]

#: Where :meth:`Client.raw_response` collects the responses of the calls that it awaits.
seen_responses: contextvars.ContextVar[list[Response] | None] = contextvars.ContextVar("seen_responses", default=None)

_HEADERS: Final = {
    "accept": "application/json",
    "accept-encoding": "gzip, deflate",
    "user-agent": f"pandapon-async/{__version__}",
}
#: What a refusal says if the signature or the timestamp was refused, and not the account.
_SIGNATURE_REFUSED: Final = re.compile(r"sign|time|expire|nonce|clock|签名|时间|过期|超时", re.IGNORECASE)


@attrs.define
class _Call:
    """One call, and what is known about its latest attempt."""

    request: UnsignedRequest
    options: ClientOptions
    attempts: int = 0
    signed_at: float = 0.0
    offset: float = 0.0
    sent_at: float = 0.0
    observation: Observation | None = None
    in_doubt: bool = False  # a write is in flight and it is not known whether it arrived
    clock_corrected: bool = False

    @property
    def is_write(self) -> bool:
        return self.request.operation.effect != "read"


@attrs.define(kw_only=True)
class Attempt:
    """The outcome of one attempt, with what it was concluded from."""

    outcome: Outcome
    response: Response | None = None
    # Out of the repr: its text may quote the request, and tracebacks show local variables.
    cause: Exception | None = attrs.field(default=None, repr=False)
    retry_after: float | None = None
    sign_again: bool = False


@attrs.define
class _Home:
    """The event loop that a client belongs to."""

    loop: asyncio.AbstractEventLoop | None = None

    def check(self) -> None:
        loop = asyncio.get_running_loop()
        if self.loop is not loop:
            if self.loop is not None:
                raise ConfigurationError("the client was used in another event loop; build one client per event loop")
            self.loop = loop


@attrs.frozen(kw_only=True, eq=False)
class Pipeline:
    """Runs calls. Shared by a client and all clients that were derived from it.

    Attributes:
        base_url: Address that paths are appended to, without a slash at its end.
        credentials: Account.
        signer: Signature scheme.
        nonce: Source of nonces.
        clock: The machine's time.
        server_time: The server's time.
        sender: Sends a request once.
        limiter: Limits of the client.
        hold: Until when the calls of the account wait.
        deadlines: Deadlines of its calls.
    """

    base_url: str
    credentials: Credentials
    signer: Signer
    nonce: Callable[[], str]
    clock: Clock
    server_time: ServerTime
    sender: Sender
    limiter: Limiter
    hold: AccountHold = attrs.field(factory=AccountHold)
    deadlines: Deadlines = attrs.field(factory=Deadlines)
    _home: _Home = attrs.field(factory=_Home, alias="home")

    async def run(self, request: UnsignedRequest, options: ClientOptions) -> object:
        """Run a call.

        Returns:
            The decoded result of the operation.

        Raises:
            CallError: The call failed; see :mod:`errors`.
        """
        self._home.check()
        call = _Call(request, options)
        started = self.clock.monotonic()
        with self.deadlines.over(options.deadline) as scope:
            while True:
                if left := self.hold.left(self.clock.monotonic()):
                    await self._wait_for_hold(call, left, started)
                await self.limiter.acquire()
                try:
                    attempt = await self._attempt(call)
                finally:
                    self.limiter.release()
                if attempt.outcome.kind == "succeeded" and attempt.response is not None:
                    return self._result(call, attempt.response)
                delay = self._delay(call, attempt)
                elapsed = self.clock.monotonic() - started
                if delay is None or (options.deadline is not None and elapsed + delay >= options.deadline):
                    raise self._error(call, attempt)
                # No permit is held here: a call that waits must not keep others from being sent.
                if delay:
                    await self.clock.sleep(delay)
        if not scope.cancelled_caught:  # pragma: no cover - the block above returns or raises
            raise AssertionError
        raise late_error(request.operation.name, call.attempts, in_doubt=call.in_doubt)

    async def _wait_for_hold(self, call: _Call, left: float, started: float) -> None:
        """Wait while the server wants no calls of the account.

        Raises:
            DeadlineError: The wait would outlast the call.
        """
        while left > 0:
            deadline = call.options.deadline
            spare = (
                call.options.retry.max_retry_after if deadline is None else deadline - self.clock.monotonic() + started
            )
            if left >= spare:
                text = f"the server asked the account to wait for another {left:.0f} s, longer than this call may wait"
                raise DeadlineError(text, operation=call.request.operation.name, attempts=call.attempts)
            await self.clock.sleep(left)
            left = self.hold.left(self.clock.monotonic())

    async def _attempt(self, call: _Call) -> Attempt:
        """Sign the request anew, send it once, and classify what comes of it."""
        http_request = self._begin(call)
        try:
            received = await self.sender.send(http_request)
        except Exception as error:  # noqa: BLE001 - a transport may raise anything; the table says what it means
            return self._failed(call, error)
        except BaseException as error:
            if call.in_doubt:
                error.add_note(unfinished_note(call.request.operation.name))
            if call.observation is not None:
                call.observation.end("cancelled")
            raise
        return self._responded(call, received)

    def _begin(self, call: _Call) -> HttpRequest:
        """Begin an attempt. Whatever this raises, nothing was sent."""
        call.attempts += 1
        call.offset = self.server_time.offset
        call.signed_at = self.server_time.now()
        http_request = self._signed_request(call)
        call.observation = observe(call.request, call.attempts, call.options.hooks, self.clock)
        call.sent_at = self.clock.monotonic()
        call.in_doubt = call.is_write
        return http_request

    def _failed(self, call: _Call, error: Exception) -> Attempt:
        """Classify an attempt without a response."""
        call.in_doubt = False
        effect = call.request.operation.effect
        if isinstance(error, PandaPonError):
            # Raised by a sender that cannot be used, before anything was sent.
            if call.observation is not None:
                call.observation.end("not_sent", cause=error)
            raise error
        from pandapon_async._core.call.exceptions import classify_exception  # noqa: PLC0415 - most calls do not need it

        attempt = Attempt(outcome=classify_exception(effect, error), cause=error)
        if call.observation is not None:
            call.observation.end(attempt.outcome.kind, cause=error)
        return attempt

    def _responded(self, call: _Call, received: HttpResponse) -> Attempt:
        """Classify an attempt by its response."""
        response, outcome = self._read(call, received)
        attempt = Attempt(outcome=outcome, response=response)
        if outcome.kind == "succeeded":
            if call.offset:
                self.server_time.confirm(call.offset)
        else:
            self._learn(call, attempt, response)
        call.in_doubt = False
        if call.observation is not None:
            values = list(self._sensitive_values(call.request))
            envelope = response.envelope
            call.observation.end(
                outcome.kind,
                response,
                certain=outcome.certain,
                code=scrub_code(envelope.code, values) if envelope is not None else None,
                request_id=scrub(envelope.request_id, values) or None if envelope is not None else None,
            )
        return attempt

    def _read(self, call: _Call, received: HttpResponse) -> tuple[Response, Outcome]:
        operation, options = call.request.operation, call.options
        try:
            decoded = load_json(received.body)
        except JsonError:
            envelope = evidence = None
        else:
            envelope = open_envelope(decoded, operation.envelope, options.is_success)
            evidence = self._evidence(call, decoded) if call.is_write else None
            if evidence is not None and evidence.inexact:
                evidence = self._evidence(call, load_json_exactly(received.body))
        response = Response(
            http_status=received.status,
            received=received,
            body=received.body,
            elapsed=self.clock.monotonic() - call.sent_at,
            attempts=call.attempts,
            envelope=envelope,
            evidence=evidence,
        )
        if evidence is None and envelope is not None and envelope.ok and 200 <= received.status < 300:
            return response, _SUCCEEDED
        said = Statement(
            effect=operation.effect,
            operation=operation.name,
            http_status=received.status,
            envelope=envelope,
            evidence=evidence,
            ids_matter=operation.evidence.ids_matter,
            codes=options.codes,
        )
        if evidence is not None and evidence.ids and (said.says_no or not operation.evidence.documented):
            evidence.ids = without_echoes(evidence.ids, call.request)
        return response, classify_response(said)

    @staticmethod
    def _evidence(call: _Call, decoded: JsonValue) -> Evidence:
        operation = call.request.operation
        is_flag = operation.result is BOOLEAN
        return gather(decoded, operation.evidence, call.options.is_success, returns_flag=is_flag)

    def _learn(self, call: _Call, attempt: Attempt, response: Response) -> None:
        """Take from a failure what matters to later attempts and calls: the server's time, and when to come again."""
        outcome = attempt.outcome
        now = self.clock.time() + self.server_time.offset
        attempt.retry_after = read_retry_after(response.headers, now)
        if outcome.meaning == "throttled" and response.http_status == 429 and attempt.retry_after:
            if self.hold.extend(self.clock.monotonic() + attempt.retry_after):
                tell_hold(call.options.hooks, attempt.retry_after)
        elif outcome.kind == "rejected" and outcome.meaning == "account":
            message = response.envelope.message if response.envelope is not None else None
            blamed = _SIGNATURE_REFUSED.search((message or "")[:1000]) is not None
            if blamed or 401 in (outcome.code, response.http_status):
                corrected = self.server_time.correct(
                    signed_at=call.signed_at, offset=call.offset, headers=response.headers
                )
                attempt.sign_again = corrected and (blamed or not call.is_write)

    def _delay(self, call: _Call, attempt: Attempt) -> float | None:
        """Return the seconds to wait before the next attempt, or ``None`` if there is none."""
        if attempt.sign_again and not call.clock_corrected:
            # Refused for its timestamp alone, hence not done; with the right time it is a new request.
            call.clock_corrected = True
            return 0.0
        retry = call.options.retry
        if not attempt.outcome.retry or call.attempts >= retry.attempts:
            return None
        if attempt.retry_after is None:
            return retry.delay(call.attempts)
        return attempt.retry_after if attempt.retry_after <= retry.max_retry_after else None

    def _result(self, call: _Call, response: Response) -> object:
        _collect(response)
        return decode_result(call.request.operation, response)

    def _error(self, call: _Call, attempt: Attempt) -> Exception:
        if attempt.response is not None:
            _collect(attempt.response)
        return error_for(
            call.request.operation.name,
            call.attempts,
            attempt.outcome,
            attempt.response,
            attempt.cause,
            attempt.retry_after,
            self._sensitive_values(call.request),
        )

    def _signed_request(self, call: _Call) -> HttpRequest:
        request, options = call.request, call.options
        operation = request.operation
        try:
            timestamp = call.signed_at if options.timestamp_unit == "seconds" else call.signed_at * 1000
            signable = Signable(
                scheme=operation.signing,
                method=operation.method,
                path=request.path,
                query=request.query,
                body=request.body,
                timestamp=str(int(timestamp)),
                nonce=self.nonce(),
                user_id=options.user_id or self.credentials.user_id,
            )
        except Exception as error:  # noqa: BLE001 - clock and nonce are the caller's code
            failure = f"the clock or the source of nonces raised {type(error).__name__}; nothing was sent"
            raise ConfigurationError(failure) from None
        signature = self._signature(signable)
        headers = {**_HEADERS}
        if options.headers:
            headers.update((name.lower(), value) for name, value in options.headers.items())
        if request.body is not None:
            headers["content-type"] = "application/json"
        headers.update(signature.headers)
        url = self.base_url + request.path
        if query := {**request.query, **signature.query}:
            url += "?" + "&".join([f"{_quoted(name)}={_quoted(text)}" for name, text in query.items()])
        return HttpRequest(
            method=operation.method,
            url=url,
            headers=headers,
            body=request.body,
            effect=operation.effect,
            timeout=options.timeout,
            max_response_bytes=options.max_response_bytes,
        )

    def _signature(self, signable: Signable) -> Signature:
        try:
            return self.signer.sign(signable, self.credentials)
        except PandaPonError:
            raise
        except Exception as error:  # noqa: BLE001 - a signer is the caller's code
            failure = f"the signer raised {type(error).__name__}; nothing was sent"
        # Outside the handler and without a cause: the signer's frames hold the secret.
        raise ConfigurationError(failure)

    def _sensitive_values(self, request: UnsignedRequest) -> Iterator[str]:
        yield self.credentials.access_secret
        yield self.credentials.access_key
        yield from personal_values(request.operation.parameters, request.arguments)


_SUCCEEDED: Final = outcome_of("yes", "read")


def _quoted(text: str) -> str:
    # Most names and values are letters and digits; quoting those costs more than the check.
    return text if text.isalnum() and text.isascii() else quote(text, safe="")


def _collect(response: Response) -> None:
    seen = seen_responses.get()
    if seen is not None:
        seen.append(response)
