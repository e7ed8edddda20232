"""The values TradeTermPayWay of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["TradeTermPayWay"]


class TradeTermPayWay(StrEnum):
    """How a stage was paid.

    Other values that the server sends stay plain strings.

    Attributes:
        ALIPAY: Alipay.
        MYBANK: Trusted payment of MYbank.
        CREDIT_PURCHASE: Credit purchase.
        BANK_TRANSFER: Bank transfer.
        CREDIT_SALE: Credit sale.
        ACCEPTANCE_BILL: Electronic acceptance bill.
        TERM: Payment at the end of a term.
        COMBINED: Several ways together.
        NONE: No payment.
        RETAIL_CREDIT: Credit purchase of retailers.
        DECLARED: Payment that was only declared.
        PAYMENT_PLATFORM: Payment platform.
    """

    ALIPAY = "1"
    MYBANK = "2"
    CREDIT_PURCHASE = "3"
    BANK_TRANSFER = "4"
    CREDIT_SALE = "5"
    ACCEPTANCE_BILL = "6"
    TERM = "7"
    COMBINED = "8"
    NONE = "9"
    RETAIL_CREDIT = "10"
    DECLARED = "12"
    PAYMENT_PLATFORM = "13"
