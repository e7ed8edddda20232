"""The values OrderRefundStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderRefundStatus"]


class OrderRefundStatus(StrEnum):
    """State of the refund of a whole 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_SELLER_AGREE: The seller has to agree.
        WAIT_BUYER_MODIFY: The buyer has to change the request.
        WAIT_BUYER_SEND: The buyer has to send the goods back.
        WAIT_SELLER_RECEIVE: The seller has to confirm what came back.
        REFUND_SUCCESS: Refunded.
        REFUND_CLOSE: Closed without a refund.
    """

    WAIT_SELLER_AGREE = "waitselleragree"
    WAIT_BUYER_MODIFY = "waitbuyermodify"
    WAIT_BUYER_SEND = "waitbuyersend"
    WAIT_SELLER_RECEIVE = "waitsellerreceive"
    REFUND_SUCCESS = "refundsuccess"
    REFUND_CLOSE = "refundclose"
