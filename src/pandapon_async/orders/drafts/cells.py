"""Cells of tables that survive a spreadsheet: written so that it leaves them alone, and read back unchanged.

``="600126245031041190"`` keeps a text that would become a number or a date. An apostrophe before a text keeps it from
being taken for a formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pandapon_async._core.schema.json import dump_json_text

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["NULL", "read_cell", "write_cell"]

#: A cell that is JSON's null; the text "null" is refused in every field, so there is no confusion.
NULL: Final = '="null"'
_EMPTY: Final = '=""'

#: What spreadsheets take for the beginning of a formula, some of them also in full width.
_FORMULA_SIGNS: Final = "=+\\-@\t\r\n＝＋－＠"
_FORMULA: Final = re.compile(rf"'*[{_FORMULA_SIGNS}]")
_ESCAPED: Final = re.compile(rf"''*[{_FORMULA_SIGNS}]")

#: Numbers that come out of a spreadsheet as they went in.
_PLAIN_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,9}|(?:0|[1-9][0-9]{0,9})\.[0-9]{0,4}[1-9]")
#: What a spreadsheet may take for a number, date, time, fraction, percentage or truth value.
_CONVERTIBLE: Final = re.compile(
    r"[0-9.,:/%eE+\- ]*[0-9][0-9.,:/%eE+\- ]*"
    r"|[0-9]*[-/ ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?[0-9]*"
    r"|true|false|[0-9]{1,4}[年月日][0-9年月日]*",
    re.IGNORECASE,
)
#: Spreadsheets take no longer text in a formula.
_LONGEST_QUOTED: Final = 250


def write_cell(value: JsonValue, *, guarded: bool) -> str:
    """Return the cell of a value.

    Args:
        value: A scalar; lists and objects are written as JSON.
        guarded: Whether a spreadsheet would interpret it, as with CSV; cells of a workbook that are text are safe.
    """
    if value is None:
        return NULL
    if isinstance(value, bool):
        return str(value).lower()
    text = dump_json_text(value) if isinstance(value, dict | list) else str(value)
    if not text:
        return _EMPTY
    if _ESCAPED.match(text):
        return "'" + text
    if not guarded:
        return text
    if _CONVERTIBLE.fullmatch(text) and not _PLAIN_NUMBER.fullmatch(text) and len(text) <= _LONGEST_QUOTED:
        return f'="{text}"'
    return "'" + text if _FORMULA.match(text) else text


def read_cell(cell: str) -> str | None:
    """Return the text of a cell, ``None`` for null. What stands in ``="..."`` is taken out of it by :mod:`values`."""
    if cell == NULL:
        return None
    if cell == _EMPTY:
        return ""
    return cell[1:] if _ESCAPED.match(cell) else cell
