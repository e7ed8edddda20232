"""The values RefundStatusEnum of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["RefundStatusEnum"]


class RefundStatusEnum(IntEnum):
    """State of a refund on Taobao, counted for each sub-order.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_APPLY_FOR_REFUND: Nobody asked for a refund.
        APPLIED_REFUND: Asked for; the seller has to agree.
        AGREE_TO_REFUND: The seller agreed; the goods have to go back.
        WAITING_SELLER_RECEIPT: The goods are on their way back; the seller has to confirm them.
        REFUND_SUCCESSFUL: The money is back.
        SELLER_REFUSES_REFUND: The seller said no.
        REFUND_CLOSED: Closed without a refund.
    """

    NOT_APPLY_FOR_REFUND = 0
    APPLIED_REFUND = 10
    AGREE_TO_REFUND = 20
    WAITING_SELLER_RECEIPT = 30
    REFUND_SUCCESSFUL = 100
    SELLER_REFUSES_REFUND = -10
    REFUND_CLOSED = -20
