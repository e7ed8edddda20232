"""The values ProductTagKey of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ProductTagKey"]


class ProductTagKey(StrEnum):
    """Service of a 1688 product.

    Other values that the server sends stay plain strings.

    Attributes:
        IS_ONE_PSALE: One piece for dropshipping.
        IS_ONE_PSALE_FREE_POSTAGE: One piece, freight included.
        IS_SUPPORT_MIX: Can be mixed with other products.
        NO_REASON_7D_RETURN: Can be returned within seven days.
        STRICTLY_SELECTED_1688: 1688's strict selection.
        NEW7: Listed within 7 days.
        NEW30: Listed within 30 days.
        IS_QQYX: Global strict selection.
        SELECT: In the cross-border pool.
    """

    IS_ONE_PSALE = "isOnePsale"
    IS_ONE_PSALE_FREE_POSTAGE = "isOnePsaleFreePostage"
    IS_SUPPORT_MIX = "isSupportMix"
    NO_REASON_7D_RETURN = "noReason7DReturn"
    STRICTLY_SELECTED_1688 = "1688_yx"
    NEW7 = "new7"
    NEW30 = "new30"
    IS_QQYX = "isQqyx"
    SELECT = "select"
