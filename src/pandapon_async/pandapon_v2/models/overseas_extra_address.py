"""The model OverseasExtraAddress of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OverseasExtraAddress"]


@model
class OverseasExtraAddress(Model):
    """Address data for shipping abroad.

    Attributes:
        channel_name: Route.
        channel_id: Route id.
        shipping_company_id: Forwarder id.
        shipping_company_name: Forwarder.
        country_code: Country code.
        country: Country.
        email: Mail address of the buyer.
    """

    channel_name: str | None | Unset = wire_field("channelName", TEXT, default=UNSET)
    channel_id: str | None | Unset = wire_field("channelId", Id(), default=UNSET)
    shipping_company_id: str | None | Unset = wire_field("shippingCompanyId", Id(), default=UNSET)
    shipping_company_name: str | None | Unset = wire_field("shippingCompanyName", TEXT, default=UNSET)
    country_code: str | None | Unset = wire_field("countryCode", TEXT, default=UNSET)
    country: str | None | Unset = wire_field("country", TEXT, default=UNSET)
    email: str | None | Unset = wire_field("email", TEXT, default=UNSET, personal=True)
