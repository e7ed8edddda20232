"""The model RefundLogisticsCompany of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RefundLogisticsCompany"]


@model
class RefundLogisticsCompany(Model):
    """Carrier of a return.

    Attributes:
        logistics_company_code: Code of the carrier; SF in the sample. Wire name: ``logisticCompanyCode``.
        logistics_company_name: Name of the carrier.
    """

    logistics_company_code: str | None | Unset = wire_field("logisticCompanyCode", TEXT, default=UNSET)
    logistics_company_name: str | None | Unset = wire_field("logisticsCompanyName", TEXT, default=UNSET)
