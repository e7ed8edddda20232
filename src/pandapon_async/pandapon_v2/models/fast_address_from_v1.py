"""The model FastAddressFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["FastAddressFromV1"]


@model
class FastAddressFromV1(Model):
    """Delivery address of an order from the 1688 cart. The documentation spells it FastAdress.

    Attributes:
        full_name: Recipient.
        mobile: Mobile phone.
        phone: Landline.
        post_code: Postcode.
        city_text: City.
        province_text: Province.
        area_text: District.
        town_text: Town.
        address: Street address.
        district_code: Code of the Chinese district.
    """

    full_name: str | None | Unset = wire_field("fullName", TEXT, default=UNSET, nullable=True, personal=True)
    mobile: str | None | Unset = wire_field("mobile", TEXT, default=UNSET, nullable=True, personal=True)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, nullable=True, personal=True)
    post_code: str | None | Unset = wire_field("postCode", TEXT, default=UNSET, nullable=True, personal=True)
    city_text: str | None | Unset = wire_field("cityText", TEXT, default=UNSET, nullable=True)
    province_text: str | None | Unset = wire_field("provinceText", TEXT, default=UNSET, nullable=True)
    area_text: str | None | Unset = wire_field("areaText", TEXT, default=UNSET, nullable=True, personal=True)
    town_text: str | None | Unset = wire_field("townText", TEXT, default=UNSET, nullable=True, personal=True)
    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, nullable=True, personal=True)
    district_code: str | None | Unset = wire_field("districtCode", TEXT, default=UNSET, nullable=True, personal=True)
