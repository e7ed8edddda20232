"""What spreadsheets and exports do to values, by kind of field: the rules for cells, JSON and Python values alike.

Each value is accepted, *repaired* where its meaning is certain, *suspicious* where it may be damaged and only its
author can tell, or *refused* where it is certainly damaged. Texts about a value never hold the value.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from pandapon_async.orders.drafts.damage import (
    damage_of_any,
    damage_of_key,
    damage_of_number,
    ends_in_zeros,
    invisible,
    is_named_date,
    mojibake,
    without_marks,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async._core.schema.wire_types import FieldKind

__all__ = ["LONGEST_KEY", "PLAIN", "Checked", "Verdict", "check_closely", "check_value", "key_identity"]

Verdict: TypeAlias = Literal["accepted", "repaired", "suspicious", "refused"]

#: Longest key in characters.
LONGEST_KEY: Final = 200

#: In fen or the like: 100 000 yuan. More may be right, but is more likely an id or phone number in the wrong column.
_HIGH_AMOUNT: Final = 10_000_000
_HIGH_DECIMAL_AMOUNT: Final = 100_000
_HIGH_QUANTITY: Final = 100_000

_FORMULA_TEXT: Final = re.compile(r'=\s*"((?:[^"]|"")*)"')
_QUOTES: Final = {'"': '"', "“": "”", "”": "”", "‘": "’", "「": "」", "«": "»"}
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_APOSTROPHES: Final = "'’‘`´"
_DIGITS: Final = re.compile(r"[0-9]+")
_WHOLE_WITH_POINT: Final = re.compile(r"([0-9]+)\.0+")
_TOKEN: Final = re.compile(r"[!-~]+")
_NOT_OF_IDS: Final = re.compile(r"[-+][0-9]+")
_SIGNS: Final = "\"'`*,;"
_PHONE: Final = re.compile(r"[+0-9()\-/.,#xX转 ]+|[+0-9()\-/.,# ]+(?:ext|EXT|Ext|分机)\.? ?[0-9]+")
_MAINLAND_MOBILE: Final = re.compile(r"1[3-9][0-9]+")
_POSTCODE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z -]*")
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


class Checked(NamedTuple):
    """What the rules make of a value.

    Attributes:
        verdict: Whether the value can be used.
        value: The value to use: the repaired one, else the one that was given.
        notes: What was repaired, what is suspicious or what is wrong.
    """

    verdict: Verdict
    value: object
    notes: tuple[str, ...] = ()


def check_value(kind: FieldKind, value: object) -> Checked:
    """Check a value of one kind of field: a string, or a number out of JSON or Python.

    Other types are accepted here; the encoder refuses what the field cannot take.
    """
    if isinstance(value, str):
        return _check_text(kind, value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return Checked("accepted", value)
    return _check_number(kind, value)


def key_identity(key: str) -> str:
    """Return what is the same for all spellings of a key: case, width, and blanks around it make no difference."""
    if key.isascii():
        return key.casefold().strip()
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())
    return plain.translate(_DASHES).strip()


# -- texts -------------------------------------------------------------------------------------------------------------


class _Text:
    """A text on its way through the rules."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.repairs: list[str] = []
        self.suspicions: list[str] = []

    def repair(self, text: str, how: str) -> None:
        if text != self.text:
            self.text = text
            if how not in self.repairs:
                self.repairs.append(how)

    def trim(self) -> None:
        self.repair(self.text.strip(_BLANKS), "removed blanks around it")


#: Blanks that stand around values: of Unicode and of ASCII, but no control characters beside tabs and line ends.
_BLANKS: Final = (
    " \t\r\n\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)


#: Values that are right at a glance, as most are: looking closer costs ten times as much.
PLAIN: Final[dict[FieldKind, re.Pattern[str]]] = {
    "id": re.compile(r"[1-9][0-9]{0,14}|[1-9][0-9]{15,18}[1-9]"),
    "phone": re.compile(r"1[3-9][0-9]{9}"),
    "postcode": re.compile(r"[0-9]{6}"),
    "amount": re.compile(r"[1-9][0-9]{0,6}"),
    "quantity": re.compile(r"[1-9][0-9]{0,4}"),
    "key": re.compile(r"[A-Z]{1,2}-[0-9]{1,14}"),
    "text": re.compile(r"[A-Z0-9][0-9]{0,3}(?: [A-Z][a-z]{4,12}){1,3}"),
}


def _check_text(kind: FieldKind, given: str) -> Checked:
    if PLAIN[kind].fullmatch(given):
        return Checked("accepted", given)
    return check_closely(kind, given)


def check_closely(kind: FieldKind, given: str) -> Checked:
    """Check a text by all rules."""
    if not given:
        return Checked("refused", given, (_EMPTY_KEY,)) if kind == "key" else Checked("accepted", given)
    subject = _Text(given)
    problem = _unwrap(subject, kind) or damage_of_any(subject.text) or _RULES[kind](subject)
    if problem is not None:
        return Checked("refused", given, (problem,))
    if subject.suspicions:
        return Checked("suspicious", subject.text, tuple(subject.suspicions))
    return Checked("repaired" if subject.repairs else "accepted", subject.text, tuple(subject.repairs))


def _unwrap(subject: _Text, kind: FieldKind) -> str | None:
    """Take off what stands around a value, in whatever order it was put there; return what is wrong with the rest."""
    before = None
    while subject.text != before:
        before = subject.text
        subject.trim()
        if formula := _FORMULA_TEXT.fullmatch(subject.text):
            subject.repair(formula[1].replace('""', '"'), 'read ="..." as the text in it')
        elif kind == "text":
            # Remarks and addresses may begin with an apostrophe or stand in quotation marks.
            subject.repair(without_marks(subject.text), "removed invisible characters")
        elif (problem := invisible(subject.text)) is not None:
            return f"{_EMPTY_KEY}; it {problem}" if kind == "key" else problem
        else:
            _unquote(subject)
    return None


def _unquote(subject: _Text) -> None:
    if subject.text[:1] in _APOSTROPHES and len(subject.text) > 1:
        subject.repair(subject.text[1:], "removed the apostrophe before it")
    if len(subject.text) > 2 and _QUOTES.get(subject.text[0]) == subject.text[-1]:
        subject.repair(subject.text[1:-1], "removed quotation marks around it")
    if not subject.text.isascii():
        plain = unicodedata.normalize("NFKC", subject.text).translate(_DASHES)
        subject.repair(plain, "wrote full-width digits, letters and dashes in their usual form")


def _text(subject: _Text) -> str | None:
    if _ENTITY.search(subject.text):
        subject.suspicions.append("holds HTML such as &amp;, which would be printed as it is")
    if mojibake(subject.text):
        subject.suspicions.append("looks like text that was read in a wrong encoding")
    return None


def _key(subject: _Text) -> str | None:
    text = subject.text
    if not text or len(text) > LONGEST_KEY or not text.isprintable():
        return _EMPTY_KEY
    if (problem := damage_of_key(text)) is not None:
        return problem
    if ends_in_zeros(text):
        subject.suspicions.append(_ROUNDED)
    if is_named_date(text):
        subject.suspicions.append("looks like a date, which a spreadsheet may have made of it")
    return None


def _id(subject: _Text) -> str | None:
    text = subject.text
    if not text:
        return None
    if (problem := damage_of_number(text)) is not None:
        return problem
    if not _TOKEN.fullmatch(text):
        return "holds blanks or characters that no id has"
    if _NOT_OF_IDS.fullmatch(text) or any(sign in text for sign in _SIGNS):
        return "holds signs that no id has"
    if ends_in_zeros(text):
        subject.suspicions.append(_ROUNDED)
    return None


def _phone(subject: _Text) -> str | None:
    text = subject.text
    if not text:
        return None
    if (problem := damage_of_number(text, grouped=False)) is not None:
        return problem
    if "*" in text:
        return "is masked with asterisks; use the whole number"
    if not _PHONE.fullmatch(text):
        return "is no phone number"
    if _MAINLAND_MOBILE.fullmatch(text) and len(text) in (9, 10, 12, 13):
        subject.suspicions.append("looks like a Chinese mobile number, but these have 11 digits")
    return None


def _postcode(subject: _Text) -> str | None:
    text = subject.text
    if not text:
        return None
    if (problem := damage_of_number(text)) is not None:
        return problem
    if not _POSTCODE.fullmatch(text):
        return "is no postcode"
    if _DIGITS.fullmatch(text) and len(text) != 6:
        subject.suspicions.append("Chinese postcodes have 6 digits; a spreadsheet may have removed leading zeros")
    return None


def _quantity(subject: _Text) -> str | None:
    if (problem := damage_of_number(subject.text, point=False)) is not None:
        return problem
    if whole := _WHOLE_WITH_POINT.fullmatch(subject.text):
        subject.repair(whole[1], "wrote the whole number without its point")
    if _DIGITS.fullmatch(subject.text):
        subject.repair(subject.text.lstrip("0") or "0", "removed leading zeros")
    return _judge_number(subject, "quantity")


def _amount(subject: _Text) -> str | None:
    return damage_of_number(subject.text, point=False) or _judge_number(subject, "amount")


def _judge_number(subject: _Text, kind: FieldKind) -> str | None:
    if not _NUMBER.fullmatch(subject.text):
        # What the field takes is for its type to say.
        return None
    checked = _check_number(kind, _number(subject.text))
    if checked.verdict == "refused":
        return checked.notes[0]
    if checked.verdict == "suspicious":
        subject.suspicions += checked.notes
    return None


_NUMBER: Final = re.compile(r"-?[0-9]{1,64}(?:\.[0-9]{1,64})?")


def _number(text: str) -> int | Decimal:
    return int(text) if "." not in text else Decimal(text)


_EMPTY_KEY: Final = f"must be 1 to {LONGEST_KEY} printable characters"
_ROUNDED: Final = "ends in zeros from the 16th digit on: a spreadsheet may have rounded it"
_RULES: Final[dict[FieldKind, Callable[[_Text], str | None]]] = {
    "text": _text,
    "key": _key,
    "id": _id,
    "phone": _phone,
    "postcode": _postcode,
    "quantity": _quantity,
    "amount": _amount,
}


# -- numbers -----------------------------------------------------------------------------------------------------------


def _check_number(kind: FieldKind, value: float | Decimal) -> Checked:
    if kind == "text":
        return Checked("accepted", value)
    if problem := _number_problem(kind, value):
        return Checked("refused", value, (problem,))
    suspicion = _number_suspicion(kind, value)
    return Checked("suspicious", value, (suspicion,)) if suspicion else Checked("accepted", value)


def _number_problem(kind: FieldKind, value: float | Decimal) -> str | None:
    if not Decimal(value).is_finite():
        return "is not a number"
    if value < 0:
        return "must not be negative"
    if kind == "quantity" and value == 0:
        return "must be at least 1"
    if kind not in ("quantity", "amount") and not isinstance(value, int):
        return "is a number with a point; write it as text, in quotation marks"
    return None


def _number_suspicion(kind: FieldKind, value: float | Decimal) -> str | None:
    if kind == "quantity":
        return "is a very high quantity" if value > _HIGH_QUANTITY else None
    if kind == "amount":
        high = _HIGH_AMOUNT if isinstance(value, int) else _HIGH_DECIMAL_AMOUNT
        return "is a very high amount" if value > high else None
    return _ROUNDED if ends_in_zeros(str(value)) else None
