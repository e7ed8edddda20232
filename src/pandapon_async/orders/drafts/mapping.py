"""A shop's own names of columns, in a small TOML file.

::

    ignore_others = true                     # columns that are named nowhere are left alone

    [columns]
    "店铺单号" = "seller_order_number"
    "Total" = { field = "purchase_amount", unit = "yuan" }
    "Internal remark" = ""                   # left alone
    "Address" = { split = " ", fields = ["receiver.state", "receiver.city", "receiver.address"] }
    "Where to" = { pattern = '(.+省)(.+市)(.+)', fields = ["receiver.state", "receiver.city", "receiver.address"] }

    [constants]
    "receiver.country" = "中国"
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import attrs

from pandapon_async.orders.drafts.fields import find_field, place_from_column
from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pandapon_async.orders.drafts.fields import Form

__all__ = ["ColumnMap", "MappedColumn", "Split", "read_column_map"]

_KEYS: Final = {"columns", "constants", "ignore_others"}
_LARGEST: Final = 1 << 20


@attrs.frozen
class Split:
    """How one cell becomes several fields.

    Attributes:
        fields: The fields, in the order of the parts; empty for a part that is left alone.
        separator: Stands between the parts; the last part is the rest.
        pattern: Or an expression with a group for each part.
    """

    fields: tuple[str, ...]
    separator: str | None = None
    pattern: re.Pattern[str] | None = None

    def parts(self, text: str) -> list[tuple[str, str]] | None:
        """Return fields and texts; ``None`` where the text cannot be split so."""
        if self.pattern is not None:
            found = self.pattern.fullmatch(text.strip())
            if found is None:
                return None
            parts = [part or "" for part in found.groups()]
        else:
            parts = text.strip().split(None if self.separator == " " else self.separator, len(self.fields) - 1)
            if len(parts) != len(self.fields):
                return None
        return [(field, part.strip()) for field, part in zip(self.fields, parts, strict=True) if field]


@attrs.frozen
class MappedColumn:
    """What becomes of a column; neither ``field`` nor ``split``: it is left alone."""

    field: str = ""
    unit: Literal["fen", "yuan"] | None = None
    split: Split | None = None


@attrs.frozen
class ColumnMap:
    """A mapping of columns.

    Attributes:
        columns: By name, in the form in which names are compared.
        constants: Values of fields that have no column, by field.
        ignore_others: Whether columns that are named nowhere are left alone.
    """

    columns: Mapping[str, MappedColumn]
    constants: Mapping[str, str]
    ignore_others: bool = False


def read_column_map(path: Path, form: Form, plain: Any) -> ColumnMap:
    """Read a mapping and check it against the fields of a draft.

    Args:
        path: The TOML file.
        form: The fields of the draft.
        plain: Returns the form in which names of columns are compared.

    Raises:
        DraftFileError: It cannot be read or names what there is not.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
        document = tomllib.loads(text.decode("utf-8-sig")) if len(text) <= _LARGEST else {}
    except OSError as error:
        raise DraftFileError(f"cannot read {path}: {error.strerror}; name another file with --map") from None
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise DraftFileError(f"{path.name} is no TOML: {error}; see docs/order-files.md for an example") from None
    reader = _Reader(path.name, form)
    for name in document.keys() - _KEYS:
        raise reader.error(name, f"is unknown; there are {', '.join(sorted(_KEYS))}")
    columns = {plain(name): reader.column(name, entry) for name, entry in reader.table(document, "columns").items()}
    constants = {name: reader.constant(name, value) for name, value in reader.table(document, "constants").items()}
    ignore = document.get("ignore_others", False)
    if not isinstance(ignore, bool):
        raise reader.error("ignore_others", "must be true or false")
    return ColumnMap(columns, constants, ignore)


class _Reader:
    def __init__(self, file: str, form: Form) -> None:
        self._file = file
        self._form = form

    def error(self, name: str, problem: str) -> DraftFileError:
        return DraftFileError(f"{self._file}: {name!r} {problem}")

    def table(self, document: dict[str, Any], name: str) -> dict[str, Any]:
        found = document.get(name, {})
        if not isinstance(found, dict):
            raise self.error(name, "must be a table")
        return cast("dict[str, Any]", found)

    def column(self, name: str, entry: object) -> MappedColumn:
        if isinstance(entry, str):
            return MappedColumn(self._field(name, entry))
        if not isinstance(entry, dict):
            raise self.error(name, "must be the name of a field, or a table with field or fields")
        given = cast("dict[str, Any]", entry)
        for key in given.keys() - {"field", "unit", "split", "pattern", "fields"}:
            raise self.error(name, f"has an unknown key {key!r}")
        if "fields" in given:
            return MappedColumn(split=self._split(name, given))
        unit = given.get("unit")
        if unit not in (None, "fen", "yuan"):
            raise self.error(name, 'has another unit than "fen" or "yuan"')
        return MappedColumn(self._field(name, given.get("field")), unit)

    def constant(self, name: str, value: object) -> str:
        self._field(name, name)
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.error(name, "must be a text or a whole number")
        return str(value)

    def _field(self, name: str, field: object) -> str:
        if not isinstance(field, str):
            raise self.error(name, "must name a field")
        if field and find_field(self._form, place_from_column(field))[0] is None:
            raise self.error(name, f"names {field!r}, and there is no such field")
        return field

    def _split(self, name: str, given: dict[str, Any]) -> Split:
        fields: object = given["fields"]
        if not isinstance(fields, list) or not fields or ("split" in given) == ("pattern" in given):
            raise self.error(name, "needs fields = [...] and either split or pattern")
        names = tuple(self._field(name, field) for field in cast("list[object]", fields))
        separator, pattern = given.get("split"), given.get("pattern")
        if separator is not None:
            if not isinstance(separator, str) or not separator:
                raise self.error(name, "needs a text to split at")
            return Split(names, separator=separator)
        try:
            compiled = re.compile(str(pattern))
        except re.error as error:
            raise self.error(name, f"has a pattern that is no regular expression: {error}") from None
        if compiled.groups != len(names):
            raise self.error(name, f"has {compiled.groups} groups in its pattern and {len(names)} fields")
        return Split(names, pattern=compiled)
