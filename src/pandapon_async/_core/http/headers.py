"""Headers of a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Headers"]


class Headers(Mapping[str, str]):
    """The headers of a response: names in any case, values as text.

    A header that came several times has its values joined by ``", "``; :meth:`get_list` returns them one by one.

    Args:
        raw: Names and values as received.
    """

    def __init__(self, raw: Sequence[tuple[bytes, bytes]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in raw:
            self._values.setdefault(_text(name).lower(), []).append(_text(value))

    def __getitem__(self, name: str) -> str:
        return ", ".join(self._values[name.lower()])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    def get_list(self, name: str) -> list[str]:
        """Return the values of a header, one for each time that it came."""
        return list(self._values.get(name.lower(), ()))

    def __repr__(self) -> str:
        # Without the values: they may be personal.
        return f"Headers({', '.join(self._values)})"


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
