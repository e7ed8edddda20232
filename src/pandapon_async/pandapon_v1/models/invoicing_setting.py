"""The model InvoicingSetting of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["InvoicingSetting"]


@model
class InvoicingSetting(Model):
    """What the seller can invoice.

    Attributes:
        trade_invoice_status: -1 not at all, 0 possible, 1 asked for, 2 issued.
        seller_invoice_type: 0 general, 1 special, 2 both.
    """

    trade_invoice_status: str | None | Unset = wire_field("tradeInvoiceStatus", TEXT, default=UNSET)
    seller_invoice_type: str | None | Unset = wire_field("sellerInvoiceType", TEXT, default=UNSET)
