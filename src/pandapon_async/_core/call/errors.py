"""Errors of calls.

::

    PandaPonError
    ├── ConfigurationError     the client is set up wrongly; nothing was sent
    ├── InvalidArgumentError   an argument cannot be sent; nothing was sent
    └── CallError
        ├── TransportError         no usable response; nothing was done (never sent, or a read)
        │   └── DeadlineError      the deadline of the call passed; nothing was done
        ├── OutcomeUnknownError    a write or payment that may have been carried out
        ├── PartialSuccessError    a write of which some parts were done
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
    from pandapon_async._core.call.code_meanings import Meaning
    from pandapon_async._core.call.response import Response

__all__ = [
    "APIError",
    "AuthenticationError",
    "CallError",
    "DeadlineError",
    "DecodeError",
    "NotFoundError",
    "OutcomeUnknownError",
    "PartialSuccessError",
    "RateLimitError",
    "ServerError",
    "TransportError",
    "ValidationError",
]


class CallError(PandaPonError):
    """Base of errors that end a call which was started.

    Attributes:
        operation: Python name of the operation, or method and path of a call by path.
        attempts: How often the request was sent, including failed attempts to send it.
        response: The last HTTP response with everything in it, if there was one. Keep it out of logs: it holds what the
            server sent, personal data included.
        request_id: The platform's id of the request, to be quoted when asking the platform about it.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        attempts: int,
        response: Response | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.attempts = attempts
        self.response = response
        self.request_id = request_id

    @property
    def http_status(self) -> int | None:
        """HTTP status of the last response."""
        return self.response.http_status if self.response is not None else None

    @property
    def order_ids(self) -> tuple[str, ...]:
        """Ids of orders that the response has, also if it does not prove that they were created."""
        return self.response.order_ids if self.response is not None else ()

    def __str__(self) -> str:
        return f"{self._lead}{self.operation}: {self.args[0]} ({self._tried})"

    @property
    def _lead(self) -> str:
        return f"[request {self.request_id}] " if self.request_id else ""

    @property
    def _tried(self) -> str:
        return f"{self.attempts} attempt{'' if self.attempts == 1 else 's'}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(cls: type[CallError], args: tuple[Any, ...], state: dict[str, Any]) -> CallError:
    """Rebuild a pickled error; its constructor has keyword-only arguments."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class TransportError(CallError):
    """No usable response came, and nothing was done.

    Either the request certainly never reached the server, or it was a read. A write that raises this can be sent again.
    """


class DeadlineError(TransportError):
    """The deadline of the call passed, and nothing was done."""


class OutcomeUnknownError(CallError):
    """A write or payment that may or may not have been carried out.

    Look it up before sending it again. The causes: a timeout, a broken connection, a 5xx, a response that is not an
    envelope, one that says both yes and no, or a code that leaves the result open. If the response names orders, their
    ids are in ``order_ids``.
    """


class PartialSuccessError(CallError):
    """A write of which some parts were done and others were not.

    Do not send it again: that would repeat the parts that were done. The ids of the orders that were placed are in
    ``order_ids``.

    Attributes:
        missing: Names of the parts that were not done, such as ``offerId/specId``, as far as they have one.
        code: Code of the failure of a part, if there is one.
    """

    missing: tuple[str, ...] = ()
    code: int | str | None = None


class DecodeError(CallError):
    """The response is not what the documentation says.

    Attributes:
        accepted: True if the envelope says that the call succeeded and only ``data`` is not as documented. A write was
            then carried out: do not repeat it. The content is in ``error.response.data``.
        body_start: First bytes of the response. Not part of the error's text, since they may hold personal data.
    """

    accepted: bool = False

    @property
    def body_start(self) -> bytes:
        """First bytes of the response's body."""
        return self.response.body[:200] if self.response is not None else b""


class APIError(CallError):
    """The server rejected the request.

    Attributes:
        code: The envelope's code, or the HTTP status if the response has no envelope. A ``str`` if the server sent one
            that is not a number.
        message: The server's text, without secrets and without the personal data of the request.
        retry_after: Seconds that the server asked to wait, if it did.
        certain: Whether it is certain that nothing was done. False for a write whose code is not known to mean that: do
            not send it again before somebody has looked it up, or add the code to the code book.
        meaning: What the code book says about the code; ``None`` for a code that is not in it.
    """

    #: Codes that map to the class. The code pages are not public; these follow HTTP's meaning of the numbers.
    codes: ClassVar[frozenset[int]] = frozenset()

    def __init__(  # noqa: PLR0913 - one keyword per attribute
        self,
        message: str,
        *,
        operation: str,
        attempts: int,
        response: Response | None = None,
        request_id: str | None = None,
        code: int | str | None = None,
        retry_after: float | None = None,
        certain: bool = True,
        meaning: Meaning | None = None,
    ) -> None:
        super().__init__(message, operation=operation, attempts=attempts, response=response, request_id=request_id)
        self.message = message
        self.code = code
        self.retry_after = retry_after
        self.certain = certain
        self.meaning: Meaning | None = meaning

    def __str__(self) -> str:
        doubt = "" if self.certain else "; it is not certain that nothing was done"
        return f"{self._lead}{self.operation}: code {self.code}: {self.message or 'no message'}{doubt} ({self._tried})"


class AuthenticationError(APIError):
    """The server refused the access key, signature, timestamp, nonce, user id or permission."""

    codes = frozenset({401, 403})


class ValidationError(APIError):
    """The server refused the content of the request."""

    codes = frozenset({400, 405, 406, 411, 413, 414, 415, 422})


class NotFoundError(APIError):
    """The path, or what the request names, does not exist."""

    codes = frozenset({404, 410})


class RateLimitError(APIError):
    """Too many requests."""

    codes = frozenset({429})


class ServerError(APIError):
    """The server failed while it handled a read. The same response to a write raises :class:`OutcomeUnknownError`."""

    codes = frozenset(range(500, 600))
