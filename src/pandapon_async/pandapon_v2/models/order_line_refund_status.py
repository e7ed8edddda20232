"""The values OrderLineRefundStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderLineRefundStatus"]


class OrderLineRefundStatus(StrEnum):
    """State of the refund of one 1688 order line. Order and line spell the same states differently.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_SELLER_AGREE: The seller has to agree.
        REFUND_SUCCESS: Refunded.
        REFUND_CLOSED: Closed without a refund.
        WAIT_BUYER_MODIFY: The buyer has to change the request.
        WAIT_BUYER_SEND: The buyer has to send the goods back.
        WAIT_SELLER_RECEIVE: The seller has to confirm what came back.
    """

    WAIT_SELLER_AGREE = "WAIT_SELLER_AGREE"
    REFUND_SUCCESS = "REFUND_SUCCESS"
    REFUND_CLOSED = "REFUND_CLOSED"
    WAIT_BUYER_MODIFY = "WAIT_BUYER_MODIFY"
    WAIT_BUYER_SEND = "WAIT_BUYER_SEND"
    WAIT_SELLER_RECEIVE = "WAIT_SELLER_RECEIVE"
