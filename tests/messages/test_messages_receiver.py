"""The address that the platform pushes to, over a real socket: what is answered, and what is stored."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import attrs
import httpx
import pytest
from pushes import PAID, PRICE, SECRET, now_ms, push, signed
from starlette.applications import Starlette
from starlette.routing import Mount

from pandapon_async._core.schema.events import Event
from pandapon_async.messages import Inbox, Messages, OrderPaid, ReceiverSettings, UnknownEvent, open_inbox, server, sign
from pandapon_async.messages.errors import InboxFullError
from pandapon_async.messages.notices import Notices
from pandapon_async.messages.server import serve

DAY_MS = 86_400_000


@attrs.define
class Door:
    """A receiver that listens, with everything that its handler saw."""

    url: str
    port: int
    client: httpx.AsyncClient
    messages: Messages
    handled: list[Event]
    inbox: str

    async def post(self, body: bytes, **headers: str) -> int:
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await self.client.post("/pushes", content=body, headers={**signed(body), **changed})
        # Nothing is told to whoever forges pushes.
        assert answer.content == b""
        assert answer.headers.keys() <= {"date", "content-length", "connection", "allow", "retry-after"}
        return answer.status_code

    async def count(self) -> int:
        async with open_inbox(self.inbox) as inbox:
            return (await inbox.counts()).total

    async def raw(self, data: bytes) -> bytes:
        """Send bytes and return all that comes until the connection ends."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(data)
            await writer.drain()
            return await reader.read()
        except ConnectionError:
            return b""
        finally:
            writer.close()


@asynccontextmanager
async def door(inbox: str, settings: ReceiverSettings | None = None, **options: object) -> AsyncIterator[Door]:
    given = {"secret": SECRET, "access_key": "KEY-aaaaaaaa", **options}
    messages = Messages(inbox=inbox, settings=settings, **given)  # type: ignore[arg-type]
    handled: list[Event] = []

    @messages.on(Event)
    async def keep(event: Event) -> None:
        handled.append(event)

    async with (
        serve(messages) as running,
        httpx.AsyncClient(base_url=running.url, timeout=60, limits=httpx.Limits(max_connections=50)) as client,
    ):
        yield Door(running.url, running.port, client, messages, handled, inbox)


@pytest.fixture
async def opened(inbox_file: str) -> AsyncIterator[Door]:
    ready: asyncio.Future[Door] = asyncio.get_running_loop().create_future()
    done = asyncio.Event()

    async def hold() -> None:
        # In one task from its beginning to its end, which a fixture is not.
        async with door(inbox_file, ReceiverSettings(max_body_bytes=5_000)) as found:
            ready.set_result(found)
            await done.wait()

    task = asyncio.create_task(hold())
    await asyncio.wait([task, ready], return_when=asyncio.FIRST_COMPLETED)
    yield ready.result()
    done.set()
    await task


async def handled(found: Door, count: int) -> list[Event]:
    while len(found.handled) < count:
        await asyncio.sleep(0.01)
    return found.handled


async def test_a_genuine_push_is_stored_and_handled(opened: Door) -> None:
    assert await opened.post(push("1")) == 200
    assert [event.order_id for event in await handled(opened, 1)] == ["1"]
    assert await opened.count() == 1


def signature(body: bytes) -> dict[str, str]:
    return {"Authorization": sign(body, SECRET)}


REFUSED = {
    "not JSON, not signed": (b"{", {"Authorization": ""}, 401),
    "not JSON, a wrong signature": (b"[" * 4_000, {"Authorization": "0" * 64}, 401),
    "not an object, a wrong signature": (b"[1]", {"Authorization": "0" * 64}, 401),
    "compressed, a wrong signature": (gzip.compress(push()), {"Content_Encoding": "gzip", "Authorization": "0"}, 401),
    "1688's own form, a wrong signature": (b'{"type":"X","data":{}}', {"Authorization": "0" * 64}, 401),
    "a wrong signature": (push(), {"Authorization": "0" * 64}, 401),
    "an empty signature": (push(), {"Authorization": ""}, 401),
    "the signature of another body": (push(), {"Authorization": sign(push("2"), SECRET)}, 401),
    "no type, a body, a wrong signature": (b'{"messageBody":{"orderId":"1"}}', {"Authorization": "0" * 64}, 401),
    "too large": (push(note="x" * 6_000), {}, 413),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_is_refused_is_neither_stored_nor_handled(opened: Door, case: str) -> None:
    body, headers, status = REFUSED[case]
    assert await opened.post(body, **headers) == status
    assert await opened.count() == 0
    assert not opened.handled
    assert await opened.post(push()) == 200


ENVELOPE = {"messagePlatform": 1, "messageType": PAID, "messageBody": {"orderId": "7"}}
ONE = json.dumps({**ENVELOPE, "timestamp": str(now_ms())}).encode()


def envelope(**changes: object) -> bytes:
    return json.dumps({**ENVELOPE, **changes}, ensure_ascii=False).encode()


#: Genuine pushes of any form: body, headers, class and order of the event that the handlers get.
ACCEPTED = {
    "plain text": (ONE, {"Content_Type": "text/plain;charset=ISO-8859-1"}, OrderPaid, "7"),
    "a form": (ONE, {"Content_Type": "application/x-www-form-urlencoded"}, OrderPaid, "7"),
    "a charset that it is not in": (ONE, {"Content_Type": "application/json;charset=GBK"}, OrderPaid, "7"),
    "GBK": (envelope(note="成功").decode().encode("gbk"), {"Content_Type": "text/plain; charset=gbk"}, OrderPaid, "7"),
    "a byte order mark": (b"\xef\xbb\xbf" + ONE, {}, OrderPaid, "7"),
    "UTF-16": (ONE.decode().encode("utf-16"), {}, OrderPaid, "7"),
    "gzip": (gzip.compress(ONE), {"Content_Encoding": "gzip"}, OrderPaid, "7"),
    "gzip, signed before": (gzip.compress(ONE), {**signature(ONE), "Content_Encoding": "gzip"}, OrderPaid, "7"),
    "deflate": (zlib.compress(ONE), {"Content_Encoding": "deflate"}, OrderPaid, "7"),
    "broken gzip": (gzip.compress(ONE)[:-9], {"Content_Encoding": "gzip"}, UnknownEvent, None),
    "a bomb": (gzip.compress(b"x" * 100_000), {"Content_Encoding": "gzip"}, UnknownEvent, None),
    "a truncated emoji": (ONE[:-1] + b',"x":"\xf0\x9f\x90"}', {}, OrderPaid, "7"),
    "half an emoji, escaped": (ONE[:-1] + b',"x":"\\ud83d"}', {}, OrderPaid, "7"),
    "a control character": (ONE[:-1] + b',"x":"a\tb"}', {}, OrderPaid, "7"),
    "not a number": (ONE[:-1] + b',"x":NaN,"y":1e999}', {}, OrderPaid, "7"),
    "a number of 5000 digits": (ONE[:-1] + b',"x":' + b"9" * 4_700 + b"}", {}, OrderPaid, "7"),
    "seconds": (envelope(timestamp=str(now_ms() // 1000)), {}, OrderPaid, "7"),
    "no time": (envelope(), {}, OrderPaid, "7"),
    "a time that is none": (envelope(timestamp="soon"), {}, OrderPaid, "7"),
    "from the future": (envelope(timestamp=str(now_ms() + DAY_MS)), {}, OrderPaid, "7"),
    "two days old": (envelope(timestamp=str(now_ms() - 2 * DAY_MS)), {}, OrderPaid, "7"),
    "encoded twice": (envelope(messageBody=json.dumps(json.dumps({"orderId": "7"}))), {}, OrderPaid, "7"),
    "an array as the body": (envelope(messageBody=[{"orderId": "7"}]), {}, UnknownEvent, None),
    "an id as the body": (envelope(messageBody=1024285237573584051), {}, UnknownEvent, None),
    "text as the body": (envelope(messageBody="orderId=7"), {}, UnknownEvent, None),
    "no body": (envelope(messageBody=None), {}, UnknownEvent, None),
    "1688's own form": (
        b'{"type":"X","msgId":1,"gmtBorn":%d,"data":{"orderId":7}}' % now_ms(),
        {},
        UnknownEvent,
        "7",
    ),
    "snake case": (b'{"message_type":"X","message_body":"{\\"order_id\\":7}"}', {}, UnknownEvent, "7"),
    "wrapped": (b'{"code":200,"data":' + ONE + b"}", {}, UnknownEvent, "7"),
    "an array of numbers": (b"[1]", {}, UnknownEvent, None),
    "a number": (b"17", {}, UnknownEvent, None),
    "not JSON": (b"{", {}, UnknownEvent, None),
    "deep": (b"[" * 4_000, {}, UnknownEvent, None),
    "an object that is not a push": (b'{"verify":true}', {}, UnknownEvent, None),
    "nothing": (b"", {}, UnknownEvent, None),
}


@pytest.mark.parametrize("case", ACCEPTED)
async def test_a_push_that_verifies_is_stored_and_handled_in_whatever_form(opened: Door, case: str) -> None:
    body, headers, kind, order_id = ACCEPTED[case]
    assert await opened.post(body, **headers) == 200
    (event,) = await handled(opened, 1)
    assert type(event) is kind
    assert event.order_id == order_id
    async with open_inbox(opened.inbox) as inbox:
        (entry,) = [entry async for entry in inbox.entries()]
        stored = await inbox.body(entry.position)
    assert entry.order_id == order_id
    if not headers:
        assert stored == body


async def test_an_array_of_pushes_is_stored_as_several(opened: Door) -> None:
    parts = [push("1"), b'{ "type" : "\xff" }', push("2")]
    assert await opened.post(b" [" + b" , ".join(parts) + b"] ") == 200
    assert {event.order_id for event in await handled(opened, 3)} == {"1", None, "2"}
    async with open_inbox(opened.inbox) as inbox:
        assert {await inbox.body(entry.position) async for entry in inbox.entries()} == set(parts)


async def test_a_push_that_is_too_old_is_a_dead_letter_and_can_be_replayed(opened: Door) -> None:
    assert await opened.post(push("old", timestamp=str(now_ms() - 8 * DAY_MS))) == 200
    async with open_inbox(opened.inbox) as inbox:
        (entry,) = [entry async for entry in inbox.entries()]
        assert (entry.state, entry.error, entry.attempts) == ("dead_letter", "TooOld", 0)
        assert not opened.handled
        await inbox.replay(entry.position)
    await handled(opened, 1)


async def test_refusals_are_counted_and_logged_once_a_minute_without_content(
    opened: Door, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(20):
        await opened.post(push(f"planted-{number}"), Authorization="planted-signature")
    await opened.client.get("/planted-path")
    await opened.client.post("/", content=b"planted")
    assert opened.messages.refusals == {
        "401, the signature is wrong": 20,
        "405, the method is not POST": 1,
        "401, the signature is missing": 1,
    }
    lines = [record.getMessage() for record in caplog.records if record.name == "pandapon_async.messages"]
    assert lines == [f"refused a push: {reason}" for reason in opened.messages.refusals]


def test_a_log_line_says_how_many_there_were_since_the_last_one(caplog: pytest.LogCaptureFixture) -> None:
    moments = iter((0.0, 1.0, 59.0, 61.0, 62.0, 200.0))
    notices = Notices("refused a push: %s", lambda: next(moments))
    for _ in range(6):
        notices.add("why")
    assert [record.getMessage() for record in caplog.records] == [
        "refused a push: why",
        "refused a push: why; 2 more since the last line",
        "refused a push: why; 1 more since the last line",
    ]


async def test_all_bodies_together_are_limited(inbox_file: str) -> None:
    async with door(inbox_file, ReceiverSettings(max_buffered_bytes=20_000, read_seconds=60)) as found:
        reader, writer = await asyncio.open_connection("127.0.0.1", found.port)
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n" + b"x" * 19_500)
        while await found.post(push("1", note="x" * 1_000)) != 503:
            await asyncio.sleep(0.01)
        writer.close()
        while await found.post(push("1", note="x" * 1_000)) != 200:
            await asyncio.sleep(0.01)
        del reader


@pytest.mark.parametrize(
    "start",
    [
        b"POST / HTTP/1.1\r\nHost: x\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nName: ",
        b"POST /",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
    ],
    ids=["headers", "one header", "the path", "trailers"],
)
async def test_endless_headers_are_cut_off(opened: Door, start: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", opened.port)
    writer.write(start)
    endless = b"value" * 1_000 if start[-1:] != b"\n" else b"Name: value\r\n" * 500
    sent = 0
    with pytest.raises(ConnectionError):  # noqa: PT012 - the connection breaks at some point of the loop
        while True:
            writer.write(endless)
            await writer.drain()
            sent += len(endless)
            await asyncio.sleep(0)
            assert sent < 50_000_000
    writer.close()
    assert opened.messages.refusals["the headers are too large"] == 1
    assert await opened.post(push()) == 200
    del reader


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_methods_are_refused(opened: Door, method: str) -> None:
    answer = await opened.client.request(method, "/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_get_is_answered_where_that_is_asked_for(inbox_file: str) -> None:
    async with door(inbox_file, ReceiverSettings(answer_get=True)) as found:
        assert (await found.client.get("/")).status_code == 200
        assert (await found.client.head("/")).status_code == 200
        assert (await found.client.put("/")).status_code == 405


@pytest.mark.parametrize(
    "body",
    [b"", b"  \n", b"{}", b'{"verify":true}', b'{"messageType":null,"messageBody":null}', b'{"messageType":""}'],
)
@pytest.mark.parametrize("headers", [{"Authorization": ""}, {"Authorization": "0" * 64}], ids=["none", "wrong"])
async def test_the_consoles_verify_is_answered_and_is_no_message(
    opened: Door, body: bytes, headers: dict[str, str]
) -> None:
    assert await opened.post(body, **headers) == 200
    assert await opened.count() == 0
    assert not opened.handled


async def test_a_verify_without_any_header_is_answered(opened: Door) -> None:
    answer = await opened.raw(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ")


async def test_a_signed_push_without_a_type_is_an_unknown_message(opened: Door) -> None:
    assert await opened.post(b'{"messageType":null,"messageBody":{"orderId":"7"}}') == 200
    assert [event.order_id for event in await handled(opened, 1)] == ["7"]


async def test_two_signatures_are_none(opened: Door) -> None:
    body = push()
    headers = [("content-type", "application/json"), *[("authorization", sign(body, SECRET))] * 2]
    assert (await opened.client.post("/", content=body, headers=headers)).status_code == 401


async def test_a_body_in_chunks_is_limited_as_well(opened: Door) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 1_000

    answer = await opened.client.post("/", content=chunks(), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    body = push()

    async def parts() -> AsyncIterator[bytes]:
        yield body[:10]
        yield body[10:]

    answer = await opened.client.post("/", content=parts(), headers=signed(body))
    assert answer.status_code == 200


async def test_a_body_that_does_not_come_is_given_up(inbox_file: str) -> None:
    async with door(inbox_file, ReceiverSettings(read_seconds=0.05)) as found:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        assert (await found.raw(head)).startswith(b"HTTP/1.1 408 ")
        assert await found.count() == 0


@pytest.mark.parametrize("start", [b"", b"POST / HTTP/1.1\r\nHost: x\r\n"], ids=["silence", "half of the headers"])
async def test_headers_that_do_not_come_are_given_up(
    inbox_file: str, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_HEADER_SECONDS", 0.05)
    async with door(inbox_file) as found:
        assert await found.raw(start) == b""
        # Also where a first request came in time.
        whole = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
        assert (await found.raw(whole + start)).count(b"HTTP/1.1 200 ") == 1
        assert await found.post(push()) == 200


async def test_too_many_at_once_are_asked_to_come_again(inbox_file: str) -> None:
    async with door(inbox_file, ReceiverSettings(concurrency=0)) as found:
        assert await found.post(push()) == 503
        assert await found.count() == 0


async def test_a_push_that_cannot_be_stored_is_not_acknowledged(
    opened: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def full(self: Inbox, pushes: object, *, max_age: float) -> list[bool]:
        raise InboxFullError("the disk is full")

    monkeypatch.setattr(Inbox, "store_all", full)
    assert await opened.post(push("planted-order")) == 503
    assert opened.messages.refusals == {"503, the inbox could not store it": 1}
    assert "the disk is full" in caplog.text
    assert "planted-order" not in caplog.text
    assert SECRET not in caplog.text


async def test_a_push_again_is_acknowledged_and_stored_once(opened: Door) -> None:
    body = push("1", PRICE)
    assert [await opened.post(body) for _ in range(5)] == [200] * 5
    reordered = json.dumps(dict(reversed(json.loads(body).items())), indent=1).encode()
    assert await opened.post(reordered) == 200
    assert await opened.count() == 1
    await handled(opened, 1)


@pytest.mark.parametrize(("kind", "stored"), [(PAID, 1), (PRICE, 2)])
async def test_the_same_change_at_another_time_counts_once_where_it_can_happen_only_once(
    opened: Door, kind: str, stored: int
) -> None:
    """An order is paid once; a price may be changed and changed back."""
    first = now_ms()
    for shift in (0, 1_000):
        assert await opened.post(push("1", kind, timestamp=str(first + shift))) == 200
    assert await opened.count() == stored


def hostile(index: int, genuine: bytes) -> tuple[bytes, dict[str, str]]:
    """A push that must leave no trace, of one of many kinds."""
    body = push(f"forged-{index}")
    kinds = [
        (body, {"Content-Type": "application/json"}),
        (body, {**signed(body), "Authorization": f"{index:064x}"}),
        (body, signed(push("other"))),
        (body[: 1 + index % (len(body) - 2)], signed(body)),
        (push(f"large-{index}", note="x" * 5_000), {"Content-Type": "application/json"}),
        (gzip.compress(body), {**signed(push("other")), "Content-Encoding": "gzip"}),
        (body, {"Content-Type": "text/html"}),
        (genuine, signed(genuine)),
        (b"[" * (index % 900 + 1), {"Content-Type": "application/json"}),
        (bytes((index * 7 + place) % 256 for place in range(index % 60)) + b"\x01", signed(b"")),
    ]
    return kinds[index % len(kinds)]


async def test_hostile_pushes_by_the_thousand_leave_no_trace(opened: Door) -> None:
    genuine = push("genuine")
    assert await opened.post(genuine) == 200
    await handled(opened, 1)
    slow = [await asyncio.open_connection("127.0.0.1", opened.port) for _ in range(100)]
    for index, (_, writer) in enumerate(slow):
        # Half of them stop within the headers, half within the body.
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
        if index % 2:
            writer.write(b"Content-Length: 1000\r\n\r\n{")
    statuses: dict[int, int] = {}

    async def attack(start: int) -> None:
        for index in range(start, 3_000, 30):
            body, headers = hostile(index, genuine)
            answer = await opened.client.post("/", content=body, headers=headers)
            statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1

    await asyncio.gather(*(attack(start) for start in range(30)))

    # 200 is for the genuine one, replayed: it is known.
    assert statuses[200] == 300
    assert sum(statuses.values()) == 3_000
    assert statuses.keys() == {200, 401, 413}
    assert await opened.count() == 1
    assert [event.order_id for event in opened.handled] == ["genuine"]
    began = time.monotonic()
    assert await opened.post(push("after")) == 200
    # The platform waits for one second; the machine may be busy, so this is only a bound against standing still.
    assert time.monotonic() - began < 30
    for _, writer in slow:
        writer.close()


async def test_it_runs_mounted_below_a_path_of_a_framework(inbox_file: str) -> None:
    messages = Messages(inbox=inbox_file, secret=SECRET)
    app = Starlette(routes=[Mount("/pandapon", app=messages.app)])
    body = push("mounted")
    async with (
        messages.running() as inbox,
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service") as client,
    ):
        headers = {"Content-Type": "application/json", "Authorization": sign(body, SECRET)}
        assert (await client.post("/pandapon/", content=body, headers=headers)).status_code == 200
        assert (await inbox.counts()).total == 1


async def test_a_server_that_tells_nothing_of_its_life_can_receive(inbox_file: str) -> None:
    messages = Messages(inbox=inbox_file, unverified=True)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(messages), base_url="http://x") as client:
        assert (await client.post("/", content=push())).status_code == 200
    await messages.close()
    async with open_inbox(inbox_file) as inbox:
        assert (await inbox.counts()).pending == 1


async def life(messages: Messages) -> list[dict[str, object]]:
    """What an application says to a server that starts it and ends it at once."""
    said: list[dict[str, object]] = []
    asked = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> dict[str, object]:
        return asked.pop(0)

    async def send(message: dict[str, object]) -> None:
        said.append(message)

    try:
        await messages({"type": "lifespan"}, receive, send)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001
        said.append({"raised": type(error).__name__})
    return said


async def test_it_follows_the_life_of_a_server_that_runs_it_alone(inbox_file: str, tmp_path: object) -> None:
    messages = Messages(inbox=inbox_file, unverified=True)
    assert await life(messages) == [{"type": "lifespan.startup.complete"}, {"type": "lifespan.shutdown.complete"}]
    broken = Messages(inbox=f"{tmp_path}/missing/inbox.sqlite", unverified=True)
    started, raised = await life(broken)
    assert started["type"] == "lifespan.startup.failed"
    assert "cannot make the inbox" in str(started["message"])
    assert raised == {"raised": "InboxError"}


async def test_an_error_while_it_serves_is_raised_as_it_is(inbox_file: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with door(inbox_file):
            raise ZeroDivisionError
    with pytest.raises(OSError, match="in use"):
        async with door(inbox_file) as found, serve(found.messages, port=found.port):
            pass


async def test_a_websocket_is_closed(inbox_file: str) -> None:
    said: list[object] = []

    async def send(message: object) -> None:
        said.append(message)

    await Messages(inbox=inbox_file, unverified=True)({"type": "websocket"}, None, send)  # type: ignore[arg-type]
    assert said == [{"type": "websocket.close", "code": 1008}]
