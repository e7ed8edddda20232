"""The model LogisticsCompany of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsCompany"]


@model
class LogisticsCompany(Model):
    """A carrier.

    Attributes:
        logistics_company_code: Code; v1 spells the name without s.
        logistics_company_name: Name.
    """

    logistics_company_code: str | None | Unset = wire_field("logisticsCompanyCode", TEXT, default=UNSET)
    logistics_company_name: str | None | Unset = wire_field("logisticsCompanyName", TEXT, default=UNSET)
