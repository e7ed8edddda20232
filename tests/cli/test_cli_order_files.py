"""``pandapon orders`` and files: exit status 6 where one cannot be submitted, and each error says what to do next."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import attrs
import openpyxl
import pytest
from cli_runs import environment, sandbox_in_thread
from click.testing import CliRunner, Result

from pandapon_async.cli.application import application
from pandapon_async.sandbox import RunningSandbox, Sandbox

HEADER = "seller_order_number,purchase_amount,receiver.name,order_line_list.0.item_id,order_line_list.0.quantity\n"
GOOD = "A-1,400,Planted Person,600126245031041190,2\n"
BAD = "A-2,400,Planted Person,6.00126E+17,2\n"


@pytest.fixture(scope="module")
def running() -> Iterator[RunningSandbox]:
    with sandbox_in_thread(Sandbox()) as running:
        yield running


@attrs.define
class Desk:
    folder: Path
    environment: dict[str, str]

    @property
    def ledger(self) -> Path:
        return self.folder / "l.sqlite"

    def file(self, text: str | bytes, name: str = "orders.csv") -> str:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def orders(self, command: str, *words: str) -> Result:
        arguments = ["orders", command, "--ledger", str(self.ledger), *words]
        result = CliRunner().invoke(application, arguments, env=self.environment)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Planted" not in result.output
        return result

    def refused(self, *words: str) -> str:
        """What is told of a file that cannot be submitted, and leaves no ledger."""
        result = self.orders("submit", *words)
        assert result.exit_code == 6, result.output
        assert "nothing was sent" in result.stderr
        assert not self.ledger.exists()
        return result.stderr


@pytest.fixture
def desk(running: RunningSandbox, tmp_path: Path) -> Desk:
    return Desk(tmp_path, environment(running))


# -- what cannot be read -----------------------------------------------------------------------------------------------


def test_a_missing_file_leaves_no_ledger_behind(desk: Desk) -> None:
    assert "No such file or directory; check the name of the file" in desk.refused(str(desk.folder / "none.csv"))


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("", (), "no header; its first line must name the columns"),
        (HEADER + GOOD, ("--encoding", "nonsense"), "there is no encoding 'nonsense'; give --encoding NAME"),
        (HEADER + GOOD, ("--delimiter", ";"), "no such field"),
        (HEADER.replace("item_id", "itm"), (), "did you mean"),
        (HEADER.encode() + "M\u00fcller".encode("cp1252"), (), "not certain; give --encoding"),
        (HEADER + GOOD, ("--map", "none.toml"), "name another file with --map"),
        (HEADER + GOOD, ("--format", "xlsx"), "save it again as .xlsx or as CSV"),
        (HEADER + GOOD, ("--skip-invalid", "ORDERS"), "would be overwritten; name another file"),
        (HEADER + GOOD, ("--skip-invalid", "LEDGER"), "would be overwritten; name another file"),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_6_and_what_to_do(
    desk: Desk, text: str | bytes, words: tuple[str, ...], told: str
) -> None:
    file = desk.file(text)
    names = {"ORDERS": file, "LEDGER": str(desk.ledger)}
    assert told in desk.refused(file, *(names.get(word, word) for word in words))
    assert Path(file).read_bytes() == (text if isinstance(text, bytes) else text.encode())


def test_a_file_of_no_known_format_ends_with_6(desk: Desk) -> None:
    assert "let the file's name end in .csv, .xlsx or .jsonl" in desk.refused(desk.file("x", "orders.txt"))


def test_a_delimiter_is_a_name_or_one_character(desk: Desk) -> None:
    result = desk.orders("submit", desk.file(HEADER), "--delimiter", "::")
    assert result.exit_code == 2
    assert "give comma, semicolon, tab, pipe or one character" in result.stderr


# -- rows that cannot be sent ------------------------------------------------------------------------------------------


def test_damaged_rows_are_named_and_what_to_do_with_them(desk: Desk) -> None:
    result = desk.orders("submit", desk.file(HEADER + GOOD + BAD))
    assert result.exit_code == 6
    assert "orders.csv:3: order_line_list.0.item_id: a spreadsheet has rounded this number" in result.stderr
    assert "submit the others with --skip-invalid FILE" in result.stderr


def test_rows_that_were_left_out_are_no_success(desk: Desk) -> None:
    aside = desk.folder / "aside.csv"
    aside.write_text("old")
    aside.chmod(0o644)
    file = desk.file(HEADER + BAD + GOOD)
    result = desk.orders("submit", file, "--skip-invalid", str(aside))
    assert result.exit_code == 9, result.output
    assert "1 new orders" in result.stdout
    assert "correct them there and submit that file to the same ledger" in result.stderr
    assert aside.read_text() == HEADER + BAD
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert Path(file).read_text() == HEADER + BAD + GOOD
    aside.write_text(aside.read_text().replace("6.00126E+17", "600126245031041190"))
    assert desk.orders("submit", str(aside)).exit_code == 0


def test_suspicious_values_are_asked_about_and_accepted(desk: Desk) -> None:
    file = desk.file(HEADER + GOOD.replace("600126245031041190", "600126245031041000"))
    result = desk.orders("submit", file)
    assert result.exit_code == 6
    assert "accept it with --accept-suspicious" in result.stderr
    result = desk.orders("submit", file, "--accept-suspicious")
    assert result.exit_code == 0, result.output
    assert "1 suspicious values were taken as they are" in result.stderr


def test_what_was_found_out_and_repaired_is_told(desk: Desk) -> None:
    text = (HEADER + GOOD).replace(",", ";").replace("6001", "'6001")
    result = desk.orders("submit", desk.file(text))
    assert result.exit_code == 0, result.output
    assert "orders.csv: separated by semicolon" in result.stderr
    assert "orders.csv:2: order_line_list.0.item_id: removed the apostrophe before it" in result.stderr


def test_two_spellings_of_a_number_with_different_orders_are_a_conflict(desk: Desk) -> None:
    result = desk.orders("submit", desk.file(HEADER + GOOD + GOOD.replace("A-1", "a-1 ").replace("400", "500")))
    assert result.exit_code == 6
    assert "two different drafts have the key" in result.stderr
    assert "Give one of the two orders another number, or remove it." in result.stderr


# -- workbooks and exports ---------------------------------------------------------------------------------------------


def test_a_workbook_is_submitted_exported_and_submitted_again(desk: Desk) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in (HEADER + GOOD).splitlines():
        sheet.append(line.split(","))
    file = desk.folder / "orders.xlsx"
    workbook.save(file)
    assert desk.orders("submit", str(file)).exit_code == 0
    for name in ("out.xlsx", "out.csv", "out.jsonl"):
        out = desk.folder / name
        result = desk.orders("export", "--output", str(out))
        assert result.exit_code == 0, result.output
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
        again = desk.orders("submit", str(out))
        assert again.exit_code == 0, again.output
        assert "0 new orders, 1 known" in again.stdout


def test_an_export_never_takes_the_place_of_the_ledger(desk: Desk) -> None:
    assert desk.orders("submit", desk.file(HEADER + GOOD)).exit_code == 0
    before = desk.ledger.read_bytes()
    result = desk.orders("export", "--format", "csv", "--output", str(desk.ledger))
    assert result.exit_code == 6
    assert "would be overwritten; name another file" in result.stderr
    assert desk.ledger.read_bytes() == before


def test_a_workbook_needs_a_file(desk: Desk) -> None:
    assert desk.orders("submit", desk.file(HEADER + GOOD)).exit_code == 0
    result = desk.orders("export", "--format", "xlsx")
    assert result.exit_code == 2
    assert "add --output NAME.xlsx" in result.stderr
