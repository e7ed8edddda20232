"""Submitting processes are killed in the middle, and the sandbox counts each order once.

The short form of ``make crash-test``. Its seed is fixed; the long form draws one and prints it.
"""

from __future__ import annotations

from pathlib import Path

from crash_run import crash_run
from ledgers import postgresql_ledger


def test_a_batch_survives_its_process_being_killed_again_and_again(tmp_path: Path) -> None:
    result = crash_run(ledger=str(tmp_path / "ledger.sqlite"), folder=tmp_path, orders=240, kills=8, seed=4)
    assert (result.created, result.lost, result.duplicated, result.unexpected) == (240, 0, 0, 0)
    assert result.kills >= 8
    # It would prove little without faults on both sides of the effect.
    assert result.faults.keys() >= {"latency", "drop-after"}


async def test_a_batch_survives_two_processes_on_postgresql_being_killed(tmp_path: Path) -> None:
    async with postgresql_ledger() as url:
        result = crash_run(ledger=url, folder=tmp_path, orders=800, kills=6, seed=5, side_by_side=2)
    assert (result.created, result.lost, result.duplicated, result.unexpected) == (800, 0, 0, 0)
    assert result.kills >= 6
