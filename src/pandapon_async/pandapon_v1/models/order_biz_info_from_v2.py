"""The model OrderBizInfoFromV2 of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.credit_order_detail_from_v2 import CreditOrderDetailFromV2
    from pandapon_async.pandapon_v1.models.lst_order_info import LstOrderInfo
    from pandapon_async.pandapon_v1.models.pre_order_info import PreOrderInfo

__all__ = ["OrderBizInfoFromV2"]


@model
class OrderBizInfoFromV2(Model):
    """Business marks of an order.

    Attributes:
        ods_cyd: True for orders under a special credit programme.
        account_period_time: When a payment by term is due.
        credit_order: True where credit purchase was chosen.
        credit_order_detail: Credit purchase.
        pre_order_info: Pre-order.
        lst_order_info: Retail order.
        erp_buyer_user_id: User in an ERP.
        erp_order_id: Order in an ERP.
        erp_buyer_org_id: Organisation in an ERP.
        is_cz: True for processing orders.
        is_dz: True for goods made to order.
        dz: The same as isDz.
        dropshipping: True for agent orders, which are not shipped together.
        shipping_insurance: Who insures the shipping: givenByPlatform or givenByMerchant.
        hyper_link_cang_fa_order: True where it leaves from a warehouse.
        hyper_link_order: True for the first half of an order in two halves.
        hyper_link_second_step_order: True for the second half.
        hyper_link_ship_type: Who ships: 0 the warehouse, 1 the merchant.
        lightning_warehouse: True where it leaves from a fast warehouse.
        ae_door_pick_up: True where it is collected at the door.
        fz: True where the payment is split.
        tg_official_pick_up: True where the platform manages and collects.
        official_pick_up: True where the platform collects.
        abnormal_price_change: True where the price changed in an unusual way.
    """

    ods_cyd: bool | None | Unset = wire_field("odsCyd", BOOLEAN, default=UNSET, nullable=True)
    account_period_time: ChinaTime | None | Unset = wire_field(
        "accountPeriodTime", CHINA_TIME, default=UNSET, nullable=True
    )
    credit_order: bool | None | Unset = wire_field("creditOrder", BOOLEAN, default=UNSET, nullable=True)
    credit_order_detail: CreditOrderDetailFromV2 | None | Unset = wire_field(
        "creditOrderDetail",
        Nested("pandapon_async.pandapon_v1.models.credit_order_detail_from_v2:CreditOrderDetailFromV2"),
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
