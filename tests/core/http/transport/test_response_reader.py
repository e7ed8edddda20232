"""Reading one response: framing, what is rejected, and bounds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pandapon_async._core.http.transport.response_reader import HEAD_LIMIT, BadResponseError, ResponseReader

OK = b"HTTP/1.1 200 OK\r\n"
LIMIT = 100_000


def read(data: bytes, *, method: str = "POST", limit: int = LIMIT, step: int | None = None) -> ResponseReader:
    """Feed a response, whole or in pieces, then end the input."""
    reader = ResponseReader(method, limit)
    for start in range(0, len(data), step or len(data)):
        if reader.complete:
            break
        reader.feed(data[start : start + (step or len(data))])
    if not reader.complete:
        reader.finish()
    return reader


@pytest.mark.parametrize("step", [None, 1, 7])
@pytest.mark.parametrize(
    ("data", "status", "body", "keep_alive"),
    [
        (OK + b"Content-Length: 5\r\n\r\nhello", 200, b"hello", True),
        (OK + b"Content-Length: 0\r\n\r\n", 200, b"", True),
        (OK + b"Connection: close\r\nContent-Length: 5\r\n\r\nhello", 200, b"hello", False),
        (OK + b"Transfer-Encoding: Chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nT: t\r\n\r\n", 200, b"hello", True),
        (OK + b"\r\nhello", 200, b"hello", False),
        (b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", False),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.0 200 OK\r\n\r\nhi", 200, b"hi", False),
        (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b"", True),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, b"", True),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 2 + OK + b"Content-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + OK + b"Content-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno", 503, b"no", True),
    ],
)
def test_a_response_ends_where_its_framing_says(
    data: bytes, status: int, body: bytes, keep_alive: bool, step: int | None
) -> None:
    reader = read(data, step=step)
    assert reader.complete
    assert (reader.status, reader.body, reader.keep_alive) == (status, body, keep_alive)


@pytest.mark.parametrize("length", [b"", b"Content-Length: 5\r\n"])
def test_a_response_to_head_has_no_body(length: bytes) -> None:
    reader = ResponseReader("HEAD", LIMIT)
    assert reader.feed(OK + length + b"\r\n")
    assert reader.body == b""
    assert reader.keep_alive is bool(length)


def test_only_the_headers_of_the_head_are_kept() -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    reader = read(hints + OK + b"A: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nB: 2\r\n\r\n")
    assert reader.headers == [(b"A", b"1"), (b"Transfer-Encoding", b"chunked")]


SMUGGLING = {
    "two lengths": OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "the same length twice": OK + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
    "a list of lengths": OK + b"Content-Length: 5, 5\r\n\r\nhello",
    "a length and chunks": OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and a length": OK + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "a negative length": OK + b"Content-Length: -5\r\n\r\nhello",
    "a length with a sign": OK + b"Content-Length: +5\r\n\r\nhello",
    "no length in the header": OK + b"Content-Length:\r\n\r\nhello",
    "a length of 30 digits": OK + b"Content-Length: 999999999999999999999999999999\r\n\r\nhello",
    "a hexadecimal length": OK + b"Content-Length: 0x5\r\n\r\nhello",
    "a folded header": OK + b"X: a\r\n b\r\nContent-Length: 0\r\n\r\n",
    "a folded length": OK + b"Content-Length:\r\n 5\r\n\r\nhello",
    "a bare LF after the status line": b"HTTP/1.1 200 OK\nContent-Length: 0\n\n",
    "a bare LF after a header": OK + b"A: b\nContent-Length: 0\r\n\r\n",
    "a bare CR in a header": OK + b"A: b\rContent-Length: 0\r\n\r\n",
    "NUL in a value": OK + b"A: b\0c\r\nContent-Length: 0\r\n\r\n",
    "NUL in a name": OK + b"A\0: b\r\nContent-Length: 0\r\n\r\n",
    "NUL in the reason": b"HTTP/1.1 200 O\0K\r\nContent-Length: 0\r\n\r\n",
    "a space before the colon": OK + b"Content-Length : 0\r\n\r\n",
    "a header without a name": OK + b": x\r\nContent-Length: 0\r\n\r\n",
    "a header without a colon": OK + b"abc\r\nContent-Length: 0\r\n\r\n",
    "another transfer coding": OK + b"Transfer-Encoding: gzip\r\n\r\nabc",
    "two transfer codings": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunked twice": OK + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "almost chunked": OK + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks that end in LF": OK + b"Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n",
    "a negative chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
    "a chunk of 17 digits": OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n",
    "a chunk longer than it says": OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
    "a space after a chunk's length": OK + b"Transfer-Encoding: chunked\r\n\r\n3 \r\nabc\r\n0\r\n\r\n",
    "HTTP/2.0": b"HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
    "HTTP/0.9": b"HTTP/0.9 200 OK\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.2": b"HTTP/1.2 200 OK\r\nContent-Length: 0\r\n\r\n",
    "RTSP": b"RTSP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
    "a lower-case protocol": b"http/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "a tab in the status line": b"HTTP/1.1\t200 OK\r\nContent-Length: 0\r\n\r\n",
    "an empty line first": b"\r\n" + OK + b"Content-Length: 0\r\n\r\n",
    "a status of two digits": b"HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n",
    "a status of four digits": b"HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
    "another protocol": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
}


@pytest.mark.parametrize("step", [None, 1])
@pytest.mark.parametrize("shape", SMUGGLING)
def test_what_servers_and_proxies_may_read_in_two_ways_is_rejected(shape: str, step: int | None) -> None:
    with pytest.raises(BadResponseError):
        read(SMUGGLING[shape], step=step)


@pytest.mark.parametrize(
    "more",
    [b"H", OK + b"Content-Length: 0\r\n\r\n", b"\0", b"x" * 1000],
    ids=["one byte", "another response", "NUL", "much"],
)
@pytest.mark.parametrize(
    "response",
    [
        OK + b"Content-Length: 2\r\n\r\nhi",
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 204 No\r\n\r\n",
    ],
    ids=["a length", "chunks", "no body"],
)
def test_what_follows_a_response_spoils_the_connection_and_not_the_response(response: bytes, more: bytes) -> None:
    reader = ResponseReader("POST", LIMIT)
    assert reader.feed(response + more)
    assert reader.body in (b"hi", b"")
    assert not reader.keep_alive


def test_what_follows_a_response_to_head_spoils_the_connection() -> None:
    reader = ResponseReader("HEAD", LIMIT)
    assert reader.feed(OK + b"Content-Length: 5\r\n\r\nhello")
    assert reader.body == b""
    assert not reader.keep_alive


# --- bounds ---


def feed_for_ever(start: bytes, part: bytes, *, limit: int = LIMIT) -> int:
    """Feed a response without an end; return how many bytes it took until it was rejected."""
    reader = ResponseReader("POST", limit)
    fed = len(start)

    def feed() -> None:
        nonlocal fed
        reader.feed(start)
        while fed < 100_000_000:
            fed += len(part)
            reader.feed(part)

    with pytest.raises(BadResponseError) as caught:
        feed()
    assert caught.value.too_large
    return fed


@pytest.mark.parametrize(
    ("start", "part"),
    [
        (OK, b"A: b\r\n" * 200_000),
        (OK, b"A: b\r\n"),
        (OK + b"A: ", b"x" * 1000),
        (OK, b"x" * 1000),
        (b"HTTP/1.1 200 ", b"x" * 1000),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x" * 1000),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"A: b\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\nA: ", b"x" * 1000),
    ],
    ids=[
        "200 000 headers",
        "headers",
        "a value",
        "a name",
        "a reason",
        "interim responses",
        "a chunk's extension",
        "trailers",
        "a trailer's value",
    ],
)
def test_all_that_is_not_body_is_bounded(start: bytes, part: bytes) -> None:
    assert feed_for_ever(start, part) <= HEAD_LIMIT + len(start) + len(part)


@pytest.mark.parametrize(
    ("start", "part"),
    [
        (OK + b"\r\n", b"x" * 1000),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 100),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"3e8\r\n" + b"x" * 1000 + b"\r\n"),
    ],
    ids=["until the end", "small chunks", "chunks"],
)
def test_a_body_is_bounded(start: bytes, part: bytes) -> None:
    assert feed_for_ever(start, part, limit=10_000) <= len(start) + 6 * 10_000 + 2 * len(part)


def test_a_body_that_is_announced_as_too_long_is_not_waited_for() -> None:
    reader = ResponseReader("POST", 1000)
    with pytest.raises(BadResponseError, match="max_response_bytes") as caught:
        reader.feed(OK + b"Content-Length: 1001\r\n\r\n")
    assert caught.value.too_large


def test_a_body_in_the_smallest_chunks_is_read_whole() -> None:
    body = bytes(range(256)) * 100
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body)
    assert read(OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n").body == body


# --- anything ---

PIECES = st.sampled_from(
    [
        *SMUGGLING.values(),
        b"HTTP/1.1 ",
        b"200 OK",
        b"\r\n",
        b"\n",
        b"\0",
        b"Content-Length: 3\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Connection: close\r\n",
        b"3\r\nabc\r\n",
        b"0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        OK,
    ]
)


@given(st.lists(PIECES | st.binary(max_size=20), max_size=8), st.lists(st.integers(1, 60), max_size=6))
@settings(max_examples=400)
@example([OK, b"Content-Length: 3\r\n", b"\r\n", b"abc"], [1])
def test_a_response_means_the_same_however_it_is_cut_into_pieces(pieces: list[bytes], cuts: list[int]) -> None:
    data = b"".join(pieces)

    def outcome(steps: list[int]) -> object:
        reader = ResponseReader("POST", LIMIT)
        position = 0
        try:
            for step in [*steps, len(data) + 1]:
                if reader.complete or position >= len(data):
                    break
                reader.feed(data[position : position + step])
                position += step
            if not reader.complete:
                reader.finish()
        except BadResponseError:
            return "rejected"
        return reader.complete, reader.status, reader.headers, reader.body

    assert outcome(cuts) == outcome([])
