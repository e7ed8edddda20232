"""The values OrderCloseOperateType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderCloseOperateType"]


class OrderCloseOperateType(StrEnum):
    """Who closed a 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        SELLER: The seller.
        STAFF: Staff of 1688.
        SYSTEM: Its time ran out.
        BUYER: The buyer.
        COMPLAINT: A complaint.
    """

    SELLER = "CLOSE_TRADE_BY_SELLER"
    STAFF = "CLOSE_TRADE_BY_BOPS"
    SYSTEM = "CLOSE_TRADE_BY_SYSTEM"
    BUYER = "CLOSE_TRADE_BY_BUYER"
    COMPLAINT = "CLOSE_TRADE_BY_CREADIT"
