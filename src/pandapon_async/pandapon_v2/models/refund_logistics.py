"""The model RefundLogistics of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.logistics_company import LogisticsCompany

__all__ = ["RefundLogistics"]


@model
class RefundLogistics(Model):
    """Parcel that goes back to the seller.

    Attributes:
        receiver_address: Where it goes; a string here, an object in the cancellation of v1.
        return_goods_desc: Text about the goods sent back.
        buyer_phone: Phone of the buyer.
        logistics_company: Carrier.
        seller_agree_return_describe: What the seller wrote when agreeing.
    """

    receiver_address: str | None | Unset = wire_field("receiverAddress", TEXT, default=UNSET, personal=True)
    return_goods_desc: str | None | Unset = wire_field("returnGoodsDesc", TEXT, default=UNSET, personal=True)
    buyer_phone: str | None | Unset = wire_field("buyerPhone", TEXT, default=UNSET, personal=True)
    logistics_company: LogisticsCompany | None | Unset = wire_field(
        "logisticsCompany",
        Nested("pandapon_async.pandapon_v2.models.logistics_company:LogisticsCompany"),
        default=UNSET,
    )
    seller_agree_return_describe: str | None | Unset = wire_field(
        "sellerAgreeReturnDescribe", TEXT, default=UNSET, personal=True
    )
