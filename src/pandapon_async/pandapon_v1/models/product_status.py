"""The values ProductStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ProductStatus"]


class ProductStatus(StrEnum):
    """State of a 1688 listing.

    Other values that the server sends stay plain strings.

    Attributes:
        PUBLISHED: On sale.
        MEMBER_EXPIRED: Taken off by the seller.
        AUTO_EXPIRED: Its time ran out.
        EXPIRED: Taken off, or its time ran out.
        MEMBER_DELETED: Deleted by the seller.
        MODIFIED: Changed.
        NEW: Just listed.
        DELETED: Deleted.
        TO_BE_DELETED: About to be deleted.
        APPROVED: Passed the review.
        AUDITING: Being reviewed.
        UNTREAD: Failed the review.
    """

    PUBLISHED = "published"
    MEMBER_EXPIRED = "member expired"
    AUTO_EXPIRED = "auto expired"
    EXPIRED = "expired"
    MEMBER_DELETED = "member deleted"
    MODIFIED = "modified"
    NEW = "new"
    DELETED = "deleted"
    TO_BE_DELETED = "TBD"
    APPROVED = "approved"
    AUDITING = "auditing"
    UNTREAD = "untread"
