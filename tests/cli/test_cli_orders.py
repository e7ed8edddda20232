"""``pandapon orders``: a batch from a file to its report, with the exit status that scripts rely on."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import pty
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import httpx
import pytest
from click.testing import CliRunner, Result

from pandapon_async.cli.application import application
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID

ADMIN = {"x-sandbox-token": "cli"}
HEADER = "seller_order_number,purchase_amount,receiver.name,order_line_list.0.item_id,order_line_list.0.quantity\n"


@attrs.define
class Shop:
    """A folder with a ledger, and a sandbox to order from."""

    folder: Path
    url: str

    @property
    def ledger(self) -> str:
        return str(self.folder / "ledger.sqlite")

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PANDAPON_ACCESS_KEY": DEMO_ACCESS_KEY,
            "PANDAPON_ACCESS_SECRET": DEMO_ACCESS_SECRET,
            "PANDAPON_USER_ID": DEMO_USER_ID,
            "PANDAPON_BASE_URL": self.url,
        }

    def file(self, count: int, name: str = "orders.csv") -> str:
        path = self.folder / name
        rows = [f"C-{index},400,Planted Person,600126245031041190,2\n" for index in range(count)]
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return str(path)

    def orders(self, command: str, *arguments: str) -> Result:
        return CliRunner().invoke(
            application, ["orders", command, "--ledger", self.ledger, *arguments], env=self.environment
        )

    def status(self) -> dict[str, object]:
        return json.loads(self.orders("status", "--json").stdout)

    def misbehave(self, fault: str, times: int | None = None) -> None:
        rules = {"rules": [{"operation": "taobao.orders.create", "fault": fault, "times": times}]}
        httpx.put(f"{self.url}/_sandbox/faults", json=rules, headers=ADMIN).raise_for_status()


@pytest.fixture(scope="module")
def sandbox_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ready = tmp_path_factory.mktemp("sandbox") / "ready.json"
    command = [sys.executable, "-m", "pandapon_async.cli", "sandbox", "--port", "0", "--quiet", "--token", "cli"]
    with subprocess.Popen([*command, "--ready-file", str(ready)], stdout=subprocess.DEVNULL) as process:
        while not ready.exists():
            assert process.poll() is None
            time.sleep(0.05)
        yield json.loads(ready.read_text())["url"]
        process.terminate()


@pytest.fixture
def shop(sandbox_url: str, tmp_path: Path) -> Iterator[Shop]:
    httpx.delete(f"{sandbox_url}/_sandbox/state", headers=ADMIN).raise_for_status()
    yield Shop(tmp_path, sandbox_url)
    httpx.delete(f"{sandbox_url}/_sandbox/faults", headers=ADMIN).raise_for_status()


def test_a_file_is_submitted_and_submitting_it_again_sends_nothing(shop: Shop) -> None:
    first = shop.orders("submit", shop.file(20))
    assert first.exit_code == 0, first.output
    assert "20 new orders" in first.stdout
    again = shop.orders("submit", shop.file(20))
    assert again.exit_code == 0
    assert "0 new orders, 20 known" in again.stdout
    assert httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"] == 20
    assert "Planted" not in first.output + again.output


def test_status_as_json_has_every_state(shop: Shop) -> None:
    shop.orders("submit", shop.file(3))
    status = shop.status()
    assert status == {
        "ledger": shop.ledger,
        "surface": "pandapon-v1",
        "kind": "taobao-order",
        "user_id": DEMO_USER_ID,
        "base_url": shop.url,
        "total": 3,
        "pending": 0,
        "sending": 0,
        "created": 3,
        "partial": 0,
        "rejected": 0,
        "uncertain": 0,
        "unknown": 0,
        "rejected_codes": [],
    }


def test_a_file_with_invalid_rows_is_not_submitted(shop: Shop) -> None:
    path = Path(shop.file(3))
    path.write_text(path.read_text() + "C-9,x,Planted Person,1,2\n")
    result = shop.orders("submit", str(path))
    assert result.exit_code == 6
    assert 'orders.csv:5: purchase_amount: expected int (here: "x")' in result.stderr
    assert shop.status()["total"] == 0
    aside = shop.folder / "aside.csv"
    result = shop.orders("submit", str(path), "--skip-invalid", str(aside))
    assert result.exit_code == 9
    assert aside.read_text() == HEADER + "C-9,x,Planted Person,1,2\n"
    assert shop.status()["created"] == 3


def test_two_different_orders_of_one_number_are_not_submitted(shop: Shop) -> None:
    path = Path(shop.file(2))
    path.write_text(path.read_text() + "C-0,999,Planted Person,1,2\n")
    result = shop.orders("submit", str(path))
    assert result.exit_code == 6
    assert "two different drafts have the key 'C-0'" in result.stderr


def test_rejects_are_exported_mended_and_submitted_again(shop: Shop) -> None:
    shop.misbehave("code=400", times=2)
    result = shop.orders("submit", shop.file(5))
    assert result.exit_code == 3
    rejects = shop.folder / "rejects.csv"
    assert shop.orders("export", "--state", "rejected", "--output", str(rejects)).exit_code == 0
    rows = list(csv.DictReader(rejects.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 2
    assert {row["_code"] for row in rows} == {"400"}
    rejects.write_text(rejects.read_text().replace(",400,", ",500,"))
    result = shop.orders("submit", str(rejects))
    assert result.exit_code == 0, result.output
    assert "2 in place of rejected ones" in result.stdout
    assert shop.status()["created"] == 5


def test_doubts_are_resolved_by_a_person(shop: Shop) -> None:
    shop.misbehave("drop-after", times=1)
    assert shop.orders("submit", shop.file(1)).exit_code == 4
    assert shop.orders("resume").exit_code == 4
    assert shop.orders("resolve", "--key", "C-7", "--created", "1").exit_code == 1
    assert shop.orders("resolve", "--key", "C-0").exit_code == 2
    result = shop.orders("resolve", "--key", "C-0", "--created", "1024285237573584051")
    assert (result.exit_code, result.stdout) == (0, "C-0 is created, order 1024285237573584051\n")
    assert shop.orders("status").exit_code == 0
    assert shop.orders("resolve", "--key", "C-0", "--not-created").exit_code == 1


def test_doubts_are_resolved_by_the_sandbox_and_the_rest_is_resumed(shop: Shop) -> None:
    shop.misbehave("drop-before", times=1)
    assert shop.orders("submit", shop.file(3)).exit_code == 4
    result = shop.orders("resolve", "--sandbox", shop.url, "--quiet-period", "0")
    assert result.stdout == "0 were created, 1 were not, 0 are still unknown\n"
    assert shop.orders("resume").exit_code == 0
    assert httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"] == 3


ALIBABA_HEADER = (
    "key,flow,address_param.full_name,address_param.mobile,address_param.province_text,address_param.city_text,"
    "address_param.address,cargo_param_list.0.OFFER,cargo_param_list.0.spec_id,cargo_param_list.0.quantity\n"
)
V1 = ("alibaba-order", "alibaba.orders.create", "offer_id")
V2 = ("alibaba-v2-order", "alibaba.orders.create_for_sellers", "offer_map_id")


@pytest.mark.parametrize(
    ("surface", "fault", "found"), [(V2, "drop-after", 2), (V2, "drop-before", 0), (V1, "drop-after", 2)]
)
def test_doubts_are_matched_with_the_orders_that_the_platform_shows(
    shop: Shop, surface: tuple[str, str, str], fault: str, found: int
) -> None:
    kind, operation, offer = surface
    file = shop.folder / "alibaba.csv"
    mobile, spec = 13_000_000_000 + secrets.randbelow(10**9 - 4), secrets.token_hex(16)
    rows = [
        f"M-{index},general,Planted Person {index},{mobile + index},浙江省,杭州市,{index} Planted Road,"
        f"554456348334,{spec},2\n"
        for index in range(4)
    ]
    file.write_text(ALIBABA_HEADER.replace("OFFER", offer) + "".join(rows), encoding="utf-8")
    rule = {"operation": operation, "fault": fault, "times": 2}
    httpx.put(f"{shop.url}/_sandbox/faults", json={"rules": [rule]}, headers=ADMIN).raise_for_status()
    before = httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"]
    assert shop.orders("submit", str(file), "--kind", kind).exit_code == 4
    assert shop.status()["unknown"] == 2
    if kind == "alibaba-order":
        rows_of = httpx.get(f"{shop.url}/_sandbox/orders", params={"limit": 100}).json()["orders"]
        ways = [word for row in rows_of for word in ("--match-order", row["purchaseOrderId"])]
    else:
        ways = ["--match-list"]
    result = shop.orders("resolve", *ways)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{found} were created; ")
    assert "Planted" not in result.output
    assert shop.status()["unknown"] == 2 - found
    assert httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"] - before == 2 + found


def test_matching_is_told_which_surface_it_is_for(shop: Shop) -> None:
    shop.misbehave("drop-after", times=1)
    assert shop.orders("submit", shop.file(1)).exit_code == 4
    result = shop.orders("resolve", "--match-list")
    assert result.exit_code == 2
    assert "the ledger is of pandapon-v1" in result.output
    assert shop.orders("resolve", "--match-list", "--key", "C-0").exit_code == 2


def test_a_terminal_shows_a_bar(shop: Shop) -> None:
    """Standard error is a terminal here, as it is for people."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "pandapon_async.cli", "orders", "submit", shop.file(300), "--ledger", shop.ledger]
    environment = {**os.environ, **shop.environment, "TERM": "xterm-256color", "COLUMNS": "160"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=follower, env=environment) as process:
        os.close(follower)
        shown = bytearray()
        # Linux says EIO where the other end is closed.
        with contextlib.suppress(OSError):
            while part := os.read(leader, 65536):
                shown += part
        os.close(leader)
        assert process.stdout is not None
        assert b"created         300" in process.stdout.read()
    assert process.returncode == 0
    text = shown.decode()
    assert "300/300" in text
    assert "300 created" in text
    assert "0 rejected" in text
    assert "0 unknown" in text
    assert "0 in flight" in text
    assert "/s" in text


def test_a_refused_account_stops_with_a_status_of_its_own(shop: Shop) -> None:
    wrong = Shop(shop.folder, shop.url)
    arguments = ["orders", "submit", shop.file(5), "--ledger", shop.ledger]
    environment = {**wrong.environment, "PANDAPON_ACCESS_SECRET": "another"}
    result = CliRunner().invoke(application, arguments, env=environment)
    assert result.exit_code == 5
    assert "Stopped: the account was refused" in result.stderr
    assert shop.status()["pending"] == 5


def test_too_many_rejects_stop_the_batch(shop: Shop) -> None:
    shop.misbehave("code=4001")
    result = shop.orders("submit", shop.file(50), "--stop-after-rejects", "3", "--in-flight", "1")
    assert result.exit_code == 5
    assert shop.status()["rejected"] == 3


def test_ctrl_c_ends_the_calls_in_flight_and_the_rest_is_resumed(shop: Shop) -> None:
    command = [sys.executable, "-m", "pandapon_async.cli", "orders", "submit", shop.file(400), "--ledger", shop.ledger]
    process = subprocess.Popen(
        [*command, "--rate", "100", "--in-flight", "4"],
        env={**os.environ, **shop.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"] < 10:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130, stderr
    status = shop.status()
    assert (status["sending"], status["unknown"]) == (0, 0)
    assert shop.orders("resume").exit_code == 0
    assert httpx.get(f"{shop.url}/_sandbox/summary").json()["orders"] == 400


@pytest.mark.parametrize("command", ["status", "resume", "export"])
def test_a_missing_ledger_is_told_and_not_made(shop: Shop, command: str) -> None:
    result = shop.orders(command)
    assert result.exit_code == 1
    assert "there is no ledger at" in result.stderr
    assert not Path(shop.ledger).exists()


def test_missing_credentials_are_told(shop: Shop) -> None:
    result = CliRunner().invoke(application, ["orders", "submit", shop.file(1), "--ledger", shop.ledger])
    assert result.exit_code == 1
    assert "PANDAPON_ACCESS_KEY" in result.stderr


def test_a_missing_extra_is_named(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("pandapon_async.orders")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    result = shop.orders("status")
    assert result.exit_code == 1
    assert 'pip install "pandapon-async[cli,orders]"' in result.stderr
