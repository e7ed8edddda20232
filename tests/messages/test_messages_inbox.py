"""The inbox, on both databases: what is stored once, what is taken by whom, and in which order."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from pathlib import Path

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pushes import PAID, PRICE, push
from sqlalchemy import update

from pandapon_async.messages import Inbox, InboxError, open_inbox, parse
from pandapon_async.messages.errors import InboxVersionError
from pandapon_async.messages.schema import INBOX
from pandapon_async.messages.store import Finished


async def put(inbox: Inbox, *bodies: bytes) -> list[bool]:
    return [await inbox.store(parse(body), body) for body in bodies]


async def claimed_orders(inbox: Inbox, owner: str, limit: int = 100) -> list[tuple[str | None, str]]:
    """Orders and times of the messages that an owner is given."""
    events = [parse(message.body) for message in await inbox.claim(owner, limit)]
    return [(event.order_id, str(event.timestamp)) for event in events]


async def finish(inbox: Inbox, owner: str, state: str = "handled") -> int:
    """Finish all that an owner has."""
    entries = [entry async for entry in inbox.entries("pending") if entry.handling]
    for entry in entries:
        await inbox.finish(Finished(owner, entry.position, state, 0.0))  # type: ignore[arg-type]
    return len(entries)


async def test_what_is_stored_is_there_when_it_is_opened_again(address: str) -> None:
    body = push("1")
    async with open_inbox(address, create=True) as inbox:
        assert await put(inbox, body) == [True]
    async with open_inbox(address) as inbox:
        (entry,) = [entry async for entry in inbox.entries()]
        assert (entry.state, entry.type, entry.platform, entry.order_id) == ("pending", PAID, 1, "1")
        event = await inbox.event(entry.position)
        assert event is not None
        assert event.raw == json.loads(body)
        assert await inbox.find(entry.position) == entry
        assert await inbox.find(entry.position + 1) is None
        assert await inbox.event(entry.position + 1) is None


async def test_pushes_at_once_are_stored_once_each(address: str) -> None:
    bodies = [push(str(number), PRICE, timestamp="1779263269913") for number in range(60)]
    news: list[bool] = []

    async with open_inbox(address, create=True) as inbox, open_inbox(address) as other:

        async def store(where: Inbox, body: bytes) -> None:
            news.append(await where.store(parse(body), body))

        async with anyio.create_task_group() as group:
            for body in bodies:
                for where in (inbox, other, inbox):
                    group.start_soon(store, where, body)
        assert (await inbox.counts()).total == 60
    assert sorted(news) == [False] * 120 + [True] * 60


@pytest.mark.parametrize(
    ("first", "second", "stored"),
    [
        (push("1", timestamp="1"), push("1", timestamp="2"), 1),
        (push("1", timestamp="1"), push("1", timestamp=1), 1),
        (push("1", timestamp="1"), push("1", timestamp="2", payTime="2026-05-20 15:42:00"), 2),
        (push("1", timestamp="1"), push("2", timestamp="1"), 2),
        (push("1", timestamp="1"), push("1", timestamp="1", platform=0), 2),
        (push("1", timestamp="1"), push("1", "ORDER_CANCEL", timestamp="1"), 2),
        (push("1", PRICE, timestamp="1"), push("1", PRICE, timestamp="2"), 2),
        (push("1", PRICE, timestamp="1"), push("1", PRICE, timestamp="1"), 1),
        (push("", timestamp="1"), push("", timestamp="2"), 2),
        (push("1", "NEW", timestamp="1"), push("1", "NEW", timestamp="2"), 2),
    ],
)
async def test_when_two_pushes_are_one_message(inbox_file: str, first: bytes, second: bytes, stored: int) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        await put(inbox, first, second)
        assert (await inbox.counts()).total == stored


async def test_the_body_as_an_object_or_as_a_string_is_the_same_message(inbox_file: str) -> None:
    text = push("1", timestamp="1")
    envelope = json.loads(text)
    envelope["messageBody"] = json.loads(envelope["messageBody"])
    async with open_inbox(inbox_file, create=True) as inbox:
        assert await put(inbox, text, json.dumps(envelope).encode()) == [True, False]


async def test_of_one_order_the_earliest_is_given_and_the_next_one_once_it_is_done(address: str) -> None:
    async with open_inbox(address, create=True) as inbox:
        await put(inbox, *(push("A", PRICE, timestamp=time) for time in ("3000", "1000", "2000")))
        await put(inbox, push("B", PRICE, timestamp="9000"))
        assert sorted(await claimed_orders(inbox, "me")) == [("A", "1000"), ("B", "9000")]
        assert await claimed_orders(inbox, "me") == []
        # What comes late and was earlier has to wait as well: never two of one order at once.
        await put(inbox, push("A", PRICE, timestamp="500"))
        assert await claimed_orders(inbox, "other") == []
        for expected in ("500", "2000", "3000"):
            await finish(inbox, "me")
            assert await claimed_orders(inbox, "me") == [("A", expected)]


async def test_a_dead_letter_does_not_hold_up_its_order(inbox_file: str) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        await put(inbox, push("A", PRICE, timestamp="1000"), push("A", PRICE, timestamp="2000"))
        await claimed_orders(inbox, "me")
        await finish(inbox, "me", "dead_letter")
        assert await claimed_orders(inbox, "me") == [("A", "2000")]


async def test_messages_without_an_order_do_not_wait_for_each_other(inbox_file: str) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        await put(inbox, *(push("", "NEW", timestamp=time) for time in ("1000", "2000")))
        assert len(await claimed_orders(inbox, "me")) == 2


async def test_no_message_is_given_to_two(address: str) -> None:
    given_out: list[tuple[str | None, str]] = []
    async with open_inbox(address, create=True) as inbox, open_inbox(address) as other:
        await put(inbox, *(push(str(number // 2), PRICE, timestamp=str(number)) for number in range(80)))

        async def take(where: Inbox, owner: str) -> None:
            while found := await claimed_orders(where, owner, 3):
                given_out.extend(found)

        async with anyio.create_task_group() as group:
            for number, where in enumerate([inbox, other] * 3):
                group.start_soon(take, where, f"owner-{number}")
    # Of each of 40 orders one message, the earlier one, once.
    assert sorted(given_out) == sorted((str(number), str(number * 2)) for number in range(40))


async def test_only_the_owner_finishes(address: str) -> None:
    async with open_inbox(address, create=True) as inbox:
        await put(inbox, push("1"))
        (message,) = await inbox.claim("me", 5)
        await inbox.finish(Finished("other", message.position, "handled", 0.0))
        assert (await inbox.counts()).pending == 1
        await inbox.finish(Finished("me", message.position, "handled", 0.0))
        await inbox.finish(Finished("me", message.position, "dead_letter", 0.0))
        assert (await inbox.counts()).handled == 1


async def test_replay_makes_messages_pending_again(address: str) -> None:
    async with open_inbox(address, create=True) as inbox:
        await put(inbox, push("1"), push("2"), push("3"))
        await inbox.claim("me", 2)
        await finish(inbox, "me", "dead_letter")
        dead = [entry.position async for entry in inbox.entries("dead_letter")]
        assert await inbox.replay(dead[0], states=["handled"]) == 0
        assert await inbox.replay(dead[0]) == 1
        assert await inbox.replay(states=["dead_letter"]) == 1
        assert await inbox.replay() == 0
        assert {entry.attempts async for entry in inbox.entries("pending")} == {0}


async def test_what_is_claimed_now_is_not_replayed(inbox_file: str) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        await put(inbox, push("1"))
        (message,) = await inbox.claim("me", 1)
        assert await inbox.replay(message.position) == 0


async def test_entries_are_listed_by_pages_the_newest_first(inbox_file: str) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        async with anyio.create_task_group() as group:
            for number in range(450):
                body = push(str(number % 3), PRICE, timestamp=str(number))
                group.start_soon(inbox.store, parse(body), body)
        positions = [entry.position async for entry in inbox.entries()]
        assert len(positions) == 450
        assert positions == sorted(positions, reverse=True)
        assert len([entry async for entry in inbox.entries("pending", order_id="1")]) == 150


@given(st.text(), st.text(), st.integers() | st.text(), st.none() | st.integers())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_text_can_be_stored(
    tmp_path_factory: pytest.TempPathFactory, order: str, kind: str, timestamp: object, platform: object
) -> None:
    async def run() -> None:
        body = push(order, kind, timestamp=timestamp, platform=platform)
        async with open_inbox(tmp_path_factory.mktemp("inbox") / "inbox.sqlite", create=True) as inbox:
            # Without a readable timestamp, nothing tells a repetition from a second push.
            assert (await put(inbox, body, body))[0]
            assert len(await inbox.claim("me", 1)) == 1

    anyio.run(run)


@pytest.mark.parametrize("odd", ["\0", "a\0b", "x" * 50_000, "\N{PANDA FACE}"])
async def test_odd_text_is_stored_on_both_databases(address: str, odd: str) -> None:
    async with open_inbox(address, create=True) as inbox:
        assert await put(inbox, push(odd, odd, platform=10**30, timestamp="9" * 15)) == [True]
        (entry,) = [entry async for entry in inbox.entries()]
        event = await inbox.event(entry.position)
        assert event is not None
        assert (event.order_id, event.message_type, event.platform) == (odd, odd, 10**30)


async def test_a_missing_inbox_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(InboxError, match="there is no inbox at"):
        async with open_inbox(tmp_path / "inbox.sqlite"):
            pass
    assert not os.listdir(tmp_path)  # noqa: PTH208


async def test_another_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE other (id INTEGER)")
    connection.commit()
    connection.close()
    with pytest.raises(InboxError, match="a database, but not an inbox"):
        async with open_inbox(file, create=True):
            pass
    (tmp_path / "text").write_text("no database at all, but long enough to look like one" * 40)
    with pytest.raises(InboxError, match="is no inbox"):
        async with open_inbox(tmp_path / "text", create=True):
            pass


async def test_an_inbox_of_a_newer_version_is_refused(address: str) -> None:
    async with open_inbox(address, create=True) as inbox:
        statement = update(INBOX).where(INBOX.c.name == "version").values(value="99")
        await inbox._database.write(lambda connection: connection.execute(statement))
    with pytest.raises(InboxVersionError, match="version 99"):
        async with open_inbox(address):
            pass


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "://"])
async def test_addresses_that_make_no_sense_are_refused(url: str) -> None:
    with pytest.raises(InboxError, match="postgresql://"):
        async with open_inbox(url, create=True):
            pass


async def test_the_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "inbox.sqlite", create=True):
        pass
    assert stat.S_IMODE((tmp_path / "inbox.sqlite").stat().st_mode) == 0o600


async def test_a_write_that_is_cancelled_leaves_those_of_others_alone(inbox_file: str) -> None:
    news: list[bool] = []
    async with open_inbox(inbox_file, create=True) as inbox:

        async def store(body: bytes) -> None:
            news.append(await inbox.store(parse(body), body))

        async with anyio.create_task_group() as group:
            with anyio.CancelScope() as scope:
                scope.cancel()
                await store(push("cancelled"))
            for number in range(10):
                group.start_soon(store, push(str(number)))
        assert len(news) == 10
        orders = {entry.order_id async for entry in inbox.entries()}
        assert orders >= {str(number) for number in range(10)}
