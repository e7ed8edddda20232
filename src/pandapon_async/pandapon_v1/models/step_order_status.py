"""The values StepOrderStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["StepOrderStatus"]


class StepOrderStatus(StrEnum):
    """State of a stage, trade 3.0. 1688 explains none of them.

    Other values that the server sends stay plain strings.
    """

    WAIT_ACTIVATE = "waitactivate"
    WAIT_SELLER_PUSH = "waitsellerpush"
    SUCCESS = "success"
    SETTLE_BILL = "settlebill"
    CANCEL = "cancel"
    INACTIVE_AND_CANCEL = "inactiveandcancel"
    WAIT_BUYER_PAY = "waitbuyerpay"
    WAIT_SELLER_SEND = "waitsellersend"
    WAIT_BUYER_RECEIVE = "waitbuyerreceive"
    WAIT_SELLER_ACT = "waitselleract"
    WAIT_BUYER_CONFIRM_ACTION = "waitbuyerconfirmaction"
