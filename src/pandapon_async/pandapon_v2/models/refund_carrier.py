"""The model RefundCarrier of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RefundCarrier"]


@model
class RefundCarrier(Model):
    """Carrier of a return.

    Attributes:
        company_name: Name.
        company_no: Code.
        company_phone: Phone.
        gmt_create: When the record was made.
        gmt_modified: When the record was changed.
        id: Carrier id.
        spelling: Name in pinyin.
        support_print: Waybills can be printed.
    """

    company_name: str | None | Unset = wire_field("companyName", TEXT, default=UNSET)
    company_no: str | None | Unset = wire_field("companyNo", TEXT, default=UNSET)
    company_phone: str | None | Unset = wire_field("companyPhone", TEXT, default=UNSET, nullable=True)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET, nullable=True)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET, nullable=True)
    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    spelling: str | None | Unset = wire_field("spelling", TEXT, default=UNSET, nullable=True)
    support_print: bool | None | Unset = wire_field("supportPrint", BOOLEAN, default=UNSET, nullable=True)
