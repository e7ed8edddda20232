"""The model OverseasTransportUserAddrInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OverseasTransportUserAddrInfo"]


@model
class OverseasTransportUserAddrInfo(Model):
    """Address abroad.

    Attributes:
        post_code: Postcode.
        country_name: Country.
        province_name: State or province.
        city_name: City.
        area_name: District.
        address_detail: Street address.
        mobile: Mobile phone.
        fixed_phone: Landline.
        warehouse_contact_name: Whom to ask at the warehouse.
        warehouse_name: Warehouse.
    """

    post_code: str | None | Unset = wire_field("postCode", TEXT, default=UNSET, nullable=True, personal=True)
    country_name: str | None | Unset = wire_field("countryName", TEXT, default=UNSET, nullable=True)
    province_name: str | None | Unset = wire_field("provinceName", TEXT, default=UNSET, nullable=True)
    city_name: str | None | Unset = wire_field("cityName", TEXT, default=UNSET, nullable=True)
    area_name: str | None | Unset = wire_field("areaName", TEXT, default=UNSET, nullable=True, personal=True)
    address_detail: str | None | Unset = wire_field("addressDetail", TEXT, default=UNSET, nullable=True, personal=True)
    mobile: str | None | Unset = wire_field("mobile", TEXT, default=UNSET, nullable=True, personal=True)
    fixed_phone: str | None | Unset = wire_field("fixedPhone", TEXT, default=UNSET, nullable=True, personal=True)
    warehouse_contact_name: str | None | Unset = wire_field(
        "warehouseContactName", TEXT, default=UNSET, nullable=True, personal=True
    )
    warehouse_name: str | None | Unset = wire_field("warehouseName", TEXT, default=UNSET, nullable=True)
