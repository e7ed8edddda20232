"""The model TradeServiceGroupFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.trade_service_from_v1 import TradeServiceFromV1

__all__ = ["TradeServiceGroupFromV1"]


@model
class TradeServiceGroupFromV1(Model):
    """A group of services offered with an order.

    Attributes:
        out_id: Id of the group.
        group_title: Title.
        group_code: Code.
        group_desc_link: Address of a description.
        trade_service_list: The services.
        extra_map_str: Further data, as text.
        combined_price: Price of all together; unit not stated.
        show_combined_price: The same as text.
    """

    out_id: str | None | Unset = wire_field("outId", TEXT, default=UNSET, nullable=True)
    group_title: str | None | Unset = wire_field("groupTitle", TEXT, default=UNSET, nullable=True)
    group_code: str | None | Unset = wire_field("groupCode", TEXT, default=UNSET, nullable=True)
    group_desc_link: str | None | Unset = wire_field("groupDescLink", TEXT, default=UNSET, nullable=True)
    trade_service_list: list[TradeServiceFromV1] | None | Unset = wire_field(
        "tradeServiceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_service_from_v1:TradeServiceFromV1")),
        default=UNSET,
        nullable=True,
    )
    extra_map_str: str | None | Unset = wire_field("extraMapStr", TEXT, default=UNSET, nullable=True)
    combined_price: int | None | Unset = wire_field("combinedPrice", INTEGER, default=UNSET, nullable=True)
    show_combined_price: str | None | Unset = wire_field("showCombinedPrice", TEXT, default=UNSET, nullable=True)
