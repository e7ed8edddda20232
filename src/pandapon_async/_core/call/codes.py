"""The code book: what the codes of responses mean.

The shipped book is ``openapi/codes.yaml``; users add entries of their own.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, cast

from pandapon_async._core.call.code_meanings import MEANINGS, NOTHING_DONE
from pandapon_async._core.call.code_table import CODES
from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from pandapon_async._core.call.code_meanings import Meaning

__all__ = ["NOTHING_DONE", "CodeBook", "load_codes", "shipped_codes"]


class CodeBook:
    """Meanings by code. Immutable.

    Codes are compared as text without regard to case, so ``400`` and ``"400"`` are one code. A key may be a pattern:
    ``*`` stands for any characters, ``[0-9]`` for a digit. An exact entry precedes a pattern, later entries precede
    earlier ones, and entries of one operation (``operation:code``) precede those of all.

    Args:
        entries: Meaning by code.
    """

    def __init__(self, entries: Mapping[str, Meaning]) -> None:
        self._entries: dict[str, Meaning] = dict(entries)
        self._exact: dict[str, Meaning] = {
            key: meaning for key, meaning in self._entries.items() if not _is_pattern(key)
        }
        patterns: list[tuple[str, Meaning]] = [(key, entry) for key, entry in self._entries.items() if _is_pattern(key)]
        self._patterns: list[tuple[re.Pattern[str], Meaning]] = [
            (_pattern(key), meaning) for key, meaning in reversed(patterns)
        ]

    def meaning(self, code: int | str | None, operation: str = "") -> Meaning | None:
        """Return what a code means; ``None`` for a code that is not in the book.

        Args:
            code: The code of a response.
            operation: Python name of the operation that was called.
        """
        if code is None:
            return None
        key = _key(code)
        for name in (f"{operation.casefold()}:{key}", key) if operation else (key,):
            found = self._exact.get(name)
            if found is not None:
                return found
            for pattern, meaning in self._patterns:
                if pattern.fullmatch(name):
                    return meaning
        return None

    def extended(self, entries: Mapping[str | int, str]) -> CodeBook:
        """Return a book with further entries, which precede those of this one.

        Raises:
            ConfigurationError: An entry is no code, or its meaning is unknown.
        """
        merged = dict(self._entries)
        for code, meaning in entries.items():
            if isinstance(code, bool) or not isinstance(code, str | int) or not str(code).strip():  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ConfigurationError("codes: a code must be a str or an int, and not empty")
            if meaning not in MEANINGS:
                raise ConfigurationError(f"codes: the meaning of {code!r} must be one of {', '.join(MEANINGS)}")
            merged.pop(_key(code), None)
            merged[_key(code)] = cast("Meaning", meaning)
        return CodeBook(merged)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"CodeBook({len(self)} codes)"


@cache
def shipped_codes() -> CodeBook:
    """Return the book that this package ships."""
    return CodeBook(CODES)


def load_codes(path: str | os.PathLike[str]) -> dict[str | int, str]:
    """Read a TOML file of codes, to be passed as the setting ``codes``.

    ::

        [codes]
        NO_STOCK = "refused"
        "alibaba.orders.create:500_005" = "refused"

    Raises:
        ConfigurationError: The file cannot be read, is no TOML, or has no table ``[codes]``.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - any path is accepted
            document = tomllib.load(file)
    except OSError as error:
        raise ConfigurationError(f"codes: the file cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"codes: the file is no TOML: {error}") from None
    table = document.get("codes")
    if not isinstance(table, dict) or document.keys() != {"codes"}:
        raise ConfigurationError(
            'codes: the file must have one table, [codes], with lines such as NO_STOCK = "refused"'
        )
    codes = cast("dict[str | int, str]", table)
    # Checked here, so that the error names the file's problem before a client is built.
    shipped_codes().extended(codes)
    return codes


def _key(code: int | str) -> str:
    return str(code).strip().casefold()


def _is_pattern(key: str) -> bool:
    return "*" in key or "[0-9]" in key


def _pattern(key: str) -> re.Pattern[str]:
    parts = re.split(r"(\*|\[0-9\])", key)
    return re.compile("".join({"*": ".*", "[0-9]": "[0-9]"}.get(part, re.escape(part)) for part in parts), re.DOTALL)
