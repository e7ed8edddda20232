"""The interface that every way of sending a request implements."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.response import HttpResponse

__all__ = ["DirectTransport", "Sender"]


class Sender(Protocol):
    """Sends a request once."""

    def send(self, request: HttpRequest, /) -> Coroutine[Any, Any, HttpResponse]:
        """Send the request and read the whole response.

        Raises:
            HttpError: There is no usable response. The error states how far the request got.
            PandaPonError: The sender cannot be used, or the request is no HTTP request; nothing was sent.
        """
        ...

    async def aclose(self) -> None:
        """Close what belongs to the client."""
        ...


class DirectTransport(ABC):
    """A transport of this package: a sender that clients use as it is."""

    @abstractmethod
    def send(self, request: HttpRequest, /) -> Coroutine[Any, Any, HttpResponse]:
        """See :meth:`Sender.send`."""

    @abstractmethod
    async def aclose(self) -> None:
        """Close all connections."""
