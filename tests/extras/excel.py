"""Workbooks: orders are written to a sheet of text cells and read back as drafts."""

import asyncio
import tempfile
from pathlib import Path

from pandapon_async.orders import DraftFile, TaobaoOrder
from pandapon_async.orders.drafts.spreadsheets import write_spreadsheet

HEADER = ("seller_order_number", "purchase_amount", "receiver.name", "order_line_list.0.item_id")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "orders.xlsx")
        with write_spreadsheet(path) as writer:
            writer.write(HEADER)
            writer.write(("A-1", "400", "Test Buyer", "600126245031041190"))
        drafts = [draft async for draft in DraftFile(path, TaobaoOrder)]
    (draft,) = drafts
    assert isinstance(draft, TaobaoOrder)
    assert draft.order_line_list[0].item_id == "600126245031041190"


asyncio.run(main())
