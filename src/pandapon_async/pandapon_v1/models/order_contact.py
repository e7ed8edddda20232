"""The model OrderContact of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderContact"]


@model
class OrderContact(Model):
    """How to reach the buyer of an order.

    Attributes:
        phone: Landline.
        fax: Fax.
        email: Mail address.
        im_in_platform: Chat account.
        name: Person.
        mobile: Mobile phone.
        company_name: Company.
    """

    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, nullable=True, personal=True)
    fax: str | None | Unset = wire_field("fax", TEXT, default=UNSET, nullable=True, personal=True)
    email: str | None | Unset = wire_field("email", TEXT, default=UNSET, nullable=True, personal=True)
    im_in_platform: str | None | Unset = wire_field("imInPlatform", TEXT, default=UNSET, nullable=True, personal=True)
    name: str | None | Unset = wire_field("name", TEXT, default=UNSET, nullable=True, personal=True)
    mobile: str | None | Unset = wire_field("mobile", TEXT, default=UNSET, nullable=True, personal=True)
    company_name: str | None | Unset = wire_field("companyName", TEXT, default=UNSET, nullable=True)
