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


@lru_cache(maxsize=256)
def _field(name: str) -> str:
    if not _TOKEN.fullmatch(name):
        raise ConfigurationError("a header's name holds characters that HTTP does not allow in names")
    lowered = name.lower()
    if lowered in _RESERVED:
        raise ConfigurationError(f"the header {lowered!r} is set by the transport; leave it out")
    return lowered + ": "


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
    if _NO_TARGET.search(target) or not _TOKEN.fullmatch(method):
        raise ConfigurationError("the URL or the method holds characters that HTTP does not allow there")
    lines = [f"{method} {target} HTTP/1.1"]
    named = False
    for name, value in headers.items():
        field = _field(name)
        if field == "host: ":
            named = True
        lines.append(field + value)
    if not named:
        lines.insert(1, "host: " + host)
    if body:
        lines.append(f"content-length: {len(body)}")
    elif method in _WITH_BODY:
        lines.append("content-length: 0")
    try:
        head = ("\r\n".join(lines) + f"\r\n{extra}\r\n").encode()
    except UnicodeEncodeError:
        head = b""
    # One search for all values: each line end must be one of those put in here.
    ends = len(lines) + 1 + extra.count("\n")
    if not head or b"\0" in head or head.count(b"\n") != ends or head.count(b"\r") != ends:
        raise ConfigurationError("a header's value holds a line break, NUL or half of a character")
    return head + body if body else head
