"""The values InvoiceStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["InvoiceStatus"]


class InvoiceStatus(StrEnum):
    """State of an invoice. 1688 lists the values without a word on their meaning.

    The server may send other values too; those stay plain strings.

    Attributes:
        INIT: Documented without a meaning.
        ISSUING: Documented without a meaning.
        ISSUED: Documented without a meaning.
        FAILED: Documented without a meaning.
        VERIFYING: Documented without a meaning.
        VERIFY_FAILED: Documented without a meaning.
        RETURNING: Documented without a meaning.
        RETURNED: Documented without a meaning.
        INVALIDING: Documented without a meaning.
        DEPRECATED: Documented without a meaning.
        RED_ISSUING: Documented without a meaning.
        RED_PART_ISSUED: Documented without a meaning.
        RED_ALL_ISSUED: Documented without a meaning.
        CLOSED: Documented without a meaning.
    """

    INIT = "INIT"
    ISSUING = "ISSUING"
    ISSUED = "ISSUED"
    FAILED = "FAILED"
    VERIFYING = "VERIFYING"
    VERIFY_FAILED = "VERIFY_FAILED"
    RETURNING = "RETURNING"
    RETURNED = "RETURNED"
    INVALIDING = "INVALIDING"
    DEPRECATED = "DEPRECATED"
    RED_ISSUING = "RED_ISSUING"
    RED_PART_ISSUED = "RED_PART_ISSUED"
    RED_ALL_ISSUED = "RED_ALL_ISSUED"
    CLOSED = "CLOSED"
