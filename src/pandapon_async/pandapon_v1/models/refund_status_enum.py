"""The values RefundStatusEnum of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["RefundStatusEnum"]


class RefundStatusEnum(IntEnum):
    """State of a refund on Taobao.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_APPLY_FOR_REFUND: No refund was asked for.
        APPLIED_REFUND: The seller has to agree.
        AGREE_TO_REFUND: The seller agreed; the buyer has to send the goods back.
        WAITING_SELLER_RECEIPT: The goods are on their way back; the seller has to confirm.
        REFUND_SUCCESSFUL: The money was given back.
        SELLER_REFUSES_REFUND: The seller refused.
        REFUND_CLOSED: Closed.
    """

    NOT_APPLY_FOR_REFUND = 0
    APPLIED_REFUND = 10
    AGREE_TO_REFUND = 20
    WAITING_SELLER_RECEIPT = 30
    REFUND_SUCCESSFUL = 100
    SELLER_REFUSES_REFUND = -10
    REFUND_CLOSED = -20
