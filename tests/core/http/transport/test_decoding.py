"""Content codings: what is decoded, what is damaged, and that a small body cannot become a huge one."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async._core.http.transport.decoding import decode_body
from pandapon_async._core.http.transport.response_reader import BadResponseError

LIMIT = 1_000_000


def raw_deflate(body: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(body) + compressor.flush()


CODINGS: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "gzip": (b"gzip", gzip.compress),
    "x-gzip": (b"x-gzip", gzip.compress),
    "deflate": (b"deflate", zlib.compress),
    "deflate without a head": (b"deflate", raw_deflate),
    "br": (b"br", brotli.compress),
    "zstd": (b"zstd", zstd.compress),
}
every_coding = pytest.mark.parametrize("coding", CODINGS)


@every_coding
@given(body=st.binary(max_size=2000))
def test_a_body_comes_back_as_it_was(coding: str, body: bytes) -> None:
    name, compress = CODINGS[coding]
    assert decode_body(compress(body), name, LIMIT) == body
    assert decode_body(compress(body), b"identity, " + name, LIMIT) == body


@every_coding
def test_a_body_of_just_the_allowed_length_is_decoded(coding: str) -> None:
    name, compress = CODINGS[coding]
    body = b"x" * 5000
    assert decode_body(compress(body), name, 5000) == body
    with pytest.raises(BadResponseError, match="max_response_bytes") as caught:
        decode_body(compress(body), name, 4999)
    assert caught.value.too_large


@every_coding
def test_a_bomb_is_not_unpacked(coding: str) -> None:
    name, compress = CODINGS[coding]
    bomb = compress(bytes(20_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(BadResponseError, match="max_response_bytes"):
            decode_body(bomb, name, LIMIT)
        assert tracemalloc.get_traced_memory()[1] < 10 * LIMIT
    finally:
        tracemalloc.stop()


@every_coding
def test_a_damaged_body_is_not_taken_for_a_whole_one(coding: str) -> None:
    name, compress = CODINGS[coding]
    whole = compress(bytes(range(256)) * 4)
    for damaged in (whole[:-1], whole[: len(whole) // 2], whole[:1], b"{}" + whole, b"no coding at all"):
        with pytest.raises(BadResponseError):
            decode_body(damaged, name, LIMIT)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "zstd"])
def test_what_follows_a_coded_body_is_not_dropped_silently(coding: str) -> None:
    name, compress = CODINGS[coding]
    with pytest.raises(BadResponseError, match="goes on after its end"):
        decode_body(compress(b"{}") + b"more", name, LIMIT)


def test_two_codings_are_undone_in_reverse_and_more_are_rejected() -> None:
    twice = gzip.compress(zlib.compress(b"{}"))
    assert decode_body(twice, b"deflate, gzip", LIMIT) == b"{}"
    with pytest.raises(BadResponseError, match="too many"):
        decode_body(twice, b"gzip, gzip, gzip", LIMIT)


def test_an_unknown_coding_is_rejected() -> None:
    with pytest.raises(BadResponseError, match="unknown content coding"):
        decode_body(b"{}", b"compress", LIMIT)


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_a_coding_whose_library_is_not_installed_says_what_to_install(
    coding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in ("brotli", "brotlicffi", "compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(BadResponseError, match="install it"):
        decode_body(b"x", coding.encode(), LIMIT)


def test_an_empty_body_needs_no_decoding() -> None:
    assert decode_body(b"", b"gzip", LIMIT) == b""
