"""A ledger on PostgreSQL that cannot be reached: the driver is installed, and the error says what is wrong."""

import asyncio

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.orders import LedgerError, TaobaoOrder, open_ledger


async def main() -> None:
    credentials = Credentials(access_key="key", access_secret="made-up-secret", user_id="user")
    async with PandaPonClient(credentials) as client:
        try:
            async with open_ledger("postgresql://nobody@127.0.0.1:9/none?schema=s", TaobaoOrder, client):
                pass
        except LedgerError as error:
            assert "postgres" in str(error).lower() or "connect" in str(error).lower(), error
        else:
            raise AssertionError("a ledger was opened without a server")


asyncio.run(main())
