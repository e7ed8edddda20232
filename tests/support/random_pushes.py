"""Random pushes that verify: none may be lost, and no two that differ may become one message.

The short form runs with the tests. Run it as a program for the long form.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from pandapon_async.messages import Messages, sign_push

SECRET = "random-pushes"
TYPES = (
    "ORDER_CREATE",
    "ORDER_CANCEL",
    "ORDER_PAY_SUCCESS",
    "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    "SOMETHING_NEW",
    "",
    None,
    7,
)


class Pushes:
    """Makes random pushes of all forms; many of them are nearly equal."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.now = int(time.time() * 1000)

    def value(self, depth: int = 0) -> Any:
        chance = self.chance
        kind = chance.randrange(8 if depth < 2 else 6)
        if kind == 6:
            return [self.value(depth + 1) for _ in range(chance.randrange(3))]
        if kind == 7:
            return {chance.choice("abc"): self.value(depth + 1) for _ in range(chance.randrange(3))}
        return (None, True, chance.randrange(3), chance.choice((1.0, 10.5, 1e20)), chance.choice("xy"), "1")[kind]

    def body(self) -> Any:
        chance = self.chance
        content = {"orderId": str(chance.randrange(4)), "price": chance.randrange(3), "x": self.value()}
        forms = (content, json.dumps(content), json.dumps(json.dumps(content)), [content], content["orderId"])
        return chance.choice((*forms, chance.randrange(4), None, "text", "{broken", self.value()))

    def envelope(self) -> Any:
        chance = self.chance
        kind, body, moment = chance.choice(TYPES), self.body(), self.now + chance.randrange(4)
        documented = {"messageType": kind, "messageBody": body, "messagePlatform": chance.randrange(2)}
        times = ({}, {"timestamp": str(moment)}, {"timestamp": moment}, {"timestamp": moment // 1000})
        documented |= chance.choice(times)
        return chance.choice(
            (
                documented,
                documented,
                documented,
                {"type": kind, "msgId": chance.randrange(3), "gmtBorn": moment, "data": body},
                {"message_type": kind, "message_body": body, "timestamp": str(moment)},
                {"code": 200, "data": documented},
                self.value(),
            )
        )

    def push(self) -> bytes:
        chance = self.chance
        body = json.dumps(self.envelope(), ensure_ascii=False, indent=chance.choice((None, 1))).encode()
        match chance.randrange(12):
            case 0:
                return b"\xef\xbb\xbf" + body
            case 1:
                return body[: chance.randrange(len(body) + 1)]
            case 2:
                place = chance.randrange(len(body) + 1)
                return body[:place] + chance.choice((b"\xf0\x9f", b"\\ud83d", b"\x00", b"1", b" ")) + body[place:]
            case 3:
                return chance.randbytes(chance.randrange(4))
            case _:
                return body


def content_of(body: bytes) -> tuple[Any, ...]:
    """What a push says. Independent of the product's own idea of that; the two documented forms of a body are equal.

    A push that happens once to an order says the same at any time.
    """
    try:
        value = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ("bytes", body)
    if not isinstance(value, dict):
        return ("bytes", body)
    inner = value.get("messageBody")
    if isinstance(inner, str):
        try:
            decoded = json.loads(inner)
        except ValueError:
            decoded = None
        if isinstance(decoded, dict):
            value = {**value, "messageBody": decoded}
    if value.get("messageType") in TYPES[:3]:
        value.pop("timestamp", None)
    return ("json", json.dumps(value, sort_keys=True))


def contents_of(body: bytes) -> list[tuple[Any, ...]]:
    """What the pushes in a body say: an array of objects is several pushes."""
    try:
        value = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, list) and value and all(isinstance(element, dict) for element in value):
        return [content_of(json.dumps(element).encode()) for element in value]
    return [content_of(body)]


async def run(inbox: str, count: int, seed: int) -> tuple[int, int]:
    """Push, and return the number of different contents, and of those that are not in the inbox.

    Raises:
        RuntimeError: A push was not acknowledged.
    """
    pushes = Pushes(seed)
    messages = Messages(inbox=inbox, secret=SECRET)
    sent: set[tuple[Any, ...]] = set()
    async with (
        messages.opened() as opened,
        httpx.AsyncClient(transport=httpx.ASGITransport(messages), base_url="http://x") as client,
    ):

        async def work(number: int) -> None:
            for _ in range(number):
                body = pushes.push()
                response = await client.post("/", content=body, headers=sign_push(body, SECRET))
                if response.status_code != 200:
                    raise RuntimeError(f"answered with {response.status_code}: {body!r}")
                sent.update(contents_of(body))

        async with asyncio.TaskGroup() as group:
            for _ in range(50):
                group.create_task(work(-(-count // 50)))
        stored: set[tuple[Any, ...]] = set()
        async for entry in opened.entries():
            body = await opened.body(entry.position)
            assert body is not None
            stored.add(content_of(body))
    return len(sent), len(sent - stored)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"seed {given.seed}")  # noqa: T201
        different, lost = asyncio.run(run(str(Path(folder) / "inbox.sqlite"), given.count, given.seed))
    print(f"{given.count} pushes, {different} different, {lost} lost")  # noqa: T201
    sys.exit(lost > 0)
