"""``Webhook.unwrap``: verification and reading in one call, without an inbox."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from pushes import ACCESS_KEY, SECRET, now_ms, push
from starlette.datastructures import Headers

from pandapon_async import PandaPonError
from pandapon_async._core.errors import ConfigurationError
from pandapon_async.messages import OrderPaid, UnknownEvent, VerificationError, Webhook, sign_push

WEBHOOK = Webhook(["new secret", SECRET], access_key=ACCESS_KEY)


@pytest.mark.parametrize(
    "headers_of", [dict, httpx.Headers, Headers, lambda found: {k.upper(): v for k, v in found.items()}]
)
@pytest.mark.parametrize("key", ["", ACCESS_KEY])
def test_a_genuine_push_is_an_event(headers_of: object, key: str) -> None:
    body = push("1")
    event = WEBHOOK.unwrap(body, headers_of(sign_push(body, SECRET, access_key=key)))  # type: ignore[operator]
    assert isinstance(event, OrderPaid)
    assert event.order_id == "1"
    assert WEBHOOK.unwrap(body.decode(), sign_push(body, SECRET)) == event


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, "missing"),
        ({"Authorization": ""}, "wrong"),
        ({"Authorization": "0" * 64}, "wrong"),
        (sign_push(push("2"), SECRET), "wrong"),
        (sign_push(b"", "another secret"), "wrong"),
    ],
)
def test_any_other_push_is_refused_without_its_content(headers: dict[str, str], reason: str) -> None:
    with pytest.raises(VerificationError, match=f"signature is {reason}$") as caught:
        WEBHOOK.unwrap(push("1"), headers)
    assert isinstance(caught.value, PandaPonError)


def test_a_push_that_was_recorded_is_refused_when_it_is_too_old() -> None:
    body = push("1", timestamp=str(now_ms() - 8 * 86_400_000))
    with pytest.raises(VerificationError, match="s old; at most 604800 s are allowed"):
        WEBHOOK.unwrap(body, sign_push(body, SECRET))
    assert Webhook(SECRET, max_age=None).unwrap(body, sign_push(body, SECRET)).order_id == "1"
    at_that_time = Webhook(SECRET, clock=lambda: 0.0)
    assert at_that_time.unwrap(body, sign_push(body, SECRET)).order_id == "1"


def test_any_content_that_verifies_is_an_event() -> None:
    for body in (b"", b"\xff", b"[1]"):
        assert isinstance(WEBHOOK.unwrap(body, sign_push(body, SECRET)), UnknownEvent)
    body = gzip.compress(push("1"))
    headers = {**sign_push(body, SECRET), "Content-Encoding": "gzip"}
    assert isinstance(WEBHOOK.unwrap(body, headers), OrderPaid)


def test_an_empty_secret_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="anybody could push"):
        Webhook("")


async def test_the_example_of_the_page_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "messages.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```py\n(.*?)```", page, flags=re.DOTALL)
    monkeypatch.setenv("PANDAPON_ACCESS_SECRET", SECRET)
    monkeypatch.setenv("PANDAPON_ACCESS_KEY", ACCESS_KEY)
    found: dict[str, Any] = {}
    exec(compile(program, "messages.md", "exec"), found)
    body = push("77")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(found["app"]), base_url="http://x") as client:
        assert (await client.post("/pandapon", content=body, headers=sign_push(body, SECRET))).status_code == 200
        assert (await client.post("/pandapon", content=body)).status_code == 401
    assert capsys.readouterr().out == "77\n"


def test_it_needs_no_database() -> None:
    program = "import sys; sys.modules['sqlalchemy'] = None; from pandapon_async.messages import Webhook; Webhook('x')"
    subprocess.run([sys.executable, "-c", program], check=True)
