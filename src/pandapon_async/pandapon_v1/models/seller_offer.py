"""The model SellerOffer of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.offer_identity import OfferIdentity
    from pandapon_async.pandapon_v1.models.seller_offer_price_info import SellerOfferPriceInfo

__all__ = ["SellerOffer"]


@model
class SellerOffer(Model):
    """A product of one 1688 seller.

    Attributes:
        image_url: Main picture.
        aigc_image_url: Main picture with its texts translated by machine.
        subject: Chinese title.
        subject_trans: Title in the language asked for.
        offer_id: 1688 product id.
        is_jxhy: Part of 1688's selected supply.
        repurchase_rate: Share of buyers who come back, as text such as 10%.
        month_sold: Pieces sold in 30 days.
        trace_info: Text that 1688 recognises the search by.
        is_one_psale: A single piece can be bought for dropshipping.
        price_info: Prices.
        create_date: When it was listed.
        modify_date: When it was last changed.
        is_patent_product: Under a patent.
        offer_identities: Badges of the product.
        is_select: In the cross-border pool; text here, a boolean in the search by keyword.
        token: Token for rebates.
        promotion_url: Address of the product's page. Wire name: ``promotionURL``.
    """

    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    aigc_image_url: str | None | Unset = wire_field("aigcImageUrl", TEXT, default=UNSET, nullable=True)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    is_jxhy: bool | None | Unset = wire_field("isJxhy", BOOLEAN, default=UNSET)
    repurchase_rate: str | None | Unset = wire_field("repurchaseRate", TEXT, default=UNSET)
    month_sold: int | None | Unset = wire_field("monthSold", INTEGER, default=UNSET)
    trace_info: str | None | Unset = wire_field("traceInfo", TEXT, default=UNSET)
    is_one_psale: bool | None | Unset = wire_field("isOnePsale", BOOLEAN, default=UNSET)
    price_info: SellerOfferPriceInfo | None | Unset = wire_field(
        "priceInfo",
        Nested("pandapon_async.pandapon_v1.models.seller_offer_price_info:SellerOfferPriceInfo"),
        default=UNSET,
    )
    create_date: ChinaTime | None | Unset = wire_field("createDate", CHINA_TIME, default=UNSET)
    modify_date: ChinaTime | None | Unset = wire_field("modifyDate", CHINA_TIME, default=UNSET)
    is_patent_product: bool | None | Unset = wire_field("isPatentProduct", BOOLEAN, default=UNSET)
    offer_identities: list[OfferIdentity | str] | None | Unset = wire_field(
        "offerIdentities",
        ListOf(OpenEnum("pandapon_async.pandapon_v1.models.offer_identity:OfferIdentity")),
        default=UNSET,
    )
    is_select: str | None | Unset = wire_field("isSelect", TEXT, default=UNSET)
    token: str | None | Unset = wire_field("token", TEXT, default=UNSET, nullable=True)
    promotion_url: str | None | Unset = wire_field("promotionURL", TEXT, default=UNSET, nullable=True)
