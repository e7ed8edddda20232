"""Drafts out of files, and back into them: every row checked, errors that say where, nothing personal in them."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path

import pytest
from ledgers import client_for, draft

from pandapon_async.orders import (
    DraftFile,
    FreightBooking,
    InvalidDraftError,
    InvalidDraftsError,
    Ledger,
    OrdersError,
    Outcome,
    TaobaoOrder,
    export_drafts,
    open_ledger,
)
from pandapon_async.orders.ledger.claims import Change
from pandapon_async.pandapon_v1 import OrderLine, Receiver

ROW = {
    "seller_order_number": "A-1",
    "purchase_amount": 400,
    "receiver": {"name": "Planted Person", "mobile_phone": "13800000000", "address": "1 Planted Road"},
    "order_line_list": [{"item_id": "600126245031041190", "quantity": 2, "price": 200}],
}
COLUMNS = (
    "seller_order_number,purchase_amount,receiver.name,receiver.mobile_phone,receiver.address,"
    "order_line_list.0.item_id,order_line_list.0.quantity,order_line_list.0.price"
)
CELLS = "A-1,400,Planted Person,13800000000,1 Planted Road,600126245031041190,2,200"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def read(path: Path, drafts: type = TaobaoOrder, **options: object) -> list[object]:
    return [each async for each in DraftFile(path, drafts, **options)]  # type: ignore[arg-type]


async def problems(path: Path) -> list[str]:
    with pytest.raises(InvalidDraftsError) as caught:
        await read(path)
    return str(caught.value).splitlines()


# -- the forms ---------------------------------------------------------------------------------------------------------


async def test_json_lines_hold_a_draft_each(tmp_path: Path) -> None:
    path = written(tmp_path, "orders.jsonl", f"{json.dumps(ROW)}\n\n{json.dumps({**ROW, 'seller_order_number': 7})}\n")
    assert await read(path) == [draft("A-1"), draft("7")]


async def test_the_names_of_the_wire_are_understood(tmp_path: Path) -> None:
    row = {
        "sellerOrderNumber": "A-1",
        "purchaseAmount": 400,
        "receiver": ROW["receiver"],
        "orderLineList": [{"itemId": 600126245031041190, "quantity": "2", "price": "200"}],
    }
    (found,) = await read(written(tmp_path, "orders.jsonl", json.dumps(row)))
    assert found.store() == draft().store()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        f"{COLUMNS}\n{CELLS}\n",
        f"\ufeff{COLUMNS}\r\n{CELLS}\r\n\r\n",
        f"{COLUMNS},receiver.phone,_note\n{CELLS},,mine\n",
        (
            'seller_order_number,purchase_amount,receiver,order_line_list\nA-1,400,"{""name"":""Planted Person"",'
            '""mobile_phone"":""13800000000"",""address"":""1 Planted Road""}",'
            '"[{""item_id"":""600126245031041190"",""quantity"":2,""price"":200}]"\n'
        ),
    ],
    ids=["dotted", "from a spreadsheet", "empty cells and own columns", "JSON in cells"],
)
async def test_csv_in_its_spellings(tmp_path: Path, text: str) -> None:
    assert await read(written(tmp_path, "orders.csv", text)) == [draft()]


async def test_items_of_lists_need_no_gapless_columns(tmp_path: Path) -> None:
    text = f"{COLUMNS},order_line_list.1.item_id,order_line_list.2.item_id\n{CELLS},,5\n"
    (found,) = await read(written(tmp_path, "orders.csv", text))
    assert [line.item_id for line in found.order_line_list] == ["600126245031041190", "5"]  # type: ignore[attr-defined]


async def test_a_draft_without_a_number_of_its_own_on_the_wire_has_a_key(tmp_path: Path) -> None:
    path = written(tmp_path, "b.csv", "key,render_id,line_items.0.quantity\nB-1,FF1,2\n")
    (found,) = await read(path, FreightBooking)
    assert isinstance(found, FreightBooking)
    assert found.draft_key == "B-1"
    assert "key" not in found.arguments()


# -- what is wrong -----------------------------------------------------------------------------------------------------


async def test_errors_name_file_line_column_and_value(tmp_path: Path) -> None:
    rows = [
        ROW,
        {**ROW, "purchase_amount": "x"},
        {**ROW, "order_line_list": [{"item_id": "1"}, {"quantity": -2}]},
        {**ROW, "recever": {}},
        {key: value for key, value in ROW.items() if key != "receiver"},
        {**ROW, "seller_order_number": " "},
    ]
    path = written(tmp_path, "orders.jsonl", "\n".join(map(json.dumps, rows)) + "\n[]\nnonsense\n")
    assert await problems(path) == [
        'orders.jsonl:2: purchase_amount: expected int, got str (here: "x")',
        "orders.jsonl:3: order_line_list.1.quantity: must not be negative (here: -2)",
        "orders.jsonl:4: recever: no such field; did you mean 'receiver'?",
        "orders.jsonl:5: receiver: is required",
        'orders.jsonl:6: seller_order_number: must be 1 to 200 printable characters (here: " ")',
        "orders.jsonl:7: expected an object",
        "orders.jsonl:8: no valid JSON",
    ]


async def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    text = f"{COLUMNS}\n{CELLS.replace('1 Planted Road', chr(34) + 'two' + chr(10) + 'lines' + chr(34))}\n"
    text += CELLS.replace("400", "4.5")
    assert (await problems(written(tmp_path, "orders.csv", text)))[0].startswith("orders.csv:4: purchase_amount")


async def test_a_number_that_a_spreadsheet_has_rounded_is_caught(tmp_path: Path) -> None:
    text = f"{COLUMNS}\n{CELLS.replace('600126245031041190', '6.00126E+17')}\n"
    (problem,) = await problems(written(tmp_path, "orders.csv", text))
    assert "a spreadsheet has rounded this number" in problem


async def test_personal_values_are_masked_and_unknown_ones_too(tmp_path: Path) -> None:
    rows = [
        {**ROW, "receiver": {"name": 13800000000}},
        {**ROW, "receiver": {"name": ["Planted Person"]}},
        {**ROW, "note": "Planted Person"},
        {**ROW, "receiver": "Planted Person"},
    ]
    text = "\n".join(await problems(written(tmp_path, "orders.jsonl", "\n".join(map(json.dumps, rows)))))
    assert "Planted" not in text
    assert "13800000000" not in text
    assert text.count("***") >= 3


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("orders.csv", "", "no header"),
        ("orders.csv", "a,a\n1,2\n", "twice"),
        ("orders.csv", f'{COLUMNS}\n"open', "no valid CSV"),
        ("orders.txt", "x", "name the format"),
    ],
)
async def test_a_file_that_cannot_be_read_as_one_is_refused(tmp_path: Path, name: str, text: str, problem: str) -> None:
    with pytest.raises(OrdersError, match=problem):
        await read(written(tmp_path, name, text))


async def test_a_missing_file_and_an_uncertain_encoding_are_told(tmp_path: Path) -> None:
    with pytest.raises(OrdersError, match=r"cannot read .*No such file"):
        await read(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{COLUMNS}\n{CELLS.replace('Planted Person', 'Müller')}\n".encode("cp1252"))
    with pytest.raises(OrdersError, match="give --encoding"):
        await read(path)
    assert len(await read(path, encoding="cp1252")) == 1


@pytest.mark.parametrize("file_format", ["jsonl", "csv"])
async def test_invalid_rows_are_written_aside_as_they_came(tmp_path: Path, file_format: str) -> None:
    if file_format == "csv":
        bad = CELLS.replace("400", "x")
        text, expected = f"{COLUMNS}\n{CELLS}\n{bad}\n", f"{COLUMNS}\n{bad}\n"
    else:
        bad = json.dumps({**ROW, "purchase_amount": None})
        text, expected = f"{json.dumps(ROW)}\n{bad}\n", f"{bad}\n"
    path, aside = written(tmp_path, f"orders.{file_format}", text), tmp_path / "aside"
    file = DraftFile(path, TaobaoOrder, skip_invalid=aside)
    assert [each async for each in file] == [draft()]
    assert file.skipped == 1
    assert aside.read_text(encoding="utf-8") == expected
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600


# -- and back ----------------------------------------------------------------------------------------------------------


async def reject_all(ledger: Ledger) -> None:
    async with ledger.session() as session:
        for taken in await session.claim(100):
            outcome = Outcome(key=taken.key, state="rejected", code="400", message="no stock")
            await session.finish([Change(taken, outcome)])


@pytest.mark.parametrize("file_format", ["jsonl", "csv"])
async def test_rejects_can_be_corrected_and_submitted_again(tmp_path: Path, file_format: str) -> None:
    async with open_ledger(tmp_path / "l.sqlite", TaobaoOrder, client_for()) as ledger:
        two_lines = [OrderLine(item_id="1", quantity=1), OrderLine(item_id="2", sku_id="3")]
        await ledger.add([draft("A-1"), draft("A-2", order_line_list=two_lines, receiver=Receiver())])
        await reject_all(ledger)
        out = io.StringIO()
        assert await export_drafts(ledger, out, file_format, "rejected") == 2  # type: ignore[arg-type]
        assert "no stock" in out.getvalue()
        again = written(tmp_path, f"again.{file_format}", out.getvalue())
        assert (await ledger.add(DraftFile(again, TaobaoOrder))).known == 2
        mended = written(tmp_path, f"mended.{file_format}", out.getvalue().replace("600126245031041190", "99"))
        assert (await ledger.add(DraftFile(mended, TaobaoOrder))).replaced == 1
        entry = await ledger.find("A-1")
        assert entry is not None
        assert (entry.state, b'"99"' in entry.payload) == ("pending", True)


def test_fields_that_the_documentation_does_not_name_survive_the_ledger() -> None:
    there = draft(receiver=Receiver(name="n", unknown_fields={"new": 1}))
    assert TaobaoOrder.loads(there.store().payload) == there


@pytest.mark.parametrize("key", ["", "  ", "x" * 201, "a\nb", "a\0"])
def test_a_key_is_a_short_printable_text(key: str) -> None:
    with pytest.raises(InvalidDraftError, match=r"^seller_order_number: must"):
        draft(key).store()
