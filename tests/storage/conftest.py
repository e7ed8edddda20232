"""Stores on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from ledgers import postgresql_ledger


@pytest.fixture
async def postgresql_address() -> AsyncIterator[str]:
    async with postgresql_ledger() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.sqlite")
        return
    async with postgresql_ledger() as url:
        yield url
