"""The model Receiver of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["Receiver"]


@model
class Receiver(Model):
    """Delivery address of a Taobao order.

    Attributes:
        zip_: Postcode.
        country: Country, in Chinese in the sample.
        address: Street address.
        city: City.
        phone: Landline; empty in the sample.
        mobile_phone: Mobile phone. Wire name: ``mobile_phone``.
        district: District.
        name: Recipient.
        state: Province.
    """

    zip_: str | Unset = wire_field("zip", TEXT, default=UNSET, personal=True, kind="postcode")
    country: str | Unset = wire_field("country", TEXT, default=UNSET)
    address: str | Unset = wire_field("address", TEXT, default=UNSET, personal=True)
    city: str | Unset = wire_field("city", TEXT, default=UNSET)
    phone: str | Unset = wire_field("phone", TEXT, default=UNSET, personal=True, kind="phone")
    mobile_phone: str | Unset = wire_field("mobile_phone", TEXT, default=UNSET, personal=True, kind="phone")
    district: str | Unset = wire_field("district", TEXT, default=UNSET, personal=True)
    name: str | Unset = wire_field("name", TEXT, default=UNSET, personal=True)
    state: str | Unset = wire_field("state", TEXT, default=UNSET)
