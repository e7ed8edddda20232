"""Blocks that are left when their time has come."""

from __future__ import annotations

import asyncio
import contextlib

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from virtual_time import run_virtual

from pandapon_async._core.call.deadlines import Deadlines


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20) | st.none(), st.integers(0, 30)), max_size=20))
def test_each_block_is_left_when_its_time_has_come(blocks: list[tuple[int, int | None, int]]) -> None:
    """Blocks begin after a pause, have a deadline, and need half a second more than whole ones."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        deadlines = Deadlines()

        async def block(pause: int, deadline: int | None, needed: int) -> None:
            await asyncio.sleep(pause)
            with deadlines.over(deadline) as scope:
                await asyncio.sleep(needed + 0.5)
            late = deadline is not None and deadline <= needed
            assert scope.cancelled_caught is late
            assert loop.time() == pause + (deadline if late and deadline is not None else needed + 0.5)

        async with asyncio.TaskGroup() as group:
            for each in blocks:
                group.create_task(block(*each))

    run_virtual(main())


def test_what_swallows_a_cancellation_is_cancelled_again() -> None:
    async def main() -> None:
        swallowed = 0
        with Deadlines().over(3) as scope:
            while swallowed < 5:
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    swallowed += 1
            await asyncio.Event().wait()
        assert scope.cancelled_caught
        assert asyncio.get_running_loop().time() == 3

    run_virtual(main())


def test_a_cancellation_from_outside_is_not_swallowed() -> None:
    async def main() -> None:
        deadlines = Deadlines()

        async def work() -> None:
            with deadlines.over(10):
                await asyncio.Event().wait()

        task = asyncio.create_task(work())
        await asyncio.sleep(2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with anyio.move_on_after(3) as outer, deadlines.over(10) as inner:
            await asyncio.Event().wait()
        assert outer.cancelled_caught
        assert not inner.cancelled_caught

    run_virtual(main())


def test_a_block_that_was_left_is_not_cancelled_later() -> None:
    async def main() -> None:
        deadlines = Deadlines()
        with contextlib.suppress(ValueError), deadlines.over(5):
            raise ValueError
        with deadlines.over(5):
            pass
        await asyncio.sleep(20)
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0

    run_virtual(main())
