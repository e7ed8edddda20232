"""A service that places orders, is told by the platform what becomes of them, and shows where everything stands.

Shows: a ledger that knows every order before it is sent; a receiver of message pushes mounted into FastAPI; and how an
order whose outcome is unknown, because its answer got lost, is found by a push that shows it, never by sending it
again on a guess.

Assumes: the platform's address and credentials in the environment, as ``pandapon sandbox`` prints them. Try it::

    pandapon sandbox --push-url http://127.0.0.1:8700/pandapon/ &
    python examples/service.py --folder data --port 8700

``POST /orders`` takes an order, ``GET /orders/{key}`` and ``GET /state`` show what became of it; ``/docs`` tells how.
In the sandbox, ``POST /_sandbox/prices`` with ``{"orderId": "...", "amount": 4200}`` has a push come.

Its own addresses ask for no password: put it behind something that does, and let only ``/pandapon/`` out.
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.messages import Event, Inbox, Messages
from pandapon_async.orders import (
    AlibabaOrder,
    DraftConflictError,
    Entry,
    Ledger,
    OrdersError,
    Submission,
    match_pushed_order,
    open_ledger,
)
from pandapon_async.pandapon_v1 import AddressParam, CargoParam

#: Seconds before sending is tried again after it had to stop.
PAUSE = 5.0

logger = logging.getLogger("service")


class Wish(BaseModel):
    """What a shop orders, under the shop's own number."""

    key: str = Field(min_length=1, max_length=100)
    offer_id: str
    spec_id: str
    quantity: int = Field(ge=1)
    full_name: str
    mobile: str
    province: str
    city: str
    address: str

    def draft(self) -> AlibabaOrder:
        """Return the order as it is sent."""
        return AlibabaOrder(
            key=self.key,
            flow="general",
            address_param=AddressParam(
                full_name=self.full_name,
                mobile=self.mobile,
                province_text=self.province,
                city_text=self.city,
                address=self.address,
            ),
            cargo_param_list=[CargoParam(offer_id=self.offer_id, spec_id=self.spec_id, quantity=self.quantity)],
        )


class Service:
    """Orders, pushes, and what is known of both; everything durable is in the ledger and the inbox."""

    client: PandaPonClient
    ledger: Ledger
    inbox: Inbox

    def __init__(self, folder: Path, credentials: Credentials, base_url: str | None) -> None:
        self._folder = folder
        self._credentials = credentials
        self._base_url = base_url
        self._wake = anyio.Event()
        self.messages = Messages(
            secret=credentials.access_secret, access_key=credentials.access_key, inbox=folder / "inbox.sqlite"
        )
        self.messages.on(Event)(self.pushed)

    def app(self) -> FastAPI:
        """Return the ASGI application."""
        app = FastAPI(title="Orders", lifespan=self.running)
        app.add_api_route("/orders", self.order, methods=["POST"], status_code=202)
        app.add_api_route("/orders/{key}", self.show)
        app.add_api_route("/state", self.state)
        # The platform is told this address, with its last slash: what is mounted redirects without it.
        app.mount("/pandapon", self.messages)
        return app

    @asynccontextmanager
    async def running(self, _app: FastAPI) -> AsyncGenerator[None]:
        """Send orders and handle pushes while the server runs."""
        async with (
            PandaPonClient(self._credentials, base_url=self._base_url) as self.client,
            open_ledger(self._folder / "orders.sqlite", AlibabaOrder, self.client) as self.ledger,
            # Pushes are handled with the ledger, so it is open for as long as they are.
            self.messages.running() as self.inbox,
            anyio.create_task_group() as group,
        ):
            group.start_soon(self.send)
            yield
            group.cancel_scope.cancel()

    async def send(self) -> None:
        """Send what is pending, also what an earlier run left behind; then wait for more."""
        while True:
            self._wake = anyio.Event()
            try:
                async with Submission(self.ledger, self.client) as submission:
                    async for outcome in submission:
                        logger.info("order %s: %s", outcome.key, outcome.state)
            except OrdersError as error:
                logger.warning("sending had to stop: %s", type(error).__name__)
                await anyio.sleep(PAUSE)
            else:
                await self._wake.wait()

    async def pushed(self, event: Event) -> None:
        """Find the order of unknown outcome that a push shows, if it is one. Whatever else is told is kept anyway."""
        if await match_pushed_order(self.ledger, event, fetch=self.fetch):
            logger.info("a push showed an order whose outcome was unknown")

    async def fetch(self, order_id: str) -> Any:
        """Return an order as the platform shows it, for pushes that tell no more than its id."""
        return await self.client.alibaba.orders.get(web_site="1688", order_id=order_id)

    async def order(self, wish: Wish) -> dict[str, Any]:
        """Take an order; it is durable when this is answered, and sent once, however often it is asked for."""
        try:
            await self.ledger.add([wish.draft()])
        except DraftConflictError:
            raise HTTPException(409, "another order has this key") from None
        self._wake.set()
        return await self.show(wish.key)

    async def show(self, key: str) -> dict[str, Any]:
        """Show an order and the pushes about it."""
        entry = await self.ledger.find(key)
        if entry is None:
            raise HTTPException(404, "no order has this key")
        return await self._shown(entry)

    async def state(self) -> dict[str, Any]:
        """Show everything: nothing of it is personal."""
        ledger, inbox = await self.ledger.counts(), await self.inbox.counts()
        return {
            "orders": {"created": ledger.created, "unknown": ledger.unknown, "total": ledger.total},
            "pushes": {"handled": inbox.handled, "pending": inbox.pending, "dead_letter": inbox.dead_letter},
            "each": [await self._shown(entry) async for entry in self.ledger.entries()],
        }

    async def _shown(self, entry: Entry) -> dict[str, Any]:
        pushes = []
        if entry.order_id is not None:
            pushes = [
                {"type": push.type, "at": push.pushed_at, "state": push.state}
                async for push in self.inbox.entries(order_id=entry.order_id)
            ]
        return {
            "key": entry.key,
            "state": entry.state,
            "order_id": entry.order_id,
            "note": entry.note,
            # Newest first. The platform promises no order: read the order itself where it matters.
            "pushes": pushes,
        }


def main() -> None:
    """Serve until a signal comes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=Path("data"), help="for ledger and inbox (default: data)")
    parser.add_argument("--port", type=int, default=8700, help="0 for a free one (default: 8700)")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    # Lines about requests name addresses; those of this service are its own business.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    service = Service(arguments.folder, Credentials.from_env(), os.environ.get("PANDAPON_BASE_URL"))
    config = uvicorn.Config(
        service.app(), host="127.0.0.1", port=arguments.port, log_config=None, access_log=False, lifespan="on"
    )
    listening = config.bind_socket()
    print(f"service: http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
