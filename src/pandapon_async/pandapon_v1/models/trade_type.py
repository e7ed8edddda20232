"""The values TradeType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["TradeType"]


class TradeType(StrEnum):
    """Way to settle a 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        ASSURE_TRADE: Guaranteed by the platform, trade 4.0.
        ALIPAY: Guaranteed through Alipay; going out of use.
        PERIOD: Payment by term.
        ASSURE: Guaranteed, after an inquiry by a large buyer.
        CREDIT_BUY: Credit purchase.
        BANK: Bank transfer.
        STAGED_631: In stages of six, three and one.
        STAGED_37: In stages of three and seven.
        NZ_ASSURE: Seen in a sample only.
    """

    ASSURE_TRADE = "assureTrade"
    ALIPAY = "alipay"
    PERIOD = "period"
    ASSURE = "assure"
    CREDIT_BUY = "creditBuy"
    BANK = "bank"
    STAGED_631 = "631staged"
    STAGED_37 = "37staged"
    NZ_ASSURE = "nzassure"
