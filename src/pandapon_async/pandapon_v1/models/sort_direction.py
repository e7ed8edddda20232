"""The values SortDirection of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SortDirection"]


class SortDirection(StrEnum):
    """Direction of sorting.

    Other values that the server sends stay plain strings.

    Attributes:
        ASC: Lowest first.
        DESC: Highest first.
    """

    ASC = "asc"
    DESC = "desc"
