"""Cancels a coroutine as asyncio itself does, at the n-th of its steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator
from typing import Any

import attrs


@attrs.define
class _Cancelling:
    """Awaits a coroutine, and cancels the task around it at one of its steps."""

    work: Coroutine[Any, Any, object]
    step: int

    def __await__(self) -> Generator[Any, Any, bool]:
        steps = self.work.__await__()
        count = 0
        sent: Any = None
        failure: BaseException | None = None
        while True:
            try:
                waited = steps.send(sent) if failure is None else steps.throw(failure)
            except StopIteration:
                return count >= self.step
            count += 1
            if count == self.step:
                task = asyncio.current_task()
                assert task is not None
                asyncio.get_running_loop().call_soon(task.cancel)
            failure = None
            try:
                sent = yield waited
            except BaseException as error:  # noqa: BLE001 - passed on
                failure = error


async def cancel_at_every_step(work: Callable[[int], Coroutine[Any, Any, object]], check: Callable[[int], Any]) -> int:
    """Run work once for each of its steps, cancelled there, and then a check. Return the number of steps.

    No task may be left when the work has ended.
    """
    step = 0
    while True:
        step += 1

        async def run(step: int = step) -> bool:
            return await _Cancelling(work(step), step)

        before = asyncio.all_tasks()
        task = asyncio.create_task(run())
        await asyncio.wait([task])
        left = asyncio.all_tasks() - before - {task}
        assert not left, (step, left)
        reached = task.cancelled() or (task.exception() is None and task.result())
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error
        await check(step)
        if not reached:
            return step - 1
