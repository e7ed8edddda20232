"""The resource ``im`` of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.xportcn_ka import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset

__all__ = ["Im"]


class Im(Resource):
    """Chat with sellers.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def decrypt_open_uid(
        self,
        *,
        open_uid: str | int | Unset = UNSET,
        offer_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Turn an encrypted seller id into a chat identity.

        Going by its path; the page does not say what it does.

        Args:
            open_uid: Encrypted seller id.
            offer_id: 1688 product id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /alibaba/ka/im/openuid/decrypt``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "IM": doc-en-ka.xportcn.com/api-450929250, date unknown.
        """
        return await self._caller.call(
            operations.IM_DECRYPT_OPEN_UID, {"open_uid": open_uid, "offer_id": offer_id}, options
        )
