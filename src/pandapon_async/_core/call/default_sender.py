"""The sender of a client that was given neither an HTTP client nor a transport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.http.sender import Sender

__all__ = ["DefaultSender"]


class DefaultSender:
    """Makes the default transport when the first request is sent: importing and building a client stays cheap."""

    def __init__(self) -> None:
        self._transport: Sender | None = None
        self._closed = False

    # Returns the coroutine instead of awaiting it, to save a frame.
    def send(self, request: HttpRequest, /) -> Coroutine[Any, Any, HttpResponse]:
        """See :meth:`Sender.send`."""
        if self._transport is None:
            if self._closed:
                raise ConfigurationError("the client is closed")
            from pandapon_async._core.http.transport.http_transport import HttpTransport  # noqa: PLC0415

            self._transport = HttpTransport()
        return self._transport.send(request)

    async def aclose(self) -> None:
        """Close the transport."""
        self._closed = True
        if self._transport is not None:
            await self._transport.aclose()
