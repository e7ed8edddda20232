"""A sender that asks for permission immediately before each request leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.response import HttpResponse
    from pandapon_async._core.http.sender import Sender

__all__ = ["GuardedSender"]


@attrs.frozen(eq=False)
class GuardedSender:
    """Passes requests on to another sender.

    Attributes:
        sender: Sends them.
        check: Called before each request, retries included; what it raises means that nothing was sent.
    """

    sender: Sender
    check: Callable[[], None]

    async def send(self, outgoing: HttpRequest) -> HttpResponse:
        """Send a request if that is permitted."""
        self.check()
        return await self.sender.send(outgoing)

    async def aclose(self) -> None:
        """Close the other sender."""
        await self.sender.aclose()
