"""The resource ``addresses`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v1 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset

__all__ = ["Addresses"]


class Addresses(Resource):
    """Delivery addresses of the user.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def save(
        self,
        *,
        id: str | int | Unset = UNSET,
        name: str | Unset = UNSET,
        province: str | Unset = UNSET,
        city: str | Unset = UNSET,
        district: str | Unset = UNSET,
        address: str | Unset = UNSET,
        phone: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Add or change an address.

        How adding and changing are told apart is not stated, and the id of a new record is not returned.

        Args:
            id: Address record id.
            name: Recipient.
            province: Province.
            city: City.
            district: District.
            address: Street address.
            phone: Mobile phone.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Only code and msg are documented; data is returned unchanged.

        Note:
            ``POST /open/address/addOrUpdate``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Address addition and update": doc-en.pandapon.com/api-263477669, changed 2025-02-24 07:19:55.
        """
        return await self._caller.call(
            operations.ADDRESSES_SAVE,
            {
                "id": id,
                "name": name,
                "province": province,
                "city": city,
                "district": district,
                "address": address,
                "phone": phone,
            },
            options,
        )
