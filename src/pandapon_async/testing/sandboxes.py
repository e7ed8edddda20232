"""A sandbox for one test: in process, or on a socket served by a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import httpx

from pandapon_async._core.call.credentials import Credentials
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, serve
from pandapon_async.sandbox.state.orders import Kind

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from pathlib import Path

    from pandapon_async._core.call.client import Client
    from pandapon_async.orders import Draft, Entry, Ledger
    from pandapon_async.sandbox import Sandbox
    from pandapon_async.sandbox.faults import FaultRule

__all__ = ["LedgersForTest", "SandboxForTest", "on_socket"]

ClientT = TypeVar("ClientT", bound="Client")

#: Where the sandbox is said to be if no socket is used.
_IN_PROCESS = "http://sandbox.localhost"
_START = 10.0


@attrs.define
class SandboxForTest:
    """The sandbox of one test, with records, faults and pushes of its own.

    Attributes:
        app: The sandbox itself.
        url: Its address; a made-up one if it is in the process.
        credentials: Its account.
    """

    app: Sandbox
    url: str = _IN_PROCESS
    credentials: Credentials = attrs.field(
        factory=lambda: Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)
    )
    _clients: list[Client] = attrs.field(factory=list["Client"], repr=False)

    @property
    def is_in_process(self) -> bool:
        """Whether calls reach it without a socket."""
        return self.url == _IN_PROCESS

    def inject(self, *rules: FaultRule | str) -> None:
        """Add faults; see :mod:`pandapon_async.testing.faults`."""
        for rule in rules:
            self.app.faults.add(rule)

    def client(self, cls: type[ClientT], **settings: Any) -> ClientT:
        """Return a client of the sandbox's account; the plugin closes it after the test.

        Args:
            cls: Class of the client.
            settings: Further arguments of its constructor.
        """
        path = "/api" if cls.__name__ == "XportcnClient" else ""
        if self.is_in_process and not settings.keys() & {"http_client", "transport"}:
            settings["transport"] = httpx.ASGITransport(self.app)
        client = cls(self.credentials, base_url=self.url + path, **settings)
        self._clients.append(client)
        return client

    async def close_clients(self) -> None:
        """Close the clients that :meth:`client` made."""
        while self._clients:
            await self._clients.pop().aclose()


@contextmanager
def on_socket(sandbox: Sandbox) -> Generator[str]:
    """Serve a sandbox on a free port of loopback, in a thread, and yield its address.

    Raises:
        RuntimeError: It did not start in time.
    """
    started = threading.Event()
    address: list[str] = []
    failure: list[BaseException] = []
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def run() -> None:
        async with serve(sandbox) as running:
            address.append(running.url)
            started.set()
            await stop.wait()

    def main() -> None:
        try:
            loop.run_until_complete(run())
        except BaseException as error:  # noqa: BLE001 - reported in the test's thread
            failure.append(error)
        finally:
            loop.close()
            started.set()

    thread = threading.Thread(target=main, name="pandapon-sandbox", daemon=True)
    thread.start()
    if not started.wait(_START) or not address:
        raise RuntimeError("the sandbox did not start") from (failure[0] if failure else None)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(_START)


@attrs.define
class LedgersForTest:
    """Opens ledgers in the folder of a test, and knows afterwards what was lost or doubled."""

    sandbox: SandboxForTest
    client: Client
    folder: Path
    _entries: dict[str, Entry] = attrs.field(factory=dict[str, "Entry"], repr=False)

    @asynccontextmanager
    async def __call__(
        self, drafts: type[Draft], *, name: str = "orders.sqlite", **options: Any
    ) -> AsyncGenerator[Ledger]:
        """Open a ledger for drafts of a class; the same name opens the same ledger again."""
        from pandapon_async.orders import open_ledger  # noqa: PLC0415 - needs the extra orders

        async with open_ledger(self.folder / name, drafts, self.client, **options) as ledger:
            try:
                yield ledger
            finally:
                async for entry in ledger.entries():
                    self._entries[entry.key] = entry

    def problems(self) -> list[str]:
        """Return what was lost or doubled, as sentences for a failure message."""
        orders = self.sandbox.app.orders
        # Only Taobao orders carry the caller's own number, so only these can be matched by it.
        placed = Counter(order.reference for order in orders.of_kind(Kind.TAOBAO) if order.reference is not None)
        found = [f"{key}: {count} orders were placed" for key, count in placed.items() if count > 1]
        for key, entry in self._entries.items():
            if entry.state == "created" and entry.order_id is not None and orders.get(entry.order_id) is None:
                found.append(f"{key}: the ledger says created, the sandbox has no such order")
            if entry.state in ("pending", "rejected") and placed[key]:
                found.append(f"{key}: the sandbox has an order, the ledger says {entry.state}")
        return found
