"""The values AlibabaRefundStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["AlibabaRefundStatus"]


class AlibabaRefundStatus(StrEnum):
    """State of a refund on 1688.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_SELLER_AGREE: The seller has to agree.
        WAIT_BUYER_MODIFY: The buyer has to change the request.
        WAIT_BUYER_SEND: The buyer has to send the goods back.
        WAIT_SELLER_RECEIVE: The seller has to confirm the return.
        REFUND_SUCCESS: The money was given back.
        REFUND_CLOSE: Closed.
    """

    WAIT_SELLER_AGREE = "waitselleragree"
    WAIT_BUYER_MODIFY = "waitbuyermodify"
    WAIT_BUYER_SEND = "waitbuyersend"
    WAIT_SELLER_RECEIVE = "waitsellerreceive"
    REFUND_SUCCESS = "refundsuccess"
    REFUND_CLOSE = "refundclose"
