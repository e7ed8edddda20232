"""A shop's own tests: what a service that orders through PandaPon should check, each in a few lines.

Assumes the extra ``testing`` and pytest-asyncio in auto mode. The fixtures come from the plugin of ``pandapon_async``.
"""

import pytest

from pandapon_async import NotFoundError, OutcomeUnknownError, PandaPonClient
from pandapon_async.messages import TaobaoOrderPriceChanged
from pandapon_async.orders import Submission, TaobaoOrder
from pandapon_async.testing import RealHostError, example_response, faults


async def submit(ledger, client):
    async with Submission(ledger, client) as submission:
        return {outcome.key: outcome async for outcome in submission}


async def test_an_order_is_placed(pandapon_client, order):
    created = await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    assert created


async def test_an_order_whose_answer_is_lost_is_unknown_and_not_sent_again(pandapon_sandbox, pandapon_client, order):
    pandapon_sandbox.inject(faults.lost_answer("A-1"))
    with pytest.raises(OutcomeUnknownError):
        await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    assert len(pandapon_sandbox.app.orders) == 1


async def test_an_order_that_never_arrived_is_not_placed(pandapon_sandbox, pandapon_client, order):
    pandapon_sandbox.inject(faults.never_arrived("A-1"))
    with pytest.raises(OutcomeUnknownError):
        await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    assert len(pandapon_sandbox.app.orders) == 0


async def test_a_refused_order_raises_its_code(pandapon_sandbox, pandapon_client, order):
    pandapon_sandbox.inject(faults.refuse(404, key="A-1"))
    with pytest.raises(NotFoundError) as refused:
        await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    assert refused.value.code == 404


async def test_a_throttled_read_is_retried(pandapon_sandbox, pandapon_client, pandapon_no_waiting):
    pandapon_sandbox.inject(faults.throttle(retry_after=2, operation="taobao.goods.get"))
    assert await pandapon_client.taobao.goods.get(item_id="600126245031041190")


async def test_a_batch_is_created_once_each(pandapon_ledger, pandapon_client, order):
    async with pandapon_ledger(TaobaoOrder) as ledger:
        await ledger.add(order(f"A-{number}") for number in range(20))
        outcomes = await submit(ledger, pandapon_client)
    assert {outcome.state for outcome in outcomes.values()} == {"created"}


async def test_a_lost_answer_in_a_batch_stays_unknown(pandapon_sandbox, pandapon_ledger, pandapon_client, order):
    pandapon_sandbox.inject(faults.lost_answer("A-2"))
    async with pandapon_ledger(TaobaoOrder) as ledger:
        await ledger.add([order("A-1"), order("A-2")])
        outcomes = await submit(ledger, pandapon_client)
    assert outcomes["A-2"].state == "unknown"


async def test_a_batch_resumes_where_it_stopped(pandapon_ledger, pandapon_client, order):
    async with pandapon_ledger(TaobaoOrder) as ledger:
        await ledger.add([order("A-1"), order("A-2")])
    async with pandapon_ledger(TaobaoOrder) as ledger:
        assert len(await submit(ledger, pandapon_client)) == 2
        assert await submit(ledger, pandapon_client) == {}


async def test_a_price_change_is_pushed(pandapon_sandbox, pandapon_messages, pandapon_client, order):
    await pandapon_client.taobao.orders.create(**order("A-1").arguments())
    (placed,) = pandapon_sandbox.app.orders
    pandapon_sandbox.app.orders.change_price(placed, 500)
    assert await pandapon_messages.wait_for(TaobaoOrderPriceChanged)


@pytest.mark.pandapon(socket=True)
async def test_a_slow_server_is_a_timeout(pandapon_sandbox, order):
    pandapon_sandbox.inject(faults.slow(1, key="A-1"))
    client = pandapon_sandbox.client(PandaPonClient, timeout=0.1)
    with pytest.raises(OutcomeUnknownError):
        await client.taobao.orders.create(**order("A-1").arguments())


def test_a_response_for_a_mock():
    response = example_response("taobao.orders.update_warehouse", data=False)
    assert response["code"] == 200
    assert response["data"] is False


async def test_no_test_reaches_the_real_platform():
    from pandapon_async import Credentials

    async with PandaPonClient(Credentials(access_key="k", access_secret="s", user_id="u")) as client:
        with pytest.raises(RealHostError):
            await client.taobao.goods.get(item_id="1")
