"""The values RateStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["RateStatus"]


class RateStatus(IntEnum):
    """Whether somebody has rated an order.

    Other values that the server sends stay plain numbers.

    Attributes:
        RATED: Rated.
        NOT_RATED: Not rated yet.
        NOT_NEEDED: Needs no rating.
    """

    RATED = 4
    NOT_RATED = 5
    NOT_NEEDED = 6
