"""The model ProductPage of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.product_list_item import ProductListItem

__all__ = ["ProductPage"]


@model
class ProductPage(Model):
    """A page of 1688 products.

    Attributes:
        total_records: Products found, 2000 at most in samples.
        total_page: Pages; one too high in samples.
        page_size: Products on a page.
        current_page: Number of the page.
        data: Products of the page.
    """

    total_records: int | None | Unset = wire_field("totalRecords", INTEGER, default=UNSET)
    total_page: int | None | Unset = wire_field("totalPage", INTEGER, default=UNSET)
    page_size: int | None | Unset = wire_field("pageSize", INTEGER, default=UNSET)
    current_page: int | None | Unset = wire_field("currentPage", INTEGER, default=UNSET)
    data: list[ProductListItem] | None | Unset = wire_field(
        "data", ListOf(Nested("pandapon_async.pandapon_v1.models.product_list_item:ProductListItem")), default=UNSET
    )
