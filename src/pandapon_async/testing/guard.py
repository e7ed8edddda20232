"""Keeps tests away from real servers."""

from __future__ import annotations

import ipaddress
import sys
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch
from urllib.parse import urlsplit

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.httpx_adapter import ClientSender, TransportSender
from pandapon_async._core.http.transport.http_transport import HttpTransport

if TYPE_CHECKING:
    from collections.abc import Generator

    from pandapon_async._core.http.request import HttpRequest

__all__ = ["RealHostError", "loopback_only"]


class RealHostError(ConfigurationError):
    """A test was about to reach a host other than this machine; nothing was sent."""


#: Libraries whose transports open connections, and the transports among them that do not.
_NETWORK_LIBRARIES: Final = frozenset({"httpx", "httpx2", "httpx_aiohttp", "aiohttp", "pyreqwest", "wreq", "curl_cffi"})
_IN_PROCESS: Final = frozenset({"MockTransport", "ASGITransport", "WSGITransport", "AsyncBaseTransport"})


@contextmanager
def loopback_only() -> Generator[None]:
    """Refuse to send anything to a host other than loopback inside the block.

    This covers the transports of this package, and the clients and transports of known HTTP libraries that open
    connections. Transports that stay in the process, such as ``httpx.MockTransport``, may use any host name.

    Raises:
        RealHostError: Raised by a call that would reach another host.
    """
    with ExitStack() as stack:
        stack.enter_context(_guarded(HttpTransport, always=True))
        stack.enter_context(_guarded(ClientSender))
        stack.enter_context(_guarded(TransportSender))
        if "aiohttp" in sys.modules:
            # Without aiohttp no such transport exists.
            aiohttp_transport = import_module("pandapon_async._core.http.aiohttp_transport")
            stack.enter_context(_guarded(aiohttp_transport.AiohttpTransport, always=True))
        yield


def _guarded(cls: type[Any], *, always: bool = False) -> Any:
    send = cls.send

    def checked(self: Any, request: HttpRequest, /) -> Any:
        if always or _opens_connections(self):
            _refuse_real_host(request)
        return send(self, request)

    return patch.object(cls, "send", checked)


def _refuse_real_host(request: HttpRequest) -> None:
    host = urlsplit(request.url).hostname or ""
    if not _is_loopback(host):
        raise RealHostError(
            f"a test was about to send a request to {host}; nothing was sent. Use the fixture pandapon_client or pass "
            "base_url of a local server, or mark the test with @pytest.mark.pandapon(real_hosts=True)"
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _opens_connections(sender: Any) -> bool:
    transport: Any = getattr(sender, "_transport", None)
    client: Any = getattr(sender, "_client", None)
    if transport is None and client is not None:
        transport = getattr(client, "_transport", client)
    classes = type(transport).__mro__
    # The base classes of the libraries open nothing; a subclass outside of them is the test's own.
    known = next((cls for cls in classes if cls.__module__.partition(".")[0] in _NETWORK_LIBRARIES), None)
    return known is not None and known.__name__ not in _IN_PROCESS
