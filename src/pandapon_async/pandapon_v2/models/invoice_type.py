"""The values InvoiceType of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["InvoiceType"]


class InvoiceType(IntEnum):
    """Kind of invoice.

    Other values that the server sends stay plain numbers.

    Attributes:
        GENERAL: General invoice.
        VAT: Value-added tax invoice.
        UNKNOWN: Not known.
    """

    GENERAL = 0
    VAT = 1
    UNKNOWN = 9
