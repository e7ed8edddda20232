"""The model LogisticsItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.dispatch_type import DispatchType
    from pandapon_async.pandapon_v1.models.no_logistics_condition_from_v2 import NoLogisticsConditionFromV2

__all__ = ["LogisticsItem"]


@model
class LogisticsItem(Model):
    """A shipment of a 1688 order.

    Attributes:
        delivered_time: When it was sent; yyyyMMddHHmmssSSSZ on 1688.
        logistics_code: Number of the logistics order.
        type_: How it is sent.
        id: Id of the entry.
        status: State; alreadysend is known.
        gmt_modified: When it was last changed; yyyyMMddHHmmssSSSZ on 1688.
        gmt_create: When it was created; yyyyMMddHHmmssSSSZ on 1688.
        carriage: Freight. Unit: yuan.
        from_province: Province of the sender.
        from_city: City of the sender.
        from_area: District of the sender.
        from_address: Street address of the sender.
        from_phone: Landline of the sender.
        from_mobile: Mobile phone of the sender.
        from_post: Postcode of the sender.
        logistics_company_id: Carrier id.
        logistics_company_no: Carrier code.
        logistics_company_name: Carrier.
        logistics_bill_no: Waybill number.
        sub_item_ids: Ids of the order lines inside, joined by commas.
        to_province: Province of the recipient.
        to_city: City of the recipient.
        to_area: District of the recipient.
        to_address: Street address of the recipient.
        to_phone: Landline of the recipient.
        to_mobile: Mobile phone of the recipient.
        to_post: Postcode of the recipient.
        no_logistics_name: Whom to ask where there is no carrier.
        no_logistics_tel: Phone of that person.
        no_logistics_bill_no: Number where there is no carrier.
        no_logistics_condition: Why there is no carrier.
    """

    delivered_time: str | None | Unset = wire_field("deliveredTime", TEXT, default=UNSET)
    logistics_code: str | None | Unset = wire_field("logisticsCode", Id(), default=UNSET)
    type_: DispatchType | str | None | Unset = wire_field(
        "type", OpenEnum("pandapon_async.pandapon_v1.models.dispatch_type:DispatchType"), default=UNSET
    )
    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    carriage: float | None | Unset = wire_field("carriage", NUMBER, default=UNSET, nullable=True)
    from_province: str | None | Unset = wire_field("fromProvince", TEXT, default=UNSET, nullable=True)
    from_city: str | None | Unset = wire_field("fromCity", TEXT, default=UNSET, nullable=True)
    from_area: str | None | Unset = wire_field("fromArea", TEXT, default=UNSET, nullable=True, personal=True)
    from_address: str | None | Unset = wire_field("fromAddress", TEXT, default=UNSET, nullable=True, personal=True)
    from_phone: str | None | Unset = wire_field("fromPhone", TEXT, default=UNSET, nullable=True, personal=True)
    from_mobile: str | None | Unset = wire_field("fromMobile", TEXT, default=UNSET, nullable=True, personal=True)
    from_post: str | None | Unset = wire_field("fromPost", TEXT, default=UNSET, nullable=True, personal=True)
    logistics_company_id: str | None | Unset = wire_field(
        "logisticsCompanyId", Id("integer"), default=UNSET, nullable=True
    )
    logistics_company_no: str | None | Unset = wire_field("logisticsCompanyNo", TEXT, default=UNSET, nullable=True)
    logistics_company_name: str | None | Unset = wire_field("logisticsCompanyName", TEXT, default=UNSET, nullable=True)
    logistics_bill_no: str | None | Unset = wire_field("logisticsBillNo", TEXT, default=UNSET, nullable=True)
    sub_item_ids: str | None | Unset = wire_field("subItemIds", Id(), default=UNSET)
    to_province: str | None | Unset = wire_field("toProvince", TEXT, default=UNSET, nullable=True)
    to_city: str | None | Unset = wire_field("toCity", TEXT, default=UNSET, nullable=True)
    to_area: str | None | Unset = wire_field("toArea", TEXT, default=UNSET, nullable=True, personal=True)
    to_address: str | None | Unset = wire_field("toAddress", TEXT, default=UNSET, nullable=True, personal=True)
    to_phone: str | None | Unset = wire_field("toPhone", TEXT, default=UNSET, nullable=True, personal=True)
    to_mobile: str | None | Unset = wire_field("toMobile", TEXT, default=UNSET, nullable=True, personal=True)
    to_post: str | None | Unset = wire_field("toPost", TEXT, default=UNSET, nullable=True, personal=True)
    no_logistics_name: str | None | Unset = wire_field(
        "noLogisticsName", TEXT, default=UNSET, nullable=True, personal=True
    )
    no_logistics_tel: str | None | Unset = wire_field(
        "noLogisticsTel", TEXT, default=UNSET, nullable=True, personal=True
    )
    no_logistics_bill_no: str | None | Unset = wire_field("noLogisticsBillNo", TEXT, default=UNSET, nullable=True)
    no_logistics_condition: NoLogisticsConditionFromV2 | str | None | Unset = wire_field(
        "noLogisticsCondition",
        OpenEnum("pandapon_async.pandapon_v1.models.no_logistics_condition_from_v2:NoLogisticsConditionFromV2"),
        default=UNSET,
        nullable=True,
    )
