"""``pandapon doctor``: each thing that can be wrong with an account, and what it says about it."""

from __future__ import annotations

import importlib
import json
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from cli_runs import SECRETS, environment, invoke, run_process, sandbox_in_thread
from fakes import NOW, FakeClock

from pandapon_async.cli.diagnosis import Check, diagnose
from pandapon_async.cli.surfaces import SURFACES
from pandapon_async.sandbox import RunningSandbox, Sandbox
from pandapon_async.sandbox.specification.operations import load_operations

SURFACE = ("--surface", "pandapon-v2")


def checks(*words: str, env: dict[str, str], code: int) -> dict[str, dict[str, str]]:
    result = invoke("doctor", *(words or SURFACE), "--json", env=env)
    assert result.exit_code == code, result.output
    report = json.loads(result.stdout)
    assert report["ok"] is (code == 0)
    for secret in SECRETS:
        assert secret not in result.output
    return {check["name"]: check for check in report["checks"]}


def failed(found: dict[str, dict[str, str]]) -> list[str]:
    return [name for name, check in found.items() if check["status"] == "failed"]


def test_all_is_well(env: dict[str, str]) -> None:
    result = run_process("doctor", *SURFACE, env=env)
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[-1] == "All is well."
    for name in ("PANDAPON_ACCESS_KEY", "base URL", "DNS", "TCP", "harmless read", "clock", "timestamp unit"):
        assert any(line.startswith(f"ok     {name}: ") for line in lines), name
    assert "ok     signature: accepted" in lines
    assert "ok     user id: accepted" in lines


@pytest.mark.parametrize("surface", SURFACES)
def test_every_surface_with_a_read_can_be_tried(surface: str, env: dict[str, str], running: RunningSandbox) -> None:
    served = {operation.path for operation in load_operations(strict=True, inferred=True)}
    probe = importlib.import_module("pandapon_async.cli.probes").choose_probe(SURFACES[surface])
    if surface == "xportcn-openapi":
        env = {**env, "XPORTCN_BASE_URL": running.url}
    is_served = probe.path in served or f"/api{probe.path}" in served
    found = checks("--surface", surface, env=env, code=0 if is_served else 1)
    # What the sandbox does not serve yet looks like a wrong base URL.
    assert failed(found) == ([] if is_served else ["harmless read"])


def test_a_wrong_secret(running: RunningSandbox) -> None:
    env = environment(running, PANDAPON_ACCESS_SECRET="another-secret")
    found = checks(env=env, code=1)
    assert failed(found) == ["signature"]
    assert "PANDAPON_ACCESS_SECRET" in found["signature"]["advice"]
    assert found["user id"]["status"] == "skipped"
    assert "another-secret" not in json.dumps(found)


def test_a_wrong_access_key(running: RunningSandbox) -> None:
    found = checks(env=environment(running, PANDAPON_ACCESS_KEY="another-key"), code=1)
    assert failed(found) == ["signature"]
    assert "PANDAPON_ACCESS_KEY" in found["signature"]["advice"]


def test_a_wrong_user_id(running: RunningSandbox) -> None:
    found = checks(env=environment(running, PANDAPON_USER_ID="1"), code=1)
    assert failed(found) == ["user id"]
    assert "PANDAPON_USER_ID" in found["user id"]["advice"]


async def test_a_clock_that_is_20_minutes_off(running: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(running).items():
        monkeypatch.setenv(name, value)
    clock = FakeClock(time.time() - 1200)
    found = {check.name: check async for check in diagnose(SURFACES["pandapon-v2"], clock=clock)}
    assert [check.name for check in found.values() if check.status == "failed"] == ["clock"]
    assert "behind, and the server allows 600 s" in found["clock"].detail
    assert "NTP" in found["clock"].advice
    # The client sees the difference and corrects for it.
    assert found["signature"] == Check("signature", "ok", "accepted")


async def test_a_server_whose_clock_is_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    with sandbox_in_thread(Sandbox(clock=lambda: NOW + 300)) as running:
        for name, value in environment(running).items():
            monkeypatch.setenv(name, value)
        found = {check.name: check async for check in diagnose(SURFACES["pandapon-v2"], clock=FakeClock())}
    assert found["clock"].status == "ok"
    assert "300 s behind; the server allows 600 s" in found["clock"].detail


class SlowAnswer(FakeClock):
    """A clock by which each look takes ten seconds."""

    def time(self) -> float:
        self.now += 10
        return self.now


async def test_a_slow_answer_is_no_difference_of_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SlowAnswer()
    with sandbox_in_thread(Sandbox(clock=lambda: clock.now)) as running:
        for name, value in environment(running).items():
            monkeypatch.setenv(name, value)
        found = {check.name: check async for check in diagnose(SURFACES["pandapon-v2"], clock=clock)}
    assert found["clock"] == Check("clock", "ok", "the same as the server's")


def test_a_port_where_nobody_listens(env: dict[str, str]) -> None:
    found = checks(*SURFACE, "--base-url", "http://127.0.0.1:1", env=env, code=1)
    assert failed(found) == ["TCP"]
    assert found["TCP"]["detail"] == "Connection refused"
    assert "port 1" in found["TCP"]["advice"]
    assert found["signature"]["status"] == "skipped"


def test_a_host_that_does_not_exist(env: dict[str, str]) -> None:
    found = checks(*SURFACE, "--base-url", "http://nowhere.invalid", env=env, code=1)
    assert failed(found) == ["DNS"]
    assert "nowhere.invalid" in found["DNS"]["advice"]
    assert found["TCP"]["status"] == "skipped"


def test_a_port_that_speaks_no_tls(running: RunningSandbox, env: dict[str, str]) -> None:
    found = checks(*SURFACE, "--base-url", running.url.replace("http:", "https:"), env=env, code=1)
    assert failed(found) == ["TLS"]


def test_a_path_in_the_base_url_that_is_not_there(running: RunningSandbox, env: dict[str, str]) -> None:
    found = checks(*SURFACE, "--base-url", f"{running.url}/wrong", env=env, code=1)
    assert failed(found) == ["harmless read"]
    assert "check the base URL" in found["harmless read"]["advice"]


def test_variables_that_are_missing_or_mistyped(running: RunningSandbox) -> None:
    env = environment(running, PANDAPON_ACCESS_KEY="", PANDAPON_USER_ID="21 00")
    found = checks(env=env, code=1)
    assert failed(found) == ["PANDAPON_ACCESS_KEY", "PANDAPON_USER_ID"]
    assert found["PANDAPON_ACCESS_KEY"]["detail"] == "is not set"
    assert "blanks" in found["PANDAPON_USER_ID"]["detail"]
    assert "21 00" not in json.dumps(found)
    # The network is looked at all the same.
    assert found["TCP"]["status"] == "ok"


def test_a_base_url_that_is_none(running: RunningSandbox) -> None:
    found = checks(env=environment(running, PANDAPON_BASE_URL="api.pandapon.com"), code=1)
    assert failed(found) == ["base URL"]
    assert "PANDAPON_BASE_URL" in found["base URL"]["advice"]


def test_a_server_that_fails() -> None:
    sandbox = Sandbox()
    sandbox.faults.replace_from_json({"rules": [{"fault": "status=503"}]})
    with sandbox_in_thread(sandbox) as running:
        found = checks(env=environment(running), code=1)
    assert failed(found) == ["harmless read"]
    assert "try again later" in found["harmless read"]["advice"]


class OnlyMilliseconds:
    """A server in front of the sandbox that takes timestamps of 13 digits only."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        headers = dict(scope["headers"])
        if len(headers.get(b"timestamp", b"")) == 10:
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"timestamp"]}
        await self.sandbox(scope, receive, send)


@pytest.fixture
def only_milliseconds() -> Iterator[RunningSandbox]:
    server: Any = OnlyMilliseconds(Sandbox())
    with sandbox_in_thread(server) as running:
        yield running


def test_a_server_that_wants_milliseconds(only_milliseconds: RunningSandbox) -> None:
    found = checks(env=environment(only_milliseconds), code=1)
    assert failed(found) == ["timestamp unit"]
    assert 'timestamp_unit="milliseconds"' in found["timestamp unit"]["advice"]
    assert found["signature"]["status"] == "ok"


def test_a_server_that_takes_the_connection_and_says_nothing(env: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.listen()
        port = server.getsockname()[1]

        def hang_up() -> None:
            for _ in range(8):
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        thread = importlib.import_module("threading").Thread(target=hang_up)
        thread.start()
        found = checks(*SURFACE, "--base-url", f"http://127.0.0.1:{port}", env=env, code=1)
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
    assert failed(found) == ["harmless read"]
