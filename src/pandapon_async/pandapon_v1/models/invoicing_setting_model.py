"""The model InvoicingSettingModel of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["InvoicingSettingModel"]


@model
class InvoicingSettingModel(Model):
    """Whether an invoice can be had.

    Attributes:
        trade_invoice_status: -1 not possible, 0 possible, 1 asked for, 2 written.
        seller_invoice_type: What the seller can write: 0 general, 1 special, 2 both.
    """

    trade_invoice_status: str | None | Unset = wire_field("tradeInvoiceStatus", TEXT, default=UNSET)
    seller_invoice_type: str | None | Unset = wire_field("sellerInvoiceType", TEXT, default=UNSET)
