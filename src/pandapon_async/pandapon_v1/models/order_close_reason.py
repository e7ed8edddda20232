"""The values OrderCloseReason of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderCloseReason"]


class OrderCloseReason(StrEnum):
    """Why a 1688 order was closed.

    Other values that the server sends stay plain strings.

    Attributes:
        BUYER_CANCEL: The buyer cancelled.
        SELLER_GOODS_LACK: The seller has no stock.
        OTHER: Another reason.
    """

    BUYER_CANCEL = "buyerCancel"
    SELLER_GOODS_LACK = "sellerGoodsLack"
    OTHER = "other"
