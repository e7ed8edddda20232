"""The values OrderPayStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderPayStatus"]


class OrderPayStatus(StrEnum):
    """State of a payment on 1688.

    Other values that the server sends stay plain strings.

    Attributes:
        UNPAID: Not paid.
        PAID: Paid.
        REFUNDED: Refunded in full.
        TRANSFERRED: The seller has the money.
        NOT_CREATED: There is no payment order yet.
        CANCELLED: Cancelled before it was paid.
        IN_PROGRESS: Being paid.
        TERM_EXPECTED: Payment by term, not due yet.
    """

    UNPAID = "1"
    PAID = "2"
    REFUNDED = "4"
    TRANSFERRED = "6"
    NOT_CREATED = "7"
    CANCELLED = "8"
    IN_PROGRESS = "9"
    TERM_EXPECTED = "12"
