"""The model RefundLogistics of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_logistics_company import RefundLogisticsCompany
    from pandapon_async.pandapon_v1.models.refund_receiver_address import RefundReceiverAddress

__all__ = ["RefundLogistics"]


@model
class RefundLogistics(Model):
    """Shipment back to the seller.

    Attributes:
        buyer_phone: Phone of the buyer.
        logistics_company: Carrier.
        logistics_no: Waybill number.
        receiver_address: Where the goods go.
        return_goods_desc: Remark on the return.
        seller_agree_return_describe: What the seller wrote when agreeing.
    """

    buyer_phone: str | None | Unset = wire_field("buyerPhone", TEXT, default=UNSET, personal=True)
    logistics_company: RefundLogisticsCompany | None | Unset = wire_field(
        "logisticsCompany",
        Nested("pandapon_async.pandapon_v1.models.refund_logistics_company:RefundLogisticsCompany"),
        default=UNSET,
    )
    logistics_no: str | None | Unset = wire_field("logisticsNo", TEXT, default=UNSET)
    receiver_address: RefundReceiverAddress | None | Unset = wire_field(
        "receiverAddress",
        Nested("pandapon_async.pandapon_v1.models.refund_receiver_address:RefundReceiverAddress"),
        default=UNSET,
        personal=True,
    )
    return_goods_desc: str | None | Unset = wire_field("returnGoodsDesc", TEXT, default=UNSET, personal=True)
    seller_agree_return_describe: str | None | Unset = wire_field(
        "sellerAgreeReturnDescribe", TEXT, default=UNSET, personal=True
    )
