"""The admin interface refuses what a web page of another site could send."""

import httpx
import pytest
from sandbox_caller import Caller, Clock

from pandapon_async.sandbox import RunningSandbox, Sandbox, serve

CHANGES = [
    ("POST", "payments"),
    ("POST", "cancellations"),
    ("POST", "shipments"),
    ("POST", "prices"),
    ("POST", "refunds"),
    ("POST", "cart"),
    ("DELETE", "state"),
    ("POST", "faults"),
    ("PUT", "faults"),
    ("DELETE", "faults"),
    ("DELETE", "faults/1"),
    ("POST", "pushes"),
    ("POST", "pushes/retry"),
    ("PUT", "pushes/address"),
    ("PUT", "clock"),
]
READS = ["", "health", "summary", "orders", "faults", "faults/recipes", "faults/injected", "pushes", "clock"]


@pytest.mark.parametrize(("method", "path"), CHANGES)
@pytest.mark.parametrize("token", [None, "", "wrong", "w\xf6rng"])
async def test_a_change_without_the_token_is_refused(
    running: RunningSandbox, method: str, path: str, token: str | None
) -> None:
    headers = {} if token is None else {b"x-sandbox-token": token.encode("latin-1")}
    async with httpx.AsyncClient(base_url=running.url) as http:
        answer = await http.request(method, f"/_sandbox/{path}", content=b"{}", headers=headers)
    assert (answer.status_code, "x-sandbox-token" in answer.json()["error"]) == (403, True)


@pytest.mark.parametrize("path", READS)
async def test_reads_and_reconciliation_need_no_token(running: RunningSandbox, path: str) -> None:
    async with httpx.AsyncClient(base_url=running.url) as http:
        assert (await http.get(f"/_sandbox/{path}")).status_code == 200
        counted = await http.post("/_sandbox/reconcile", json={"sellerOrderNumbers": []})
    assert counted.status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.0.7:8642", "0.0.0.0", "[::2]"]
)
async def test_a_name_that_resolves_to_this_machine_is_refused(caller: Caller, host: str) -> None:
    for path in ("", "orders", "summary"):
        answer = await caller.http.get(f"/_sandbox/{path}", headers={"host": host})
        assert (answer.status_code, "loopback" in answer.json()["error"]) == (403, True)


@pytest.mark.parametrize(
    "host", ["localhost:8642", "127.0.0.1", "127.0.0.2:1", "[::1]:8642", "app.localhost", "LOCALHOST"]
)
async def test_loopback_names_and_addresses_are_served(caller: Caller, host: str) -> None:
    assert (await caller.http.get("/_sandbox/health", headers={"host": host})).status_code == 200


async def test_another_name_is_served_if_it_is_allowed(clock: Clock) -> None:
    async with serve(Sandbox(clock=clock, admin_hosts=["sandbox"])) as running, httpx.AsyncClient() as http:
        answer = await http.get(f"{running.url}/_sandbox/health", headers={"host": "sandbox:8642"})
    assert answer.status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1"])
async def test_another_origin_is_refused_even_with_the_token(caller: Caller, origin: str) -> None:
    answer = await caller.http.delete("/_sandbox/state", headers={"origin": origin})
    assert (answer.status_code, answer.json()["error"]) == (403, "the request comes from another site")


async def test_its_own_origin_is_served(caller: Caller) -> None:
    headers = {"origin": caller.url}
    assert (await caller.http.delete("/_sandbox/state", headers=headers)).status_code == 204


async def test_a_body_beyond_the_limit_is_refused(caller: Caller) -> None:
    answer = await caller.http.post("/_sandbox/payments", content=b" " * 1_100_000)
    assert (answer.status_code, answer.json()["error"]) == (400, "body exceeds 1048576 bytes")
    numbers = [f"{number:012}" for number in range(100_000)]
    counted = await caller.http.post("/_sandbox/reconcile", json={"sellerOrderNumbers": numbers})
    assert counted.json()["lost"] == 100_000


async def test_operations_are_served_under_any_name(caller: Caller) -> None:
    headers = {"host": "sandbox.internal"}
    assert (await caller.order(headers=headers)).json()["code"] == 200
