"""The model OrderAddress of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderAddress"]


@model
class OrderAddress(Model):
    """Delivery address of an order from the Taobao cart.

    Attributes:
        zip_: Postcode.
        country: Country, in Chinese in the sample.
        state: Province.
        city: City.
        district: District.
        address: Street address.
        mobile_phone: Mobile phone. Wire name: ``mobile_phone``.
        phone: Landline.
        name: Recipient.
    """

    zip_: str | None | Unset = wire_field("zip", TEXT, default=UNSET, nullable=True, personal=True)
    country: str | None | Unset = wire_field("country", TEXT, default=UNSET, nullable=True)
    state: str | None | Unset = wire_field("state", TEXT, default=UNSET, nullable=True)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET, nullable=True)
    district: str | None | Unset = wire_field("district", TEXT, default=UNSET, nullable=True, personal=True)
    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, nullable=True, personal=True)
    mobile_phone: str | None | Unset = wire_field("mobile_phone", TEXT, default=UNSET, nullable=True, personal=True)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, nullable=True, personal=True)
    name: str | None | Unset = wire_field("name", TEXT, default=UNSET, nullable=True, personal=True)
