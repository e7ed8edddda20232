"""The model OrderCustoms of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.customs_goods import CustomsGoods

__all__ = ["OrderCustoms"]


@model
class OrderCustoms(Model):
    """Customs declaration of an order.

    Attributes:
        id: Id of the declaration.
        gmt_create: When it was created; yyyyMMddHHmmssSSSZ on 1688.
        gmt_modified: When it was last changed; yyyyMMddHHmmssSSSZ on 1688.
        buyer_id: Buyer id.
        order_id: 1688 order id.
        type_: 1 is a declaration.
        attributes: Goods declared.
    """

    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    buyer_id: str | None | Unset = wire_field("buyerId", Id("integer"), default=UNSET)
    order_id: str | None | Unset = wire_field("orderId", Id(), default=UNSET)
    type_: int | None | Unset = wire_field("type", INTEGER, default=UNSET)
    attributes: list[CustomsGoods] | None | Unset = wire_field(
        "attributes", ListOf(Nested("pandapon_async.pandapon_v1.models.customs_goods:CustomsGoods")), default=UNSET
    )
