"""The values OrderCloseOperateType of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderCloseOperateType"]


class OrderCloseOperateType(StrEnum):
    """Who closed a 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        SELLER: The seller.
        PLATFORM_STAFF: Staff of the platform.
        SYSTEM: A time limit ran out.
        BUYER: The buyer.
        COMPLAINT: A complaint; the value is misspelt on the wire.
    """

    SELLER = "CLOSE_TRADE_BY_SELLER"
    PLATFORM_STAFF = "CLOSE_TRADE_BY_BOPS"
    SYSTEM = "CLOSE_TRADE_BY_SYSTEM"
    BUYER = "CLOSE_TRADE_BY_BUYER"
    COMPLAINT = "CLOSE_TRADE_BY_CREADIT"
