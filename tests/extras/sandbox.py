"""The sandbox in process: a signed call is answered, over ASGI without a socket."""

import asyncio

import httpx

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, Sandbox

CREDENTIALS = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)


async def main() -> None:
    transport = httpx.ASGITransport(Sandbox())
    async with PandaPonClient(CREDENTIALS, base_url="http://sandbox.test", transport=transport) as client:
        found = await client.taobao.goods.get(item_id="600126245031041190")
        assert found is not None


asyncio.run(main())
