"""Errors of calls.

::

    PandaPonError
    ├── ConfigurationError     the client is set up wrongly; nothing was sent
    ├── InvalidArgumentError   an argument cannot be sent; nothing was sent
    └── CallError
        ├── TransportError         no usable response; nothing was done (never sent, or a read)
        │   └── DeadlineError      the deadline of the call passed; nothing was done
        ├── OutcomeUnknownError    a write or payment that may have been carried out
        ├── DecodeError            the response is not what the documentation says
        └── APIError               the server rejected the request
            ├── AuthenticationError
            ├── ValidationError
            ├── NotFoundError
            ├── RateLimitError
            └── ServerError

The texts of errors contain neither secrets nor the personal data of a request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pandapon_async._core.errors import PandaPonError

if TYPE_CHECKING:
    from pandapon_async._core.call.response import Answer

__all__ = [
    "APIError",
    "AuthenticationError",
    "CallError",
    "DeadlineError",
    "DecodeError",
    "NotFoundError",
    "OutcomeUnknownError",
    "RateLimitError",
    "ServerError",
    "TransportError",
    "ValidationError",
]


class CallError(PandaPonError):
    """Base of errors that end a call which was started.

    Attributes:
        operation: Python name of the operation, or method and path of a call by path.
        attempts: How often the request was sent, or tried to be.
        answer: The last HTTP answer with everything in it, where there was one. Keep it out of logs: it holds what the
            server sent, personal data included.
    """

    def __init__(self, message: str, *, operation: str, attempts: int, answer: Answer | None = None) -> None:
        super().__init__(message)
        self.operation = operation
        self.attempts = attempts
        self.answer = answer

    @property
    def request_id(self) -> str | None:
        """The platform's id of the request, to be quoted when asking the platform about it."""
        envelope = self.answer.envelope if self.answer is not None else None
        return envelope.request_id if envelope is not None else None

    @property
    def http_status(self) -> int | None:
        """HTTP status of the last answer."""
        return self.answer.http_status if self.answer is not None else None

    def __str__(self) -> str:
        tried = f"{self.attempts} attempt{'' if self.attempts == 1 else 's'}"
        lead = f"[request {self.request_id}] " if self.request_id else ""
        return f"{lead}{self.operation}: {self.args[0]} ({tried})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(cls: type[CallError], args: tuple[Any, ...], state: dict[str, Any]) -> CallError:
    """Rebuild a pickled error; its constructor has keyword-only arguments."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class TransportError(CallError):
    """No usable answer came, and nothing was done.

    Either the request certainly never reached the server, or it was a read. A write that raises this can be repeated.
    """


class DeadlineError(TransportError):
    """The time for the call was over before it had an answer, and nothing was done."""


class OutcomeUnknownError(CallError):
    """A write or payment that may have been done, or may not.

    The request left, and what came back does not tell: a time-out, a broken connection, a 5xx, an answer that is no
    envelope. Do not repeat it: look the outcome up first.
    """


class DecodeError(CallError):
    """The server answered something else than the documentation says.

    Attributes:
        accepted: True where the envelope says that the call succeeded and only ``data`` is not as documented. A write
            was then carried out: do not repeat it. What came is in ``error.answer.data``.
        body_start: First bytes of the answer. Not part of the error's text, since they may hold personal data.
    """

    accepted: bool = False

    @property
    def body_start(self) -> bytes:
        """First bytes of the answer's body."""
        return self.answer.body[:200] if self.answer is not None else b""


class APIError(CallError):
    """The server said no.

    Attributes:
        code: The envelope's code, or the HTTP status where the answer has no envelope. A ``str`` where the server sent
            one that is no number.
        message: The server's text, without secrets and without the personal data of the request.
        retry_after: Seconds that the server asked to wait, where it did.
    """

    #: Codes that map to the class. Code pages are not public; these follow the meaning that HTTP gives the numbers.
    codes: ClassVar[frozenset[int]] = frozenset()

    def __init__(  # noqa: PLR0913 - one keyword per attribute
        self,
        message: str,
        *,
        operation: str,
        attempts: int,
        answer: Answer | None = None,
        code: int | str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, operation=operation, attempts=attempts, answer=answer)
        self.message = message
        self.code = code
        self.retry_after = retry_after

    def __str__(self) -> str:
        tried = f"{self.attempts} attempt{'' if self.attempts == 1 else 's'}"
        lead = f"[request {self.request_id}] " if self.request_id else ""
        return f"{lead}{self.operation}: code {self.code}: {self.message or 'no message'} ({tried})"


class AuthenticationError(APIError):
    """Access key, signature, timestamp, nonce or user id were refused."""

    codes = frozenset({401, 403})


class ValidationError(APIError):
    """The server refused the request's content."""

    codes = frozenset({400, 405, 406, 411, 413, 414, 415, 422})


class NotFoundError(APIError):
    """The path, or what the request names, does not exist."""

    codes = frozenset({404, 410})


class RateLimitError(APIError):
    """Too many requests."""

    codes = frozenset({429})


class ServerError(APIError):
    """The server failed while it handled a read. The same answer to a write is :class:`OutcomeUnknownError`."""

    codes = frozenset(range(500, 600))
