"""Finds pages in files, folders and archives."""

from __future__ import annotations

import codecs
import stat
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.docs.model.fields import Unread
from pandapon_async.codegen.docs.reading.html_form import read_html
from pandapon_async.codegen.docs.reading.markdown_form import is_markdown, read_markdown
from pandapon_async.codegen.docs.reading.text_form import read_text
from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["parse_pages", "read_pages"]

_SUFFIXES: Final = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
#: Maximum bytes of a page, number of pages and unpacked bytes of an archive, all far above real documentation.
_LARGEST: Final = 8_000_000
_MOST: Final = 5000
_WHOLE: Final = 200_000_000


def read_pages(places: Sequence[Path]) -> list[Page]:
    """Read files, and the files in folders and zip archives, in the order of their names.

    Raises:
        CodegenError: A place does not exist, cannot be read, or contains no page.
    """
    found: list[Page] = []
    for place in places:
        before = len(found)
        try:
            for name, data in _files(place):
                found += parse_pages(_decode(data), name)
        except (OSError, UnicodeError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
            raise CodegenError(f"{place}: {error}") from error
        if len(found) == before:
            raise CodegenError(f"{place}: contains no page; pages end with {', '.join(sorted(_SUFFIXES))}")
        if all(page.is_guide for page in found[before:]):
            # Among other pages, a page without an operation is a guide. Alone, it is not what the caller meant.
            why = Unread(1, "", "describes no operation")
            found[before:] = [replace(page, is_guide=False).with_unread([why]) for page in found[before:]]
    return found


def parse_pages(text: str, source: str) -> list[Page]:
    """Parse the pages of a text in any form."""
    if is_markdown(text):
        return read_markdown(text, source)
    start = text[:2000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")) or source.lower().endswith((".html", ".htm")):
        return read_html(text, source)
    return read_text(text, source)


def _decode(data: bytes) -> str:
    # A page that is cut short can end inside a character; its last line is listed as not understood.
    text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _files(place: Path) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.suffix.lower() in _SUFFIXES and not path.name.lower().startswith("readme"):
                yield path.relative_to(place).as_posix(), _read(path)
    elif place.suffix.lower() == ".zip":
        yield from _archive(place)
    else:
        yield place.name, _read(place)


def _archive(place: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(place) as archive:
        members = [
            member
            for member in archive.infolist()
            if PurePosixPath(member.filename).suffix.lower() in _SUFFIXES
            and not PurePosixPath(member.filename).name.lower().startswith("readme")
            and not stat.S_ISLNK(member.external_attr >> 16)
        ]
        if len(members) > _MOST:
            raise CodegenError(f"{place}: more than {_MOST} pages")
        unpacked = 0
        for member in sorted(members, key=lambda each: each.filename):
            # The size stated in an archive can be wrong, so unpacking stops at the limit.
            with archive.open(member) as file:
                data = _bounded(file.read(_LARGEST + 1), member.filename)
            unpacked += len(data)
            if unpacked > _WHOLE:
                raise CodegenError(f"{place}: unpacks to more than {_WHOLE} bytes")
            yield member.filename, data


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return _bounded(file.read(_LARGEST + 1), str(path))


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > _LARGEST:
        raise CodegenError(f"{name}: larger than {_LARGEST} bytes")
    return data
