"""The values InvoiceStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["InvoiceStatus"]


class InvoiceStatus(StrEnum):
    """State of an invoice. 1688 explains none of them.

    Other values that the server sends stay plain strings.
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
