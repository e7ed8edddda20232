"""Columns whose long numbers were all rounded: what a single number cannot show, a column does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async.orders.drafts.damage import DOUBLE_DIGITS
from pandapon_async.orders.drafts.fields import place_text

if TYPE_CHECKING:
    from pandapon_async.orders.drafts.fields import Place

__all__ = ["RoundedColumns"]

#: Chance happens less often than once in ten thousand files.
_LEAST_EVIDENCE: Final = 4.0
_BITS: Final = 53
#: So many different numbers are looked at; more would not change the verdict.
_ENOUGH: Final = 64


@attrs.define
class _Column:
    first_line: int
    numbers: set[str] = attrs.field(factory=set[str])
    #: Whether all end in zeros after 15 digits, as Excel leaves them.
    cut: bool = True
    #: Whether all are numbers that a 64-bit float holds exactly, as programs leave them.
    floats: bool = True
    cut_evidence: float = 0.0
    float_evidence: float = 0.0

    def add(self, digits: str) -> None:
        if not (self.cut or self.floats):
            return
        known = digits in self.numbers
        value = int(digits)
        self.cut = self.cut and not digits[DOUBLE_DIGITS:].strip("0")
        self.floats = self.floats and value.bit_length() < 1024 and int(float(value)) == value
        if not known and len(self.numbers) < _ENOUGH:
            self.numbers.add(digits)
            self.cut_evidence += len(digits) - DOUBLE_DIGITS
            self.float_evidence += max(0, value.bit_length() - _BITS) * math.log10(2)

    @property
    def is_rounded(self) -> bool:
        if len(self.numbers) < 2:
            return False
        return (self.cut and self.cut_evidence >= _LEAST_EVIDENCE) or (
            self.floats and self.float_evidence >= _LEAST_EVIDENCE
        )


class RoundedColumns:
    """Watches the long numbers of each column of a file."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = {}

    def add(self, place: Place, digits: str, line: int) -> None:
        """Take note of a number of more than 15 digits."""
        # Fields of all items of a list are one column.
        name = place_text(tuple(0 if isinstance(step, int) else step for step in place))
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = _Column(line)
        column.add(digits)

    def rounded(self) -> list[tuple[str, int]]:
        """Return the columns whose numbers were most likely all rounded, each with the line of its first number."""
        return [(name, column.first_line) for name, column in self._columns.items() if column.is_rounded]
