"""Which encoding a file of orders is in: named by the user, or certain from its bytes, and always reported."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["find_encoding"]

_BLOCK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Files that are no text, by their first bytes.
_OTHERS: Final = (
    (b"PK\x03\x04", "is an Excel workbook; let its name end in .xlsx, or give the format xlsx"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook (.xls); save it as .xlsx or as CSV"),
    (b"%PDF", "is a PDF file; export the orders as CSV or .xlsx"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
)
_MARKUP: Final = (b"<html", b"<!doctype html", b"<table", b"<?xml")
_ADVICE: Final = "give --encoding NAME, such as gb18030, big5, shift_jis, cp1252 or utf-16-le, or save it as UTF-8"

#: Most Chinese text consists of the 3755 most common characters, which GBK has in these rows.
_COMMON_ROWS: Final = range(0xB0, 0xD8)
_LEAST_COMMON_SHARE: Final = 0.7


def find_encoding(path: Path, named: str | None) -> tuple[str, str | None]:
    """Return the encoding of a file for :func:`open`, and what to tell the user about it.

    Args:
        path: The file.
        named: The encoding that the user named.

    Raises:
        DraftFileError: There is no such encoding, the file is no text, or its encoding is not certain.
        OSError: It cannot be read.
    """
    if not path.is_file():
        # A pipe can be read once only.
        return _known(named or "utf-8"), None
    with path.open("rb") as file:
        head = file.read(4096)
    if named is not None:
        known = _known(named)
        return "utf-8-sig" if known == "utf-8" and head.startswith(codecs.BOM_UTF8) else known, None
    _check_text(path, head)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, None if encoding == "utf-8-sig" else f"read as {encoding.upper()}, by its byte order mark"
    if b"\0" in head[:2]:
        raise DraftFileError(f"{path.name} looks like UTF-16 without a byte order mark; {_ADVICE}")
    if _decodes(path, "utf-8"):
        return "utf-8", None
    if _decodes(path, "gb18030") and _common_share(path) >= _LEAST_COMMON_SHARE:
        return "gb18030", "is not UTF-8; read as GB18030 (GBK), by its characters"
    raise DraftFileError(f"{path.name} is not UTF-8, and its encoding is not certain; {_ADVICE}")


def _check_text(path: Path, head: bytes) -> None:
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise DraftFileError(f"{path.name} {what}")
    if head.lstrip().lower().startswith(_MARKUP):
        raise DraftFileError(f"{path.name} is a web page, whatever its name says; save it as .xlsx or as CSV")


def _known(named: str) -> str:
    try:
        info = codecs.lookup(named)
        # Codecs such as hex and rot13 are no encodings of text.
        "".encode(info.name)
        b"".decode(info.name)
    except (LookupError, ValueError):
        raise DraftFileError(f"there is no encoding {named!r}; {_ADVICE}") from None
    return info.name


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _common_share(path: Path) -> float:
    """Return which share of the characters beyond ASCII is common in Chinese."""
    decoder = codecs.getincrementaldecoder("gb18030")()
    common = total = 0
    for block in _blocks(path):
        for character in decoder.decode(block):
            if character.isascii():
                continue
            total += 1
            encoded = character.encode("gb18030")
            wide = len(encoded) == 2 and encoded[1] >= 0xA1
            common += wide and (encoded[0] in _COMMON_ROWS or encoded[0] in (0xA1, 0xA3))
    return common / total if total else 0
