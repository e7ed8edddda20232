"""Puts a request into bytes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["encode_request"]

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_NO_TARGET: Final = re.compile(r"[^!-~]|#")
#: Set here, so that a request has one length.
_RESERVED: Final = frozenset(
    ("connection", "content-length", "expect", "te", "trailer", "transfer-encoding", "upgrade"),
)
#: Methods that say even of an empty body that it is empty.
_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


# The names, unlike the values, are the same for most requests.
@lru_cache(maxsize=64)
def _template(method: str, names: tuple[str, ...]) -> tuple[str, int]:
    """Return the head of a request, with places for target, host and values, and how many lines it has."""
    if not _TOKEN.fullmatch(method):
        raise ConfigurationError("the method holds characters that HTTP does not allow there")
    lines = [_field(name) for name in names]
    host = "" if any(line.startswith("host: ") for line in lines) else "host: %s\r\n"
    # Without a place for it, the host is formatted to nothing.
    text = f"{method.replace('%', '%%')} %s HTTP/1.1\r\n{host or '%.0s'}{''.join(lines)}"
    return text, text.count("\n")


def _field(name: str) -> str:
    if not _TOKEN.fullmatch(name):
        raise ConfigurationError("a header's name holds characters that HTTP does not allow in names")
    lowered = name.lower()
    if lowered in _RESERVED:
        raise ConfigurationError(f"the header {lowered!r} is set by the transport; leave it out")
    return lowered.replace("%", "%%") + ": %s\r\n"


def encode_request(  # noqa: PLR0913 - the parts of a request
    method: str,
    target: str,
    headers: Mapping[str, str],
    body: bytes | None,
    *,
    host: str,
    extra: str = "",
) -> bytes:
    """Return a request as it goes over the wire.

    Args:
        method: HTTP method.
        target: Path and query, percent-encoded; a whole URL for a proxy.
        headers: Header names and values.
        body: Body.
        host: Value of ``Host``, unless the headers have one.
        extra: Further header lines, each with its line end.

    Raises:
        ConfigurationError: Something holds characters that HTTP does not allow there. Nothing was sent.
    """
    if _NO_TARGET.search(target):
        raise ConfigurationError("the URL holds characters that HTTP does not allow there")
    template, ends = _template(method, tuple(headers))
    if body:
        extra += f"content-length: {len(body)}\r\n"
    elif method in _WITH_BODY:
        extra += "content-length: 0\r\n"
    text = f"{template % (target, host, *headers.values())}{extra}\r\n"
    try:
        head = text.encode()
    except UnicodeEncodeError:
        # Raised below, without this error: it holds the text.
        head = b""
    # One search for all values: each line end must be one of those put in here.
    ends += extra.count("\n") + 1
    if not head or b"\0" in head or head.count(b"\n") != ends or head.count(b"\r") != ends:
        raise ConfigurationError("a header's value holds a line break, NUL or half of a character")
    return head + body if body else head
