"""One timer of the event loop for many moments."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import weakref

from hypothesis import given
from hypothesis import strategies as st
from virtual_time import VirtualLoop, run_virtual

from pandapon_async._core.http.shared_timer import SharedTimer

#: Pause before it, what is done, to which thing, seconds. Things are done at whole seconds and ring at half ones, so
#: that it is always clear what comes first.
STEPS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["start", "stop"]), st.integers(0, 3), st.integers(0, 12)), max_size=30
)


@given(STEPS)
def test_each_thing_rings_at_its_moment_unless_it_was_stopped(steps: list[tuple[int, str, int, int]]) -> None:
    rung: list[tuple[int, float]] = []
    expected: list[tuple[int, float]] = []
    waiting: dict[int, float] = {}

    def pass_until(now: float) -> None:
        for thing, moment in [each for each in waiting.items() if each[1] <= now]:
            expected.append((thing, moment))
            del waiting[thing]

    async def main() -> None:
        loop = asyncio.get_running_loop()
        timer: SharedTimer[int] = SharedTimer(lambda thing: rung.append((thing, loop.time())))
        for pause, step, thing, seconds in steps:
            await asyncio.sleep(pause)
            pass_until(loop.time())
            if step == "start":
                timer.start(thing, seconds + 0.5)
                waiting[thing] = loop.time() + seconds + 0.5
            else:
                timer.stop(thing)
                waiting.pop(thing, None)
        await asyncio.sleep(100)
        pass_until(loop.time())

    run_virtual(main())
    assert sorted(rung) == sorted(expected)


def test_many_things_need_one_timer_of_the_loop() -> None:
    async def main() -> int:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        timer: SharedTimer[int] = SharedTimer(lambda thing: None)
        for thing in range(1000):
            timer.start(thing, 30)
            timer.stop(thing - 5)
        return loop.timers

    assert run_virtual(main()) == 1


def test_a_timer_that_was_too_late_is_taken_back() -> None:
    async def main() -> int:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        timer: SharedTimer[int] = SharedTimer(lambda thing: None)
        for seconds in (500, 400, 300, 200, 100):
            timer.start(seconds, seconds)
        before = loop.timers
        for _ in range(10):
            # One look each; those taken back do not look too.
            timer.start(100, 50)
            await asyncio.sleep(60)
        return loop.timers - before

    assert run_virtual(main()) <= 10 * 4


def test_what_rings_may_start_again_and_stop_others() -> None:
    rung: list[tuple[str, float]] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()

        def ring(thing: str) -> None:
            rung.append((thing, loop.time()))
            timer.stop("other")
            if len(rung) < 3:
                timer.start("again", 2)

        timer: SharedTimer[str] = SharedTimer(ring)
        timer.start("again", 2)
        timer.start("other", 2)
        timer.start("late", 60)
        await asyncio.sleep(50)

    run_virtual(main())
    assert rung == [("again", 2), ("again", 4), ("again", 6)]


def test_it_counts_anew_in_another_loop() -> None:
    rung: list[str] = []
    timer: SharedTimer[str] = SharedTimer(rung.append)

    async def leave_early() -> None:
        timer.start("first", 10)
        timer.stop("first")

    async def wait() -> None:
        timer.start("second", 20)
        await asyncio.sleep(30)

    run_virtual(leave_early())
    run_virtual(wait())
    assert rung == ["second"]


class Thing:
    pass


def test_neither_what_was_stopped_nor_the_context_of_a_call_is_kept_alive() -> None:
    of_the_call: contextvars.ContextVar[Thing] = contextvars.ContextVar("of_the_call")

    async def main() -> None:
        timer: SharedTimer[Thing] = SharedTimer(lambda thing: None)

        async def call() -> tuple[weakref.ref[Thing], weakref.ref[Thing]]:
            waiting, carried = Thing(), Thing()
            of_the_call.set(carried)
            timer.start(waiting, 30)
            timer.stop(waiting)
            return weakref.ref(waiting), weakref.ref(carried)

        seen = await asyncio.create_task(call())
        await asyncio.sleep(1)
        gc.collect()
        assert [each() for each in seen] == [None, None]

    run_virtual(main())
