"""The model AlibabaProductListInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.product_price_info import ProductPriceInfo

__all__ = ["AlibabaProductListInfo"]


@model
class AlibabaProductListInfo(Model):
    """A 1688 product in a list. The page prints imageUrl and subject; the other names are those of 1688.

    Attributes:
        image_url: Address of the main picture.
        subject: Title in Chinese.
        subject_trans: Title in the language asked for.
        offer_id: 1688 product id. 1688 sends a number; v2 may send an opaque id, or offerMapId in its place.
        is_jxhy: True for goods of the selected supply.
        price_info: Prices.
        repurchase_rate: Share of buyers who bought again, as text such as 25%.
        month_sold: Sold in 30 days; some resellers send a string.
    """

    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    offer_id: str | None | Unset = wire_field("offerId", Id(), default=UNSET)
    is_jxhy: bool | None | Unset = wire_field("isJxhy", BOOLEAN, default=UNSET)
    price_info: ProductPriceInfo | None | Unset = wire_field(
        "priceInfo", Nested("pandapon_async.pandapon_v2.models.product_price_info:ProductPriceInfo"), default=UNSET
    )
    repurchase_rate: str | None | Unset = wire_field("repurchaseRate", TEXT, default=UNSET)
    month_sold: int | None | Unset = wire_field("monthSold", INTEGER, default=UNSET)
