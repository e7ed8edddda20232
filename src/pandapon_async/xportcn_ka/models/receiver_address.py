"""The model ReceiverAddress of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ReceiverAddress"]


@model
class ReceiverAddress(Model):
    """Overseas delivery address.

    Attributes:
        country: Country, a two-letter code in the sample.
        state: State or province.
        city: City.
        zip_: Postcode.
        address: Street address.
        name: Recipient.
        phone: Landline.
        mobile_phone: Mobile phone.
        email: Mail address.
        tax_id: Tax number.
    """

    country: str | Unset = wire_field("country", TEXT, default=UNSET)
    state: str | Unset = wire_field("state", TEXT, default=UNSET)
    city: str | Unset = wire_field("city", TEXT, default=UNSET)
    zip_: str | Unset = wire_field("zip", TEXT, default=UNSET, personal=True)
    address: str | Unset = wire_field("address", TEXT, default=UNSET, personal=True)
    name: str | Unset = wire_field("name", TEXT, default=UNSET, personal=True)
    phone: str | Unset = wire_field("phone", TEXT, default=UNSET, personal=True, kind="phone")
    mobile_phone: str | Unset = wire_field("mobilePhone", TEXT, default=UNSET, personal=True, kind="phone")
    email: str | Unset = wire_field("email", TEXT, default=UNSET, personal=True)
    tax_id: str | Unset = wire_field("taxId", TEXT, default=UNSET, personal=True, kind="id")
