"""The model TaobaoItemSku of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.sku_property import SkuProperty

__all__ = ["TaobaoItemSku"]


@model
class TaobaoItemSku(Model):
    """One SKU of a Taobao item.

    Attributes:
        pic_url: Address of the SKU's picture; null in the sample.
        quantity: Stock of the SKU.
        price: Price; unit not stated.
        sku_id: SKU id.
        status: State of the SKU; active in the sample.
        promotion_price: Price after promotion, text here and a number on the item; unit not stated.
        post_fee: Freight; unit not stated.
        mp_sku_id: Distribution SKU id, spelt with a small L in the sample, where it is null. Wire name: ``mpSkuld``.
        mp_sku_id_number: The same id under the name that an integration of Xportcn reads; look here where mp_sku_id is
            missing. Wire name: ``mpSkuId``.
        properties: Attributes that make up the SKU.
    """

    pic_url: str | None | Unset = wire_field("picUrl", TEXT, default=UNSET, nullable=True)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id(), default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    promotion_price: Decimal | None | Unset = wire_field("promotionPrice", DECIMAL_TEXT, default=UNSET)
    post_fee: int | None | Unset = wire_field("postFee", INTEGER, default=UNSET)
    mp_sku_id: str | None | Unset = wire_field("mpSkuld", Id(), default=UNSET, nullable=True)
    mp_sku_id_number: str | None | Unset = wire_field("mpSkuId", Id("integer"), default=UNSET)
    properties: list[SkuProperty] | None | Unset = wire_field(
        "properties", ListOf(Nested("pandapon_async.pandapon_v1.models.sku_property:SkuProperty")), default=UNSET
    )
