"""The values OrderTradeTypeFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderTradeTypeFromV2"]


class OrderTradeTypeFromV2(StrEnum):
    """How a 1688 order is settled, as a number.

    Other values that the server sends stay plain strings.

    Attributes:
        GUARANTEED: Guaranteed by the platform.
        PREPAID: Deposit paid in advance.
        OVERSEAS_ACQUIRING: Card acquiring overseas.
        INSTANT: Paid out at once.
        DEPOSIT: Secured by a deposit.
        UNIFIED: Unified process.
        STAGED: In stages.
        CASH_ON_DELIVERY: Cash on delivery.
        CREDIT_VOUCHER: Credit voucher.
        TERM: Payment by term.
        TRADE_4: Trade 4.0.
        FACE_TO_FACE: Face to face.
        SERVICE: Service.
    """

    GUARANTEED = "1"
    PREPAID = "2"
    OVERSEAS_ACQUIRING = "3"
    INSTANT = "4"
    DEPOSIT = "5"
    UNIFIED = "6"
    STAGED = "7"
    CASH_ON_DELIVERY = "8"
    CREDIT_VOUCHER = "9"
    TERM = "10"
    TRADE_4 = "50060"
    FACE_TO_FACE = "50070"
    SERVICE = "50080"
