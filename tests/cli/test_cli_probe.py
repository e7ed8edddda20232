"""``pandapon probe`` against servers that answer a wrong method in different ways."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from cli_runs import environment, invoke

from pandapon_async import Credentials, PandaPonClient, PandaPonV2Client
from pandapon_async.catalogue import Entry, read_catalogue
from pandapon_async.cli.confirmed_paths import ConfirmedPaths
from pandapon_async.cli.path_probe import CannotTellError, Finding, PathProbe
from pandapon_async.pandapon_v1.operations import OPERATIONS as V1
from pandapon_async.pandapon_v2.operations import OPERATIONS

CREDENTIALS = Credentials(access_key="k", access_secret="s", user_id="u")
DOCUMENTED = {(each.method, each.path) for each in OPERATIONS if each.inference is None}
#: The inferred paths that the server has.
HIDDEN = {("POST", "/v2/taobao/order"), ("POST", "/v2/alibaba/order/receivegoods")}
ROUTES = DOCUMENTED | HIDDEN


class Server:
    """A server with routes, and a way to answer what does not fit them."""

    def __init__(self, wrong_method: httpx.Response, wrong_path: httpx.Response) -> None:
        self.wrong_method, self.wrong_path = wrong_method, wrong_path
        self.handled: list[tuple[str, str]] = []
        self.received: list[tuple[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        place = (request.method, request.url.path)
        self.received.append(place)
        if place in ROUTES:
            self.handled.append(place)
            return httpx.Response(200, json={"code": 400, "msg": "parameters are missing"})
        exists = any(path == request.url.path for _, path in ROUTES)
        return self.wrong_method if exists else self.wrong_path


def plain(status: int) -> httpx.Response:
    return httpx.Response(status, text="<html>no</html>")


def enveloped(code: int, status: int = 200) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "msg": "no"})


async def probe(server: Server, **settings: Any) -> list[Finding]:
    async with PandaPonV2Client(CREDENTIALS, transport=httpx.MockTransport(server)) as client:
        runner = PathProbe(client, OPERATIONS, pause=0, **settings)
        return [finding async for finding in runner.run(entries())]


def entries() -> list[Entry]:
    return [entry for entry in read_catalogue() if entry.surface == "pandapon-v2"]


@pytest.mark.parametrize(
    "answers",
    [(plain(405), plain(404)), (enveloped(405, 405), enveloped(404, 404)), (enveloped(405), enveloped(404))],
    ids=["405 and 404", "405 and 404 with envelopes", "200 with codes in the envelope"],
)
async def test_existing_and_missing_paths_are_told_apart(answers: tuple[httpx.Response, httpx.Response]) -> None:
    server = Server(*answers)
    findings = await probe(server)
    assert len(findings) == 20
    found = {(each.entry.method, each.entry.path) for each in findings if each.verdict == "exists"}
    assert found == HIDDEN
    assert {each.verdict for each in findings} == {"exists", "missing"}
    # No handler of the server ran.
    assert server.handled == []
    assert {method for method, _ in server.received} == {"PATCH"}


@pytest.mark.parametrize(
    "answer",
    [plain(404), plain(401), enveloped(401, 401), enveloped(500), enveloped(200)],
    ids=["all 404", "all 401", "all 401 with envelopes", "all 200 with one code", "all 200"],
)
async def test_a_server_that_answers_alike_is_named_before_anything_is_concluded(answer: httpx.Response) -> None:
    server = Server(answer, answer)
    with pytest.raises(CannotTellError, match=r"cannot tell.*--reads"):
        await probe(server)
    assert len(server.received) == 4


async def test_reads_are_sent_with_their_own_method_and_writes_never() -> None:
    server = Server(plain(404), plain(404))
    findings = await probe(server, reads=True)
    effects = {(each.entry.method, each.entry.path): each.entry.effect for each in findings}
    assert set(effects.values()) == {"read"}
    assert {each.verdict for each in findings} == {"missing"}
    writes = {(e.method, e.path) for e in OPERATIONS if e.effect != "read"}
    assert not writes & set(server.received)


async def test_another_response_is_unclear() -> None:
    server = Server(plain(405), plain(404))
    strange: Callable[[httpx.Request], httpx.Response] = lambda request: (  # noqa: E731
        plain(503) if request.url.path == "/v2/taobao/order" else server(request)
    )
    async with PandaPonV2Client(CREDENTIALS, transport=httpx.MockTransport(strange)) as client:
        runner = PathProbe(client, OPERATIONS, pause=0)
        verdicts = {each.entry.path: each.verdict async for each in runner.run(entries())}
    assert verdicts["/v2/taobao/order"] == "unclear"


async def test_results_are_kept_resumed_and_read_by_clients(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.toml"
    for finding in await probe(Server(plain(405), plain(404))):
        ConfirmedPaths(file).add(finding, "https://api.test")
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    assert {each["path"] for each in document["confirmed"]} == {path for _, path in HIDDEN}
    assert len(document["missing"]) == 18
    again = ConfirmedPaths(file)
    assert again.knows("pandapon-v2", "https://api.test", "/v2/taobao/order")
    assert not again.knows("pandapon-v2", "https://other.test", "/v2/taobao/order")
    client = PandaPonV2Client(CREDENTIALS, inferred=file)
    assert client.options.inferred.confirmed == HIDDEN
    await client.aclose()


async def test_the_made_up_paths_are_siblings_of_documented_ones() -> None:
    server = Server(plain(405), plain(404))
    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(server)) as client:
        runner = PathProbe(client, V1, pause=0)
        with pytest.raises(CannotTellError):
            # The server knows v2 only, so v1's documented paths look like made-up ones.
            async for _ in runner.run([entry for entry in read_catalogue() if entry.surface == "pandapon-v1"]):
                pass
    folders = {path.rpartition("/")[0] for _, path in server.received}
    assert len(server.received) == 4
    assert all(folder.startswith("/open") for folder in folders)


def test_json_and_file_of_the_command(running: Any, tmp_path: Path) -> None:
    file = tmp_path / "confirmed.toml"
    words = ["probe", "--surface", "pandapon-v2", "--pause", "0", "--confirmed", str(file), "--json"]
    result = invoke(*words, env=environment(running))
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert len(found) == 20
    assert {each["result"] for each in found} <= {"exists", "missing"}
    assert file.exists()
    assert "nothing to probe" in invoke(*words, env=environment(running)).stderr
