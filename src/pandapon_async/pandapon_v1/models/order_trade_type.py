"""The values OrderTradeType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderTradeType"]


class OrderTradeType(StrEnum):
    """Kind of trade of a 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        GUARANTEED: Guaranteed.
        PREPAID_DEPOSIT: From a deposit.
        OVERSEAS: Collected abroad.
        INSTANT: Paid out at once.
        DEPOSIT_SECURED: Secured by a deposit.
        UNIFIED: Unified process.
        STAGED: In stages.
        CASH_ON_DELIVERY: Cash on delivery.
        CREDIT_VOUCHER: Credit voucher.
        TERM: Paid at the end of a term.
        TRADE_4: Trade 4.0.
        FACE_TO_FACE: Face to face.
        SERVICE: Service.
    """

    GUARANTEED = "1"
    PREPAID_DEPOSIT = "2"
    OVERSEAS = "3"
    INSTANT = "4"
    DEPOSIT_SECURED = "5"
    UNIFIED = "6"
    STAGED = "7"
    CASH_ON_DELIVERY = "8"
    CREDIT_VOUCHER = "9"
    TERM = "10"
    TRADE_4 = "50060"
    FACE_TO_FACE = "50070"
    SERVICE = "50080"
