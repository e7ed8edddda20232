"""The values NewStepPayStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
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
        CANCELLED: Cancelled before payment.
        SETTLING: A difference is being settled.
    """

    UNPAID = 1
    PAID = 2
    CANCELLED = 8
    SETTLING = 12
