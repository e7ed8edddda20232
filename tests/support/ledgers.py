"""Ledgers for tests: SQLite in a temporary file, PostgreSQL in a schema of its own, and drafts to put in."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx
import pytest
from fakes import CREDENTIALS
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from pandapon_async import PandaPonClient
from pandapon_async._storage.workers import FenceTimes
from pandapon_async.orders import TaobaoOrder
from pandapon_async.pandapon_v1 import OrderLine, Receiver

#: Read before the tests clean the environment.
POSTGRESQL = os.environ.get("PANDAPON_TEST_POSTGRESQL", "postgresql://root@127.0.0.1:5432/test")
#: Where the run of all checks has started one, a test that does not find it has failed.
REQUIRED = bool(os.environ.get("PANDAPON_TEST_POSTGRESQL_REQUIRED"))
#: Short, so that taking over takes no long wait.
FENCE_TIMES = FenceTimes(every=0.1, timeout=2.0, fence=1.0, margin=0.2)
_ENGINE_URL = POSTGRESQL.replace("postgresql://", "postgresql+asyncpg://")


def draft(key: str = "A-1", **changes: object) -> TaobaoOrder:
    values: dict[str, object] = {
        "seller_order_number": key,
        "purchase_amount": 400,
        "receiver": Receiver(name="Planted Person", mobile_phone="13800000000", address="1 Planted Road"),
        "order_line_list": [OrderLine(item_id="600126245031041190", quantity=2, price=200)],
    }
    return TaobaoOrder(**{**values, **changes})  # type: ignore[arg-type]


def client_for(handler: object = None, **settings: object) -> PandaPonClient:
    """A client whose every request meets the handler; without one, a request fails the test."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise AssertionError("unexpected request")

    return PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(handler or refuse), **settings)  # type: ignore[arg-type]


async def _postgresql_missing() -> str:
    """Return why there is no PostgreSQL, or nothing where there is one."""
    engine = create_async_engine(_ENGINE_URL)
    try:
        async with engine.connect():
            return ""
    except (OSError, Exception) as error:  # noqa: BLE001
        return f"no PostgreSQL at PANDAPON_TEST_POSTGRESQL (default {POSTGRESQL}): {type(error).__name__}"
    finally:
        await engine.dispose()


@asynccontextmanager
async def postgresql_ledger() -> AsyncIterator[str]:
    """Yield the URL of a ledger in a schema of its own; skips where there is no server."""
    if why := await _postgresql_missing():
        (pytest.fail if REQUIRED else pytest.skip)(why)
    schema = f"test_{uuid4().hex[:12]}"
    try:
        yield f"{POSTGRESQL}{'&' if '?' in POSTGRESQL else '?'}schema={schema}"
    finally:
        engine = create_async_engine(_ENGINE_URL)
        async with engine.begin() as connection:
            await connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
        await engine.dispose()
