"""The interface that every way of sending a request implements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.response import HttpResponse

__all__ = ["Sender"]


class Sender(Protocol):
    """Sends a request once."""

    def send(self, request: HttpRequest) -> Coroutine[Any, Any, HttpResponse]:
        """Send and read the whole answer.

        Raises:
            httpx.TransportError: No answer, or only a part of one.
            ResponseTooLargeError: The answer is longer than allowed.
        """
        ...

    async def aclose(self) -> None:
        """Close what belongs to the client."""
        ...
