"""How requests get to a server: address, proxy, TLS, and the connections that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import attrs

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.transport.pool import Pool
from pandapon_async._core.http.transport.proxies import environment_proxy, parse_proxy

if TYPE_CHECKING:
    import asyncio

    from pandapon_async._core.http.transport.proxies import Proxy

__all__ = ["Route", "route_to"]

_HOST: Final = re.compile(r"[0-9A-Za-z._~:%-]+")


@attrs.define(kw_only=True, eq=False)
class Route:
    """The way to one server.

    Attributes:
        host: Name or address.
        port: Port.
        tls: Whether it is spoken to over TLS.
        authority: Host and port as the header ``Host`` has them.
        proxy: Proxy in between.
        pool: Idle connections.
        slots: Limits the connections in use; ``None`` for no limit.
    """

    host: str
    port: int
    tls: bool
    authority: str
    proxy: Proxy | None
    pool: Pool
    slots: asyncio.Semaphore | None

    @property
    def connect_to(self) -> tuple[str, int]:
        """Host and port of the first connection."""
        return (self.host, self.port) if self.proxy is None else (self.proxy.host, self.proxy.port)


def route_to(origin: str, *, proxy: str | None, idle_timeout: float, slots: asyncio.Semaphore | None) -> Route:
    """Find the way to a server.

    Args:
        origin: URL without path.
        proxy: URL of a proxy; ``None`` for the environment's, ``""`` for none.
        idle_timeout: See :class:`Pool`.
        slots: See :class:`Route`.

    Raises:
        ConfigurationError: The URL is no URL of a server.
    """
    parts = urlsplit(origin)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (parts.hostname or "").encode("idna" if not origin.isascii() else "ascii").decode()
    except ValueError:
        port, host = 0, ""
    if (
        parts.scheme not in ("http", "https")
        or not _HOST.fullmatch(host)
        or not port
        or parts.username is not None
        or parts.query
    ):
        raise ConfigurationError("the URL is no http:// or https:// URL of a server")
    bracketed = f"[{host}]" if ":" in host else host
    default_port = port == (443 if parts.scheme == "https" else 80)
    through = environment_proxy(parts.scheme, host, port) if proxy is None else proxy
    return Route(
        host=host,
        port=port,
        tls=parts.scheme == "https",
        authority=bracketed if default_port else f"{bracketed}:{port}",
        proxy=parse_proxy(through) if through else None,
        pool=Pool(idle_timeout),
        slots=slots,
    )
