"""The model TradeService of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TradeService"]


@model
class TradeService(Model):
    """A service.

    Attributes:
        source_type: Kind of origin.
        service_type: Kind of service.
        source_id: Id of the origin.
        title: Name.
        unit_price: Price of one; unit not stated.
        quantity: How many.
        service_tips: Hint.
        service_url: Page of the service.
        group_title: Title of its group.
        group_code: Code of its group.
        sponsor_desc: Text about the service.
        code: Code of the service.
        ext_map_str: Further data as text.
    """

    source_type: str | None | Unset = wire_field("sourceType", TEXT, default=UNSET, nullable=True)
    service_type: str | None | Unset = wire_field("serviceType", TEXT, default=UNSET, nullable=True)
    source_id: str | None | Unset = wire_field("sourceId", Id(), default=UNSET, nullable=True)
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
