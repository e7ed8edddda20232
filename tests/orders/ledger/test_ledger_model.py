"""Any interleaving of what can happen to a ledger, against a model that knows what the server really did.

Two processes work on one ledger. They take drafts, the server does or does not carry them out, answers come or do not
come, processes are killed, somebody resolves doubts truthfully. Whatever the order: no draft is carried out twice, and
none is said to be something that it is not.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from ledgers import client_for, draft

from pandapon_async.orders import Ledger, Outcome, TaobaoOrder, open_ledger
from pandapon_async.orders.ledger.claims import Change, Claimed
from pandapon_async.orders.ledger.session import Session

KEYS = [f"A-{index}" for index in range(4)]
PROCESSES = ["one", "two"]
ResultT = TypeVar("ResultT")


class LedgerMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        #: How often the server carried each draft out: what must never exceed one.
        self.done: dict[str, int] = dict.fromkeys(KEYS, 0)
        self.added: set[str] = set()
        self.refused: set[str] = set()
        self.in_hand: dict[str, list[Claimed]] = {name: [] for name in PROCESSES}
        self.sessions: dict[str, tuple[Session, AsyncExitStack]] = {}

    @initialize()
    def open(self) -> None:
        path = Path(self.folder.name, "ledger.sqlite")
        self.does = {name: _Process(self.loop) for name in [*PROCESSES, "person"]}
        self.ledgers = {
            name: does(does.stack.enter_async_context(open_ledger(path, TaobaoOrder, client_for())))
            for name, does in self.does.items()
        }

    @rule(keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=4))
    def add(self, keys: list[str]) -> None:
        self.does["person"](self.ledgers["person"].add([draft(key) for key in keys]))
        self.added |= set(keys)

    @rule(name=st.sampled_from(PROCESSES))
    def start(self, name: str) -> None:
        if name not in self.sessions:
            self.sessions[name] = self.does[name](_entered(self.ledgers[name]))

    @rule(name=st.sampled_from(PROCESSES), count=st.integers(1, 3), arrives=st.booleans())
    def send(self, name: str, count: int, arrives: bool) -> None:
        """Take drafts; the server carries them out, or their requests are lost."""
        if name in self.sessions:
            taken = self.does[name](self.sessions[name][0].claim(count))
            for each in taken:
                assert each.key not in self.refused
                self.done[each.key] += arrives
            self.in_hand[name] += taken

    @precondition(lambda self: any(self.in_hand.values()))
    @rule(name=st.sampled_from(PROCESSES), answer=st.sampled_from(["said", "cut off", "never sent"]))
    def answer(self, name: str, answer: str) -> None:
        """One call ends: with the truth, with nothing, or with the proof that it was never sent."""
        if name not in self.sessions or not self.in_hand[name]:
            return
        taken = self.in_hand[name].pop(0)
        created = bool(self.done[taken.key])
        if answer == "never sent" and not created:
            state = "pending"
        elif answer == "said":
            state = "created" if created else "rejected"
            self.refused |= set() if created else {taken.key}
        else:
            state = "unknown"
        change = Change(taken, Outcome(key=taken.key, state=state, order_ids=(f"PO-{taken.key}",) if created else ()))
        assert self.does[name](self.sessions[name][0].finish([change])).lost == []

    @rule(name=st.sampled_from(PROCESSES), killed=st.booleans())
    def end(self, name: str, killed: bool) -> None:
        if name in self.sessions:
            session, stack = self.sessions.pop(name)
            if killed:
                session.worker.abandon()
            self.does[name](stack.aclose())
            self.in_hand[name] = []

    @rule()
    def recover(self) -> None:
        self.does["person"](self.ledgers["person"].recover())

    @rule(key=st.sampled_from(KEYS))
    def resolve(self, key: str) -> None:
        """Somebody looks an order up, and says truthfully what is there."""
        entry = self.does["person"](self.ledgers["person"].find(key))
        if entry is None or entry.state != "unknown":
            return
        if self.done[key]:
            assert self.does["person"](self.ledgers["person"].decide_created(entry, [f"PO-{key}"], note="found"))
        else:
            assert self.does["person"](self.ledgers["person"].decide_not_created(entry, note="not there"))

    @invariant()
    def nothing_is_done_twice(self) -> None:
        assert all(count <= 1 for count in self.done.values()), self.done

    @invariant()
    def the_ledger_says_nothing_that_is_not_so(self) -> None:
        if not hasattr(self, "ledgers"):
            return
        states = self.does["person"](_states(self.ledgers["person"]))
        assert states.keys() == self.added
        sending = {taken.key for name in self.sessions for taken in self.in_hand[name]}
        for key, state in states.items():
            if state == "pending":
                assert not self.done[key], f"{key} would be sent again"
            if state == "created":
                assert self.done[key] == 1
            if state == "rejected":
                assert not self.done[key]
            if key in sending:
                assert state == "sending", f"a live process is sending {key}, and the ledger says {state}"

    def teardown(self) -> None:
        for name in list(self.sessions):
            self.end(name, killed=False)
        for does in getattr(self, "does", {}).values():
            does(does.stack.aclose())
            does.end()
        self.loop.close()
        self.folder.cleanup()


class _Process:
    """Stands in for a process: all that it does runs in one task of its own, one thing after the other."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.stack = AsyncExitStack()
        self._loop = loop
        self._todo: asyncio.Queue[tuple[Coroutine[Any, Any, Any], asyncio.Future[Any]]] = asyncio.Queue()
        self._task = loop.create_task(self._work())

    def __call__(self, work: Coroutine[Any, Any, ResultT]) -> ResultT:
        result: asyncio.Future[ResultT] = self._loop.create_future()
        self._todo.put_nowait((work, result))
        return self._loop.run_until_complete(result)

    def end(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._task)

    async def _work(self) -> None:
        while True:
            work, result = await self._todo.get()
            try:
                result.set_result(await work)
            except Exception as error:  # noqa: BLE001 - handed to whoever waits
                result.set_exception(error)


async def _entered(ledger: Ledger) -> tuple[Session, AsyncExitStack]:
    stack = AsyncExitStack()
    return await stack.enter_async_context(ledger.session()), stack


async def _states(ledger: Ledger) -> dict[str, str]:
    return {entry.key: entry.state async for entry in ledger.entries()}


LedgerMachine.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestLedger = LedgerMachine.TestCase
