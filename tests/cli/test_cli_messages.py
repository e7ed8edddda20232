"""``pandapon messages``: receive pushes, look at them, have them handled again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import attrs
import httpx
import pytest
from click.testing import CliRunner, Result
from pushes import ACCESS_KEY, PAID, SECRET, push, signed

from pandapon_async.cli.application import application
from pandapon_async.messages import open_inbox, parse
from pandapon_async.messages.store import Finished

ENVIRONMENT = {"PANDAPON_ACCESS_KEY": ACCESS_KEY, "PANDAPON_ACCESS_SECRET": SECRET}
PERSONAL_ORDER = json.dumps(
    {
        "messageType": "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
        "messageBody": {"baseInfo": {"idOfStr": "9", "buyerLoginId": "planted-login"}, "planted": "planted-unknown"},
        "messagePlatform": 1,
        "timestamp": "1779263269913",
    }
).encode()


@attrs.define
class Box:
    """An inbox with three messages: one handled, one dead letter, one pending."""

    address: str

    def run(self, command: str, *arguments: str) -> Result:
        return CliRunner().invoke(application, ["messages", command, "--inbox", self.address, *arguments])

    def listed(self, *arguments: str) -> list[dict[str, object]]:
        result = self.run("list", "--json", *arguments)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)


@pytest.fixture
def box(tmp_path: Path) -> Box:
    address = str(tmp_path / "inbox.sqlite")

    async def fill() -> None:
        async with open_inbox(address, create=True) as inbox:
            bodies = [
                push("1", timestamp="1779263269913"),
                push("2", "NEW", phone="planted-phone", timestamp="1779263269914"),
                PERSONAL_ORDER,
            ]
            for body in bodies:
                await inbox.store(parse(body), body)
            await inbox.claim("me", 3)
            await inbox.finish(Finished("me", 1, "handled", 0.0))
            await inbox.finish(Finished("me", 2, "dead_letter", 0.0, "ValueError"))
            await inbox.finish(Finished("me", 3, "pending", 1_900_000_000.0, "OSError"))

    anyio.run(fill)
    return Box(address)


def test_messages_are_listed_the_newest_first(box: Box) -> None:
    newest, dead, handled = box.listed()
    assert [newest["number"], dead["number"], handled["number"]] == [3, 2, 1]
    assert handled["type"] == PAID
    assert handled["pushed_at"] == "2026-05-20T07:47:49+00:00"
    assert (dead["state"], dead["error"], dead["attempts"], dead["due_at"]) == ("dead_letter", "ValueError", 1, None)
    assert (newest["state"], newest["due_at"]) == ("pending", "2030-03-17T17:46:40+00:00")


def test_a_list_can_be_narrowed(box: Box) -> None:
    assert [message["number"] for message in box.listed("--state", "dead_letter", "--state", "handled")] == [2, 1]
    assert [message["number"] for message in box.listed("--order", "9")] == [3]
    assert [message["number"] for message in box.listed("--limit", "1")] == [3]


def test_a_list_for_people_is_a_table_and_a_count(box: Box) -> None:
    result = box.run("list")
    assert result.exit_code == 0
    first, *rows = result.stdout.splitlines()
    assert first.split() == ["number", "state", "type", "order_id", "pushed_at", "attempts", "error"]
    assert len(rows) == 3
    assert "3 messages in the inbox: 1 pending, 1 handled, 0 skipped, 1 dead_letter" in result.stderr


@pytest.mark.parametrize("number", ["1", "2", "3"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_a_message_is_shown_without_personal_data(box: Box, number: str, form: tuple[str, ...]) -> None:
    result = box.run("show", number, *form)
    assert result.exit_code == 0, result.output
    assert "planted-" not in result.output
    assert "1779263269913" in result.output or number == "2"


def test_what_is_documented_and_not_personal_is_shown(box: Box) -> None:
    document = json.loads(box.run("show", "3", "--json").stdout)
    body = document["push"]["messageBody"]
    assert body["baseInfo"] == {"idOfStr": "9", "buyerLoginId": "***"}
    assert body["planted"] == "***"
    text = box.run("show", "1").stdout
    assert "2026-05-20 15:41:00" in text
    assert "handled" in text


def test_personal_data_is_shown_where_it_is_asked_for(box: Box) -> None:
    assert "planted-login" in box.run("show", "3", "--personal").stdout
    assert "planted-phone" in box.run("show", "2", "--personal", "--json").stdout


def test_a_message_that_is_not_there(box: Box) -> None:
    result = box.run("show", "77")
    assert (result.exit_code, result.stderr) == (3, "there is no message 77\n")
    assert box.run("replay", "77").exit_code == 3


def test_messages_are_replayed_by_number_or_by_state(box: Box) -> None:
    assert "1 message will be handled again" in box.run("replay", "1").stdout
    assert {message["state"] for message in box.listed("--order", "1")} == {"pending"}
    assert "1 message will be handled again" in box.run("replay", "--state", "dead_letter").stdout
    assert [message["attempts"] for message in box.listed("--state", "pending")] == [1, 0, 0]
    assert box.run("replay").exit_code == 2


def test_finished_messages_are_purged_by_age_and_state(box: Box) -> None:
    assert "0 messages deleted" in box.run("purge", "--older-than", "30").stdout
    assert "1 message deleted" in box.run("purge", "--older-than", "0").stdout
    assert [message["number"] for message in box.listed()] == [3, 2]
    assert "1 message deleted" in box.run("purge", "--older-than", "0", "--state", "dead_letter").stdout
    assert [message["state"] for message in box.listed()] == ["pending"]
    assert box.run("purge", "--older-than", "0", "--state", "pending").exit_code == 2
    assert box.run("purge").exit_code == 2


def test_a_push_that_is_not_json_is_listed_and_shown(tmp_path: Path) -> None:
    found = Box(str(tmp_path / "inbox.sqlite"))

    async def fill() -> None:
        async with open_inbox(found.address, create=True) as inbox:
            for body in (b"planted \xff text", b'{"type":"X","data":{"name":"planted"}}'):
                await inbox.store(parse(body), body)

    anyio.run(fill)
    for number in ("1", "2"):
        assert "planted" not in found.run("show", number).output
        assert "planted" in found.run("show", number, "--personal").stdout


@pytest.mark.parametrize("command", [("list",), ("show", "1"), ("replay", "1")])
def test_a_missing_inbox_is_told_and_not_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / "none.sqlite"
    result = Box(str(file)).run(*command)
    assert result.exit_code == 1
    assert "there is no inbox at" in result.stderr
    assert not file.exists()


def test_a_missing_extra_is_named(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("pandapon_async.messages")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    result = box.run("list")
    assert result.exit_code == 1
    assert 'pip install "pandapon-async[cli,messages]"' in result.stderr


def test_without_a_secret_nothing_is_listened_to(tmp_path: Path) -> None:
    file = tmp_path / "inbox.sqlite"
    result = Box(str(file)).run("listen", "--port", "0")
    assert result.exit_code == 1
    assert "PANDAPON_ACCESS_SECRET" in result.stderr
    assert not file.exists()


@contextmanager
def listening(tmp_path: Path, *options: str, **environment: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A receiver in a process of its own: its URL, and the process."""
    ready = tmp_path / "ready.json"
    ready.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pandapon_async.cli", "messages", "listen", "--port", "0", *options]
    command += ["--inbox", str(tmp_path / "inbox.sqlite"), "--ready-file", str(ready)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        try:
            limit = time.monotonic() + 60
            while not ready.exists():
                assert process.poll() is None
                assert time.monotonic() < limit
                time.sleep(0.05)
            yield json.loads(ready.read_text())["url"], process
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_pushes_are_received_until_a_signal_comes(tmp_path: Path, number: signal.Signals) -> None:
    body = push("5")
    with listening(tmp_path, **ENVIRONMENT) as (url, process):
        assert httpx.post(url, content=body, headers=signed(body), timeout=60).status_code == 200
        assert httpx.post(url, content=push("6"), timeout=60).status_code == 401
        assert httpx.get(url, timeout=60).status_code == 405
        process.send_signal(number)
        assert process.wait(60) == 0
    (message,) = Box(str(tmp_path / "inbox.sqlite")).listed()
    # It waits for a process that has handlers.
    assert (message["order_id"], message["state"]) == ("5", "pending")


def test_an_old_secret_and_unverified_pushes_are_options(tmp_path: Path) -> None:
    body = push("5")
    secrets = {"XPORTCN_ACCESS_SECRET": "new", "XPORTCN_OLD_ACCESS_SECRET": SECRET, "XPORTCN_ACCESS_KEY": ACCESS_KEY}
    with listening(tmp_path, "--env", "XPORTCN", "--answer-get", **secrets) as (url, _):
        assert httpx.post(url, content=body, headers=signed(body), timeout=60).status_code == 200
        assert httpx.get(url, timeout=60).status_code == 200
    with listening(tmp_path, "--unverified") as (url, _):
        assert httpx.post(url, content=push("6"), timeout=60).status_code == 200
