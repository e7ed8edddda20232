"""Responses as they came: for errors, and for callers who want more than the decoded data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.call.evidence import Evidence
    from pandapon_async._core.http.headers import Headers
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["RawResponse", "Response"]

ResultT_co = TypeVar("ResultT_co", covariant=True)


@attrs.define(kw_only=True, eq=False)
class Response:
    """A whole HTTP response. Its repr omits what may be personal.

    Attributes:
        http_status: HTTP status.
        body: Body as received, decompressed.
        elapsed: Seconds from sending the last attempt to its response.
        attempts: How often the request was sent.
        envelope: The opened envelope; ``None`` if the body is none.
        evidence: What the response to a write or payment says about its success; ``None`` for reads.
    """

    http_status: int
    body: bytes = attrs.field(repr=False)
    elapsed: float
    attempts: int
    envelope: Envelope | None
    evidence: Evidence | None = None
    _received: HttpResponse = attrs.field(repr=False, alias="received")

    @property
    def headers(self) -> Headers:
        """HTTP headers."""
        return self._received.headers

    @property
    def data(self) -> JsonValue:
        """The content, undecoded; ``None`` if there is no envelope."""
        return self.envelope.data if self.envelope is not None else None

    @property
    def order_ids(self) -> tuple[str, ...]:
        """Ids of what a write created, as far as the response has them."""
        return self.evidence.ids if self.evidence is not None else ()


@attrs.frozen(kw_only=True, eq=False)
class RawResponse(Generic[ResultT_co]):
    """The result of a call together with the response that it was decoded from.

    Attributes:
        result: What the call returns otherwise.
        response: HTTP status, headers, body, envelope and undecoded ``data``.
    """

    result: ResultT_co = attrs.field(repr=False)
    response: Response
