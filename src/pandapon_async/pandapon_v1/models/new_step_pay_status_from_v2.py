"""The values NewStepPayStatusFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["NewStepPayStatusFromV2"]


class NewStepPayStatusFromV2(IntEnum):
    """State of the payment of a stage, trade 4.0.

    Other values that the server sends stay plain numbers.

    Attributes:
        UNPAID: Not paid.
        PAID: Paid.
        CANCELLED: Cancelled before it was paid.
        SETTLING_DIFFERENCE: A difference is being settled.
    """

    UNPAID = 1
    PAID = 2
    CANCELLED = 8
    SETTLING_DIFFERENCE = 12
