"""The model AddressParam of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["AddressParam"]


@model
class AddressParam(Model):
    """Delivery address of a 1688 order.

    Attributes:
        full_name: Recipient.
        mobile: Mobile phone.
        phone: Landline. Marked required, but left out in a sample.
        post_code: Postcode.
        city_text: City.
        province_text: Province.
        area_text: District.
        town_text: Town. The page of the order wants it, that of the preview does not.
        address: Street address.
    """

    full_name: str = wire_field("fullName", TEXT, personal=True)
    mobile: str = wire_field("mobile", TEXT, personal=True, kind="phone")
    phone: str | Unset = wire_field("phone", TEXT, default=UNSET, personal=True, kind="phone")
    post_code: str | Unset = wire_field("postCode", TEXT, default=UNSET, personal=True, kind="postcode")
    city_text: str = wire_field("cityText", TEXT)
    province_text: str = wire_field("provinceText", TEXT)
    area_text: str | Unset = wire_field("areaText", TEXT, default=UNSET, personal=True)
    town_text: str | None | Unset = wire_field("townText", TEXT, default=UNSET, nullable=True, personal=True)
    address: str = wire_field("address", TEXT, personal=True)
