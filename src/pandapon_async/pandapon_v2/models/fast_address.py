"""The model FastAddress of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["FastAddress"]


@model
class FastAddress(Model):
    """Delivery address inside China. The documentation spells the name so.

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
        district_code: Code of the district in China's official list.
    """

    full_name: str | Unset = wire_field("fullName", TEXT, default=UNSET, personal=True)
    mobile: str | Unset = wire_field("mobile", TEXT, default=UNSET, personal=True, kind="phone")
    phone: str | Unset = wire_field("phone", TEXT, default=UNSET, personal=True, kind="phone")
    post_code: str | Unset = wire_field("postCode", TEXT, default=UNSET, personal=True, kind="postcode")
    city_text: str | Unset = wire_field("cityText", TEXT, default=UNSET)
    province_text: str | Unset = wire_field("provinceText", TEXT, default=UNSET)
    area_text: str | Unset = wire_field("areaText", TEXT, default=UNSET, personal=True)
    town_text: str | Unset = wire_field("townText", TEXT, default=UNSET, personal=True)
    address: str | Unset = wire_field("address", TEXT, default=UNSET, personal=True)
    district_code: str | Unset = wire_field("districtCode", TEXT, default=UNSET, personal=True)
