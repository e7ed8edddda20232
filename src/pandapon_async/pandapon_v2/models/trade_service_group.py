"""The model TradeServiceGroup of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.trade_service import TradeService

__all__ = ["TradeServiceGroup"]


@model
class TradeServiceGroup(Model):
    """A group of services.

    Attributes:
        out_id: Group id.
        group_title: Title of the group.
        group_code: Code of the group.
        group_desc_link: Page that explains it.
        trade_service_list: Services of the group.
        extra_map_str: Further data as text.
        combined_price: Price of all together; unit not stated.
        show_combined_price: The same price as text.
    """

    out_id: str | None | Unset = wire_field("outId", Id(), default=UNSET, nullable=True)
    group_title: str | None | Unset = wire_field("groupTitle", TEXT, default=UNSET, nullable=True)
    group_code: str | None | Unset = wire_field("groupCode", TEXT, default=UNSET, nullable=True)
    group_desc_link: str | None | Unset = wire_field("groupDescLink", TEXT, default=UNSET, nullable=True)
    trade_service_list: list[TradeService] | None | Unset = wire_field(
        "tradeServiceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_service:TradeService")),
        default=UNSET,
        nullable=True,
    )
    extra_map_str: str | None | Unset = wire_field("extraMapStr", TEXT, default=UNSET, nullable=True)
    combined_price: int | None | Unset = wire_field("combinedPrice", INTEGER, default=UNSET, nullable=True)
    show_combined_price: str | None | Unset = wire_field("showCombinedPrice", TEXT, default=UNSET, nullable=True)
