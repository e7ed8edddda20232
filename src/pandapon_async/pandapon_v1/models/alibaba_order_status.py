"""The values AlibabaOrderStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["AlibabaOrderStatus"]


class AlibabaOrderStatus(StrEnum):
    """State of a 1688 order. 1688 says that there are others.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_BUYER_PAY: The buyer has to pay.
        WAIT_SELLER_SEND: The seller has to ship.
        WAIT_LOGISTICS_TAKE_IN: The carrier has to collect; in lists only.
        WAIT_BUYER_RECEIVE: The buyer has to receive the goods.
        WAIT_BUYER_SIGN: The buyer has to sign; in lists only.
        SIGN_IN_SUCCESS: Signed for; in lists only.
        CONFIRM_GOODS: The goods arrived.
        SUCCESS: Completed.
        CANCEL: Cancelled.
        TERMINATED: Ended early.
    """

    WAIT_BUYER_PAY = "waitbuyerpay"
    WAIT_SELLER_SEND = "waitsellersend"
    WAIT_LOGISTICS_TAKE_IN = "waitlogisticstakein"
    WAIT_BUYER_RECEIVE = "waitbuyerreceive"
    WAIT_BUYER_SIGN = "waitbuyersign"
    SIGN_IN_SUCCESS = "signinsuccess"
    CONFIRM_GOODS = "confirm_goods"
    SUCCESS = "success"
    CANCEL = "cancel"
    TERMINATED = "terminated"
