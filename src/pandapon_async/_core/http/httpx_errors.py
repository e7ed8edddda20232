"""What the errors of httpx and httpx2 say about how far a request got.

Transports of other libraries raise the same classes, and not all of them mean the same: some report a connection that
was lost after sending as a failure to connect. So "never sent" is believed only if the chain of the exception has the
error of httpcore, the library below httpx's own transport, which distinguishes the two.

Neither library is imported here: classes are told by their module and name.
"""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pandapon_async._core.http.errors import HttpError

if TYPE_CHECKING:
    from collections.abc import Generator

    from pandapon_async._core.http.errors import Phase, Progress

__all__ = ["as_http_error", "nothing_sent", "translated_errors"]

_LIBRARIES: Final = frozenset({"httpx", "httpx2"})
_CORES: Final = frozenset({"httpcore", "httpcore2"})
#: Errors of httpcore before the first byte of a request is written.
_BEFORE_SENDING: Final[dict[str, Phase]] = {
    "ConnectError": "connect",
    "ConnectTimeout": "connect",
    "PoolTimeout": "pool",
    "ProxyError": "proxy",
    "UnsupportedProtocol": "protocol",
}
#: Class → reason, phase, timed out. The text of the exception is omitted: it may quote the URL.
_ERRORS: Final[dict[str, tuple[str, Phase, bool]]] = {
    "ConnectTimeout": ("no connection in time", "connect", True),
    "PoolTimeout": ("no free connection in time", "pool", True),
    "ReadTimeout": ("no response in time", "read", True),
    "WriteTimeout": ("the request could not be written in time", "write", True),
    "ProxyError": ("the proxy did not connect", "proxy", False),
    "ConnectError": ("no connection", "connect", False),
    "UnsupportedProtocol": ("the URL has no usable protocol", "protocol", False),
    "WriteError": ("the connection broke", "write", False),
    "ReadError": ("the connection broke", "read", False),
    "RemoteProtocolError": ("the server hung up, or its response is not HTTP", "read", False),
    "TransportError": ("the connection broke", "read", False),
}


@contextmanager
def translated_errors() -> Generator[None]:
    """Raise errors of httpx in the block as ours. Other errors pass: what they mean is not known."""
    try:
        yield
    except Exception as error:
        if (translated := as_http_error(error)) is None:
            raise
        # Without a cause: its frames hold the signed request, and its text may quote the URL.
        failure = translated
    else:
        return
    raise failure


@contextmanager
def nothing_sent() -> Generator[None]:
    """Report an error in the block, whatever it is, as one before anything was sent."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - httpx and httpx2 raise several classes here
        reason = f"the request cannot be built: {type(error).__name__}"
    else:
        return
    raise HttpError(reason, progress="never_sent", phase="protocol")


def as_http_error(error: Exception) -> HttpError | None:
    """Return an error of httpx as ours; ``None`` if it is none of httpx."""
    names = [cls.__name__ for cls in type(error).__mro__ if _library(cls) in _LIBRARIES]
    known = next((_ERRORS[name] for name in names if name in _ERRORS), None)
    if known is None:
        return None
    reason, phase, timed_out = known
    chain = _chain(error)
    if phase == "connect" and any(isinstance(each, ssl.SSLError) for each in chain):
        reason, phase = "the TLS handshake failed", "tls"
        if any(isinstance(each, ssl.SSLCertVerificationError) for each in chain):
            reason = "the server's TLS certificate was not accepted"
    return HttpError(reason, progress=_progress(error, chain), phase=phase, timed_out=timed_out)


def _progress(error: Exception, chain: list[BaseException]) -> Progress:
    if type(error).__name__ not in _BEFORE_SENDING:
        return "sent"
    # Without the error of httpcore, nobody can tell how much was sent.
    proven = any(_library(type(each)) in _CORES and type(each).__name__ in _BEFORE_SENDING for each in chain[1:])
    # httpx itself raises this one for a URL without a scheme that it knows.
    proven |= type(error).__name__ == "UnsupportedProtocol" and _library(type(error)) in _LIBRARIES
    return "never_sent" if proven else "sent"


def _library(cls: type) -> str:
    return cls.__module__.partition(".")[0]


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in found:
        found.append(current)
        current = current.__cause__ or current.__context__
    return found
