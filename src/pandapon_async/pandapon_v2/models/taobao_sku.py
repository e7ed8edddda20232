"""The model TaobaoSku of PandaPon v2.

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
    from pandapon_async.pandapon_v2.models.sku_property import SkuProperty

__all__ = ["TaobaoSku"]


@model
class TaobaoSku(Model):
    """A SKU of a Taobao product.

    Attributes:
        pic_url: Address of its picture.
        quantity: Pieces in stock.
        price: Price; unit not stated.
        sku_id: SKU id.
        status: State; active in the sample of v1.
        promotion_price: Price in the running promotion; a string here, a number on the product.
        post_fee: Freight; unit not stated.
        mp_sku_id: Distribution SKU id. The sample of v1 prints mpSkuld, with a small L.
        properties: Attributes.
    """

    pic_url: str | None | Unset = wire_field("picUrl", TEXT, default=UNSET, nullable=True)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id(), default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    promotion_price: str | None | Unset = wire_field("promotionPrice", TEXT, default=UNSET)
    post_fee: int | None | Unset = wire_field("postFee", INTEGER, default=UNSET)
    mp_sku_id: str | None | Unset = wire_field("mpSkuId", Id(), default=UNSET, nullable=True)
    properties: list[SkuProperty] | None | Unset = wire_field(
        "properties", ListOf(Nested("pandapon_async.pandapon_v2.models.sku_property:SkuProperty")), default=UNSET
    )
