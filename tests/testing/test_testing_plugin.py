"""The pytest plugin, used by test files as a user writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ORDER = """
from pathlib import Path

import pytest
from pandapon_async import PandaPonClient, Credentials
from pandapon_async.orders import Submission, TaobaoOrder
from pandapon_async.testing import RealHostError, example, faults
from pandapon_async.pandapon_v1 import OrderLine, Receiver

def order(key):
    return TaobaoOrder(
        seller_order_number=key, purchase_amount=400, receiver=example(Receiver, zip_="310000"),
        order_line_list=[example(OrderLine, item_id="600126245031041190", quantity=2, price=200)],
    )
"""


def run(pytester: pytest.Pytester, code: str, *arguments: str, mode: str = "auto") -> pytest.RunResult:
    pytester.makeini(f"[pytest]\nasyncio_mode = {mode}\nasyncio_default_fixture_loop_scope = function\n")
    pytester.makepyfile(ORDER + code)
    return pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", *arguments)


CALL = """
async def test_call(pandapon_client, pandapon_sandbox):
    await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    assert len(pandapon_sandbox.app.orders) == 1
"""


def test_it_works_with_pytest_asyncio(pytester: pytest.Pytester) -> None:
    run(pytester, CALL).assert_outcomes(passed=1)


def test_it_works_with_the_strict_mode_of_pytest_asyncio(pytester: pytest.Pytester) -> None:
    run(pytester, CALL.replace("async def", "@pytest.mark.asyncio\nasync def"), mode="strict").assert_outcomes(passed=1)


def test_it_works_with_the_plugin_of_anyio(pytester: pytest.Pytester) -> None:
    code = CALL.replace("async def", "@pytest.mark.anyio\nasync def")
    code += "\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'\n"
    run(pytester, code, "-p", "no:asyncio").assert_outcomes(passed=1)


def test_it_works_with_xdist_and_tests_share_no_state(pytester: pytest.Pytester) -> None:
    code = CALL.replace("async def", "@pytest.mark.parametrize('n', range(6))\nasync def").replace(
        "sandbox)", "sandbox, n)"
    )
    run(pytester, code, "-n", "2").assert_outcomes(passed=6)


def test_a_socket_is_used_if_the_mark_says_so(pytester: pytest.Pytester) -> None:
    code = CALL.replace("async def", "@pytest.mark.pandapon(socket=True)\nasync def")
    code += "    assert pandapon_sandbox.url.startswith('http://127.0.0.1:')\n"
    run(pytester, code, "-W", "error").assert_outcomes(passed=1)


def test_all_three_clients_reach_the_sandbox(pytester: pytest.Pytester) -> None:
    code = """
async def test_calls(pandapon_client, pandapon_v2_client, xportcn_client):
    assert await pandapon_client.taobao.goods.get(item_id="600126245031041190")
    assert pandapon_v2_client.base_url == pandapon_client.base_url
    assert xportcn_client.base_url.endswith("/api")
"""
    run(pytester, code).assert_outcomes(passed=1)


REAL = """
async def test_real():
    async with PandaPonClient(Credentials(access_key="k", access_secret="s", user_id="u")) as client:
        await client.taobao.goods.get(item_id="1", deadline=0.2)
"""


def test_a_call_to_a_real_host_fails_with_its_name(pytester: pytest.Pytester) -> None:
    result = run(pytester, REAL)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*RealHostError*api.pandapon.com; nothing was sent*"])


def test_a_marked_test_may_reach_a_real_host(pytester: pytest.Pytester) -> None:
    result = run(pytester, REAL.replace("async def", "@pytest.mark.pandapon(real_hosts=True)\nasync def"))
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*RealHostError*")


def test_a_fault_that_never_matched_fails_the_test(pytester: pytest.Pytester) -> None:
    code = "def test_unused(pandapon_sandbox):\n    pandapon_sandbox.inject(faults.lost_answer('A-9'))\n"
    result = run(pytester, code)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*fault rules that never matched*lost_answer*"])
    code = code.replace("def test", "@pytest.mark.pandapon(unmatched_faults=True)\ndef test")
    run(pytester, code).assert_outcomes(passed=1)


def test_an_order_that_was_placed_twice_fails_the_test(pytester: pytest.Pytester) -> None:
    code = """
async def test_doubled(pandapon_client, pandapon_ledger):
    async with pandapon_ledger(TaobaoOrder) as ledger:
        await ledger.add([order("A-1")])
    for _ in range(2):
        await pandapon_client.taobao.orders.create(**order("A-1").arguments())
"""
    result = run(pytester, code)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*A-1: 2 orders were placed*"])


def test_a_ledger_that_lost_an_order_fails_the_test(pytester: pytest.Pytester) -> None:
    code = """
async def test_lost(pandapon_sandbox, pandapon_client, pandapon_ledger):
    async with pandapon_ledger(TaobaoOrder) as ledger:
        await ledger.add([order("A-1")])
        async with Submission(ledger, pandapon_client) as submission:
            assert [outcome.state async for outcome in submission] == ["created"]
    pandapon_sandbox.app.reset()
"""
    result = run(pytester, code)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*A-1: the ledger says created, the sandbox has no such order*"])


def test_an_unknown_option_of_the_mark_is_refused(pytester: pytest.Pytester) -> None:
    result = run(pytester, "@pytest.mark.pandapon(sockets=True)\ndef test_any():\n    pass\n")
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*mark pandapon: unknown: sockets*"])


def test_the_examples_of_a_shop_pass(pytester: pytest.Pytester) -> None:
    examples = pytester.path.joinpath("examples")
    source = Path(__file__).resolve().parents[2] / "examples" / "tests"
    examples.mkdir()
    for file in source.glob("*.py"):
        (examples / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    pytester.makeini("[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n")
    result = pytester.runpytest_subprocess("-q", "-W", "error", "examples")
    result.assert_outcomes(passed=12)
