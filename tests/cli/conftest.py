"""A sandbox that many tests share: what they call keeps no state that others would see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli_runs import environment, sandbox_in_thread

from pandapon_async.sandbox import RunningSandbox, Sandbox


@pytest.fixture(scope="module")
def running() -> Iterator[RunningSandbox]:
    with sandbox_in_thread(Sandbox(strict=True, inferred=True)) as running:
        yield running


@pytest.fixture
def env(running: RunningSandbox) -> dict[str, str]:
    return environment(running)
