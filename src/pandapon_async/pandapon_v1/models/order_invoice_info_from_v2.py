"""The model OrderInvoiceInfoFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.invoice_status import InvoiceStatus
    from pandapon_async.pandapon_v1.models.invoice_type import InvoiceType

__all__ = ["OrderInvoiceInfoFromV2"]


@model
class OrderInvoiceInfoFromV2(Model):
    """Invoice of an order.

    Attributes:
        invoice_company_name: Name on the invoice.
        invoice_type: Kind of invoice.
        local_invoice_id: Invoice id.
        order_id: 1688 order id.
        receive_code: District code of where the invoice goes.
        receive_code_text: District where the invoice goes.
        receive_mobile: Mobile phone of who gets it.
        receive_name: Who gets it.
        receive_phone: Landline of who gets it.
        receive_post: Postcode of who gets it.
        receive_street: Street address of who gets it.
        register_account_id: Bank account of the company.
        register_bank: Bank of the company.
        register_code: District code of the company.
        register_code_text: District of the company.
        register_phone: Phone of the company.
        register_street: Street address of the company.
        taxpayer_identify: Tax number.
        amount: Amount with tax. Unit: fen.
        status: State.
    """

    invoice_company_name: str | None | Unset = wire_field(
        "invoiceCompanyName", TEXT, default=UNSET, nullable=True, personal=True
    )
    invoice_type: InvoiceType | int | None | Unset = wire_field(
        "invoiceType",
        OpenEnum("pandapon_async.pandapon_v1.models.invoice_type:InvoiceType", "integer"),
        default=UNSET,
        nullable=True,
    )
    local_invoice_id: str | None | Unset = wire_field("localInvoiceId", Id("integer"), default=UNSET, nullable=True)
    order_id: str | None | Unset = wire_field("orderId", Id("integer"), default=UNSET, nullable=True)
    receive_code: str | None | Unset = wire_field("receiveCode", TEXT, default=UNSET, nullable=True, personal=True)
    receive_code_text: str | None | Unset = wire_field(
        "receiveCodeText", TEXT, default=UNSET, nullable=True, personal=True
    )
    receive_mobile: str | None | Unset = wire_field("receiveMobile", TEXT, default=UNSET, nullable=True, personal=True)
    receive_name: str | None | Unset = wire_field("receiveName", TEXT, default=UNSET, nullable=True, personal=True)
    receive_phone: str | None | Unset = wire_field("receivePhone", TEXT, default=UNSET, nullable=True, personal=True)
    receive_post: str | None | Unset = wire_field("receivePost", TEXT, default=UNSET, nullable=True, personal=True)
    receive_street: str | None | Unset = wire_field("receiveStreet", TEXT, default=UNSET, nullable=True, personal=True)
    register_account_id: str | None | Unset = wire_field(
        "registerAccountId", TEXT, default=UNSET, nullable=True, personal=True
    )
    register_bank: str | None | Unset = wire_field("registerBank", TEXT, default=UNSET, nullable=True)
    register_code: str | None | Unset = wire_field("registerCode", TEXT, default=UNSET, nullable=True, personal=True)
    register_code_text: str | None | Unset = wire_field(
        "registerCodeText", TEXT, default=UNSET, nullable=True, personal=True
    )
    register_phone: str | None | Unset = wire_field("registerPhone", TEXT, default=UNSET, nullable=True, personal=True)
    register_street: str | None | Unset = wire_field(
        "registerStreet", TEXT, default=UNSET, nullable=True, personal=True
    )
    taxpayer_identify: str | None | Unset = wire_field(
        "taxpayerIdentify", TEXT, default=UNSET, nullable=True, personal=True
    )
    amount: int | None | Unset = wire_field("amount", INTEGER, default=UNSET, nullable=True)
    status: InvoiceStatus | str | None | Unset = wire_field(
        "status",
        OpenEnum("pandapon_async.pandapon_v1.models.invoice_status:InvoiceStatus"),
        default=UNSET,
        nullable=True,
    )
