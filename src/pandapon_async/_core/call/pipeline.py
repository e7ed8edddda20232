"""The way of a call: limit, sign, send, judge, and again only where that is safe."""

from __future__ import annotations

import contextvars
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from pandapon_async._core.call.deadlines import Deadlines
from pandapon_async._core.call.decoding import read_result
from pandapon_async._core.call.envelope import open_envelope
from pandapon_async._core.call.errors import APIError, DeadlineError, DecodeError, OutcomeUnknownError, TransportError
from pandapon_async._core.call.event_loop import OneEventLoop
from pandapon_async._core.call.observation import observe
from pandapon_async._core.call.outcomes import error_class, judge_answer
from pandapon_async._core.call.redaction import personal_values, scrub
from pandapon_async._core.call.response import Answer
from pandapon_async._core.call.retry_after import read_retry_after
from pandapon_async._core.call.signing import Signable
from pandapon_async._core.errors import ConfigurationError, PandaPonError
from pandapon_async._core.http.request import HttpRequest
from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.call.clock import Clock, ServerTime
    from pandapon_async._core.call.credentials import Credentials
    from pandapon_async._core.call.encoding import UnsignedRequest
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.call.errors import CallError
    from pandapon_async._core.call.limits import Limiter
    from pandapon_async._core.call.observation import Observation
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.call.options import ClientOptions
    from pandapon_async._core.call.outcomes import Verdict
    from pandapon_async._core.call.signing import Signature, Signer
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.http.sender import Sender

__all__ = ["Pipeline", "answers_seen"]

#: Where :meth:`Client.raw_response` collects the answers of the calls that it awaits.
answers_seen: contextvars.ContextVar[list[Answer] | None] = contextvars.ContextVar("answers_seen", default=None)

_HEADERS: Final = {
    "accept": "application/json",
    "accept-encoding": "gzip, deflate",
    "user-agent": f"pandapon-async/{__version__}",
}


@attrs.define
class _Progress:
    """How far a call has come, and what is known of its latest attempt."""

    attempts: int = 0
    signed_at: float = 0.0
    sent_at: float = 0.0
    observation: Observation | None = None
    in_doubt: bool = False  # a write is on its way and nobody knows yet whether it arrived
    clock_corrected: bool = False


@attrs.define(kw_only=True)
class _Attempted:
    """What came of one attempt."""

    verdict: Verdict
    answer: Answer | None = None
    # Out of the repr: its text may quote the request, and tracebacks show local variables.
    cause: Exception | None = attrs.field(default=None, repr=False)
    retry_after: float | None = None
    clock_corrected: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Pipeline:
    """Carries out calls. Shared by a client and all that were derived from it.

    Attributes:
        base_url: Address that paths are appended to, without a slash at its end.
        credentials: Account.
        signer: Signature scheme.
        nonce: Source of nonces.
        clock: The machine's time.
        server_time: The server's time.
        sender: Sends a request once.
        limiter: Limits of the client.
        deadlines: Deadlines of its calls.
        event_loop: Event loop that they belong to.
    """

    base_url: str
    credentials: Credentials
    signer: Signer
    nonce: Callable[[], str]
    clock: Clock
    server_time: ServerTime
    sender: Sender
    limiter: Limiter
    deadlines: Deadlines = attrs.field(factory=Deadlines)
    event_loop: OneEventLoop = attrs.field(factory=OneEventLoop)

    # One coroutine, not one around another: each that waits costs every call in flight.
    async def run(self, request: UnsignedRequest, options: ClientOptions) -> object:
        """Carry out a call.

        Returns:
            What the operation returns, decoded.

        Raises:
            APIError: The server said no.
            TransportError: No answer, and nothing was done.
            OutcomeUnknownError: A write or payment that may have been done.
            DecodeError: The answer to a read is no envelope, or its data are not what the documentation says.
        """
        self.event_loop.check()
        progress = _Progress()
        started = self.clock.monotonic()
        with self.deadlines.over(options.deadline) as scope:
            while True:
                await self.limiter.acquire()
                try:
                    outgoing = self._outgoing(request, options, progress)
                    try:
                        received = await self.sender.send(outgoing)
                    except Exception as error:  # noqa: BLE001 - a transport may raise anything; the verdict tells what it means
                        attempted = self._failed(request, progress, error)
                    except BaseException:
                        _end(progress, None)
                        raise
                    else:
                        attempted = self._answered(request, options, progress, received)
                finally:
                    self.limiter.release()
                answer = attempted.answer
                if answer is not None and attempted.verdict.outcome == "ok":
                    _collect(answer)
                    return read_result(request.operation, answer)
                pause = self._pause(attempted, options, progress)
                elapsed = self.clock.monotonic() - started
                if pause is None or (options.deadline is not None and elapsed + pause >= options.deadline):
                    if answer is not None:
                        _collect(answer)
                    raise self._error(request, attempted, progress.attempts) from _presentable(attempted.cause)
                # No slot is held here: a call that waits must not keep others from being sent.
                if pause:
                    await self.clock.sleep(pause)
        if not scope.cancelled_caught:  # pragma: no cover - the block above returns or raises
            raise AssertionError
        raise self._too_late(request, progress)

    def _pause(self, attempted: _Attempted, options: ClientOptions, progress: _Progress) -> float | None:
        """Return the seconds to wait before the next attempt, or ``None`` where there is none."""
        if attempted.clock_corrected and not progress.clock_corrected:
            # Refused for its timestamp alone, hence not done; with the right time it is a new request.
            progress.clock_corrected = True
            return 0.0
        if not attempted.verdict.repeatable or progress.attempts >= options.retry.attempts:
            return None
        if attempted.retry_after is None:
            return options.retry.delay(progress.attempts)
        return attempted.retry_after if attempted.retry_after <= options.retry.max_retry_after else None

    def _outgoing(self, request: UnsignedRequest, options: ClientOptions, progress: _Progress) -> HttpRequest:
        """Begin an attempt: sign the request anew, and tell who observes."""
        progress.attempts += 1
        progress.signed_at = self.server_time.now()
        outgoing = self._sign(request, options, progress.signed_at)
        progress.observation = observe(request, progress.attempts, options.hooks, self.clock)
        progress.sent_at = self.clock.monotonic()
        progress.in_doubt = request.operation.effect != "read"
        return outgoing

    def _failed(self, request: UnsignedRequest, progress: _Progress, error: Exception) -> _Attempted:
        """Judge an attempt that has no answer."""
        progress.in_doubt = False
        if isinstance(error, PandaPonError):
            # Raised by a sender that cannot be used, before anything was sent.
            _end(progress, None)
            raise error
        # What knows httpx is imported when it is needed: it is half of what importing this package would cost.
        from pandapon_async._core.call.exceptions import judge_exception  # noqa: PLC0415

        attempted = _Attempted(verdict=judge_exception(request.operation.effect, error), cause=error)
        _end(progress, attempted)
        return attempted

    def _answered(
        self, request: UnsignedRequest, options: ClientOptions, progress: _Progress, received: HttpResponse
    ) -> _Attempted:
        """Judge an attempt by its answer."""
        effect = request.operation.effect
        answer = Answer(
            http_status=received.status,
            received=received,
            body=received.body,
            elapsed=self.clock.monotonic() - progress.sent_at,
            attempts=progress.attempts,
            envelope=_open(received, request.operation, options),
        )
        attempted = _Attempted(verdict=judge_answer(effect, answer.http_status, answer.envelope), answer=answer)
        if attempted.verdict.outcome != "ok":
            server_now = self.clock.time() + self.server_time.offset
            attempted.retry_after = read_retry_after(answer.headers, server_now)
            attempted.clock_corrected = attempted.verdict.outcome == "refused" and self.server_time.correct(
                signed_at=progress.signed_at, headers=answer.headers
            )
        progress.in_doubt = False
        _end(progress, attempted)
        return attempted

    def _sign(self, request: UnsignedRequest, options: ClientOptions, signed_at: float) -> HttpRequest:
        operation = request.operation
        signable = Signable(
            scheme=operation.signing,
            method=operation.method,
            path=request.path,
            query=request.query,
            body=request.body,
            timestamp=str(int(signed_at if options.timestamp_unit == "seconds" else signed_at * 1000)),
            nonce=self.nonce(),
            user_id=options.user_id or self.credentials.user_id,
        )
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

    def _error(self, request: UnsignedRequest, attempted: _Attempted, attempts: int) -> CallError:
        verdict, answer = attempted.verdict, attempted.answer
        operation = request.operation.name
        if verdict.outcome == "unknown":
            text = f"the outcome is unknown: {verdict.reason}; look it up before sending this again"
            return OutcomeUnknownError(text, operation=operation, attempts=attempts, answer=answer)
        if answer is None and verdict.outcome != "undecodable":
            text = verdict.reason if verdict.outcome == "not_sent" else f"no usable answer: {verdict.reason}"
            return TransportError(text, operation=operation, attempts=attempts)
        if verdict.outcome == "undecodable":
            detail = f" ({_kind_of_body(answer)})" if answer is not None else ""
            return DecodeError(f"{verdict.reason}{detail}", operation=operation, attempts=attempts, answer=answer)
        message = answer.envelope.message if answer is not None and answer.envelope is not None else None
        cls = error_class(verdict.code)
        if cls is APIError and answer is not None:
            cls = error_class(answer.http_status)
        return cls(
            scrub(message, self._unspeakable(request)) or verdict.reason,
            operation=operation,
            attempts=attempts,
            answer=answer,
            code=_speakable_code(verdict.code, self._unspeakable(request)),
            retry_after=attempted.retry_after,
        )

    def _unspeakable(self, request: UnsignedRequest) -> Iterator[str]:
        yield self.credentials.access_secret
        yield self.credentials.access_key
        yield from personal_values(request.operation.parameters, request.arguments)

    @staticmethod
    def _too_late(request: UnsignedRequest, progress: _Progress) -> CallError:
        if progress.in_doubt:
            text = "the outcome is unknown: the deadline passed while it was sent; look it up before sending this again"
            return OutcomeUnknownError(text, operation=request.operation.name, attempts=progress.attempts)
        text = "the deadline passed"
        if not progress.attempts:
            text += " before it was the call's turn to be sent"
        return DeadlineError(text, operation=request.operation.name, attempts=progress.attempts)


def _quoted(text: str) -> str:
    # Most names and values are letters and digits; to quote those costs more than to look.
    return text if text.isalnum() and text.isascii() else quote(text, safe="")


def _open(received: HttpResponse, operation: Operation[object], options: ClientOptions) -> Envelope | None:
    try:
        decoded = load_json(received.body)
    except JsonError:
        return None
    return open_envelope(decoded, operation.envelope, options.success_codes)


def _end(progress: _Progress, attempted: _Attempted | None) -> None:
    observation = progress.observation
    if observation is None:
        return
    if attempted is None:
        observation.end("cancelled")
    else:
        observation.end(attempted.verdict.outcome, attempted.answer, attempted.cause)


def _collect(answer: Answer) -> None:
    seen = answers_seen.get()
    if seen is not None:
        seen.append(answer)


def _speakable_code(code: int | str | None, unspeakable: Iterator[str]) -> int | str | None:
    return scrub(code, unspeakable) if isinstance(code, str) else code


def _presentable(error: Exception | None) -> Exception | None:
    """Return what may stand as the cause of an error that users see and log."""
    if error is None:
        return None
    from pandapon_async._core.call.exceptions import presentable  # noqa: PLC0415

    return presentable(error)


def _kind_of_body(answer: Answer) -> str:
    start = answer.body[:64].lstrip().lower()
    if not start:
        kind = "an empty body"
    elif start.startswith((b"<!doctype", b"<html")):
        kind = "a page of HTML"
    elif start.startswith((b"{", b"[")):
        kind = "JSON that is cut short, broken or no envelope"
    else:
        kind = "no JSON"
    return f"{kind}, {len(answer.body)} bytes, HTTP status {answer.http_status}"
