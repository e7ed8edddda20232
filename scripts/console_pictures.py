"""Writes the pictures of the sandbox's console in the documentation; needs Chromium."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "support")]

from browser import browser  # noqa: E402 - found only now

from pandapon_async.sandbox import MovableClock, Sandbox, faults, seed, serve  # noqa: E402

_PICTURES = ROOT / "docs" / "pictures"
#: A fixed time, so that the pictures change only with the pages.
_TIME = 1_750_000_000


async def main() -> None:
    """Take the pictures."""
    sandbox = Sandbox(clock=MovableClock(lambda: _TIME, stopped=True), ship_when_paid=False)
    seed(sandbox)
    sandbox.faults.add(faults.lost_answer("SHOP-1011"))
    sandbox.faults.add(faults.flaky(0.1, seed=7))
    order = sandbox.orders.find("SHOP-1003")[0]
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    with tempfile.TemporaryDirectory() as profile:
        async with serve(sandbox) as running, browser(program, Path(profile)) as page:
            order_page = f"{running.console_url}orders/{order.purchase_order_id}"
            for name, address in {"console": running.console_url, "console-order": order_page}.items():
                await page.open(address)
                (_PICTURES / f"{name}.png").write_bytes(await page.picture())


if __name__ == "__main__":
    asyncio.run(main())
