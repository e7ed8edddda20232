"""A process that submits drafts while its disk fills: files of it may not grow beyond a limit.

It prints what it sent and how it ended, as JSON.
"""

from __future__ import annotations

import json
import resource
import signal
import sys

import anyio
import httpx
from fakes import CREDENTIALS, ok
from ledgers import draft

from pandapon_async import PandaPonClient, RetryPolicy
from pandapon_async.orders import LedgerError, Limits, Submission, TaobaoOrder, open_ledger


async def main(path: str, room: int) -> dict[str, object]:
    sent: list[str] = []
    told: list[str] = []

    async def accept(request: httpx.Request) -> httpx.Response:
        number = json.loads(request.content)["sellerOrderNumber"]
        sent.append(number)
        return ok({"purchaseOrderId": f"PO-{number}"})

    transport = httpx.MockTransport(accept)
    async with (
        PandaPonClient(CREDENTIALS, transport=transport, retry=RetryPolicy(attempts=1)) as client,
        open_ledger(path, TaobaoOrder, client) as ledger,
    ):
        await ledger.add([draft(f"A-{index}") for index in range(2000)])
        # SIGXFSZ would end the process; without it a write fails, as on a disk without room.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        error = ""
        try:
            async with Submission(ledger, client, limits=Limits(in_flight=8)) as submission:
                async for outcome in submission:
                    told += [outcome.key]
        except LedgerError as failure:
            error = f"{type(failure).__name__}: {failure}"
    return {"sent": sent, "told": told, "error": error}


if __name__ == "__main__":
    print(json.dumps(anyio.run(main, sys.argv[1], int(sys.argv[2]))))
