"""The values NewStepPayStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["NewStepPayStatus"]


class NewStepPayStatus(IntEnum):
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
