"""Submitting: what every kind of answer makes of a draft, how a batch is stopped, and what stays behind."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import httpx
import pytest
import uvloop
from fakes import answer, never_sent, ok
from ledgers import client_for, draft
from sqlalchemy import text

from pandapon_async import PandaPonClient, RetryPolicy
from pandapon_async.orders import (
    InvalidDraftError,
    Ledger,
    LedgerError,
    Limits,
    Outcome,
    Submission,
    SubmissionAbortedError,
    TaobaoOrder,
    open_ledger,
)
from pandapon_async.orders.ledger.states import STATES
from pandapon_async.orders.submission.sending import DraftSender, LockNotSeenError
from pandapon_async.pandapon_v1 import OrderLine

Handler = Callable[[httpx.Request], object]
ONCE = RetryPolicy(attempts=1)
SUPPORT = Path(__file__).parents[2] / "support"


def number_of(request: httpx.Request) -> str:
    return json.loads(request.content)["sellerOrderNumber"]


def accept(request: httpx.Request) -> httpx.Response:
    return ok({"purchaseOrderId": f"PO-{number_of(request)}"})


@asynccontextmanager
async def opened(address: str, handler: Handler, count: int = 1) -> AsyncIterator[tuple[Ledger, PandaPonClient]]:
    async with (
        client_for(handler, retry=ONCE) as client,
        open_ledger(address, TaobaoOrder, client) as ledger,
    ):
        await ledger.add(draft(f"A-{index}") for index in range(count))
        yield ledger, client


async def submit(ledger: Ledger, client: PandaPonClient, **limits: object) -> list[Outcome]:
    async with Submission(ledger, client, limits=Limits(**limits)) as submission:  # type: ignore[arg-type]
        return [outcome async for outcome in submission]


async def states(ledger: Ledger) -> dict[str, int]:
    return dict(Counter([entry.state async for entry in ledger.entries()]))


# -- answers -----------------------------------------------------------------------------------------------------------


async def test_created_orders_have_their_id_and_request(address: str) -> None:
    async with opened(address, accept, 3) as (ledger, client):
        outcomes = await submit(ledger, client)
        assert {each.key: each.order_id for each in outcomes} == {f"A-{i}": f"PO-A-{i}" for i in range(3)}
        entry = await ledger.find("A-1")
        assert entry is not None
        assert (entry.state, entry.order_id, entry.request_id, entry.attempts) == ("created", "PO-A-1", "req-1", 1)
        assert entry.answer == {"purchaseOrderId": "PO-A-1"}
        # And nothing is left to send.
        assert await submit(ledger, client) == []


ANSWERS: list[tuple[str, Handler, str]] = [
    ("a refusal", lambda _: answer({"code": 400, "msg": "no stock", "requestId": "r"}), "rejected"),
    ("a refusal by HTTP", lambda _: answer({}, 404), "rejected"),
    ("an envelope's 429", lambda _: answer({"code": 429, "msg": "slower"}), "rejected"),
    ("HTTP 503", lambda _: answer({}, 503), "unknown"),
    ("a code of the server's failing", lambda _: answer({"code": 500, "msg": "oops"}), "unknown"),
    ("an answer cut short", lambda _: answer(b'{"code": 2'), "unknown"),
    ("a page of HTML", lambda _: answer(b"<html>"), "unknown"),
    ("success without an id", lambda _: ok(None), "created"),
    ("success with another type", lambda _: ok({"note": "x"}), "created"),
]


@pytest.mark.parametrize(("handler", "state"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS])
async def test_an_answer_makes_an_outcome(tmp_path: object, handler: Handler, state: str) -> None:
    async with opened(f"{tmp_path}/l.sqlite", handler) as (ledger, client):
        (outcome,) = await submit(ledger, client)
        assert outcome.state == state
        entry = await ledger.find("A-0")
        assert entry is not None
        assert entry.state == state


@pytest.mark.parametrize("error", [httpx.ReadTimeout, httpx.WriteError, httpx.RemoteProtocolError, RuntimeError])
async def test_a_broken_call_is_unknown_and_is_not_sent_again(tmp_path: object, error: type[Exception]) -> None:
    sent = 0

    def fail(_: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        raise error("x")

    async with opened(f"{tmp_path}/l.sqlite", fail) as (ledger, client):
        (outcome,) = await submit(ledger, client)
        assert outcome.state == "unknown"
        assert await submit(ledger, client) == []
        assert sent == 1


async def test_what_was_never_sent_is_sent_again(address: str) -> None:
    tried: Counter[str] = Counter()

    def refuse_connections_first(request: httpx.Request) -> httpx.Response:
        tried[number_of(request)] += 1
        if tried[number_of(request)] < 3:
            raise never_sent()
        return accept(request)

    async with opened(address, refuse_connections_first, 2) as (ledger, client):
        outcomes = await submit(ledger, client)
        assert {(each.state, each.attempts) for each in outcomes} == {("created", 3)}


async def test_http_429_goes_back_and_is_sent_again_later(tmp_path: object) -> None:
    replies = [answer({}, 429, retry_after="0"), None]

    def slow_down(request: httpx.Request) -> httpx.Response:
        return replies.pop(0) or accept(request)

    async with opened(f"{tmp_path}/l.sqlite", slow_down) as (ledger, client):
        (outcome,) = await submit(ledger, client)
        assert (outcome.state, outcome.attempts) == ("created", 2)


async def test_a_refusals_text_is_kept_without_personal_data(tmp_path: object) -> None:
    def quote(_: httpx.Request) -> httpx.Response:
        return answer({"code": 4001, "msg": "Planted Person, 13800000000 may not buy", "requestId": "r-7"})

    async with opened(f"{tmp_path}/l.sqlite", quote) as (ledger, client):
        (outcome,) = await submit(ledger, client)
        assert (outcome.code, outcome.message, outcome.request_id) == ("4001", "***, *** may not buy", "r-7")
        assert "Planted" not in repr(outcome)
        assert "Planted" not in repr(await ledger.find("A-0"))
        assert "Planted" not in repr(draft())


# -- stopping ----------------------------------------------------------------------------------------------------------


async def test_a_refused_account_stops_the_batch_and_rejects_nothing(address: str) -> None:
    async with opened(address, lambda _: answer({"code": 401, "msg": "sign"}), 50) as (ledger, client):
        with pytest.raises(SubmissionAbortedError, match="the account was refused: code 401: sign"):
            await submit(ledger, client, in_flight=4)
        assert await states(ledger) == {"pending": 50}


async def test_a_server_that_cannot_be_reached_stops_the_batch_and_everything_stays_pending(tmp_path: object) -> None:
    def refuse(_: httpx.Request) -> httpx.Response:
        raise never_sent()

    async with opened(f"{tmp_path}/l.sqlite", refuse, 30) as (ledger, client):
        with pytest.raises(SubmissionAbortedError, match="nothing could be sent: no connection"):
            await submit(ledger, client, never_sent=5, in_flight=4)
        assert await states(ledger) == {"pending": 30}


async def test_too_many_rejects_stop_the_batch(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", lambda _: answer({"code": 400}), 300) as (ledger, client):
        with pytest.raises(SubmissionAbortedError, match="drafts were rejected"):
            await submit(ledger, client, in_flight=2, stop_after_rejects=10)
        assert 10 <= (await ledger.counts()).rejected <= 12
        with pytest.raises(SubmissionAbortedError, match="of the last hundred"):
            await submit(ledger, client, in_flight=2, stop_reject_share=0.5)
        assert (await ledger.counts()).unknown == 0


async def test_a_run_of_doubts_stops_the_batch(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", lambda _: answer({}, 502), 50) as (ledger, client):
        with pytest.raises(SubmissionAbortedError, match="in a row are unknown"):
            await submit(ledger, client, in_flight=2, stop_after_unknown_run=5)
        counts = await ledger.counts()
        assert counts.unknown <= 8
        assert counts.pending == 50 - counts.unknown


async def test_leaving_early_ends_the_calls_in_flight_and_sends_nothing_further(address: str) -> None:
    async with opened(address, accept, 200) as (ledger, client):
        async with Submission(ledger, client, limits=Limits(in_flight=4)) as submission:
            async for _ in submission:
                break
        counts = await ledger.counts()
        assert counts.sending == counts.unknown == 0
        assert 1 <= counts.created < 100
        assert len(await submit(ledger, client)) == 200 - counts.created


async def test_an_error_in_the_callers_block_comes_out_as_it_is(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", accept, 5) as (ledger, client):
        with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the block is what is tested
            async with Submission(ledger, client) as submission:
                async for _ in submission:
                    _ = 1 / 0
        assert (await ledger.counts()).sending == 0


class Gate:
    """A server whose answers wait."""

    def __init__(self) -> None:
        self.arrived = anyio.Event()
        self.open = anyio.Event()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.arrived.set()
        await self.open.wait()
        return accept(request)


@pytest.mark.parametrize("native", [False, True])
async def test_a_cancelled_submission_waits_for_the_calls_in_flight(tmp_path: object, native: bool) -> None:
    gate = Gate()
    async with opened(f"{tmp_path}/l.sqlite", gate, 20) as (ledger, client):
        if native:
            task = asyncio.create_task(submit(ledger, client, in_flight=2))
            await gate.arrived.wait()
            task.cancel()
            await asyncio.sleep(0)
            gate.open.set()
            with pytest.raises(asyncio.CancelledError):
                await task
        else:
            async with anyio.create_task_group() as group:

                async def run() -> None:
                    await submit(ledger, client, in_flight=2)

                group.start_soon(run)
                await gate.arrived.wait()
                group.cancel_scope.cancel()
                gate.open.set()
        counts = await ledger.counts()
        assert counts.created == 2
        assert counts.pending == 18


async def test_calls_that_outlast_the_grace_are_unknown(tmp_path: object) -> None:
    gate = Gate()
    async with opened(f"{tmp_path}/l.sqlite", gate, 5) as (ledger, client):
        async with Submission(ledger, client, limits=Limits(in_flight=2, grace=0.05)):
            await gate.arrived.wait()
        counts = await ledger.counts()
        assert (counts.unknown, counts.pending) == (2, 3)
        entry = await ledger.find("A-0")
        assert entry is not None
        assert entry.note == "cut off while it was in flight"


async def test_stop_ends_the_iteration_and_cut_off_does_not_wait(tmp_path: object) -> None:
    gate = Gate()
    async with opened(f"{tmp_path}/l.sqlite", gate, 5) as (ledger, client):
        async with Submission(ledger, client, limits=Limits(in_flight=1)) as submission:
            await gate.arrived.wait()
            submission.stop()
            submission.cut_off()
            assert [outcome.state async for outcome in submission] == ["unknown"]
        assert await states(ledger) == {"unknown": 1, "pending": 4}


# -- durability --------------------------------------------------------------------------------------------------------


async def test_the_intent_is_durable_before_the_bytes_leave(address: str) -> None:
    seen: list[str] = []

    async def look(request: httpx.Request) -> httpx.Response:
        async with open_ledger(address) as other:
            entry = await other.find(number_of(request))
            assert entry is not None
            seen.append(entry.state)
        return accept(request)

    async with opened(address, look, 3) as (ledger, client):
        await submit(ledger, client)
        assert seen == ["sending"] * 3


async def test_an_outcome_is_durable_before_it_is_told(address: str) -> None:
    async with opened(address, accept, 5) as (ledger, client), Submission(ledger, client) as submission:
        async for outcome in submission:
            async with open_ledger(address) as other:
                entry = await other.find(outcome.key)
                assert entry is not None
                assert entry.state == "created"


async def test_nothing_is_sent_once_the_ledger_cannot_record_it(tmp_path: object) -> None:
    sent: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        sent.append(number_of(request))
        return accept(request)

    async with opened(f"{tmp_path}/l.sqlite", note, 500) as (ledger, client):
        full = "CREATE TRIGGER full BEFORE UPDATE ON drafts WHEN NEW.state = 'sending' AND NEW.position > 100 "
        statement = text(full + "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
        await ledger._database.write(lambda connection: connection.execute(statement).close())
        with pytest.raises(LedgerError):
            await submit(ledger, client, in_flight=8)
        recorded = {entry.key async for entry in ledger.entries("created")}
        assert set(sent) == recorded
        assert 0 < len(sent) <= 100


async def test_an_outcome_that_cannot_be_recorded_is_not_told_and_reads_as_unknown(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", accept, 5) as (ledger, client):
        full = "CREATE TRIGGER full BEFORE UPDATE ON drafts WHEN NEW.state = 'created' "
        statement = text(full + "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
        await ledger._database.write(lambda connection: connection.execute(statement).close())
        told: list[Outcome] = []
        with pytest.raises(LedgerError):
            async with Submission(ledger, client) as submission:
                told.extend([outcome async for outcome in submission])
        assert told == []
        assert await states(ledger) == {"unknown": 5}


def test_nothing_is_sent_or_told_that_a_full_disk_has_not_recorded(tmp_path: Path) -> None:
    """A limit on the size of files stands for the end of the disk: writes fail in the middle of a submission."""
    path = str(tmp_path / "l.sqlite")
    command = [sys.executable, str(SUPPORT / "full_disk_process.py"), path, str(3 * 1024 * 1024)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert "Error: " in report["error"]
    assert path in report["error"]
    assert 0 < len(report["sent"]) < 2000

    async def look() -> dict[str, set[str]]:
        async with open_ledger(path) as ledger:
            await ledger.recover()
            found = {state: {entry.key async for entry in ledger.entries(state)} for state in STATES}
        return {str(state): keys for state, keys in found.items()}

    found = asyncio.run(look())
    assert set(report["sent"]) <= found["created"] | found["unknown"]
    assert set(report["told"]) <= found["created"] <= set(report["sent"])
    assert found["pending"]


# -- drafts that come while others go ----------------------------------------------------------------------------------


async def test_drafts_may_come_while_others_are_sent(address: str) -> None:
    first_is_told = anyio.Event()

    async def slowly() -> AsyncIterator[TaobaoOrder]:
        yield draft("B-1")
        await first_is_told.wait()
        yield draft("B-2")
        yield draft("B-2")

    async with opened(address, accept, 0) as (ledger, client):
        told = []
        async with Submission(ledger, client, slowly()) as submission:
            async for outcome in submission:
                told.append(outcome.key)
                first_is_told.set()
        assert told == ["B-1", "B-2"]


async def test_a_bad_draft_in_a_stream_ends_the_submission_after_what_came_before(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", accept, 0) as (ledger, client):
        drafts = [draft("B-1"), draft("B-2", order_line_list=[OrderLine(quantity=-1)])]
        with pytest.raises(InvalidDraftError):  # noqa: PT012 - the block is what is tested
            async with Submission(ledger, client, drafts) as submission:
                async for _ in submission:
                    pass
        assert set(await states(ledger)) <= {"created", "pending"}


async def test_what_a_source_raises_comes_out_as_it_is(tmp_path: object) -> None:
    def source() -> Iterator[TaobaoOrder]:
        yield draft("B-1")
        raise KeyError("mine")

    async with opened(f"{tmp_path}/l.sqlite", accept, 0) as (ledger, client):
        with pytest.raises(KeyError, match="mine"):  # noqa: PT012 - the block is what is tested
            async with Submission(ledger, client, source()) as submission:
                async for _ in submission:
                    pass


async def test_two_submissions_share_one_ledger(address: str) -> None:
    sent: Counter[str] = Counter()

    async def note(request: httpx.Request) -> httpx.Response:
        sent[number_of(request)] += 1
        await anyio.sleep(0.001)
        return accept(request)

    async with opened(address, note, 300) as (ledger, client), open_ledger(address, TaobaoOrder, client) as other:
        told = await asyncio.gather(submit(ledger, client, in_flight=8), submit(other, client, in_flight=8))
        assert len(sent) == 300
        assert set(sent.values()) == {1}
        assert sum(map(len, told)) == 300
        assert all(told)


async def test_the_number_in_flight_is_bounded(tmp_path: object) -> None:
    now = most = 0

    async def count(request: httpx.Request) -> httpx.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await anyio.sleep(0.001)
        now -= 1
        return accept(request)

    async with opened(f"{tmp_path}/l.sqlite", count, 100) as (ledger, client):
        await submit(ledger, client, in_flight=7)
        assert most == 7


def test_it_runs_on_uvloop(tmp_path: object) -> None:
    async def main() -> None:
        async with opened(f"{tmp_path}/l.sqlite", accept, 100) as (ledger, client):
            assert len(await submit(ledger, client)) == 100

    uvloop.run(main())


# -- the lock, the server's pauses, other processes --------------------------------------------------------------------


async def test_a_draft_that_may_not_be_sent_for_want_of_the_lock_goes_back(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is asked for immediately before the request leaves; at the first time, it was not seen lately."""
    asked: list[bool] = []
    original = DraftSender._check_lock

    def check(sender: DraftSender) -> None:
        asked.append(True)
        if len(asked) == 1:
            raise LockNotSeenError("not seen")
        original(sender)

    monkeypatch.setattr(DraftSender, "_check_lock", check)
    async with opened(f"{tmp_path}/l.sqlite", accept, 1) as (ledger, client):
        async with Submission(ledger, client) as submission:
            outcomes = [outcome async for outcome in submission]
        assert [(each.state, each.attempts) for each in outcomes] == [("created", 2)]
        assert submission.progress.returned == 1


async def test_a_pause_of_a_day_is_reported_and_not_slept(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", lambda _: answer({}, 429, retry_after="86400")) as (ledger, client):
        with pytest.raises(SubmissionAbortedError, match="asks to wait 86400 seconds"):
            await submit(ledger, client)
        assert await states(ledger) == {"pending": 1}


async def test_a_pause_that_is_waited_for_is_shown(tmp_path: object) -> None:
    async with opened(f"{tmp_path}/l.sqlite", lambda _: answer({}, 429, retry_after="200")) as (ledger, client):
        async with Submission(ledger, client) as submission:
            while not submission.progress.paused_for:
                await anyio.sleep(0.01)
            assert submission.progress.paused_for == pytest.approx(200, abs=10)
        assert await states(ledger) == {"pending": 1}


async def test_what_a_source_yielded_before_it_raised_is_in_the_ledger(address: str) -> None:
    def source() -> Iterator[TaobaoOrder]:
        yield draft("B-1")
        yield draft("B-2")
        raise ValueError("the source broke")

    async with opened(address, accept, 0) as (ledger, client):
        with pytest.raises(ValueError, match="the source broke"):  # noqa: PT012 - the block is what is tested
            async with Submission(ledger, client, source()) as submission:
                async for _ in submission:
                    pass
        assert {entry.key async for entry in ledger.entries()} == {"B-1", "B-2"}


async def test_several_processes_that_add_one_file_each_do_their_share(address: str) -> None:
    sent: Counter[str] = Counter()

    async def note(request: httpx.Request) -> httpx.Response:
        sent[number_of(request)] += 1
        await anyio.sleep(0.001)
        return accept(request)

    async def process() -> int:
        async with client_for(note) as client, open_ledger(address, TaobaoOrder, client) as ledger:
            await ledger.add(draft(f"A-{index}") for index in range(700))
            async with ledger.submit(limits=Limits(in_flight=8), until="settled") as outcomes:
                count = len([outcome async for outcome in outcomes])
            assert (await ledger.counts()).created == 700
            return count

    shares = await asyncio.gather(*(process() for _ in range(3)))
    assert sum(shares) == 700
    assert set(sent.values()) == {1}


async def test_a_worker_waits_for_more_until_it_is_stopped(address: str) -> None:
    async with (
        opened(address, accept, 1) as (ledger, client),
        open_ledger(address, TaobaoOrder, client) as other,
        ledger.submit(until="stopped") as outcomes,
    ):
        assert (await anext(outcomes)).key == "A-0"
        await other.add([draft("B-1")])
        assert (await anext(outcomes)).key == "B-1"
        outcomes.stop()
        assert [outcome async for outcome in outcomes] == []
