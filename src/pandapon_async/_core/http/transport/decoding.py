"""Content codings of bodies, each bounded: a small body can unpack into a huge one."""

from __future__ import annotations

import importlib
import zlib
from typing import TYPE_CHECKING, Any, Final

from pandapon_async._core.http.transport.response_reader import BadResponseError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode_body"]

#: More than one coding after another is allowed by HTTP and used by nobody but attackers.
_MOST_CODINGS: Final = 2


def decode_body(body: bytes, content_encoding: bytes, limit: int) -> bytes:
    """Return a body without its content codings.

    Args:
        body: The body as received.
        content_encoding: Value of ``Content-Encoding``, lower case.
        limit: Most bytes of the result.

    Raises:
        BadResponseError: A coding is not known, its library is not installed, the body is damaged or too long.
    """
    codings = [coding.strip() for coding in content_encoding.split(b",") if coding.strip() not in (b"", b"identity")]
    if len(codings) > _MOST_CODINGS:
        raise BadResponseError("the response has too many content codings")
    for coding in reversed(codings):
        decode = _DECODERS.get(coding)
        if decode is None:
            raise BadResponseError("the response has an unknown content coding")
        # A response to HEAD, or without a body, has nothing to decode.
        body = decode(body, limit) if body else body
        if len(body) > limit:
            raise BadResponseError("the response is longer than max_response_bytes", too_large=True)
    return body


def _bounded(decompressor: Any, body: bytes, limit: int, error: type[Exception]) -> bytes:
    """Decompress with an object that has zlib's interface."""
    try:
        decoded: bytes = decompressor.decompress(body, limit + 1)
    except error:
        raise BadResponseError("the response's compressed body is damaged") from None
    if len(decoded) <= limit and (not decompressor.eof or decompressor.unused_data):
        raise BadResponseError("the response's compressed body is cut off, or goes on after its end")
    return decoded


def _gzip(body: bytes, limit: int) -> bytes:
    return _bounded(zlib.decompressobj(zlib.MAX_WBITS | 16), body, limit, zlib.error)


def _deflate(body: bytes, limit: int) -> bytes:
    # "deflate" means zlib's format; some servers send the bare stream.
    is_zlib = len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _bounded(zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS), body, limit, zlib.error)


def _brotli(body: bytes, limit: int) -> bytes:
    brotli = _library("brotli", "brotlicffi")
    decompressor = brotli.Decompressor()
    decoded = bytearray()
    data = body
    try:
        # Each step returns as much as was asked for, or a little more.
        while len(decoded) <= limit and not decompressor.is_finished():
            piece = decompressor.process(data, output_buffer_limit=limit + 1 - len(decoded))
            if not piece and not data:
                break
            decoded += piece
            data = b""
    except TypeError:
        raise BadResponseError(
            "the installed brotli cannot bound what it unpacks; install brotli 1.2 or newer"
        ) from None
    except brotli.error:
        raise BadResponseError("the response's compressed body is damaged") from None
    if len(decoded) <= limit and not decompressor.is_finished():
        raise BadResponseError("the response's compressed body is damaged")
    return bytes(decoded)


def _zstd(body: bytes, limit: int) -> bytes:
    zstd = _library("compression.zstd", "backports.zstd")
    return _bounded(zstd.ZstdDecompressor(), body, limit, zstd.ZstdError)


def _library(*names: str) -> Any:
    for name in names:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise BadResponseError(f"the response has a content coding that needs {names[-1]}; install it")


_DECODERS: Final[dict[bytes, Callable[[bytes, int], bytes]]] = {
    b"gzip": _gzip,
    b"x-gzip": _gzip,
    b"deflate": _deflate,
    b"br": _brotli,
    b"zstd": _zstd,
}
