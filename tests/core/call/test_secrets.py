"""Secrets and personal data stay out of logs, reprs, exception texts and tracebacks."""

from __future__ import annotations

import asyncio
import logging
import pickle
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, answer, never_sent, ok
from wire_server import Connection, wire_server

from pandapon_async import (
    APIError,
    Attempt,
    AttemptResult,
    InvalidArgumentError,
    PandaPonClient,
    PandaPonError,
    RetryPolicy,
)
from pandapon_async.pandapon_v1 import OrderLine, Receiver

SECRET = CREDENTIALS.access_secret
PHONE = "13912345678"
ADDRESS = "7 Made-up Street"
NAME = "Planted Buyer"
PERSONAL = (PHONE, ADDRESS, NAME)
RECEIVER = Receiver(name=NAME, mobile_phone=PHONE, address=ADDRESS, city="杭州市")


class Records(logging.Handler):
    """Everything that any logger says, with its arguments and its exception."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts += [record.getMessage(), repr(record.args)]
        if record.exc_info and record.exc_info[1]:
            self.texts.append(told(record.exc_info[1]))


@pytest.fixture(autouse=True)
def records() -> Iterator[Records]:
    root = logging.getLogger()
    handler = Records()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("pandapon_async").setLevel(logging.DEBUG)
    yield handler
    logging.getLogger("pandapon_async").setLevel(logging.NOTSET)
    root.setLevel(level)
    root.removeHandler(handler)


def told(error: BaseException) -> str:
    """All that an error tracker would keep of an error, local variables included."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    chain: list[str] = []
    current: BaseException | None = error
    while current is not None:
        chain += [str(current), repr(current), repr(current.args)]
        current = current.__cause__ or current.__context__
    return "\n".join([*shown.format(), *chain])


def exception_texts(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + repr(error.args)


async def order(client: PandaPonClient) -> object:
    # Its own frame: what the caller holds in its variables is the caller's.
    return await client.taobao.orders.create(
        purchase_amount=400,
        receiver=RECEIVER,
        order_line_list=[OrderLine(item_id="1", quantity=2, price=200)],
        seller_order_number="N-1",
    )


def echo(request: httpx.Request) -> httpx.Response:
    """A server that repeats everything it was told."""
    text = f"refused: {request.url} {dict(request.headers)} {request.content.decode()} {SECRET}"
    return answer({"code": 1001, "msg": text, "requestId": "r"})


SCRIPTS: dict[str, list[httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]]] = {
    "ok": [ok({"purchaseOrderId": "1"})],
    "echoing refusal": [echo],
    "echoing code": [lambda r: answer({"code": f"{PHONE}{ADDRESS}", "msg": PHONE})],
    "echoing HTML": [lambda r: answer(f"<html>{r.content.decode()} {SECRET}".encode())],
    "echoing 500": [lambda r: answer(r.content, 500)],
    "cut JSON": [lambda r: answer(b'{"code": 200, "data": "' + r.content[:80])],
    "time-out": [httpx.ReadTimeout("x")],
    "never sent": [httpx.ConnectError("x")],
    "transport bug": [lambda r: (_ for _ in ()).throw(KeyError(r.content.decode() + str(r.headers) + SECRET))],
}


@pytest.mark.parametrize("name", SCRIPTS)
async def test_no_secret_and_no_personal_data_in_what_a_call_leaves(name: str, records: Records) -> None:
    transport = ScriptedTransport(SCRIPTS[name])
    texts: list[str] = []
    async with PandaPonClient(CREDENTIALS, transport=transport, retry=RetryPolicy(attempts=1)) as client:
        texts += [repr(client), repr(client.options), repr(CREDENTIALS), str(vars(client))]
        try:
            await order(client)
        except PandaPonError as error:
            told_of = told(error)
            assert SECRET not in told_of
            assert CREDENTIALS.access_key not in told_of
            for value in PERSONAL:
                assert value not in exception_texts(error)
            assert SECRET not in repr(error.__dict__)
            if isinstance(error, APIError):
                assert error.message.startswith("refused") or name != "echoing refusal"
                assert all(value not in error.message for value in (SECRET, *PERSONAL))
    texts += records.texts
    assert records.texts, "nothing was logged, so nothing was proven"
    for text in texts:
        for value in (SECRET, CREDENTIALS.access_key, *PERSONAL):
            assert value not in text


@asynccontextmanager
async def broken_server(how: str) -> AsyncIterator[str]:
    async def script(connection: Connection) -> None:
        request = await connection.request()
        assert request is not None
        if how == "no HTTP":
            await connection.raw(request[2] + b"\r\n\r\n")
        elif how == "reset":
            connection.abort()
        elif how == "silent":
            await asyncio.Event().wait()
        else:
            await connection.raw(b"HTTP/1.1 200 OK\r\nX-Echo: " + PHONE.encode() + b"\r\nContent-Length: 99\r\n\r\n{")

    async with wire_server(script) as server:
        yield server.url


@pytest.mark.parametrize("how", ["no HTTP", "reset", "silent", "cut"])
@pytest.mark.parametrize("over", ["the default transport", "httpx"])
async def test_the_same_over_real_sockets(how: str, over: str, records: Records) -> None:
    timeout = httpx.Timeout(5, read=0.05)
    async with broken_server(how) as url, httpx.AsyncClient() as theirs:
        http_client = theirs if over == "httpx" else None
        async with PandaPonClient(CREDENTIALS, base_url=url, http_client=http_client, timeout=timeout) as client:
            with pytest.raises(PandaPonError) as caught:
                await order(client)
    told_of = told(caught.value)
    for value in (SECRET, CREDENTIALS.access_key):
        assert value not in told_of
    for value in PERSONAL:
        assert value not in exception_texts(caught.value)
        # At DEBUG, httpcore logs the headers of answers; what a caller's own client logs is the caller's.
        assert over == "httpx" or all(value not in text for text in records.texts)
    assert all(SECRET not in text for text in records.texts)


async def test_bad_input_is_refused_without_showing_it(records: Records) -> None:
    transport = ScriptedTransport([])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(InvalidArgumentError) as caught:
            await client.taobao.orders.create(
                purchase_amount=400,
                receiver=Receiver(mobile_phone=[PHONE]),  # type: ignore[arg-type]
                order_line_list=[],
            )
    assert str(caught.value) == "receiver.mobile_phone: expected str, got list"
    assert PHONE not in exception_texts(caught.value)
    assert transport.sent == 0


async def test_a_hook_sees_neither_and_cannot_break_a_call(records: Records) -> None:
    seen: list[str] = []

    class Hook:
        def before_attempt(self, attempt: Attempt) -> None:
            seen.append(repr(attempt))

        def after_attempt(self, attempt: Attempt, result: AttemptResult) -> None:
            seen.append(repr((attempt, result)))
            raise RuntimeError(PHONE)

    transport = ScriptedTransport([never_sent(), ok({"a": 1})])
    clock = FakeClock()
    async with PandaPonClient(CREDENTIALS, transport=transport, hooks=[Hook()], clock=clock) as client:
        assert await order(client) == {"a": 1}
    assert len(seen) == 4
    for text in (*seen, *records.texts):
        assert all(value not in text for value in (SECRET, *PERSONAL))
    assert any("raised RuntimeError" in text for text in records.texts)


async def test_the_answer_is_reachable_for_those_who_ask_for_it() -> None:
    transport = ScriptedTransport([lambda r: answer(f"<html>{PHONE}".encode())])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(PandaPonError) as caught:
            await order(client)
    assert caught.value.response is not None
    assert caught.value.response.body == f"<html>{PHONE}".encode()
    assert PHONE not in repr(caught.value.response)


def test_credentials_pickle_and_compare_but_do_not_show() -> None:
    assert pickle.loads(pickle.dumps(CREDENTIALS)) == CREDENTIALS
    assert repr(CREDENTIALS) == "Credentials(user_id='2100007341207')"
