"""Answers as they came: for errors, and for callers who want more than the decoded data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.http.headers import Headers
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Answer", "RawResponse"]

ResultT_co = TypeVar("ResultT_co", covariant=True)


@attrs.frozen(kw_only=True, eq=False)
class Answer:
    """An HTTP answer, whole. Its repr leaves out what may be personal.

    Attributes:
        http_status: HTTP status.
        body: Body as received, decompressed.
        elapsed: Seconds from sending the last attempt to its answer.
        attempts: How often the request was sent.
        envelope: The opened envelope; ``None`` where the body is none.
    """

    http_status: int
    body: bytes = attrs.field(repr=False)
    elapsed: float
    attempts: int
    envelope: Envelope | None
    _received: HttpResponse = attrs.field(repr=False, alias="received")

    @property
    def headers(self) -> Headers:
        """HTTP headers."""
        return self._received.headers

    @property
    def data(self) -> JsonValue:
        """The content, undecoded; ``None`` where there is no envelope."""
        return self.envelope.data if self.envelope is not None else None


@attrs.frozen(kw_only=True, eq=False)
class RawResponse(Generic[ResultT_co]):
    """A call's result together with the answer it was decoded from.

    Attributes:
        result: What the call returns otherwise.
        answer: HTTP status, headers, body, envelope and undecoded ``data``.
    """

    result: ResultT_co = attrs.field(repr=False)
    answer: Answer
