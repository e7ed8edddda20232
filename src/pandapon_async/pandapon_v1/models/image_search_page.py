"""The model ImageSearchPage of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.image_search_item import ImageSearchItem
    from pandapon_async.pandapon_v1.models.pic_region_info import PicRegionInfo

__all__ = ["ImageSearchPage"]


@model
class ImageSearchPage(Model):
    """A page of 1688 products found by picture.

    Attributes:
        total_records: Products found.
        total_page: Pages; one too high in samples.
        page_size: Products on a page.
        current_page: Number of the page.
        data: Products of the page.
        pic_region_info: Subjects found in the picture. Not among the five fields that the v2 page declares.
    """

    total_records: int | None | Unset = wire_field("totalRecords", INTEGER, default=UNSET)
    total_page: int | None | Unset = wire_field("totalPage", INTEGER, default=UNSET)
    page_size: int | None | Unset = wire_field("pageSize", INTEGER, default=UNSET)
    current_page: int | None | Unset = wire_field("currentPage", INTEGER, default=UNSET)
    data: list[ImageSearchItem] | None | Unset = wire_field(
        "data", ListOf(Nested("pandapon_async.pandapon_v1.models.image_search_item:ImageSearchItem")), default=UNSET
    )
    pic_region_info: PicRegionInfo | None | Unset = wire_field(
        "picRegionInfo",
        Nested("pandapon_async.pandapon_v1.models.pic_region_info:PicRegionInfo"),
        default=UNSET,
        nullable=True,
    )
