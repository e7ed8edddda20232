"""The resource ``addresses`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.unset import Unset

__all__ = ["Addresses"]


class Addresses(Resource):
    """Delivery addresses of the account.

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
    ) -> None:
        """Add or change an address.

        How the two are told apart is not stated; presumably by id. The id of a new address is not returned.

        Args:
            id: Id of the address.
            name: Recipient.
            province: Province.
            city: City.
            district: District.
            address: Street address.
            phone: Mobile phone.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            No content.

        Note:
            ``POST /v2/open/address/addOrUpdate``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Address addition and update": doc-cnv2.pandapon.com/api-288437932,
            doc-env2.pandapon.com/api-289121051, changed 2025-04-25 06:19:02.
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
