"""The pushes of a test's sandbox, verified as a service would verify them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import anyio
import attrs
import httpx

from pandapon_async._core.schema.events import Event
from pandapon_async.messages import parse, sign
from pandapon_async.sandbox import PushState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pandapon_async.sandbox import Push
    from pandapon_async.testing.sandboxes import SandboxForTest

__all__ = ["PushesForTest"]

EventT = TypeVar("EventT", bound=Event)

#: The address has to be set for the sandbox to record pushes; nothing is sent to it.
_ADDRESS = "http://pushes.localhost/"
_POLL = 0.005


@attrs.define
class PushesForTest:
    """What the sandbox of a test has pushed.

    Pushes stay in the process: :meth:`wait_for` returns them as events, :meth:`deliver` hands them to an ASGI
    application such as your ``Messages``.
    """

    sandbox: SandboxForTest
    _seen: set[int] = attrs.field(factory=set[int], repr=False)
    _delivered: set[int] = attrs.field(factory=set[int], repr=False)

    def __attrs_post_init__(self) -> None:
        self.sandbox.app.pushing.set_address(_ADDRESS)

    def __iter__(self) -> Iterator[Event]:
        """Yield all pushes so far as events."""
        return (parse(push.body) for push in self._sent())

    async def wait_for(self, event: type[EventT], *, order_id: str | None = None, seconds: float = 5.0) -> EventT:
        """Return the next push of a type that was not returned before.

        Args:
            event: Class of the event, such as ``pandapon_async.messages.OrderPaid``.
            order_id: The order that it is about; any if it is not given.
            seconds: Time to wait for it.

        Raises:
            TimeoutError: None came in time; the text names the types that did come.
        """
        with anyio.move_on_after(seconds):
            while True:
                for push in self._sent():
                    found = parse(push.body)
                    matches = isinstance(found, event) and order_id in (None, found.order_id)
                    if push.number not in self._seen and matches:
                        self._seen.add(push.number)
                        return cast("EventT", found)
                await anyio.sleep(_POLL)
        came = ", ".join(sorted({push.type for push in self._sent()})) or "none"
        raise TimeoutError(f"no push of type {event.__name__} within {seconds:g} s; pushes so far: {came}")

    async def deliver(self, app: Any, *, path: str = "/") -> int:
        """POST all pushes that were not delivered yet to an ASGI application, signed, and return their number.

        Late pushes come last. A push that the application does not accept is delivered again by the next call.

        Args:
            app: The application.
            path: Path below which it receives pushes.
        """
        secrets = {account.access_key: account.access_secret for account in self.sandbox.app.accounts}
        count = 0
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=_ADDRESS) as client:
            for push in sorted(self._sent(), key=lambda push: (push.faults.late, push.number)):
                if push.number in self._delivered:
                    continue
                signature = sign(push.body, secrets[push.access_key], access_key=push.access_key)
                headers = {"authorization": signature, "content-type": "application/json"}
                response = await client.post(path, content=push.body, headers=headers)
                if response.status_code == 200:
                    self._delivered.add(push.number)
                count += 1
        return count

    def _sent(self) -> list[Push]:
        return [push for push in self.sandbox.app.pushing if push.state is not PushState.DROPPED]
