"""The model TradeServiceFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TradeServiceFromV1"]


@model
class TradeServiceFromV1(Model):
    """A service offered with an order.

    Attributes:
        source_type: Kind of source.
        service_type: Kind of service.
        source_id: Id of the source.
        title: Name.
        unit_price: Price of one; unit not stated.
        quantity: How many.
        service_tips: Hint.
        service_url: Address.
        group_title: Title of the group.
        group_code: Code of the group.
        sponsor_desc: Who pays for it.
        code: Code.
        ext_map_str: Further data, as text.
    """

    source_type: str | None | Unset = wire_field("sourceType", TEXT, default=UNSET, nullable=True)
    service_type: str | None | Unset = wire_field("serviceType", TEXT, default=UNSET, nullable=True)
    source_id: str | None | Unset = wire_field("sourceId", TEXT, default=UNSET, nullable=True)
    title: str | None | Unset = wire_field("title", TEXT, default=UNSET, nullable=True)
    unit_price: int | None | Unset = wire_field("unitPrice", INTEGER, default=UNSET, nullable=True)
    quantity: float | None | Unset = wire_field("quantity", NUMBER, default=UNSET, nullable=True)
    service_tips: str | None | Unset = wire_field("serviceTips", TEXT, default=UNSET, nullable=True)
    service_url: str | None | Unset = wire_field("serviceUrl", TEXT, default=UNSET, nullable=True)
    group_title: str | None | Unset = wire_field("groupTitle", TEXT, default=UNSET, nullable=True)
    group_code: str | None | Unset = wire_field("groupCode", TEXT, default=UNSET, nullable=True)
    sponsor_desc: str | None | Unset = wire_field("sponsorDesc", TEXT, default=UNSET, nullable=True)
    code: str | None | Unset = wire_field("code", TEXT, default=UNSET, nullable=True)
    ext_map_str: str | None | Unset = wire_field("extMapStr", TEXT, default=UNSET, nullable=True)
