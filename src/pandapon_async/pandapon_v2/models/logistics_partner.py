"""The model LogisticsPartner of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsPartner"]


@model
class LogisticsPartner(Model):
    """A carrier.

    Attributes:
        company_image_url: Address of its logo.
        company: Name.
        company_contact: How to reach it.
    """

    company_image_url: str | None | Unset = wire_field("companyImageUrl", TEXT, default=UNSET)
    company: str | None | Unset = wire_field("company", TEXT, default=UNSET)
    company_contact: str | None | Unset = wire_field("companyContact", TEXT, default=UNSET, personal=True)
