"""Signatures, against digests computed here with hashlib alone."""

from __future__ import annotations

import hashlib
import string

import httpx
import pytest
from fakes import CREDENTIALS, NOW, FakeClock, ScriptedTransport, digest, ok

from pandapon_async import ConfigurationError, Credentials, PandaPonClient, Signable, Signature
from pandapon_async._core.call.signing import Md5Signer, random_nonce

SIGNABLE = {"method": "POST", "path": "/open/order", "query": (), "body": b"{}", "user_id": "9"}


@pytest.mark.parametrize(
    ("key", "timestamp", "nonce", "secret"),
    [
        ("58c0201dfdf148eca63cbf6bb5e7cf03", "1715669977", "A" * 32, "0123456789abcdef"),
        ("58c0201dfdf148eca63cbf6bb5e7cf03", "1715669977082", "nonce-str", "0123456789abcdef"),
        ("k", "0", "n", "s"),
    ],
)
def test_a_signature_is_the_upper_case_md5_of_key_timestamp_nonce_and_secret(
    key: str, timestamp: str, nonce: str, secret: str
) -> None:
    expected = hashlib.md5(f"{key}{timestamp}{nonce}{secret}".encode()).hexdigest().upper()
    credentials = Credentials(access_key=key, access_secret=secret, user_id="9")
    signature = Md5Signer().sign(Signable(scheme="header", timestamp=timestamp, nonce=nonce, **SIGNABLE), credentials)
    assert signature.headers == {
        "access-key": key,
        "timestamp": timestamp,
        "nonce-str": nonce,
        "user-id": "9",
        "signature": expected,
    }
    assert signature.query == {}


def test_a_query_signature_sends_timestamp_and_sign_and_the_headers_too() -> None:
    request = Signable(scheme="query", timestamp="1715669977", nonce="N" * 32, **SIGNABLE)
    signature = Md5Signer().sign(request, CREDENTIALS)
    assert signature.query == {"timestamp": "1715669977", "sign": digest("1715669977", "N" * 32)}
    assert signature.headers["signature"] == signature.query["sign"]
    assert set(signature.headers) == {"access-key", "timestamp", "nonce-str", "user-id", "signature"}


def test_a_nonce_has_32_letters_and_digits_and_never_repeats() -> None:
    nonces = {random_nonce() for _ in range(1000)}
    assert len(nonces) == 1000
    assert all(len(nonce) == 32 and set(nonce) <= set(string.ascii_letters + string.digits) for nonce in nonces)


@pytest.mark.parametrize(("unit", "expected"), [("seconds", "1700000000"), ("milliseconds", "1700000000500")])
async def test_the_unit_of_the_timestamp_is_a_setting(unit: str, expected: str) -> None:
    transport = ScriptedTransport([ok()])
    clock = FakeClock(NOW + 0.5)
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=clock, timestamp_unit=unit) as client:
        await client.request("POST", "/open/order", json={})
    assert transport.requests[0].headers["timestamp"] == expected


async def test_each_attempt_is_signed_anew() -> None:
    transport = ScriptedTransport([httpx.ReadTimeout(""), ok()])
    clock = FakeClock()
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=clock) as client:
        await client.request("GET", "/x", effect="read")
    first, second = transport.requests
    assert first.headers["nonce-str"] != second.headers["nonce-str"]
    assert int(second.headers["timestamp"]) == int(clock.now)
    for request in transport.requests:
        headers = request.headers
        assert headers["signature"] == digest(headers["timestamp"], headers["nonce-str"])


async def test_signer_and_nonce_can_be_replaced() -> None:
    class Sha:
        def sign(self, request: Signable, credentials: Credentials) -> Signature:
            text = request.method + request.path + (request.body or b"").decode() + credentials.access_secret
            return Signature({"x-sign": hashlib.sha256(text.encode()).hexdigest(), "x-nonce": request.nonce})

    transport = ScriptedTransport([ok()])
    async with PandaPonClient(CREDENTIALS, transport=transport, signer=Sha(), nonce=lambda: "fixed") as client:
        await client.request("POST", "/x", json=[1])
    headers = transport.requests[0].headers
    assert headers["x-sign"] == hashlib.sha256(f"POST/x[1]{CREDENTIALS.access_secret}".encode()).hexdigest()
    assert headers["x-nonce"] == "fixed"
    assert "signature" not in headers


async def test_a_signer_that_raises_sends_nothing_and_shows_no_secret() -> None:
    class Broken:
        def sign(self, request: Signable, credentials: Credentials) -> Signature:
            raise ValueError(credentials.access_secret)

    transport = ScriptedTransport([])
    async with PandaPonClient(CREDENTIALS, transport=transport, signer=Broken()) as client:
        with pytest.raises(ConfigurationError, match="signer raised ValueError; nothing was sent") as caught:
            await client.request("POST", "/x", json={})
    assert transport.sent == 0
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


async def test_options_headers_cannot_replace_the_signature() -> None:
    transport = ScriptedTransport([ok()])
    async with PandaPonClient(
        CREDENTIALS, transport=transport, headers={"Signature": "mine", "X-Trace": "1"}
    ) as client:
        await client.request("POST", "/x", json={}, user_id="77")
    headers = transport.requests[0].headers
    assert headers.get_list("signature") == [digest(headers["timestamp"], headers["nonce-str"])]
    assert headers["x-trace"] == "1"
    assert headers["user-id"] == "77"
