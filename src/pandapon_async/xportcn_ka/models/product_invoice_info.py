"""The model ProductInvoiceInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
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
    """What a seller can invoice.

    Attributes:
        support_online_invoice: True where invoices come online.
        support_fast_invoice: True where invoices come at once.
        invoice_types: Kinds: 普票 for general, 专票 for special invoices.
        taxpayer_type: 一般纳税人 for general, 小规模纳税人 for small taxpayers.
    """

    support_online_invoice: bool | None | Unset = wire_field("supportOnlineInvoice", BOOLEAN, default=UNSET)
    support_fast_invoice: bool | None | Unset = wire_field("supportFastInvoice", BOOLEAN, default=UNSET)
    invoice_types: list[str] | None | Unset = wire_field("invoiceTypes", ListOf(TEXT), default=UNSET)
    taxpayer_type: str | None | Unset = wire_field("taxpayerType", TEXT, default=UNSET, nullable=True)
