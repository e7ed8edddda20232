"""``pandapon sandbox`` as a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

COMMAND = [sys.executable, "-m", "pandapon_async.cli", "sandbox"]
DEADLINE = 120
LEFT_OVER = "left over from an earlier run"


def start(tmp_path: Path, *options: str) -> tuple[subprocess.Popen[str], dict[str, str]]:
    ready = tmp_path / "ready.json"
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", "--ready-file", str(ready), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    started = time.monotonic()
    while time.monotonic() - started < DEADLINE and process.poll() is None:
        if ready.exists() and (text := ready.read_text()) != LEFT_OVER:
            return process, json.loads(text)
        time.sleep(0.02)
    process.kill()
    pytest.fail(f"did not start: {process.communicate()}")


def finish(process: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
    process.send_signal(number)
    out, err = process.communicate(timeout=DEADLINE)
    return process.returncode, out, err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_announces_itself_and_ends_cleanly_on_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "ready.json").write_text(LEFT_OVER)
    process, ready = start(tmp_path)
    assert ready["ka_url"] == ready["url"] + "/api"
    assert httpx.get(ready["url"] + "/_sandbox/health").json() == {"status": "ok"}
    refused = httpx.get(ready["url"] + "/v2/alibaba/order/logistics?orderId=planted").json()
    assert refused["code"] == 401
    code, out, err = finish(process, number)
    assert code == 0
    for line in (
        "export PANDAPON_ACCESS_KEY=58c0201dfdf148eca63cbf6bb5e7cf03",
        "export PANDAPON_ACCESS_SECRET=c1d5a60f4b7e4f0e9a2b8d3761fe9045",
        "export PANDAPON_USER_ID=2100007341207",
        f"export PANDAPON_BASE_URL={ready['url']}",
        f"Console:          {ready['url']}/_sandbox/",
    ):
        assert line in out.splitlines()
    told = "GET /v2/alibaba/order/logistics pandapon-v2 alibaba.orders.get_logistics refused: access-key"
    assert err.splitlines()[-1].endswith(told)
    assert "planted" not in err
    assert list(tmp_path.iterdir()) == [tmp_path / "ready.json"]


def test_own_credentials_are_taken_and_the_secret_is_not_shown(tmp_path: Path) -> None:
    options = ("--access-key", "a" * 32, "--access-secret", "planted-secret", "--user-id", "7", "--quiet")
    process, ready = start(tmp_path, *options)
    httpx.get(ready["url"] + "/nothing")
    code, out, err = finish(process)
    assert (code, err) == (0, "")
    assert "PANDAPON_USER_ID=7" in out
    assert "planted-secret" not in out


def test_faults_come_from_the_command_line_and_those_that_never_applied_are_reported(tmp_path: Path) -> None:
    options = ("--fault", "outage:60,operation=alibaba.orders.get_logistics", "--fault", "lost_answer:A-1", "--quiet")
    process, ready = start(tmp_path, *options)
    assert httpx.get(ready["url"] + "/v2/alibaba/order/logistics").status_code == 503
    code, _, err = finish(process)
    assert (code, err.splitlines()) == (0, ["Fault lost_answer for A-1 never applied to a call."])


def test_the_token_and_the_hosts_of_the_console_can_be_chosen(tmp_path: Path) -> None:
    process, ready = start(tmp_path, "--token", "chosen", "--allow-host", "sandbox.internal", "--seed")
    assert ready["token"] == "chosen"
    url = ready["url"] + "/_sandbox/"
    hosts = {name: httpx.get(url, headers={"host": name}).status_code for name in ("sandbox.internal", "evil.example")}
    assert hosts == {"sandbox.internal": 200, "evil.example": 403}
    assert httpx.get(url + "summary").json()["orders"] == 12
    assert "Token:            chosen" in finish(process)[1]


def test_a_document_of_the_user_is_served_and_described(tmp_path: Path) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/shop/ping": {"get": {"operationId": "shop.ping", "security": [], "responses": {}}}},
    }
    file = tmp_path / "shop.json"
    file.write_text(json.dumps(document))
    described = json.loads(run("--openapi", "--spec", str(file)).stdout)
    assert described["paths"]["/shop/ping"]["get"]["operationId"] == "shop.shop.ping"
    assert "/open/order" in described["paths"]
    file.write_text("[]")
    refused = run("--spec", str(file))
    assert refused.returncode == 1
    assert "is not an OpenAPI document" in refused.stderr


@pytest.mark.parametrize(("fault", "says"), [("explode", "unknown fault"), ("slow:x", "slow: seconds must be")])
def test_a_fault_that_is_invalid_is_an_error(fault: str, says: str) -> None:
    result = run("--port", "0", "--fault", fault)
    assert result.returncode == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_fault_rules_come_from_a_file(tmp_path: Path) -> None:
    rules = {"seed": 3, "rules": [{"fault": "status=503"}]}
    (tmp_path / "rules.json").write_text(json.dumps(rules))
    process, ready = start(tmp_path, "--fault-rules", str(tmp_path / "rules.json"), "--strict")
    assert httpx.get(ready["url"] + "/v2/alibaba/order/logistics").status_code == 503
    assert finish(process)[0] == 0


def test_pushes_go_to_the_address_and_come_again_as_told(tmp_path: Path) -> None:
    bodies: list[bytes] = []
    came = threading.Event()

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(503 if len(bodies) == 1 else 200)
            self.send_header("content-length", "0")
            self.end_headers()
            if len(bodies) == 2:
                came.set()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Taking) as receiver:
        serving = threading.Thread(target=receiver.serve_forever)
        serving.start()
        url = f"http://127.0.0.1:{receiver.server_port}/"
        options = ("--push-url", url, "--push-retry-after", "0", "--push-timeout", str(DEADLINE))
        process, ready = start(tmp_path, *options)
        pushed = httpx.post(
            ready["url"] + "/_sandbox/pushes",
            json={"messageType": "ORDER_CREATE"},
            headers={"x-sandbox-token": ready["token"]},
        )
        assert pushed.status_code == 200
        assert came.wait(DEADLINE)
        assert finish(process)[0] == 0
        receiver.shutdown()
        serving.join()
    assert bodies[0] == bodies[1]
    assert json.loads(bodies[0])["messageType"] == "ORDER_CREATE"


def test_a_push_address_that_makes_no_sense_is_an_error() -> None:
    result = run("--port", "0", "--push-url", "nonsense")
    assert result.returncode == 2
    assert "must be a URL" in result.stderr
    assert "Traceback" not in result.stderr


def run(*options: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, check=False, timeout=DEADLINE, **settings
    )


@pytest.mark.parametrize("content", [None, "{", "[]", '{"rules": [{"fault": "explode"}]}'])
def test_fault_rules_that_cannot_be_followed_are_an_error(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "rules.json"
    if content is not None:
        file.write_text(content)
    result = run("--port", "0", "--fault-rules", str(file))
    assert result.returncode == 1
    assert result.stderr.startswith("Error: ")
    assert str(file) in result.stderr
    assert "Traceback" not in result.stderr


def test_a_port_in_use_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("--port", str(port))
    assert result.returncode == 1
    assert result.stderr.startswith(f"Error: cannot listen on 127.0.0.1 port {port}: ")
    assert "in use" in result.stderr


def test_a_ready_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    result = run("--port", "0", "--ready-file", str(tmp_path / "missing" / "ready.json"))
    assert result.returncode == 1
    assert "Error: cannot write" in result.stderr
