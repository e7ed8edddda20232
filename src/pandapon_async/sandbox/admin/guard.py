"""Protects the admin interface from web pages: only loopback hosts, no foreign origin, a token for every change."""

import hmac
from collections.abc import Iterable
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pandapon_async.sandbox.json_text import write_json

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

TOKEN_HEADER: Final = "x-sandbox-token"  # noqa: S105 - the name of a header

_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
# They take a body and change nothing.
_READING_PATHS: Final = frozenset({"/_sandbox/reconcile"})


class Guard:
    """Refuses requests that a web page of another site could have caused.

    A browser can be made to send requests to this machine: by a form on any page, or by a name that resolves to
    127.0.0.1 (DNS rebinding). So the ``Host`` must be a loopback address or name, an ``Origin`` must be this server
    itself, and requests that change something need the token, which only pages of this server contain, and what
    ``pandapon sandbox`` prints or writes to its ready file.

    Args:
        app: The admin interface.
        token: The token.
        hosts: Further names and addresses that ``Host`` may have.
    """

    def __init__(self, app: "ASGIApp", token: str, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Serve or refuse one request."""
        reason = self._reason_to_refuse(scope) if scope["type"] == "http" else None
        if reason is None:
            await self._app(scope, receive, send)
            return
        body = write_json({"error": reason})
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 403, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _reason_to_refuse(self, scope: "Scope") -> str | None:
        headers: dict[bytes, bytes] = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if not self._is_allowed(host):
            return (
                "the admin interface is served to loopback hosts only; start the sandbox with --allow-host for others"
            )
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1").lower() not in {f"http://{host}", f"https://{host}"}:
            return "the request comes from another site"
        if scope["method"] in _SAFE_METHODS or scope["path"].removeprefix(scope.get("root_path", "")) in _READING_PATHS:
            return None
        given = headers.get(TOKEN_HEADER.encode(), b"")
        if not hmac.compare_digest(given, self._token.encode()):
            return (
                f"the header {TOKEN_HEADER} must have the token of the sandbox; the ready file and the console show it"
            )
        return None

    def _is_allowed(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in {"localhost", *self._hosts} or name.endswith(".localhost"):
            return True
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return False
