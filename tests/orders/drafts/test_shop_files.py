"""Files in the shapes in which shops have them, as CSV and as workbooks: each is read as the same draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from pandapon_async.orders import Draft, DraftFile, DraftFileError, InvalidDraftsError, TaobaoOrder
from pandapon_async.pandapon_v1 import OrderLine, Receiver

OWN = (
    "seller_order_number", "purchase_amount", "receiver.name", "receiver.mobile_phone", "receiver.zip",
    "receiver.address", "order_line_list.0.item_id", "order_line_list.0.sku_id", "order_line_list.0.quantity",
    "order_line_list.0.price",
)  # fmt: skip
WIRE = (
    "sellerOrderNumber", "purchaseAmount", "receiver.name", "receiver.mobile_phone", "receiver.zip",
    "receiver.address", "orderLineList.0.itemId", "orderLineList.0.skuId", "orderLineList.0.quantity",
    "orderLineList.0.price",
)  # fmt: skip
CHINESE = (
    "订单编号", "总金额（分）", "收货人姓名", "联系手机", "邮编", "详细地址", "商品ID", "SKU ID", "数量", "单价(分)",
)  # fmt: skip
ENGLISH = (
    "Order Number", "Total (fen)", "Ship To Name", "Mobile Phone", "Zip Code", "Street Address", "Item ID", "SKU",
    "Qty", "Unit price (fen)",
)  # fmt: skip
IN_YUAN = (
    "订单号",
    "金额(元)",
    "收件人",
    "手机号",
    "邮政编码",
    "收货地址",
    "宝贝ID",
    "规格ID",
    "购买数量",
    "单价（元）",
)
ROW = (
    "A-1",
    "400",
    "测试买家",
    "13800000000",
    "310000",
    "示例路 1 号",
    "600126245031041190",
    "5016042822039",
    "2",
    "200",
)
YUAN_ROW = ("A-1", "4.00", *ROW[2:9], "2")

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
LATIN = ("A-1", "400", "M\u00fcller", *ROW[3:5], "Stra\u00dfe 1", *ROW[6:])

DRAFT = TaobaoOrder(
    seller_order_number="A-1",
    purchase_amount=400,
    receiver=Receiver(name="测试买家", mobile_phone="13800000000", zip_="310000", address="示例路 1 号"),
    order_line_list=[OrderLine(item_id="600126245031041190", sku_id="5016042822039", quantity=2, price=200)],
)

SHOP_MAP = """
ignore_others = true

[columns]
"内部备注" = ""
"编号" = "seller_order_number"
"应付" = { field = "purchase_amount", unit = "yuan" }
"买家" = { split = "/", fields = ["receiver.name", "receiver.mobile_phone"] }
"送到" = { pattern = '(\\d{6}) (.+)', fields = ["receiver.zip", "receiver.address"] }
"货" = { split = "-", fields = ["order_line_list.0.item_id", "order_line_list.0.sku_id"] }
"个" = "order_line_list.0.quantity"

[constants]
"order_line_list.0.price" = 200
"""


@attrs.frozen
class Shape:
    """A file as a shop has it."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    delimiter: str = ","
    encoding: str = "utf-8"
    line_end: str = "\r\n"
    before: str = ""
    quoting: int = csv.QUOTE_MINIMAL
    column_map: str | None = None
    note: str | None = None

    def write_csv(self, path: Path) -> None:
        out = io.StringIO(newline="")
        out.write(self.before)
        writer = csv.writer(
            out,
            delimiter=self.delimiter,
            lineterminator=self.line_end,
            quoting=self.quoting,  # type: ignore[arg-type]
        )
        writer.writerows([self.header, *self.rows])
        path.write_bytes(out.getvalue().encode(self.encoding))

    def write_xlsx(self, path: Path) -> None:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        assert sheet is not None
        for number, row in enumerate([self.header, *self.rows], 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(number, column)
                cell.value = text
                # As text, also where it begins with an equals sign.
                cell.data_type = "s"
        workbook.save(path)


SHAPES = {
    "names of this package": Shape(OWN, [ROW]),
    "names of the wire": Shape(WIRE, [ROW]),
    "Chinese headers": Shape(CHINESE, [ROW]),
    "English headers": Shape(ENGLISH, [ROW]),
    "amounts in yuan": Shape(IN_YUAN, [YUAN_ROW]),
    "saved by Excel as CSV UTF-8": Shape(OWN, [ROW], encoding="utf-8-sig"),
    "saved by a Chinese Excel as CSV": Shape(CHINESE, [ROW], encoding="gb18030", note="GB18030"),
    "saved by Excel as Unicode text": Shape(OWN, [ROW], delimiter="\t", encoding="utf-16", note="UTF-16"),
    "saved by a European Excel": Shape(OWN, [ROW], delimiter=";", note="semicolon"),
    "with a line that names the separator": Shape(OWN, [ROW], delimiter="|", before="sep=|\r\n"),
    "line ends of old Macs": Shape(OWN, [ROW], line_end="\r"),
    "everything quoted": Shape(OWN, [ROW], quoting=csv.QUOTE_ALL),
    "ids as formulas": Shape(OWN, [[f'="{cell}"' for cell in ROW]]),
    "ids behind apostrophes": Shape(
        OWN, [[cell if number in (2, 5) else f"'{cell}" for number, cell in enumerate(ROW)]]
    ),
    "ids with tabs": Shape(OWN, [[f"{cell}\t" for cell in ROW]]),
    "full-width digits": Shape(
        OWN, [[cell if number in (2, 5) else cell.translate(WIDE) for number, cell in enumerate(ROW)]]
    ),
    "blank rows, empty columns and remarks": Shape(
        [*OWN, "", "_checked"], [[""] * 12, [*ROW, "", "yes"], [" "] * 12, [""] * 12]
    ),
    "a shop's own names": Shape(
        ["编号", "应付", "买家", "送到", "货", "个", "内部备注", "店员"],
        [["A-1", "4", "测试买家/13800000000", "310000 示例路 1 号", "600126245031041190-5016042822039", "2", "x", "y"]],
        column_map=SHOP_MAP,
    ),
}  # fmt: skip


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
@pytest.mark.parametrize("name", SHAPES)
async def test_a_shop_s_file_is_read_as_the_draft_that_was_meant(tmp_path: Path, name: str, file_format: str) -> None:
    shape = SHAPES[name]
    path = tmp_path / f"orders.{file_format}"
    (shape.write_csv if file_format == "csv" else shape.write_xlsx)(path)
    column_map = None
    if shape.column_map is not None:
        column_map = tmp_path / "shop.toml"
        column_map.write_text(shape.column_map, encoding="utf-8")
    file = DraftFile(path, TaobaoOrder, column_map=column_map)
    await file.check()
    drafts = [each async for each in file]
    assert [each.store() for each in drafts] == [DRAFT.store()]
    assert shape.note is None or file_format == "xlsx" or any(shape.note in note for note in file.notes)


# -- what cannot be read as orders -------------------------------------------------------------------------------------


async def read(path: Path, **options: Any) -> list[Draft]:
    return [each async for each in DraftFile(path, TaobaoOrder, **options)]


async def problem_of(path: Path, **options: Any) -> str:
    with pytest.raises((DraftFileError, InvalidDraftsError)) as caught:
        await read(path, **options)
    return str(caught.value)


def table(*rows: Sequence[str], header: Sequence[str] = OWN) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *rows])
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no header"),
        (table(ROW[:7]).encode(), "orders.csv:2: ragged row: 7 cells under 10 columns"),
        (table([*ROW, "x"]).encode(), "orders.csv:2: ragged row: 11 cells under 10 columns"),
        (table([*ROW, "x"], header=[*OWN, ""]).encode(), "cell 11 stands under a column without a name"),
        (table(ROW, header=[*OWN[:9], "金额"]).encode(), "say its unit, as in '金额(元)'"),
        (table(ROW, header=[*OWN[:9], "recever.name"]).encode(), "did you mean 'receiver.name'?"),
        (table(ROW, header=[*OWN[:9], "收件人"]).encode(), "'receiver.name' twice: 'receiver.name' and '收件人'"),
        (table(ROW).replace(",", "~").encode(), "no such field"),
        (b"a;b,c\n1;2,3\n", "--delimiter"),
        (table(ROW).encode("utf-16-le"), "UTF-16 without a byte order mark; give --encoding"),
        (table(LATIN).encode("cp1252"), "not certain; give --encoding"),
        (b"PK\x03\x04....", "is an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .xlsx"),
        (b"<html><table></table></html>", "is a web page"),
        (table(ROW).encode() + b'A-2,"open', "line 3: no valid CSV"),
        (b"x" * 10_000_000, "longer than"),
        (b",".join(b"c%d" % number for number in range(1_000_000)), "longer than"),
        (b"," * 1_000_000, "more than 16384 columns"),
    ],
)  # fmt: skip
async def test_what_is_no_file_of_orders_is_refused_at_once_with_what_to_do(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    assert told in await problem_of(path)


async def test_an_encoding_that_is_named_is_used_and_one_that_does_not_exist_is_told(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(table([*ROW[:2], "\u6f22\u5b57", *ROW[3:5], "1 Road", *ROW[6:]]).encode("big5"))
    assert "not certain" in await problem_of(path)
    (found,) = [each async for each in DraftFile(path, TaobaoOrder, encoding="big5")]
    assert isinstance(found, TaobaoOrder)
    assert found.receiver.name == "\u6f22\u5b57"
    for nonsense in ("nonsense", "hex", "rot13", ""):
        assert "there is no encoding" in await problem_of(path, encoding=nonsense)
    assert "leave --encoding out" in await problem_of(path, encoding="utf-8")


async def test_a_separator_that_is_named_is_used(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(table(ROW).replace(",", "~"), encoding="utf-8")
    (found,) = [each async for each in DraftFile(path, TaobaoOrder, delimiter="~")]
    assert found == DRAFT


# -- columns -----------------------------------------------------------------------------------------------------------


def ids(tmp_path: Path, *values: str) -> Path:
    path = tmp_path / "orders.csv"
    rows = [[f"A-{number}", *ROW[1:6], value, *ROW[7:]] for number, value in enumerate(values)]
    path.write_text(table(*rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "values",
    [
        ("60012624503104100", "61012624503104200", "62012624503104300"),
        ("6001262450310410", "6101262450310420", "6201262450310430", "6301262450310440"),
        tuple(str(int(float(number))) for number in (600126245031041190, 600126245031041999, 700126245031041773)),
    ],
    ids=["17 digits cut", "16 digits cut", "through a float"],
)
async def test_a_column_whose_numbers_are_all_rounded_is_asked_about(tmp_path: Path, values: tuple[str, ...]) -> None:
    path = ids(tmp_path, *values)
    told = await problem_of(path)
    assert "orders.csv:2: order_line_list.0.item_id: all long numbers of this column look rounded" in told
    assert len([each async for each in DraftFile(path, TaobaoOrder, accept_suspicious=True)]) == len(values)


@pytest.mark.parametrize(
    "values",
    [
        ("60012624503104100", "61012624503104200", "62012624503104301"),
        ("60012624503104100", "60012624503104100", "60012624503104100"),
        ("600126245031041190", "610126245031042191", "620126245031043192"),
    ],
    ids=["one is not rounded", "one item, ordered three times", "as they are"],
)
async def test_a_column_of_right_numbers_is_not_asked_about(tmp_path: Path, values: tuple[str, ...]) -> None:
    assert len([each async for each in DraftFile(ids(tmp_path, *values), TaobaoOrder)]) == len(values)


async def test_repairs_are_told_once_for_each_column(tmp_path: Path) -> None:
    file = DraftFile(ids(tmp_path, *[f"'60012624503104119{number}" for number in range(3)]), TaobaoOrder)
    assert len([each async for each in file]) == 3
    (repair,) = file.repairs
    assert str(repair) == (
        "orders.csv:2: order_line_list.0.item_id: removed the apostrophe before it (and in 2 more rows)"
    )


async def test_suspicious_values_name_the_option_that_accepts_them(tmp_path: Path) -> None:
    path = ids(tmp_path, "600126245031041000")
    assert "--accept-suspicious" in await problem_of(path)
    file = DraftFile(path, TaobaoOrder, accept_suspicious=True)
    assert len([each async for each in file]) == 1
    assert file.suspicious == 1
