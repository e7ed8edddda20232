"""The values OrderStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderStatus"]


class OrderStatus(StrEnum):
    """State of a 1688 order or order line. There are others without a public name.

    Other values that the server sends stay plain strings.

    Attributes:
        WAIT_BUYER_PAY: The buyer has to pay.
        WAIT_SELLER_SEND: The seller has to ship.
        WAIT_LOGISTICS_TAKE_IN: The carrier has to collect the parcel.
        WAIT_BUYER_RECEIVE: Shipped; the buyer has to receive it.
        WAIT_BUYER_SIGN: The buyer has to sign for it.
        SIGN_IN_SUCCESS: Signed for.
        CONFIRM_GOODS: The buyer confirmed the goods.
        SUCCESS: Completed.
        CANCEL: Cancelled.
        TERMINATED: Ended before it was completed.
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
