"""Workbooks: what is a number, a date or a formula in a cell is not taken for the text that somebody meant."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pandapon_async.orders import DraftFile, DraftFileError, InvalidDraftsError, TaobaoOrder
from pandapon_async.orders.drafts.spreadsheets import write_spreadsheet

HEADER = (
    "seller_order_number", "purchase_amount", "receiver.name", "receiver.mobile_phone", "receiver.zip",
    "receiver.address", "order_line_list.0.item_id", "order_line_list.0.quantity",
)  # fmt: skip
ROW: tuple[Any, ...] = ("A-1", 400, "测试买家", 13800000000, "310000", "1 Road", "600126245031041190", 2)


def workbook_with(tmp_path: Path, column: str, value: Any, form: str = "General") -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append(ROW)
    cell = sheet.cell(2, HEADER.index(column) + 1)
    cell.value, cell.number_format = value, form
    path = tmp_path / "orders.xlsx"
    if isinstance(value, int) and value > 10**15:
        # openpyxl rounds what other programs write digit by digit.
        cell.value = 987654321
        workbook.save(tmp_path / "rounded.xlsx")
        with zipfile.ZipFile(tmp_path / "rounded.xlsx") as old, zipfile.ZipFile(path, "w") as new:
            for part in old.infolist():
                new.writestr(part, old.read(part).replace(b"987654321", b"%d" % value))
    else:
        workbook.save(path)
    return path


async def read(path: Path, **options: Any) -> list[TaobaoOrder]:
    return [each async for each in DraftFile(path, TaobaoOrder, **options) if isinstance(each, TaobaoOrder)]


@pytest.mark.parametrize(
    ("column", "value", "form", "meant"),
    [
        ("receiver.mobile_phone", 13800000000, "General", "13800000000"),
        ("receiver.mobile_phone", 13800000000.0, "General", "13800000000"),
        ("receiver.mobile_phone", "13800000000", "@", "13800000000"),
        ("receiver.zip", 10000, "000000", "010000"),
        ("receiver.address", dt.datetime(2026, 3, 1), "yyyy-mm-dd", "2026-03-01"),  # noqa: DTZ001 - as Excel has it
        ("receiver.address", "=1+1", "@", None),
        ("receiver.address", "1 Road_x000D_\nFlat 2", "@", "1 Road\r\nFlat 2"),
        ("receiver.address", "_x005F_x000D_", "@", "_x000D_"),
        ("receiver.address", 1.5, "General", "1.5"),
    ],
)
async def test_cells_are_read_as_they_are_shown(
    tmp_path: Path, column: str, value: Any, form: str, meant: str | None
) -> None:
    path = workbook_with(tmp_path, column, value, form)
    if meant is None:
        # openpyxl writes formulas without results, as other programs do.
        with pytest.raises(InvalidDraftsError, match=rf"orders.xlsx:2: {column}: is a formula without a result"):
            await read(path)
        return
    (found,) = await read(path)
    assert getattr(found.receiver, column.removeprefix("receiver.").replace("zip", "zip_")) == meant


@pytest.mark.parametrize(
    ("column", "value", "form", "problem"),
    [
        ("order_line_list.0.item_id", 6.0012624503104102e17, "General", "a spreadsheet has rounded this number"),
        ("order_line_list.0.item_id", 600126245031041190, "General", "is a number of more than 15 digits"),
        ("order_line_list.0.item_id", 600126245031041000, "General", "accept it with --accept-suspicious"),
        ("order_line_list.0.item_id", dt.datetime(2026, 3, 1), "d-mmm", "is a date"),  # noqa: DTZ001
        ("order_line_list.0.item_id", True, "General", "is a truth value"),
        ("order_line_list.0.quantity", 0.5, "0%", "is a percentage"),
        ("order_line_list.0.quantity", 0, "General", "must be at least 1"),
        ("order_line_list.0.quantity", "#REF!", "General", "is an error of a spreadsheet formula"),
        ("purchase_amount", 4, '"¥"#,##0.00', "is formatted as money, and the field is in fen"),
        ("purchase_amount", 4.5, "General", "expected a whole number of fen"),
        ("receiver.zip", 10000, "General", "Chinese postcodes have 6 digits"),
        ("seller_order_number", dt.datetime(2026, 1, 2), "d-mmm", "is a date"),  # noqa: DTZ001
    ],
)
async def test_cells_that_lost_what_was_typed_are_refused_or_asked_about(
    tmp_path: Path, column: str, value: Any, form: str, problem: str
) -> None:
    with pytest.raises(InvalidDraftsError) as caught:
        await read(workbook_with(tmp_path, column, value, form))
    assert str(caught.value).startswith(f"orders.xlsx:2: {column}: ")
    assert problem in str(caught.value)


async def test_a_long_number_that_is_right_can_be_accepted(tmp_path: Path) -> None:
    path = workbook_with(tmp_path, "order_line_list.0.item_id", 600126245031041190)
    (found,) = await read(path, accept_suspicious=True)
    assert found.order_line_list[0].item_id == "600126245031041190"


async def test_the_first_of_several_sheets_is_read_and_told_or_the_one_that_is_named(tmp_path: Path) -> None:
    path = workbook_with(tmp_path, "receiver.address", "first")
    workbook = openpyxl.load_workbook(path)
    second = workbook.create_sheet("March")
    second.append(HEADER)
    second.append(ROW)
    workbook.save(path)
    file = DraftFile(path, TaobaoOrder)
    await file.check()
    assert file.notes == ["the sheet 'Sheet' was read, of 2; --sheet NAME reads another"]
    (found,) = await read(path, sheet="March")
    assert found.receiver.address == "1 Road"
    with pytest.raises(DraftFileError, match="no sheet 'April'; it has: 'Sheet', 'March'"):
        await read(path, sheet="April")


async def test_rows_that_cannot_be_sent_are_written_to_a_workbook(tmp_path: Path) -> None:
    path = workbook_with(tmp_path, "order_line_list.0.quantity", -1)
    file = DraftFile(path, TaobaoOrder, skip_invalid=tmp_path / "aside.xlsx")
    assert [each async for each in file] == []
    with pytest.raises(InvalidDraftsError, match=r"^aside.xlsx:2: order_line_list.0.quantity: must not be negative"):
        await read(tmp_path / "aside.xlsx")


async def test_what_is_no_workbook_or_unfolds_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    path.write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(DraftFileError, match="no workbook that can be read"):
        await read(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nothing.xml", "<x/>")
    with pytest.raises(DraftFileError, match="no workbook that can be read"):
        await read(path)
    good = workbook_with(tmp_path, "receiver.address", "x")
    with zipfile.ZipFile(good, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w") as file:
        for _ in range(300):
            file.write(b"\0" * (1 << 20))
    with pytest.raises(DraftFileError, match="too large"):
        await read(good)


async def test_xml_that_defines_entities_is_refused(tmp_path: Path) -> None:
    good = workbook_with(tmp_path, "receiver.address", "x")
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr("xl/extra.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(DraftFileError, match="of a kind that spreadsheets do not write"):
        await read(good)


def test_a_cell_that_excel_would_cut_is_not_written(tmp_path: Path) -> None:
    with (
        pytest.raises(DraftFileError, match="32767 characters, and row 1"),
        write_spreadsheet(tmp_path / "out.xlsx") as writer,
    ):
        writer.write(["x" * 32_768])
    assert not (tmp_path / "out.xlsx").exists()
    assert not list(tmp_path.iterdir())
