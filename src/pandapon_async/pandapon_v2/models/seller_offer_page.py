"""The model SellerOfferPage of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.seller_offer import SellerOffer

__all__ = ["SellerOfferPage"]


@model
class SellerOfferPage(Model):
    """A page of products of one 1688 shop.

    Attributes:
        total_records: Number of hits.
        total_page: Number of pages.
        page_size: Rows on a page.
        current_page: Number of this page.
        data: Rows.
    """

    total_records: int | None | Unset = wire_field("totalRecords", INTEGER, default=UNSET)
    total_page: int | None | Unset = wire_field("totalPage", INTEGER, default=UNSET)
    page_size: int | None | Unset = wire_field("pageSize", INTEGER, default=UNSET)
    current_page: int | None | Unset = wire_field("currentPage", INTEGER, default=UNSET)
    data: list[SellerOffer] | None | Unset = wire_field(
        "data", ListOf(Nested("pandapon_async.pandapon_v2.models.seller_offer:SellerOffer")), default=UNSET
    )
