"""The model OrderReceiverInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderReceiverInfo"]


@model
class OrderReceiverInfo(Model):
    """Recipient of a 1688 order.

    Attributes:
        to_full_name: Name.
        to_division_code: Code of the district.
        to_mobile: Mobile phone.
        to_phone: Landline.
        to_post: Postcode.
        to_town_code: Code of the town.
        to_area: Address in words.
    """

    to_full_name: str | None | Unset = wire_field("toFullName", TEXT, default=UNSET, personal=True)
    to_division_code: str | None | Unset = wire_field("toDivisionCode", TEXT, default=UNSET, personal=True)
    to_mobile: str | None | Unset = wire_field("toMobile", TEXT, default=UNSET, nullable=True, personal=True)
    to_phone: str | None | Unset = wire_field("toPhone", TEXT, default=UNSET, nullable=True, personal=True)
    to_post: str | None | Unset = wire_field("toPost", TEXT, default=UNSET, personal=True)
    to_town_code: str | None | Unset = wire_field("toTownCode", TEXT, default=UNSET, nullable=True, personal=True)
    to_area: str | None | Unset = wire_field("toArea", TEXT, default=UNSET, personal=True)
