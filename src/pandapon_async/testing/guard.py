"""Keeps tests away from real servers."""

from __future__ import annotations

import ipaddress
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from urllib.parse import urlsplit

from pandapon_async._core.call.default_sender import DefaultSender
from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Generator

    from pandapon_async._core.http.request import HttpRequest

__all__ = ["RealHostError", "loopback_only"]


class RealHostError(ConfigurationError):
    """A test was about to reach a host other than this machine; nothing was sent."""


@contextmanager
def loopback_only() -> Generator[None]:
    """Refuse to send anything to a host other than loopback inside the block.

    This covers the default transport, and httpx clients and transports that open connections. Transports that do not,
    such as ``httpx.MockTransport`` and ``httpx.ASGITransport``, may use any host name.

    Raises:
        RealHostError: Raised by a call that would reach another host.
    """
    from pandapon_async._core.http.httpx_adapter import ClientSender, TransportSender  # noqa: PLC0415 - imports httpx

    def guarded(cls: type[Any]) -> Any:
        send = cls.send

        def checked(self: Any, request: HttpRequest) -> Any:
            if _opens_connections(self):
                _refuse_real_host(request)
            return send(self, request)

        return patch.object(cls, "send", checked)

    with guarded(DefaultSender), guarded(ClientSender), guarded(TransportSender):
        yield


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
    """Return whether a sender may reach the network; what is not known to stay in the process may."""
    transport: Any = getattr(sender, "_transport", None)
    if transport is None and (client := getattr(sender, "_client", None)) is not None:
        transport = getattr(client, "_transport", None)
    names = {cls.__name__ for cls in type(transport).__mro__}
    return not names & {"MockTransport", "ASGITransport", "WSGITransport"}
