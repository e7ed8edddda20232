"""Killed at random moments under load: nothing that was acknowledged is lost, and each of it is handled.

The long form is `make message-crash-test`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from message_crash_run import crash_run


@pytest.mark.parametrize("side_by_side", [1, 2])
async def test_no_acknowledged_push_is_lost_and_each_is_handled(
    address: str, tmp_path: Path, side_by_side: int
) -> None:
    report = await crash_run(
        inbox=address, folder=tmp_path, kills=3, pushes=900, side_by_side=side_by_side, seed=side_by_side
    )
    assert report.well, report
    assert (report.kills, report.acknowledged) == (3, 900)
    assert report.handled >= 900
