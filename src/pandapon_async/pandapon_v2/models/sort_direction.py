"""The values SortDirection of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SortDirection"]


class SortDirection(StrEnum):
    """Direction of sorting.

    Other values that the server sends stay plain strings.

    Attributes:
        ASC: Smallest first.
        DESC: Largest first.
    """

    ASC = "asc"
    DESC = "desc"
