"""The model ProductInvoiceInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductInvoiceInfo"]


@model
class ProductInvoiceInfo(Model):
    """Invoices that a 1688 seller can write.

    Attributes:
        support_online_invoice: Can be asked for online.
        support_fast_invoice: Come at once.
        invoice_types: Kinds; 普票 is the general, 专票 the special VAT invoice.
        taxpayer_type: Kind of taxpayer; 一般纳税人 is the general, 小规模纳税人 the small-scale one.
    """

    support_online_invoice: bool | None | Unset = wire_field("supportOnlineInvoice", BOOLEAN, default=UNSET)
    support_fast_invoice: bool | None | Unset = wire_field("supportFastInvoice", BOOLEAN, default=UNSET)
    invoice_types: list[str] | None | Unset = wire_field("invoiceTypes", ListOf(TEXT), default=UNSET)
    taxpayer_type: str | None | Unset = wire_field("taxpayerType", TEXT, default=UNSET, nullable=True)
