"""Exports: any draft comes back unchanged, a spreadsheet leaves the cells alone, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
import stat
import tempfile
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, cast

import anyio
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import client_for, draft

from pandapon_async import pandapon_v1 as v1
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.orders import (
    KINDS,
    AlibabaOrder,
    Draft,
    DraftFile,
    DraftFileError,
    FreightBooking,
    InvalidDraftError,
    Ledger,
    TaobaoOrder,
    export_drafts,
    export_file,
    open_ledger,
)
from pandapon_async.orders.drafts.cells import read_cell, write_cell
from pandapon_async.orders.drafts.values import check_value
from pandapon_async.orders.ledger.states import Entry

ITEM = "600126245031041190"


class Ledgerlike:
    """Holds entries as a ledger does, without a database."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    async def entries(self, *states: str) -> AsyncIterator[Entry]:
        for entry in self._entries:
            yield entry


def ledger_of(drafts: Sequence[Draft], **outcome: Any) -> Ledger:
    stored = [each.store(accept_suspicious=True) for each in drafts]
    entries = [
        Entry(key=each.key, state="rejected", position=number, changed_at=0, payload=each.payload, **outcome)
        for number, each in enumerate(stored, 1)
    ]
    return cast("Ledger", Ledgerlike(entries))


async def drafts_of(file: DraftFile) -> list[Draft]:
    return [each async for each in file]


# -- any draft ---------------------------------------------------------------------------------------------------------

#: Whatever spreadsheets, CSV and XML are known to stumble over.
ODD = st.sampled_from(
    ["=1+1", "'=1+1", "''+1", "+86", "-5", "@SUM(A1)", "1-2", "1/2", "2026-03-01", "00012", "1E5", "12.50", "TRUE",
     "Mar-1", "a\rb", "a\nb", "a\r\nb", "a\tb", 'say "hi"', "a,b;c|d", "_x000D_", "_x005F_", "{}", "[1]",
     "\u3000x\u3000",
     "＝1", "100%", "1,200",
     "sep=;", "0.1", "1e-7", "１２", "#1", "#", "\ufeffx", "a\u2028b", "1:30"]
)  # fmt: skip
TEXTS = st.one_of(ODD, st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.just(""))
IDS = st.one_of(st.from_regex(r"[1-9][0-9]{0,19}", fullmatch=True), st.just("b266e0726506185beaf205cbae88530d"))
PHONES = st.sampled_from(["13800000000", "+8613800000000", "0571-88888888", "400-1", "(0571) 8", "007", ""])
KEYS = st.one_of(ODD, IDS, st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=8))


def maybe(values: st.SearchStrategy[Any], *others: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(UNSET), *map(st.just, others), values)


RECEIVERS = st.builds(
    v1.Receiver,
    name=maybe(TEXTS),
    address=maybe(TEXTS),
    mobile_phone=maybe(PHONES),
    zip_=maybe(st.sampled_from(["310000", "010000", ""])),
    unknown_fields=st.just({}),
)
LINES = st.builds(
    v1.OrderLine,
    item_id=maybe(IDS),
    sku_id=maybe(IDS),
    quantity=maybe(st.integers(1, 10**6)),
    price=maybe(st.integers(0, 10**12)),
    order_line_no=maybe(TEXTS),
    unknown_fields=st.just({}),
)
DRAFTS = st.one_of(
    st.builds(
        TaobaoOrder,
        seller_order_number=KEYS,
        purchase_amount=st.integers(0, 10**12),
        receiver=RECEIVERS,
        order_line_list=st.lists(LINES, max_size=3),
        order_source=maybe(TEXTS),
    ),
    st.builds(
        AlibabaOrder,
        key=KEYS,
        flow=TEXTS,
        address_param=st.builds(
            v1.AddressParam, full_name=TEXTS, mobile=PHONES, city_text=TEXTS, province_text=TEXTS, address=TEXTS,
            town_text=maybe(TEXTS, None), unknown_fields=st.just({}),
        ),
        cargo_param_list=st.lists(
            st.builds(v1.CargoParam, offer_id=st.integers(1, 10**14), spec_id=IDS,
                      quantity=st.one_of(st.integers(1, 9), st.sampled_from([1.5, 2.25])), unknown_fields=st.just({})),
            max_size=2,
        ),
        message=maybe(TEXTS, None),
        trade_type=maybe(TEXTS, None),
    ),
    st.builds(
        FreightBooking,
        key=KEYS,
        render_id=maybe(IDS, None),
        line_items=maybe(st.lists(st.builds(v1.FreightLineItem, quantity=maybe(st.integers(1, 9)), title=maybe(TEXTS),
                                            unknown_fields=st.just({})), max_size=2), None),
        remark=maybe(TEXTS, None),
    ),
)  # fmt: skip


@settings(max_examples=150)
@given(there=DRAFTS, file_format=st.sampled_from(["csv", "jsonl", "xlsx"]))
def test_any_draft_comes_back_from_a_file_unchanged(there: Draft, file_format: Any) -> None:
    try:
        stored = there.store(accept_suspicious=True)
    except InvalidDraftError:
        # What no draft can hold is in no file of ours.
        return

    async def back() -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"out.{file_format}")
            await export_file(ledger_of([there]), path, file_format)
            file = DraftFile(path, type(there), accept_suspicious=True)
            assert [each async for each in file.stored()] == [stored]

    anyio.run(back)


@given(text=TEXTS, guarded=st.booleans())
def test_a_text_that_a_draft_may_hold_comes_back_from_its_cell(text: str, guarded: bool) -> None:
    verdict, kept, _ = check_value("text", text)
    if verdict == "refused":
        return
    cell = write_cell(cast("str", kept), guarded=guarded)
    read = read_cell(cell)
    assert read is not None
    assert check_value("text", read).value == kept
    if guarded:
        assert cell.startswith('="') or not cell.startswith(tuple("=+-@\t\r＝＋－＠"))


# -- what spreadsheets do ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (ITEM, f'="{ITEM}"'),
        ("13800000000", '="13800000000"'),
        ("010000", '="010000"'),
        ("1-2", '="1-2"'),
        ("Mar-1", '="Mar-1"'),
        ("12.50", '="12.50"'),
        ("1E5", '="1E5"'),
        ("TRUE", '="TRUE"'),
        ("400", "400"),
        ("12.5", "12.5"),
        ("A-1", "A-1"),
        ("", '=""'),
        (None, '="null"'),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1 Road", "'+1 Road"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("＝1+x", "'＝1+x"),
        ("'=1", "''=1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
    ],
)
def test_cells_of_csv_are_left_alone_by_a_spreadsheet(text: str | None, cell: str) -> None:
    assert write_cell(text, guarded=True) == cell


async def test_texts_of_the_server_and_of_receivers_are_no_formulas(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://x.example","click")'
    ledger = ledger_of(
        [draft(receiver=v1.Receiver(name=attack, address="@SUM(1)"))], message=attack, note="+1", code="-1"
    )
    for name in ("out.csv", "out.xlsx"):
        await export_file(ledger, tmp_path / name, cast("Any", name[4:]))
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert f"'{attack}" in cells
    assert not [cell for cell in cells if cell[:1] in "+-@" and cell]
    assert not [cell for cell in cells if cell.startswith("=") and not cell.startswith('="')]
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["orders"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert {cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"@"}


async def test_all_ids_of_an_order_are_written(tmp_path: Path) -> None:
    ids = ("1024285237573584051", "1024285237573584052")
    ledger = ledger_of([draft()], order_ids=ids)
    await export_file(ledger, tmp_path / "out.csv", "csv")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["_order_ids"], row["_order_id"], row["_missing"]) == (";".join(ids), f'="{ids[0]}"', "")
    await export_file(ledger, tmp_path / "out.jsonl", "jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["_order_ids"] == list(ids)


async def test_files_begin_with_a_byte_order_mark_and_streams_do_not(tmp_path: Path) -> None:
    await export_file(ledger_of([draft()]), tmp_path / "out.csv", "csv")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfseller_order_number,")
    await export_file(ledger_of([draft()]), tmp_path / "out.jsonl", "jsonl")
    assert (tmp_path / "out.jsonl").read_bytes().startswith(b'{"seller_order_number"')
    out = io.StringIO()
    await export_drafts(ledger_of([draft()]), out, "csv")
    assert out.getvalue().startswith("seller_order_number,")


async def test_a_line_end_of_any_kind_is_quoted(tmp_path: Path) -> None:
    there = draft(receiver=v1.Receiver(address="1 Road\rFlat 2"))
    await export_file(ledger_of([there]), tmp_path / "out.csv", "csv")
    assert b'"1 Road\rFlat 2"' in (tmp_path / "out.csv").read_bytes()
    assert [each async for each in DraftFile(tmp_path / "out.csv", TaobaoOrder)] == [there]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- files of persons' data --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file_format", ["csv", "jsonl", "xlsx"])
async def test_an_existing_file_is_replaced_by_one_for_its_owner_alone(tmp_path: Path, file_format: Any) -> None:
    path = tmp_path / f"out.{file_format}"
    path.write_text("old")
    path.chmod(0o644)
    (tmp_path / "link").symlink_to(path)
    await export_file(ledger_of([draft()]), tmp_path / "link", file_format)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (tmp_path / "link").is_symlink()
    assert path.read_bytes() != b"old"
    assert names(tmp_path) == ["link", path.name]


async def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    class Broken(Ledgerlike):
        async def entries(self, *states: str) -> AsyncIterator[Entry]:
            async for entry in super().entries(*states):
                yield entry
            raise RuntimeError("lost")

    path = tmp_path / "out.jsonl"
    path.write_text("old")
    stored = draft().store()
    broken = Broken([Entry(key="A-1", state="created", position=1, changed_at=0, payload=stored.payload)])
    with pytest.raises(RuntimeError, match="lost"):
        await export_file(cast("Ledger", broken), path, "jsonl")
    assert path.read_text() == "old"
    assert names(tmp_path) == [path.name]


async def test_the_file_that_is_read_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("seller_order_number\nA-1\n")
    (tmp_path / "link.csv").symlink_to(path)
    (tmp_path / "hard.csv").hardlink_to(path)
    for name in ("orders.csv", "link.csv", "hard.csv", f"../{tmp_path.name}/orders.csv"):
        with pytest.raises(DraftFileError, match="would be overwritten; name another file"):
            await DraftFile(path, TaobaoOrder, skip_invalid=tmp_path / name).check()
        with pytest.raises(DraftFileError, match="would be overwritten"):
            await drafts_of(DraftFile(path, TaobaoOrder, skip_invalid=tmp_path / name))
    with pytest.raises(DraftFileError, match=r"let the name end in \.csv"):
        await DraftFile(path, TaobaoOrder, skip_invalid=tmp_path / "aside.xlsx").check()
    assert path.read_text() == "seller_order_number\nA-1\n"


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "out.csv", tmp_path):
        with pytest.raises(DraftFileError, match="cannot write"):
            await export_file(ledger_of([draft()]), path, "csv")


# -- keys --------------------------------------------------------------------------------------------------------------


async def test_two_spellings_of_a_number_are_one_order(tmp_path: Path) -> None:
    async with open_ledger(tmp_path / "l.sqlite", TaobaoOrder, client_for()) as ledger:
        added = await ledger.add([draft("A-1"), draft("A-1 "), draft("Ａ－１"), draft("A\u20111")])
        assert (added.new, added.known) == (1, 3)
        found = await ledger.find("a-1")
        assert found is not None
        assert found.key == "A-1"
        with pytest.raises(Exception, match="two different drafts have the key"):
            await ledger.add([draft("a-1")])
        assert (await ledger.counts()).total == 1


def test_every_kind_of_draft_has_kinds_of_values() -> None:
    for drafts in KINDS.values():
        kinds = {field.name: field.kind for field in drafts.form().fields}
        assert kinds[drafts.kind.key] in {"key", "id"}
