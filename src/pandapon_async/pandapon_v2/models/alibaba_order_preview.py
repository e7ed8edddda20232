"""The model AlibabaOrderPreview of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v2.models.order_preview_result import OrderPreviewResult

__all__ = ["AlibabaOrderPreview"]


@model
class AlibabaOrderPreview(Model):
    """Preview of an order, split where several orders would arise.

    Attributes:
        order_preview_result: One preview for each order that would arise. Wire name: ``orderPreviewResuslt``.
        success: False where the goods cannot be ordered like this, even when the call itself succeeded.
        error_code: Error code. 1688 uses 500_001 to 500_009.
        error_msg: Text for the error.
        post_fee_by_desc_offer_list: Products whose freight is given in words only.
        consign_offer_list: Products sold on consignment.
        unsupported_cross_border_pay_offer_list: Products that cross-border payment does not cover.
        ext_pair_list: Further data.
    """

    order_preview_result: list[OrderPreviewResult] | None | Unset = wire_field(
        "orderPreviewResuslt",
        ListOf(Nested("pandapon_async.pandapon_v2.models.order_preview_result:OrderPreviewResult")),
        default=UNSET,
    )
    success: bool | None | Unset = wire_field("success", BOOLEAN, default=UNSET)
    error_code: str | None | Unset = wire_field("errorCode", TEXT, default=UNSET, nullable=True)
    error_msg: str | None | Unset = wire_field("errorMsg", TEXT, default=UNSET, nullable=True)
    post_fee_by_desc_offer_list: list[str] | None | Unset = wire_field(
        "postFeeByDescOfferList", ListOf(Id("integer")), default=UNSET, nullable=True
    )
    consign_offer_list: list[str] | None | Unset = wire_field(
        "consignOfferList", ListOf(Id("integer")), default=UNSET, nullable=True
    )
    unsupported_cross_border_pay_offer_list: list[str] | None | Unset = wire_field(
        "unsupportedCrossBorderPayOfferList", ListOf(Id("integer")), default=UNSET, nullable=True
    )
    ext_pair_list: list[ExtPair] | None | Unset = wire_field(
        "extPairList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.ext_pair:ExtPair")),
        default=UNSET,
        nullable=True,
    )
