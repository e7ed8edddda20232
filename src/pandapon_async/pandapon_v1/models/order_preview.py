"""The model OrderPreview of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v1.models.order_preview_result import OrderPreviewResult

__all__ = ["OrderPreview"]


@model
class OrderPreview(Model):
    """What orders on 1688 would cost.

    Attributes:
        order_preview_result: One entry for each order that would arise. Wire name: ``orderPreviewResuslt``.
        success: Whether the preview worked. Look here too, not only at the code of the answer.
        error_code: Code of the error; only null is documented.
        error_msg: Text of the error; only null is documented.
        post_fee_by_desc_offer_list: Products whose freight is only described in words; only null is documented.
        consign_offer_list: Products for dropshipping; only null is documented.
        unsupported_cross_border_pay_offer_list: Products that cannot be paid across borders.
        ext_pair_list: Further data.
    """

    order_preview_result: list[OrderPreviewResult] | None | Unset = wire_field(
        "orderPreviewResuslt",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_preview_result:OrderPreviewResult")),
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
        "unsupportedCrossBorderPayOfferList", ListOf(Id()), default=UNSET
    )
    ext_pair_list: list[ExtPair] | None | Unset = wire_field(
        "extPairList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.ext_pair:ExtPair")),
        default=UNSET,
        nullable=True,
    )
