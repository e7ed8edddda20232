"""The values OrderPayWay of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderPayWay"]


class OrderPayWay(StrEnum):
    """Way of payment on 1688.

    Other values that the server sends stay plain strings.

    Attributes:
        ALIPAY: Alipay.
        MYBANK: Trusted payment through MYbank.
        CREDIT_PURCHASE: Credit purchase.
        BANK_TRANSFER: Bank transfer.
        CREDIT_SALE: Credit sale.
        ACCEPTANCE_BILL: Electronic acceptance bill.
        TERM: Payment by term.
        COMBINED: Combined or virtual payment.
        NONE: Nothing to pay.
        RETAIL_CREDIT: Credit purchase of retailers.
        DECLARED: Payment that the buyer declares.
        PLATFORM: Payment platform.
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
    PLATFORM = "13"
