"""The value of what was not given."""

from __future__ import annotations

import enum
from typing import Final, Literal

__all__ = ["UNSET", "Unset"]


class Unset(enum.Enum):
    """Type of :data:`UNSET`.

    In a request, ``UNSET`` leaves a field out while ``None`` sends JSON ``null``. In a decoded answer, ``UNSET`` means
    that the field was absent while ``None`` means that it was ``null``. ``UNSET`` is false, so ``if order.fee:`` covers
    both. A one-member enum lets type checkers narrow ``value is UNSET`` and survives copying and pickling.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Not given: the field is left out of a request, or was absent from an answer."""
