"""The model LogisticsReceiver of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsReceiver"]


@model
class LogisticsReceiver(Model):
    """Recipient of a parcel.

    Attributes:
        zip_code: Postcode.
        address: Street address.
        province: Province.
        city: City.
        district: District.
        phone: Phone.
        name: Recipient.
    """

    zip_code: str | None | Unset = wire_field("zipCode", TEXT, default=UNSET, personal=True)
    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, personal=True)
    province: str | None | Unset = wire_field("province", TEXT, default=UNSET)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET)
    district: str | None | Unset = wire_field("district", TEXT, default=UNSET, personal=True)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, personal=True)
    name: str | None | Unset = wire_field("name", TEXT, default=UNSET, personal=True)
