"""Reads one response: framing, limits, and whether the connection may be used again."""

from __future__ import annotations

from typing import Final

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

__all__ = ["HEAD_LIMIT", "BadResponseError", "ResponseReader"]

#: Bytes of a head, or of everything in a response that is not its body.
HEAD_LIMIT: Final = 64 * 1024
#: Most bytes of chunk framing for each byte of a body: a length, an end of line, the byte, an end of line.
_FRAMING_PER_BYTE: Final = 8
_START: Final = b"HTTP/"
_VERSIONS: Final = ("1.1", "1.0")
_FRAMING: Final = frozenset((b"content-length", b"transfer-encoding", b"content-encoding"))


class BadResponseError(Exception):
    """The response cannot be used. The text is fixed or llhttp's own; it quotes nothing the server sent."""

    def __init__(self, message: str, *, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


class ResponseReader:
    """Parses the bytes of one response.

    llhttp rejects two lengths, a length beside chunks, folded headers, bare line ends and NUL in headers. What it lets
    pass and a client must not is rejected here: other transfer codings, other protocols and versions, a switch of
    protocols, lines before the status line.

    Attributes:
        status: HTTP status.
        headers: Headers as they came.
        content_encoding: Value of ``Content-Encoding``, lower case; empty if there is none.
        begun: Whether a byte has arrived.
        complete: Whether the response has been read to its end.
        keep_alive: Whether the connection may be used again; meaningful once the response is complete.
    """

    __slots__ = (
        "_bodiless",
        "_body",
        "_fault",
        "_interim",
        "_limit",
        "_parser",
        "_received",
        "_rest",
        "_size",
        "_start",
        "_surplus",
        "_until_close",
        "begun",
        "complete",
        "content_encoding",
        "headers",
        "keep_alive",
        "status",
    )

    def __init__(self, method: str, limit: int) -> None:
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.content_encoding = b""
        self.begun = False
        self.complete = False
        self.keep_alive = False
        # A response to HEAD announces a body that does not come; one to CONNECT is followed by the tunnel.
        self._bodiless = method in ("HEAD", "CONNECT")
        self._limit = limit
        self._body = b""
        self._rest: bytearray | None = None
        self._size = 0
        self._received = 0
        self._start = b""
        self._interim = False
        self._until_close = False
        self._surplus = False
        self._fault: BadResponseError | None = None
        # Holds this object: forgotten at the end, so that no cycle is left to the garbage collector.
        self._parser: HttpResponseParser | None = HttpResponseParser(self)

    @property
    def body(self) -> bytes:
        """Body as received, without chunk framing."""
        return self._body if self._rest is None else bytes(self._rest)

    def feed(self, data: bytes) -> bool:
        """Parse more bytes.

        Returns:
            Whether the response is complete.

        Raises:
            BadResponseError: The response cannot be used; the connection must be closed.
        """
        parser = self._parser
        if parser is None:
            self.keep_alive = False
            return True
        self.begun = True
        if self._received < len(_START):
            self._start += data[: len(_START)]
            if not _START.startswith(self._start[: len(_START)]):
                self._fail("the response is not HTTP")
                return self._end()
        self._received += len(data)
        try:
            parser.feed_data(data)
        except HttpParserUpgrade:
            self._fail("the server switched to another protocol")
        except HttpParserError as error:
            # What follows a complete response is no part of it, and makes the connection unusable.
            self._surplus = True
            if not self.complete:
                self._fail(f"the response is not valid HTTP/1.1: {error}")
        if self.complete or self._fault is not None:
            return self._end()
        if self._received > HEAD_LIMIT and self._received - self._size * _FRAMING_PER_BYTE > HEAD_LIMIT:
            self._fail("the response's headers or chunk framing are too long", too_large=True)
            return self._end()
        return False

    def finish(self) -> bool:
        """End the input: return whether that completes the response, as it does for a body without a length."""
        if self._until_close and not self.complete:
            self.complete = True
        self.keep_alive = False
        self._parser = None
        return self.complete

    def _end(self) -> bool:
        self._parser = None
        if self._surplus:
            self.keep_alive = False
        if self._fault is not None:
            raise self._fault
        return True

    def _fail(self, message: str, *, too_large: bool = False) -> None:
        if self._fault is None:
            self._fault = BadResponseError(message, too_large=too_large)

    # --- called by the parser; they note a fault instead of raising, since httptools would wrap it ---

    def on_message_begin(self) -> None:
        """Note that bytes follow a complete response."""
        if self.complete:
            self._surplus = True

    def on_status(self, reason: bytes) -> None:
        """Check the reason phrase, in which llhttp lets NUL pass."""
        if b"\0" in reason:
            self._fail("the response is not valid HTTP/1.1: NUL in the status line")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header. Those of a trailer come after the head and are not kept."""
        if not self.status:
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        """Decide how long the body is."""
        parser = self._parser
        assert parser is not None  # noqa: S101 - it is calling
        if self.complete or self._fault is not None:
            return
        status = parser.get_status_code()
        version = parser.get_http_version()
        if version not in _VERSIONS or status < 100:
            self._fail("the response is not valid HTTP/1.1: version or status")
        elif status == 101:
            self._fail("the server switched to another protocol")
        elif status < 200:
            self._interim = True
        else:
            self.status = status
            self._read_framing(version)
            if self._bodiless and self._fault is None:
                self._complete(parser)

    def _read_framing(self, version: str) -> None:
        lengths: list[int] = []
        codings: list[bytes] = []
        for name, value in self.headers:
            lowered = name.lower()
            if lowered not in _FRAMING:
                continue
            if lowered == b"content-length":
                # One that is no number does not get past llhttp.
                lengths.append(int(value))
            elif lowered == b"transfer-encoding":
                codings.append(value.strip().lower())
            else:
                self.content_encoding += (b"," if self.content_encoding else b"") + value.strip().lower()
        bodiless = self._bodiless or self.status in (204, 304)
        if lengths and (len(lengths) > 1 or codings):
            self._fail("the response has two lengths")
        elif lengths and lengths[0] > self._limit and not bodiless:
            self._fail("the response is longer than max_response_bytes", too_large=True)
        elif codings and (codings != [b"chunked"] or version != "1.1"):
            self._fail("the response has an unsupported transfer coding")
        elif self._received > HEAD_LIMIT and sum(len(name) + len(value) for name, value in self.headers) > HEAD_LIMIT:
            self._fail("the response's headers or chunk framing are too long", too_large=True)
        self._until_close = not (lengths or codings or bodiless)

    def on_body(self, piece: bytes) -> None:
        """Keep a piece of the body, unless it grows too long."""
        if self.complete:
            self._surplus = True
            return
        self._size += len(piece)
        if self._size > self._limit:
            self._fail("the response is longer than max_response_bytes", too_large=True)
        elif self._rest is not None:
            self._rest += piece
        elif self._body:
            # A list of pieces would cost far more than the pieces if they are small.
            self._rest = bytearray(self._body)
            self._rest += piece
        else:
            self._body = piece

    def on_message_complete(self) -> None:
        """Complete the response, or go on to the next one after an interim response."""
        if self._interim:
            self._interim = False
            self.headers = []
        elif not self.complete and self._fault is None and self._parser is not None:
            self._complete(self._parser)

    def _complete(self, parser: HttpResponseParser) -> None:
        self.complete = True
        self.keep_alive = parser.should_keep_alive()
