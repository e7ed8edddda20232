"""The model ReceiverAddressFromV2 of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ReceiverAddressFromV2"]


@model
class ReceiverAddressFromV2(Model):
    """Overseas delivery address.

    Attributes:
        name: Recipient.
        email: Mail address.
        phone: Landline.
        mobile_phone: Mobile phone.
        address: Street address.
        tax_id: Tax number.
        country: Country, a two-letter code in the sample.
        city: City.
        zip_: Postcode.
        state: State or province.
    """

    name: str | None | Unset = wire_field("name", TEXT, default=UNSET, nullable=True, personal=True)
    email: str | None | Unset = wire_field("email", TEXT, default=UNSET, nullable=True, personal=True)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, nullable=True, personal=True)
    mobile_phone: str | None | Unset = wire_field("mobilePhone", TEXT, default=UNSET, nullable=True, personal=True)
    address: str | None | Unset = wire_field("address", TEXT, default=UNSET, nullable=True, personal=True)
    tax_id: str | None | Unset = wire_field("taxId", TEXT, default=UNSET, nullable=True, personal=True)
    country: str | None | Unset = wire_field("country", TEXT, default=UNSET, nullable=True)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET, nullable=True)
    zip_: str | None | Unset = wire_field("zip", TEXT, default=UNSET, nullable=True, personal=True)
    state: str | None | Unset = wire_field("state", TEXT, default=UNSET, nullable=True)
