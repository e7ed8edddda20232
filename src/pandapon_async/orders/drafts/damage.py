"""The marks that spreadsheets, exports and wrong encodings leave on a text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "DOUBLE_DIGITS",
    "damage_of_any",
    "damage_of_key",
    "damage_of_number",
    "ends_in_zeros",
    "invisible",
    "is_named_date",
    "mojibake",
    "without_marks",
]

#: Spreadsheets keep this many digits of a number.
DOUBLE_DIGITS: Final = 15
#: So many zeros in a row are no coincidence in a single id; fewer are judged by their column.
_ZEROS: Final = 3

#: What programs write for a value that is missing.
_MISSING: Final = frozenset(
    {
        "nan", "-nan", "+nan", "nan%", "inf", "-inf", "infinity", "null", "(null)", "[null]", "<null>", "none", "nil",
        "nat", "na", "n/a", "<na>", "<n/a>", "#na", "undefined", "\\n", "[object object]", "(blank)", "(empty)",
    }
)  # fmt: skip
#: What a person may well write into a text.
_WORDS: Final = frozenset({"na", "nil", "inf", "infinity"})
_SHEET_ERROR: Final = re.compile(
    r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|PYTHON|BUSY|ERROR)[!?]"
    r"|#N/A(?:[ !].*)?|#GETTING_DATA|#ERROR!|Err:[0-9]{3}",
    re.IGNORECASE,
)
_TOO_NARROW: Final = re.compile(r"#{3,}")
_REPLACED: Final = "\ufffd"
#: What a double conversion between GBK and UTF-8, and freshly allocated memory, look like in Chinese.
_RUINED_CHINESE: Final = re.compile("锟斤拷|锟斤|烫烫烫|屯屯屯")

_SCIENTIFIC: Final = re.compile(
    r"[-+]?[0-9]{1,17}(?:[.,][0-9]{1,17})?(?:[eE][-+]?[0-9]{1,3}| ?[xX×] ?10\^[-+]?[0-9]{1,3}| ?× ?10[0-9]{1,3})"
)
_CERTAINLY_SCIENTIFIC: Final = re.compile(r"[-+]?[0-9][.,]?[0-9]*[eE]\+[0-9]{1,3}|[-+]?[0-9][.,][0-9]+[eE][0-9]{1,3}")
_POINT: Final = re.compile(r"[-+]?[0-9]+\.[0-9]*|[-+]?[0-9]+,[0-9]{1,2}")
_WHOLE_FLOAT: Final = re.compile(r"[0-9]+\.0+")
_GROUPED: Final = re.compile(r"[-+]?[0-9]{1,4}(?:[,'’_\u00a0\u202f ][0-9]{2,4})+(?:[.,][0-9]+)?")
_MONEY: Final = "[¥￥$€£₽₩₫฿]|CNY|RMB|USD|EUR|GBP|HKD|Rp"
_CURRENCY: Final = re.compile(rf"(?:{_MONEY}) ?[-+]?[0-9][0-9.,]*|[-+]?[0-9][0-9.,]* ?(?:{_MONEY}|[元圆块分]|yuan|fen)")
_PERCENT: Final = re.compile(r".*[%‰]")
_BOOLEAN: Final = frozenset({"true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso"})
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_NAMED_DATE: Final = re.compile(
    rf"[0-9]{{1,2}}[-/ .]?(?:{_MONTHS})(?:[-/ .][0-9]{{2,4}})?|(?:{_MONTHS})[-/ .][0-9]{{1,4}}"
    r"|(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?:[T ][0-9:.]+Z?)?|[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?"
)

#: Zero-width characters and directions of writing. Joiners are not among them: emoji and some scripts need these.
_MARKS: Final = dict.fromkeys(
    map(ord, "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
             "\u2066\u2067\u2068\u2069\ufeff")
)  # fmt: skip
_LAYOUT: Final = "\t\n\r"


def damage_of_any(text: str) -> str | None:
    """Return what is wrong with a text whatever it is for; ``None`` where nothing is."""
    word = text.casefold()
    if word in _MISSING and word not in _WORDS:
        return _MISSING_VALUE
    if _SHEET_ERROR.fullmatch(text):
        return "is an error of a spreadsheet formula; correct the formula"
    if _TOO_NARROW.fullmatch(text):
        return "is what a spreadsheet shows where a column is too narrow; widen the column"
    if _REPLACED in text or _RUINED_CHINESE.search(text):
        return "holds characters that were lost in a wrong encoding; export the file again as UTF-8"
    if text.isprintable():
        return None
    for character in text:
        if character not in _LAYOUT and (unicodedata.category(character) == "Cc" or ord(character) & 0xFFFE == 0xFFFE):
            return f"holds the control character U+{ord(character):04X}; remove it"
    return None


def damage_of_number(text: str, *, point: bool = True, grouped: bool = True) -> str | None:
    """Return what a spreadsheet did to an id, a phone number, an amount or the like; ``None`` where nothing is seen.

    Args:
        text: The value.
        point: Whether a point in it is damage.
        grouped: Whether separators between digits are damage.
    """
    word = text.casefold()
    if word in _MISSING:
        return _MISSING_VALUE
    if word in _BOOLEAN:
        return _TRUTH
    if _SCIENTIFIC.fullmatch(text):
        return _SCIENTIFIC_NOTATION
    if point and _POINT.fullmatch(text):
        return _WITH_POINT
    if is_named_date(text) or _DATE.fullmatch(text):
        return "is a date; format the column as text and fill it in again"
    if _PERCENT.fullmatch(text):
        return "is a percentage; write the number alone"
    if _CURRENCY.fullmatch(text):
        return "has a currency; write the number alone"
    if grouped and _GROUPED.fullmatch(text):
        return "has separators between its digits; write the digits alone"
    return None


def damage_of_key(text: str) -> str | None:
    """Return what a spreadsheet certainly did to an order number; these may look like nearly anything."""
    if text.casefold() in _BOOLEAN:
        return _TRUTH
    if _CERTAINLY_SCIENTIFIC.fullmatch(text):
        return _SCIENTIFIC_NOTATION
    return _WITH_POINT if _WHOLE_FLOAT.fullmatch(text) else None


def is_named_date(text: str) -> bool:
    """Tell whether a text is a date with the month in words, as spreadsheets write what they take for a date."""
    return _NAMED_DATE.fullmatch(text) is not None


_MISSING_VALUE: Final = "is what a program wrote for a missing value; leave the cell empty or fill in the value"
_TRUTH: Final = "is a truth value; format the column as text and fill it in again"
_SCIENTIFIC_NOTATION: Final = "a spreadsheet has rounded this number; format the column as text and fill it in again"
_WITH_POINT: Final = "is a number with a point, as programs write whole numbers; format the column as text"


def ends_in_zeros(digits: str) -> bool:
    """Tell whether a number looks as if a spreadsheet had cut it after 15 digits."""
    return (
        len(digits) >= DOUBLE_DIGITS + _ZEROS
        and digits.isascii()
        and digits.isdecimal()
        and not digits[DOUBLE_DIGITS:].strip("0")
    )


def invisible(text: str) -> str | None:
    """Return what is wrong with a code that holds invisible characters; ``None`` where it holds none."""
    if text.isprintable():
        return None
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}:
            name = unicodedata.name(character, "a control character").lower()
            return f"holds an invisible character, U+{ord(character):04X} ({name}); type the value again"
    return None


def without_marks(text: str) -> str:
    """Return a text without zero-width characters and marks of direction."""
    return text if text.isascii() else text.translate(_MARKS)


def mojibake(text: str) -> bool:
    """Tell whether a text is most likely UTF-8 that was read as Latin-1, Windows-1252 or GBK."""
    if text.isascii():
        return False
    for encoding in ("cp1252", "latin-1", "gb18030"):
        try:
            original = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        # GBK makes three characters out of two; two characters that fit by chance are no proof.
        if encoding != "gb18030" or sum("\u4e00" <= character <= "\u9fff" for character in original) >= 2:
            return True
    return False
