"""The model OutOriginAddress of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import OBJECT, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OutOriginAddress"]


@model
class OutOriginAddress(Model):
    """Address as another platform gave it.

    Attributes:
        province: Province, code and name.
        city: City, code and name.
        area: District, code and name.
        town: Town, code and name.
        address: Street address.
        post_code: Postcode.
    """

    province: JsonObject | None | Unset = wire_field("province", OBJECT, default=UNSET, nullable=True)
    city: JsonObject | None | Unset = wire_field("city", OBJECT, default=UNSET, nullable=True)
    area: JsonObject | None | Unset = wire_field("area", OBJECT, default=UNSET, nullable=True, personal=True)
    town: JsonObject | None | Unset = wire_field("town", OBJECT, default=UNSET, nullable=True, personal=True)
    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, nullable=True, personal=True)
    post_code: str | None | Unset = wire_field("postCode", TEXT, default=UNSET, nullable=True, personal=True)
