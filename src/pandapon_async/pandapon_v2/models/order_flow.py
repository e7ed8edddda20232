"""The values OrderFlow of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderFlow"]


class OrderFlow(StrEnum):
    """Flow that a 1688 order takes.

    Other values that the server sends stay plain strings.

    Attributes:
        GENERAL: Open market.
        FENXIAO: Goods for resale.
        SALE_PROXY: Goods for resale, where the buyer must be a registered reseller.
        PAIRED: Daily deal or group offer.
        REPURCHASE: Contract to buy again.
        BOUTIQUE_FENXIAO: Selected supply, one piece at the reseller's price, freight free.
        BOUTIQUE_PIFA: Selected supply at the wholesale price, more than two pieces.
        PROXY: Order whose payment is split.
    """

    GENERAL = "general"
    FENXIAO = "fenxiao"
    SALE_PROXY = "saleproxy"
    PAIRED = "paired"
    REPURCHASE = "repurchase"
    BOUTIQUE_FENXIAO = "boutiquefenxiao"
    BOUTIQUE_PIFA = "boutiquepifa"
    PROXY = "proxy"
