"""The values OrderBusinessTypeFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OrderBusinessTypeFromV2"]


class OrderBusinessTypeFromV2(StrEnum):
    """Kind of business of a 1688 order.

    Other values that the server sends stay plain strings.

    Attributes:
        NORMAL: Normal.
        LARGE_WHOLESALE: Large wholesale.
        SAMPLE: Sample.
        ONE_CENT_SAMPLE: Sample for one cent.
        LIMITED_TIME: Offer for a limited time.
        PROCESSING: Processing.
        AGREEMENT: Purchase under an agreement.
        GROUP: Group offer.
        SUPPLY: Supply.
        FACTORY: Taobao factory.
        QUICK: Quick order.
        SAMPLE_GROUP: Group of samples.
        FACE_TO_FACE: Face to face.
        SAMPLE_STORAGE: Storage of samples.
        CONSIGNMENT: Consignment.
        MICRO_SUPPLY: Micro supply.
        RETAIL: Retail link.
        CROSS_BORDER: Cross-border.
        DISTRIBUTION: Distribution.
        CREDIT: Credit programme.
        MANUFACTURING: Processing, again.
    """

    NORMAL = "cn"
    LARGE_WHOLESALE = "ws"
    SAMPLE = "yp"
    ONE_CENT_SAMPLE = "yf"
    LIMITED_TIME = "fs"
    PROCESSING = "cz"
    AGREEMENT = "ag"
    GROUP = "hp"
    SUPPLY = "supply"
    FACTORY = "factory"
    QUICK = "quick"
    SAMPLE_GROUP = "xiangpin"
    FACE_TO_FACE = "f2f"
    SAMPLE_STORAGE = "cyfw"
    CONSIGNMENT = "sp"
    MICRO_SUPPLY = "wg"
    RETAIL = "lst"
    CROSS_BORDER = "cb"
    DISTRIBUTION = "distribution"
    CREDIT = "cab"
    MANUFACTURING = "manufact"
