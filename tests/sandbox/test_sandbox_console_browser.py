"""The console in a real browser: it follows the sandbox, and its buttons work."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from browser import Page, browser
from push_receiver import receiving
from real_servers import program
from sandbox_caller import NOW

from pandapon_async.sandbox import MovableClock, PushSettings, RunningSandbox, Sandbox, seed, serve


@pytest.fixture
async def shop() -> AsyncIterator[RunningSandbox]:
    async with receiving() as receiver:
        clock = MovableClock(lambda: NOW, stopped=True)
        sandbox = Sandbox(clock=clock, push=PushSettings(url=receiver.url), ship_when_paid=False)
        seed(sandbox)
        async with serve(sandbox) as running:
            yield running


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with browser(program("chromium"), tmp_path / "profile") as page:
        yield page
        assert page.errors == []


def press(label: str) -> str:
    return f"[...document.querySelectorAll('button')].find(each => each.textContent === '{label}').click()"


async def shown(page: Page, text: str) -> None:
    await page.until(f"document.querySelector('main').innerText.includes({text!r})")


async def test_orders_appear_by_themselves_and_doubles_are_marked(page: Page, shop: RunningSandbox) -> None:
    await page.open(shop.console_url)
    assert await page.value("document.querySelectorAll('#orders tbody tr').length") == 12
    marked = "[...document.querySelectorAll('tr.double')].map(row => row.innerText.split('\\t')[2])"
    assert await page.value(marked) == ["SHOP-1008 double: 2 calls"] * 2
    sandbox = shop.sandbox
    owner = sandbox.state.owner(sandbox.accounts[0].access_key, "pandapon-v1")
    sandbox.orders.create(
        owner=owner, reference="SHOP-2000", purchase_amount=900, lines=b"[]", receiver=b"{}", created_at=NOW
    )
    await shown(page, "SHOP-2000")


async def test_no_word_is_broken_in_the_middle(page: Page, shop: RunningSandbox) -> None:
    await page.open(shop.console_url)
    broken = """[...document.querySelectorAll('td, th')].filter(cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const lines = new Set([...range.getClientRects()].map(each => Math.round(each.bottom / 10)));
        return lines.size > 1 && !cell.querySelector('form, .badge');
    }).map(cell => cell.innerText)"""
    assert await page.value(broken) == []


async def test_an_order_is_paid_shipped_and_pushed_from_its_page(page: Page, shop: RunningSandbox) -> None:
    [order] = [order for order in shop.sandbox.orders if order.reference == "SHOP-1010"]
    await page.open(f"{shop.console_url}orders/{order.purchase_order_id}")
    assert '"kind": "alibaba"' in await page.value("document.querySelector('#json pre').innerText")
    for label, status in (("Pay", "waitsellersend"), ("Ship", "waitbuyerreceive")):
        await page.value(press(label))
        await page.until(f"document.querySelector('#state').innerText.includes('{status}')")
    assert await page.value("document.querySelector('#result').innerText") == "Shipped."
    assert '"shipped": true' in await page.value("document.querySelector('#json pre').innerText")
    await page.value(press("Push"))
    await page.until("document.querySelector('#result').innerText === 'Push queued.'")
    assert [push.type for push in shop.sandbox.pushing][-1].startswith("1688_ORDER")


async def test_a_price_is_changed_and_an_order_cancelled_from_its_page(page: Page, shop: RunningSandbox) -> None:
    order = shop.sandbox.orders.find("SHOP-1008")[0]
    await page.open(f"{shop.console_url}orders/{order.purchase_order_id}")
    await page.value("document.querySelector('[name=amount]').value = 4321")
    await page.value(press("Change price"))
    await page.until("document.querySelector('#json pre').innerText.includes('4321')")
    await page.value(press("Cancel"))
    await page.until("document.querySelector('#state').innerText.includes('CANCEL')")


async def test_faults_are_injected_and_removed(page: Page, shop: RunningSandbox) -> None:
    await page.open(shop.console_url)
    await page.value("document.querySelector('[name=name]').value = 'slow'")
    await page.value("document.querySelector('[name=arguments]').value = 'seconds=2'")
    await page.value("document.querySelector('[name=key]').value = 'SHOP-3000'")
    await page.value(press("Inject fault"))
    await page.until("document.querySelector('#rules').innerText.includes('slow:seconds=2')")
    [rule] = shop.sandbox.faults.unmatched()
    assert (rule.fault, rule.key) == ("slow:seconds=2", "SHOP-3000")
    await page.value(press("Remove"))
    await page.until("document.querySelector('#rules').innerText.includes('None.')")
    assert shop.sandbox.faults.unmatched() == []


async def test_what_is_wrong_is_said_and_the_clock_moves(page: Page, shop: RunningSandbox) -> None:
    await page.open(shop.console_url)
    await page.value("document.querySelector('[name=arguments]').value = 'times=often'")
    await page.value(press("Inject fault"))
    await page.until("document.querySelector('#result.failed')")
    page.errors.clear()
    await page.value(press("Move forward one hour"))
    await page.until("document.querySelector('#clock').innerText.includes('16:06 UTC')")
    assert shop.sandbox.time() == NOW + 3600
