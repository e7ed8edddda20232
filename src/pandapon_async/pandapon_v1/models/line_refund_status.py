"""The values LineRefundStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["LineRefundStatus"]


class LineRefundStatus(StrEnum):
    """State of a refund on a 1688 order line.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_SELLER_AGREE: The seller has to agree.
        REFUND_SUCCESS: The money was given back.
        REFUND_CLOSED: Closed.
        WAIT_BUYER_MODIFY: The buyer has to change the request.
        WAIT_BUYER_SEND: The buyer has to send the goods back.
        WAIT_SELLER_RECEIVE: The seller has to confirm the return.
    """

    WAIT_SELLER_AGREE = "WAIT_SELLER_AGREE"
    REFUND_SUCCESS = "REFUND_SUCCESS"
    REFUND_CLOSED = "REFUND_CLOSED"
    WAIT_BUYER_MODIFY = "WAIT_BUYER_MODIFY"
    WAIT_BUYER_SEND = "WAIT_BUYER_SEND"
    WAIT_SELLER_RECEIVE = "WAIT_SELLER_RECEIVE"
