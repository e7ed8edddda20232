"""What each kind of answer means: how often a call is sent, and what it raises, for reads, writes and payments."""

from __future__ import annotations

import email.utils
import pickle
from collections.abc import Callable

import aiohttp
import httpx
import pytest
from fakes import CREDENTIALS, NOW, FakeClock, ScriptedTransport, answer, never_sent, ok

from pandapon_async import (
    APIError,
    AuthenticationError,
    DecodeError,
    NotFoundError,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonError,
    RateLimitError,
    RetryPolicy,
    ServerError,
    TransportError,
    ValidationError,
)

Outcome = tuple[int, type[PandaPonError] | None]
CODE = {"requestId": "req-1", "developId": "1", "msg": "text", "data": None}
EFFECTS = ("read", "write", "pay")


def code(value: object, **fields: object) -> dict[str, object]:
    return {**CODE, "code": value, **fields}


def error_code(value: object, success: object, data: object = None) -> dict[str, object]:
    return {"errorCode": value, "errorMsg": "text", "success": success, "data": data}


#: name → (answer, outcome of a read, outcome of a write or payment); an outcome is (times sent, what is raised).
TABLE: dict[str, tuple[Callable[[], httpx.Response | Exception], Outcome, Outcome]] = {
    # Success, in both styles.
    "code 200": (lambda: answer(code(200)), (1, None), (1, None)),
    "code '200'": (lambda: answer(code("200")), (1, None), (1, None)),
    "code 200.0": (lambda: answer(b'{"code": 200.0, "data": null}'), (1, None), (1, None)),
    "errorCode 200, success": (lambda: answer(error_code(200, True)), (1, None), (1, None)),
    "errorCode 200, success null": (lambda: answer(error_code(200, None)), (1, None), (1, None)),
    "errorCode null, success": (lambda: answer(error_code(None, True)), (1, None), (1, None)),
    "code null, success": (lambda: answer(code(None, success=True)), (1, None), (1, None)),
    "code 0, success": (lambda: answer(code(0, success=True)), (1, None), (1, None)),
    "not UTF-8": (lambda: answer(b'{"code": 200, "msg": "\xff"}'), (1, None), (1, None)),
    "byte order mark": (lambda: answer(b'\xef\xbb\xbf{"code": 200}'), (1, None), (1, None)),
    "lone surrogate": (lambda: answer(b'{"code": 200, "msg": "\\ud83d"}'), (1, None), (1, None)),
    "only code": (lambda: answer({"code": 200}), (1, None), (1, None)),
    # The server says no.
    "code 1001": (lambda: answer(code(1001)), (1, APIError), (1, APIError)),
    "code 'isv.invalid'": (lambda: answer(code("isv.invalid")), (1, APIError), (1, APIError)),
    "code 201": (lambda: answer(code(201)), (1, APIError), (1, APIError)),
    "code 200, success false": (lambda: answer(code(200, success=False)), (1, APIError), (1, APIError)),
    "code 400": (lambda: answer(code(400)), (1, ValidationError), (1, ValidationError)),
    "code 401": (lambda: answer(code(401)), (1, AuthenticationError), (1, AuthenticationError)),
    "code 404": (lambda: answer(code(404)), (1, NotFoundError), (1, NotFoundError)),
    "code 429": (lambda: answer(code(429)), (3, RateLimitError), (1, RateLimitError)),
    "errorCode 200, success false": (lambda: answer(error_code(200, False)), (1, APIError), (1, APIError)),
    "errorCode 7": (lambda: answer(error_code(7, False)), (1, APIError), (1, APIError)),
    "errorCode 7, success true": (lambda: answer(error_code(7, True)), (1, APIError), (1, OutcomeUnknownError)),
    "inner failure": (
        lambda: ok({"success": False, "errorCode": "ORDER_CLOSED", "errorInfo": "closed"}),
        (1, APIError),
        (1, APIError),
    ),
    "inner failure, errorCode style": (
        lambda: answer(error_code(200, True, {"success": False, "errorCode": 9, "errorMsg": "x"})),
        (1, APIError),
        (1, APIError),
    ),
    "inner failure without a code": (lambda: ok({"success": False}), (1, APIError), (1, APIError)),
    "HTTP 400": (lambda: answer(b"no", 400), (1, ValidationError), (1, ValidationError)),
    "HTTP 401": (lambda: answer(b"no", 401), (1, AuthenticationError), (1, AuthenticationError)),
    "HTTP 403": (lambda: answer(b"<html>no", 403), (1, AuthenticationError), (1, AuthenticationError)),
    "HTTP 404": (lambda: answer(b"", 404), (1, NotFoundError), (1, NotFoundError)),
    "HTTP 409": (lambda: answer(b"", 409), (1, APIError), (1, APIError)),
    "HTTP 400 with an envelope": (lambda: answer(code(1001), 400), (1, ValidationError), (1, ValidationError)),
    # 429 by HTTP: a gateway did not pass it on, so even a write may be sent again.
    "HTTP 429": (lambda: answer(b"", 429), (3, RateLimitError), (3, RateLimitError)),
    # The server failed: a read may be repeated, a write may have been done.
    "HTTP 500": (lambda: answer(b"", 500), (3, ServerError), (1, OutcomeUnknownError)),
    "HTTP 502": (lambda: answer(b"<html>", 502), (3, ServerError), (1, OutcomeUnknownError)),
    "HTTP 503 with a refusing envelope": (lambda: answer(code(400), 503), (3, ServerError), (1, OutcomeUnknownError)),
    "HTTP 408": (lambda: answer(b"", 408), (3, APIError), (1, OutcomeUnknownError)),
    "code 500": (lambda: answer(code(500)), (3, ServerError), (1, OutcomeUnknownError)),
    "code '503'": (lambda: answer(code("503")), (3, ServerError), (1, OutcomeUnknownError)),
    "HTTP 400, code 500": (lambda: answer(code(500), 400), (3, ServerError), (1, OutcomeUnknownError)),
    "inner 500": (
        lambda: ok({"success": False, "errorCode": 500}),
        (3, ServerError),
        (1, OutcomeUnknownError),
    ),
    # Nobody can tell.
    "code 0": (lambda: answer(code(0)), (1, APIError), (1, OutcomeUnknownError)),
    "code null": (lambda: answer(code(None)), (1, DecodeError), (1, OutcomeUnknownError)),
    "code true": (lambda: answer(code(True)), (1, DecodeError), (1, OutcomeUnknownError)),
    "code missing": (lambda: answer({"msg": "x", "data": 1}), (1, DecodeError), (1, OutcomeUnknownError)),
    "empty object": (lambda: answer({}), (1, DecodeError), (1, OutcomeUnknownError)),
    "array": (lambda: answer([1]), (1, DecodeError), (1, OutcomeUnknownError)),
    "JSON null": (lambda: answer(b"null"), (1, DecodeError), (1, OutcomeUnknownError)),
    "HTML with 200": (lambda: answer(b"<html>maintenance"), (1, DecodeError), (1, OutcomeUnknownError)),
    "empty body": (lambda: answer(b""), (1, DecodeError), (1, OutcomeUnknownError)),
    "HTTP 204": (lambda: answer(b"", 204), (1, DecodeError), (1, OutcomeUnknownError)),
    "truncated JSON": (lambda: answer(b'{"code": 200, "da'), (1, DecodeError), (1, OutcomeUnknownError)),
    "nested too deeply": (lambda: answer(b"[" * 100_000), (1, DecodeError), (1, OutcomeUnknownError)),
    "redirect": (lambda: answer(b"", 302, location="https://x/"), (1, APIError), (1, OutcomeUnknownError)),
    "HTTP 400 around success": (lambda: answer(code(200), 400), (1, ValidationError), (1, OutcomeUnknownError)),
    # No answer: never sent.
    "connection refused": (lambda: never_sent("ConnectError"), (3, TransportError), (3, TransportError)),
    "no connection in time": (lambda: never_sent("ConnectTimeout"), (3, TransportError), (3, TransportError)),
    "no free connection in time": (lambda: never_sent("PoolTimeout"), (3, TransportError), (3, TransportError)),
    "proxy": (lambda: never_sent("ProxyError"), (3, TransportError), (3, TransportError)),
    "unsupported protocol": (lambda: httpx.UnsupportedProtocol("x"), (1, TransportError), (1, TransportError)),
    # No answer, and the error of a transport that proves nothing.
    "unproven connection refused": (lambda: httpx.ConnectError("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "unproven connect timeout": (lambda: httpx.ConnectTimeout("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "unproven pool timeout": (lambda: httpx.PoolTimeout("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "unproven proxy": (lambda: httpx.ProxyError("x"), (3, TransportError), (1, OutcomeUnknownError)),
    # No answer: it may have been taken.
    "no answer in time": (lambda: httpx.ReadTimeout("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "not written in time": (lambda: httpx.WriteTimeout("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "read error": (lambda: httpx.ReadError("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "write error": (lambda: httpx.WriteError("x"), (3, TransportError), (1, OutcomeUnknownError)),
    "no HTTP": (lambda: httpx.RemoteProtocolError("x"), (3, TransportError), (1, OutcomeUnknownError)),
    # A transport with a bug: repeating mends nothing.
    "bug in the transport": (lambda: KeyError("x"), (1, TransportError), (1, OutcomeUnknownError)),
    "OSError from the transport": (lambda: OSError("x"), (1, TransportError), (1, OutcomeUnknownError)),
}


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("name", TABLE)
async def test_an_answer_has_one_meaning(name: str, effect: str) -> None:
    make, read, write = TABLE[name]
    sent, raised = read if effect == "read" else write
    transport = ScriptedTransport([make() for _ in range(sent)])
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock()) as client:
        call = client.request("POST", "/open/order", json={}, effect=effect)
        if raised is None:
            await call
        else:
            with pytest.raises(raised) as caught:
                await call
            assert caught.type is raised
            assert caught.value.attempts == sent
    assert transport.sent == sent


async def test_an_error_names_request_code_and_message() -> None:
    transport = ScriptedTransport([answer(code(1001, msg="余额不足", requestId="abc123"))])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(APIError) as caught:
            await client.request("POST", "/open/order", json={})
    error = caught.value
    assert (error.code, error.message, error.request_id) == (1001, "余额不足", "abc123")
    assert (error.http_status, error.operation, error.attempts) == (200, "POST /open/order", 1)
    assert str(error) == (
        "[request abc123] POST /open/order: code 1001: 余额不足; it is not certain that nothing was done (1 attempt)"
    )


async def test_an_inner_failure_tells_its_own_code_and_text() -> None:
    inner = {"success": False, "errorCode": "ORDER_CLOSED", "errorInfo": "order is closed"}
    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport([ok(inner)])) as client:
        with pytest.raises(APIError) as caught:
            await client.request("POST", "/alibaba/order/receivegoods", json={})
    assert (caught.value.code, caught.value.message) == ("ORDER_CLOSED", "order is closed")
    assert caught.value.response is not None
    assert caught.value.response.data == inner


async def test_a_success_code_can_be_added() -> None:
    transport = ScriptedTransport([answer(code(0, data=5))])
    async with PandaPonClient(CREDENTIALS, transport=transport, success_codes={200, 0}) as client:
        assert await client.request("POST", "/x", json={}) == 5


async def test_an_answer_beyond_the_limit_is_not_read() -> None:
    body = b'{"code": 200, "data": "' + b"x" * 5000 + b'"}'
    transport = ScriptedTransport([answer(body), answer(body)])
    async with PandaPonClient(CREDENTIALS, transport=transport, max_response_bytes=1000) as client:
        with pytest.raises(DecodeError, match="max_response_bytes"):
            await client.request("GET", "/x", effect="read")
        with pytest.raises(OutcomeUnknownError, match="max_response_bytes"):
            await client.request("POST", "/x", effect="write")


async def test_errors_survive_pickling() -> None:
    transport = ScriptedTransport([answer(code(1001))])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(APIError) as caught:
            await client.request("POST", "/x", json={})
    error = pickle.loads(pickle.dumps(caught.value))
    assert (type(error), str(error), error.code) == (APIError, str(caught.value), 1001)


# --- repetition ------------------------------------------------------------------------------------------------------


async def sleeps(replies: list[httpx.Response | Exception], effect: str = "read", **settings: object) -> FakeClock:
    clock = FakeClock()
    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport(replies), clock=clock, **settings) as client:
        await client.request("POST", "/x", json={}, effect=effect)
    return clock


async def test_pauses_double_and_are_spread() -> None:
    policy = RetryPolicy(attempts=6, base_delay=1, max_delay=5, jitter=lambda: 1.0)
    clock = await sleeps([httpx.ReadTimeout("")] * 5 + [ok()], retry=policy)
    assert clock.slept == [1, 2, 4, 5, 5]
    policy = RetryPolicy(attempts=6, base_delay=1, max_delay=5, jitter=lambda: 0.0)
    clock = await sleeps([httpx.ReadTimeout("")] * 5 + [ok()], retry=policy)
    assert clock.slept == [0.5, 1, 2, 2.5, 2.5]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": email.utils.formatdate(NOW + 20, usegmt=True)}, 20),
        ({"retry-after": email.utils.formatdate(NOW - 20, usegmt=True)}, 0),
    ],
)
@pytest.mark.parametrize("effect", EFFECTS)
async def test_retry_after_is_read_in_each_form(headers: dict[str, str], seconds: float, effect: str) -> None:
    clock = await sleeps([answer(b"", 429, **headers), ok()], effect)
    assert clock.slept == ([seconds] if seconds else [])


@pytest.mark.parametrize("text", ["-1", "nan", "inf", "soon", "", "1e999", "Fri, 99 Foo 2023 00:00:00 GMT", "²"])
async def test_an_unusable_retry_after_falls_back_to_the_policy(text: str) -> None:
    policy = RetryPolicy(base_delay=3, jitter=lambda: 1.0)
    clock = await sleeps([httpx.Response(429, headers={"retry-after": text.encode()}), ok()], retry=policy)
    assert clock.slept == [3]


@pytest.mark.parametrize("value", ["61", email.utils.formatdate(NOW + 3600, usegmt=True)])
async def test_a_long_retry_after_ends_the_call_at_once(value: str) -> None:
    clock = FakeClock()
    transport = ScriptedTransport([answer(b"", 429, retry_after=value)])
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=clock) as client:
        with pytest.raises(RateLimitError) as caught:
            await client.request("POST", "/x", json={})
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > 60
    assert clock.slept == []


async def test_the_deadline_bounds_the_pauses_too() -> None:
    clock = FakeClock()
    transport = ScriptedTransport([answer(b"", 429, retry_after="20"), answer(b"", 429, retry_after="20")])
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=clock, deadline=30) as client:
        with pytest.raises(RateLimitError):
            await client.request("POST", "/x", json={})
    assert clock.slept == [20]
    assert transport.sent == 2


async def test_repeating_can_be_turned_off_for_one_call() -> None:
    transport = ScriptedTransport([answer(b"", 503)])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(ServerError):
            await client.request("GET", "/x", effect="read", retry=RetryPolicy(attempts=1))
    assert transport.sent == 1


# --- adapters that blame the wrong phase -----------------------------------------------------------------------------


async def test_a_lost_connection_that_an_adapter_calls_a_connect_timeout_is_not_believed() -> None:
    def lost(_: httpx.Request) -> httpx.Response:
        try:
            raise aiohttp.ServerDisconnectedError
        except aiohttp.ServerDisconnectedError as error:
            raise httpx.ConnectTimeout("as httpx-aiohttp reports it") from error

    transport = ScriptedTransport([lost])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(OutcomeUnknownError):
            await client.request("POST", "/x", json={})
    assert transport.sent == 1
