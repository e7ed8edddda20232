"""The model OrderBizInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.credit_order_detail import CreditOrderDetail
    from pandapon_async.pandapon_v1.models.lst_order_info import LstOrderInfo
    from pandapon_async.pandapon_v1.models.pre_order_info import PreOrderInfo

__all__ = ["OrderBizInfo"]


@model
class OrderBizInfo(Model):
    """Special kinds of a 1688 order.

    Attributes:
        ods_cyd: Special credit order.
        account_period_time: When a payment at the end of a term is due.
        credit_order: Credit purchase was chosen.
        credit_order_detail: The credit purchase.
        pre_order_info: The pre-order.
        lst_order_info: The retail order.
        erp_buyer_user_id: User id in a planning system.
        erp_order_id: Order id in a planning system.
        erp_buyer_org_id: Organisation id in a planning system.
        is_cz: Processing order.
        is_dz: Made to measure.
        dz: Made to measure, under a second name.
        dropshipping: Dropshipping; cannot be shipped together with others.
        shipping_insurance: Insurance of returns; givenByPlatform or givenByMerchant.
        hyper_link_cang_fa_order: Shipped from a warehouse.
        hyper_link_order: First of an order in two stages.
        hyper_link_second_step_order: Second of an order in two stages.
        hyper_link_ship_type: Who ships; 0 the warehouse, 1 the seller.
        lightning_warehouse: Shipped from a fast warehouse.
        ae_door_pick_up: Collected at the door.
        fz: Payment is split.
        tg_official_pick_up: Collected by 1688, as part of managed trade.
        official_pick_up: Collected by 1688.
        abnormal_price_change: The price was changed in an unusual way.
    """

    ods_cyd: bool | None | Unset = wire_field("odsCyd", BOOLEAN, default=UNSET, nullable=True)
    account_period_time: ChinaTime | None | Unset = wire_field(
        "accountPeriodTime", CHINA_TIME, default=UNSET, nullable=True
    )
    credit_order: bool | None | Unset = wire_field("creditOrder", BOOLEAN, default=UNSET, nullable=True)
    credit_order_detail: CreditOrderDetail | None | Unset = wire_field(
        "creditOrderDetail",
        Nested("pandapon_async.pandapon_v1.models.credit_order_detail:CreditOrderDetail"),
        default=UNSET,
        nullable=True,
    )
    pre_order_info: PreOrderInfo | None | Unset = wire_field(
        "preOrderInfo",
        Nested("pandapon_async.pandapon_v1.models.pre_order_info:PreOrderInfo"),
        default=UNSET,
        nullable=True,
    )
    lst_order_info: LstOrderInfo | None | Unset = wire_field(
        "lstOrderInfo",
        Nested("pandapon_async.pandapon_v1.models.lst_order_info:LstOrderInfo"),
        default=UNSET,
        nullable=True,
    )
    erp_buyer_user_id: str | None | Unset = wire_field("erpBuyerUserId", Id(), default=UNSET, nullable=True)
    erp_order_id: str | None | Unset = wire_field("erpOrderId", Id(), default=UNSET, nullable=True)
    erp_buyer_org_id: str | None | Unset = wire_field("erpBuyerOrgId", Id(), default=UNSET, nullable=True)
    is_cz: bool | None | Unset = wire_field("isCz", BOOLEAN, default=UNSET, nullable=True)
    is_dz: bool | None | Unset = wire_field("isDz", BOOLEAN, default=UNSET, nullable=True)
    dz: bool | None | Unset = wire_field("dz", BOOLEAN, default=UNSET, nullable=True)
    dropshipping: bool | None | Unset = wire_field("dropshipping", BOOLEAN, default=UNSET, nullable=True)
    shipping_insurance: str | None | Unset = wire_field("shippingInsurance", TEXT, default=UNSET, nullable=True)
    hyper_link_cang_fa_order: bool | None | Unset = wire_field(
        "hyperLinkCangFaOrder", BOOLEAN, default=UNSET, nullable=True
    )
    hyper_link_order: bool | None | Unset = wire_field("hyperLinkOrder", BOOLEAN, default=UNSET, nullable=True)
    hyper_link_second_step_order: bool | None | Unset = wire_field(
        "hyperLinkSecondStepOrder", BOOLEAN, default=UNSET, nullable=True
    )
    hyper_link_ship_type: str | None | Unset = wire_field("hyperLinkShipType", TEXT, default=UNSET, nullable=True)
    lightning_warehouse: bool | None | Unset = wire_field("lightningWarehouse", BOOLEAN, default=UNSET, nullable=True)
    ae_door_pick_up: bool | None | Unset = wire_field("aeDoorPickUp", BOOLEAN, default=UNSET, nullable=True)
    fz: bool | None | Unset = wire_field("fz", BOOLEAN, default=UNSET, nullable=True)
    tg_official_pick_up: bool | None | Unset = wire_field("tgOfficialPickUp", BOOLEAN, default=UNSET, nullable=True)
    official_pick_up: bool | None | Unset = wire_field("officialPickUp", BOOLEAN, default=UNSET, nullable=True)
    abnormal_price_change: bool | None | Unset = wire_field(
        "abnormalPriceChange", BOOLEAN, default=UNSET, nullable=True
    )
