"""The values TradeTermPayStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["TradeTermPayStatus"]


class TradeTermPayStatus(StrEnum):
    """State of a stage of payment.

    Other values that the server sends stay plain strings.

    Attributes:
        UNPAID: Not paid.
        PAID: Paid.
        FULLY_REFUNDED: All given back.
        TRANSFERRED: The seller has the money.
        NOT_CREATED: The payment was not begun.
        CANCELLED: Cancelled before payment.
        RUNNING: The payment is under way.
        TERM_EXPECTED: To be paid at the end of a term.
    """

    UNPAID = "1"
    PAID = "2"
    FULLY_REFUNDED = "4"
    TRANSFERRED = "6"
    NOT_CREATED = "7"
    CANCELLED = "8"
    RUNNING = "9"
    TERM_EXPECTED = "12"
