"""Orders on SQLite: two drafts are added, each is sent once, and both are counted as created."""

import asyncio
import tempfile
from pathlib import Path

import httpx

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.orders import Submission, TaobaoOrder, open_ledger
from pandapon_async.pandapon_v1 import OrderLine, Receiver

requests: list[httpx.Request] = []


def respond(request: httpx.Request) -> httpx.Response:
    requests.append(request)
    return httpx.Response(200, json={"code": 200, "msg": "ok", "data": f"102428523757358405{len(requests)}"})


def draft(key: str) -> TaobaoOrder:
    return TaobaoOrder(
        seller_order_number=key,
        purchase_amount=400,
        receiver=Receiver(name="Test Buyer", mobile_phone="13800000000", state="浙江省", address="1 Example Road"),
        order_line_list=[OrderLine(item_id="600126245031041190", quantity=2, price=200)],
    )


async def main() -> None:
    credentials = Credentials(access_key="key", access_secret="made-up-secret", user_id="user")
    with tempfile.TemporaryDirectory() as folder:
        async with (
            PandaPonClient(credentials, transport=httpx.MockTransport(respond)) as client,
            open_ledger(Path(folder, "orders.sqlite"), TaobaoOrder, client) as ledger,
        ):
            await ledger.add([draft("A-1"), draft("A-2")])
            async with Submission(ledger, client) as submission:
                states = {outcome.key: outcome.state async for outcome in submission}
            counts = await ledger.counts()
    assert states == {"A-1": "created", "A-2": "created"}, states
    assert counts.created == 2
    assert len(requests) == 2


asyncio.run(main())
