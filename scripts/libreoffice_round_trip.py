"""Let LibreOffice open exports, edit a cell, and save them; then read them back as drafts.

Usage: python scripts/libreoffice_round_trip.py

Needs ``soffice`` (Debian: libreoffice-calc-nogui, python3-uno). It takes about half a minute, so CI does not run it;
docs/order-files.md has its result. Each draft must come back unchanged but for the edited remark, and the keys of all
drafts must be there. Exits with 1 if one does not.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from pandapon_async.orders import DraftFile, TaobaoOrder, export_file
from pandapon_async.orders.ledger.states import Entry
from pandapon_async.pandapon_v1 import OrderLine, Receiver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from pandapon_async.orders import Draft, Ledger

TEXTS = (
    "1 Road", "=1+1", "+1 Road", "@SUM(1)", "-5", "1-2", "1/2", "2026-03-01", "00012", "1E5", "12.50", "TRUE", "Mar-1",
    "1:30", "50%", "1,200", 'say "hi"', "a,b;c", "一号楼\n2 室", "示例路 1 号", "600126245031041190", "'=1", "sep=;",
)  # fmt: skip

#: Runs inside LibreOffice's own Python: opens, edits the cell below "order_source", saves under the same name.
EDITOR = """
import sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
pipe, path, kind = sys.argv[1:]
def option(name, value):
    made = PropertyValue(); made.Name, made.Value = name, value
    return made
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(200):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.3)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
filters = {
    "csv": [option("FilterName", "Text - txt - csv (StarCalc)"), option("FilterOptions", sys.stdin.read().strip())],
    "xlsx": [option("FilterName", "Calc MS Excel 2007 XML")],
}[kind]
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (option("Hidden", True), *filters))
sheet = document.Sheets.getByIndex(0)
column = next(i for i in range(200) if sheet.getCellByPosition(i, 0).String == "order_source")
sheet.getCellByPosition(column, 1).String = "edited"
document.storeToURL(uno.systemPathToFileUrl(path), tuple(filters))
document.close(True)
"""

#: Separator, text delimiter, UTF-8, first line, columns, language, quote all text, detect special numbers, as shown,
#: formulas in place of results, no spaces removed, sheet, evaluate formulas.
CSV_AS_IT_IS = "44,34,76,1,,0,false,false,true,false,false,0,false"
CSV_WITH_NUMBERS_AND_FORMULAS = "44,34,76,1,,1033,false,true,true,false,false,0,true"


class Entries:
    """Holds drafts as a ledger does."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._stored = [draft.store() for draft in drafts]

    async def entries(self, *_states: str) -> AsyncIterator[Entry]:
        """Yield the drafts."""
        for number, stored in enumerate(self._stored, 1):
            yield Entry(key=stored.key, state="rejected", position=number, changed_at=0, payload=stored.payload)


def drafts(edited: str | None) -> list[Draft]:
    """Return drafts with everything in them that spreadsheets are known to change."""
    return [
        TaobaoOrder(
            seller_order_number=key,
            purchase_amount=400,
            receiver=Receiver(name="Test Buyer", mobile_phone="13800000000", zip_="010000", address=text),
            order_line_list=[OrderLine(item_id="600126245031041190", sku_id="5016042822039", quantity=2, price=200)],
            order_source=edited if edited and not number else "lazada",
        )
        for number, (key, text) in enumerate(
            zip(
                (f"{number:05}" if number % 2 else f"1-{number + 1}" for number in range(len(TEXTS))),
                TEXTS,
                strict=True,
            )
        )
    ]


async def round_trip(folder: Path, name: str, kind: Literal["csv", "xlsx"], options: str, pipe: str) -> bool:
    """Export, edit and read back; print and return whether everything came back."""
    path = folder / f"{name}.{kind}"
    await export_file(cast("Ledger", Entries(drafts(None))), path, kind)
    editor = folder / "editor.py"
    editor.write_text(EDITOR, encoding="utf-8")
    done = await asyncio.to_thread(
        subprocess.run,
        ["/usr/bin/python3", str(editor), pipe, str(path), kind],
        input=options, text=True, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    if done.returncode:
        print(f"{name}: LibreOffice failed: {done.stderr[-500:]}")
        return False
    try:
        back = [draft.store() async for draft in DraftFile(path, TaobaoOrder)]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the result
        print(f"{name}: {error}")
        return False
    wanted = [draft.store() for draft in drafts("edited")]
    different = [one.key for one, other in zip(wanted, back, strict=False) if one != other]
    print(f"{name}: {len(back)} of {len(wanted)} drafts came back, {len(different)} changed {different[:5]}")
    return back == wanted


async def main() -> int:
    """Run all round trips."""
    with tempfile.TemporaryDirectory() as name:
        folder, pipe = Path(name), f"round-trip-{time.time_ns()}"
        office = await asyncio.create_subprocess_exec(
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
            f"--accept=pipe,name={pipe};urp;", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            results = [
                await round_trip(folder, "workbook", "xlsx", "", pipe),
                await round_trip(folder, "csv-as-it-is", "csv", CSV_AS_IT_IS, pipe),
                await round_trip(folder, "csv-numbers-and-formulas", "csv", CSV_WITH_NUMBERS_AND_FORMULAS, pipe),
            ]
        finally:
            office.terminate()
            await office.wait()
    return 0 if all(results) else 1


sys.exit(asyncio.run(main()))
