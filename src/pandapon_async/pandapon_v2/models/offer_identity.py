"""The values OfferIdentity of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OfferIdentity"]


class OfferIdentity(StrEnum):
    """Badge of a 1688 product.

    Other values that the server sends stay plain strings.

    Attributes:
        YX: Strictly selected.
        SELECT: In the cross-border pool.
    """

    YX = "yx"
    SELECT = "select"
