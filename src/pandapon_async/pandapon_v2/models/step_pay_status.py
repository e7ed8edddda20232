"""The values StepPayStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["StepPayStatus"]


class StepPayStatus(IntEnum):
    """State of the payment of a stage, trade 3.0.

    Other values that the server sends stay plain numbers.

    Attributes:
        UNPAID: Not paid.
        PAID: Paid.
        REFUNDED: Refunded.
        TRANSFERRED: Paid out.
        CLOSED_UNPAID: Closed without payment.
    """

    UNPAID = 1
    PAID = 2
    REFUNDED = 4
    TRANSFERRED = 6
    CLOSED_UNPAID = 8
