"""The model RelatedProduct of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.related_product_price_info import RelatedProductPriceInfo

__all__ = ["RelatedProduct"]


@model
class RelatedProduct(Model):
    """A product related to another one.

    Attributes:
        image_url: Address of the main picture.
        subject: Title in Chinese.
        subject_trans: Title in the language asked for.
        price_info: Price.
        offer_id: 1688 product id. 1688 sends a number; v2 takes an opaque one and may send it too.
        month_sold: Sold lately; 1688 counts 90 days here.
        seller_identities: Badges of the seller: super_factory, powerful_merchants, tp_member.
        offer_identities: Badges of the product: yx, select.
        top_category_id: Category of the first level.
        second_category_id: Category of the second level.
        third_category_id: Category of the third level.
    """

    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    price_info: RelatedProductPriceInfo | None | Unset = wire_field(
        "priceInfo",
        Nested("pandapon_async.pandapon_v1.models.related_product_price_info:RelatedProductPriceInfo"),
        default=UNSET,
    )
    offer_id: str | None | Unset = wire_field("offerId", Id(), default=UNSET)
    month_sold: int | None | Unset = wire_field("monthSold", INTEGER, default=UNSET)
    seller_identities: list[str] | None | Unset = wire_field("sellerIdentities", ListOf(TEXT), default=UNSET)
    offer_identities: list[str] | None | Unset = wire_field("offerIdentities", ListOf(TEXT), default=UNSET)
    top_category_id: str | None | Unset = wire_field("topCategoryId", Id("integer"), default=UNSET)
    second_category_id: str | None | Unset = wire_field("secondCategoryId", Id("integer"), default=UNSET)
    third_category_id: str | None | Unset = wire_field("thirdCategoryId", Id("integer"), default=UNSET)
