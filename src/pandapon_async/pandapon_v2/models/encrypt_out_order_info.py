"""The model EncryptOutOrderInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.out_origin_address import OutOriginAddress

__all__ = ["EncryptOutOrderInfo"]


@model
class EncryptOutOrderInfo(Model):
    """Order of another platform behind a 1688 order.

    Attributes:
        out_platform_order_no: Order number there.
        out_platform_code: Platform.
        out_platform_appkey: Application key there.
        oaid: Id that stands for the address.
        encrypt_receiver_name: Recipient, masked.
        encrypt_receiver_mobile: Mobile phone, masked.
        encrypt_receiver_address: Street address, masked.
        out_platform_extra_info: Further data. Wire name: ``outPatformExtraInfo``.
        out_shop_id: Shop id there.
        out_origin_address: Address as given there.
        out_shop_name: Shop there.
        out_platform_sub_code: Channel inside the platform.
        out_platform_supply_order_no: Number of the supply order there.
        out_supplier_id: Supplier id there.
    """

    out_platform_order_no: str | None | Unset = wire_field("outPlatformOrderNo", Id(), default=UNSET)
    out_platform_code: str | None | Unset = wire_field("outPlatformCode", TEXT, default=UNSET)
    out_platform_appkey: str | None | Unset = wire_field("outPlatformAppkey", TEXT, default=UNSET)
    oaid: str | None | Unset = wire_field("oaid", Id(), default=UNSET, nullable=True, personal=True)
    encrypt_receiver_name: str | None | Unset = wire_field(
        "encryptReceiverName", TEXT, default=UNSET, nullable=True, personal=True
    )
    encrypt_receiver_mobile: str | None | Unset = wire_field(
        "encryptReceiverMobile", TEXT, default=UNSET, nullable=True, personal=True
    )
    encrypt_receiver_address: str | None | Unset = wire_field(
        "encryptReceiverAddress", TEXT, default=UNSET, nullable=True, personal=True
    )
    out_platform_extra_info: str | None | Unset = wire_field("outPatformExtraInfo", TEXT, default=UNSET, nullable=True)
    out_shop_id: str | None | Unset = wire_field("outShopId", Id(), default=UNSET, nullable=True)
    out_origin_address: OutOriginAddress | None | Unset = wire_field(
        "outOriginAddress",
        Nested("pandapon_async.pandapon_v2.models.out_origin_address:OutOriginAddress"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    out_shop_name: str | None | Unset = wire_field("outShopName", TEXT, default=UNSET, nullable=True)
    out_platform_sub_code: str | None | Unset = wire_field("outPlatformSubCode", TEXT, default=UNSET, nullable=True)
    out_platform_supply_order_no: str | None | Unset = wire_field(
        "outPlatformSupplyOrderNo", Id(), default=UNSET, nullable=True
    )
    out_supplier_id: str | None | Unset = wire_field("outSupplierId", Id(), default=UNSET, nullable=True)
