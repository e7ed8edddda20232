"""The code book: ``openapi/codes.yaml`` becomes a table that the core imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pandapon_async._core.call.code_meanings import MEANINGS
from pandapon_async.codegen.errors import CodegenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CODE_TABLE", "code_table"]

_SOURCE: Final = "openapi/codes.yaml"
CODE_TABLE: Final = Path("src/pandapon_async/_core/call/code_table.py")
_CONFIDENCE: Final = ("documented", "convention", "upstream")
_REQUIRED: Final = frozenset({"code", "meaning", "source", "confidence"})
_HEADER: Final = '''"""Meaning of each known code of a response.

Generated from openapi/codes.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.call.code_meanings import Meaning

__all__ = ["CODES"]

CODES: Final[Mapping[str, Meaning]] = {
'''


def code_table(root: Path) -> bytes:
    """Return the module that holds the book.

    Raises:
        CodegenError: The book cannot be read, or an entry is wrong.
    """
    entries = _read(root)
    problems = list(_problems(entries))
    if problems:
        raise CodegenError(*problems)
    lines = "".join(f'    "{_key(entry)}": "{entry["meaning"]}",\n' for entry in entries)
    return f"{_HEADER}{lines}}}\n".encode()


def _read(root: Path) -> list[dict[str, Any]]:
    try:
        document: Any = YAML(typ="safe").load((root / _SOURCE).read_text(encoding="utf-8"))
    except (OSError, YAMLError) as error:
        raise CodegenError(Problem(_SOURCE, "", f"cannot be read: {type(error).__name__}")) from None
    entries = document.get("codes") if isinstance(document, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CodegenError(Problem(_SOURCE, "/codes", "must be a list of objects"))
    return entries


def _problems(entries: list[dict[str, Any]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        where = f"/codes/{index}"
        if not entry.keys() >= _REQUIRED or not entry.keys() <= _REQUIRED | {"operation"}:
            yield Problem(_SOURCE, where, f"must have {', '.join(sorted(_REQUIRED))} and may have operation")
            continue
        if not all(isinstance(value, str) and value for value in entry.values()):
            yield Problem(_SOURCE, where, "all values must be texts")
            continue
        if '"' in entry["code"] or "\\" in entry["code"]:
            yield Problem(_SOURCE, where, "a code must hold neither quotes nor backslashes")
        if entry["meaning"] not in MEANINGS:
            yield Problem(_SOURCE, f"{where}/meaning", f"must be one of {', '.join(MEANINGS)}")
        if entry["confidence"] not in _CONFIDENCE:
            yield Problem(_SOURCE, f"{where}/confidence", f"must be one of {', '.join(_CONFIDENCE)}")
        if _key(entry) in seen:
            yield Problem(_SOURCE, where, "the code is listed twice")
        seen.add(_key(entry))


def _key(entry: dict[str, Any]) -> str:
    operation = entry.get("operation")
    return (f"{operation}:{entry['code']}" if operation else str(entry["code"])).strip().casefold()
