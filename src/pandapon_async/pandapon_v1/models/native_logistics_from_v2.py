"""The model NativeLogisticsFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.logistics_item import LogisticsItem

__all__ = ["NativeLogisticsFromV2"]


@model
class NativeLogisticsFromV2(Model):
    """Delivery inside China.

    Attributes:
        address: Street address.
        area: District.
        area_code: Code of the district in China's official list.
        city: City.
        contact_person: Recipient.
        fax: Fax.
        mobile: Mobile phone.
        province: Province.
        telephone: Landline.
        zip_: Postcode.
        logistics_items: Shipments; null before the goods leave.
        town_code: Code of the town.
        town: Town.
        caid: Id that stands for the address in orders with masked data.
        real_logistics_company_no: Code of the carrier that really delivers.
    """

    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, personal=True)
    area: str | None | Unset = wire_field("area", TEXT, default=UNSET, personal=True)
    area_code: str | None | Unset = wire_field("areaCode", TEXT, default=UNSET, personal=True)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET)
    contact_person: str | None | Unset = wire_field("contactPerson", TEXT, default=UNSET, personal=True)
    fax: str | None | Unset = wire_field("fax", TEXT, default=UNSET, nullable=True, personal=True)
    mobile: str | None | Unset = wire_field("mobile", TEXT, default=UNSET, personal=True)
    province: str | None | Unset = wire_field("province", TEXT, default=UNSET)
    telephone: str | None | Unset = wire_field("telephone", TEXT, default=UNSET, nullable=True, personal=True)
    zip_: str | None | Unset = wire_field("zip", TEXT, default=UNSET, personal=True)
    logistics_items: list[LogisticsItem] | None | Unset = wire_field(
        "logisticsItems",
        ListOf(Nested("pandapon_async.pandapon_v1.models.logistics_item:LogisticsItem")),
        default=UNSET,
        nullable=True,
    )
    town_code: str | None | Unset = wire_field("townCode", TEXT, default=UNSET, nullable=True, personal=True)
    town: str | None | Unset = wire_field("town", TEXT, default=UNSET, nullable=True, personal=True)
    caid: str | None | Unset = wire_field("caid", TEXT, default=UNSET, nullable=True, personal=True)
    real_logistics_company_no: str | None | Unset = wire_field(
        "realLogisticsCompanyNo", TEXT, default=UNSET, nullable=True
    )
