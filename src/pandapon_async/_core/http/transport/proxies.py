"""Proxies: which one a request goes through, and what they are told."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

__all__ = ["Proxy", "environment_proxy", "parse_proxy"]


@attrs.frozen
class Proxy:
    """An HTTP proxy.

    Attributes:
        host: Name or address.
        port: Port.
        tls: Whether the proxy itself is spoken to over TLS.
        authorization: Header line with the credentials, or nothing.
    """

    host: str
    port: int
    tls: bool
    authorization: str = attrs.field(repr=False)


def parse_proxy(url: str) -> Proxy:
    """Read a proxy's URL.

    Raises:
        ConfigurationError: It is no URL of an HTTP proxy.
    """
    # Without a scheme, as many environments have it.
    parts = urlsplit(url if "://" in url else f"http://{url}")
    port = _port(parts)
    if parts.scheme not in ("http", "https") or not parts.hostname or port is None:
        raise ConfigurationError(
            "the proxy must be an http:// or https:// URL; for others, pass an httpx transport that supports them"
        )
    authorization = ""
    if parts.username is not None:
        credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        authorization = f"proxy-authorization: Basic {base64.b64encode(credentials).decode()}\r\n"
    return Proxy(parts.hostname, port, parts.scheme == "https", authorization)


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None


def environment_proxy(scheme: str, host: str, port: int) -> str:
    """Return the URL of the proxy that the environment names (``HTTPS_PROXY``, ``NO_PROXY``...), or nothing."""
    if not any(name.lower().endswith("_proxy") for name in os.environ) or proxy_bypass(f"{host}:{port}"):
        return ""
    proxies = getproxies()
    return proxies.get(scheme) or proxies.get("all") or ""
