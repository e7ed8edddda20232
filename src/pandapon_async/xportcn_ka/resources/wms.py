"""The resource ``wms`` of Xportcn KA.

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
    from pandapon_async.xportcn_ka.models.quality_inspection_info import QualityInspectionInfo

__all__ = ["Wms"]


class Wms(Resource):
    """Parcels in the warehouse.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def register_inbound(
        self,
        *,
        out_order_id: str | int | Unset = UNSET,
        alibaba_order_id: str | int | Unset = UNSET,
        logistics_tracking_number: str | Unset = UNSET,
        quality_inspection_info: QualityInspectionInfo | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Register the arrival of a parcel with its inspection.

        Marked as in development, and missing from the newest menu. It may be meant the other way round, as a push by
        the warehouse.

        Args:
            out_order_id: The caller's own order number, going by the name. Wire name: ``out_order_id``.
            alibaba_order_id: 1688 order id. Wire name: ``alibaba_order_id``.
            logistics_tracking_number: Domestic waybill number. Wire name: ``logistics_tracking_number``.
            quality_inspection_info: Result of the inspection. Wire name: ``quality_inspection_info``.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /wms/package/inbound``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The request is partly documented.
            The response is not documented.
            Page "package inbound": doc-en-ka.xportcn.com/api-339881548, date unknown.
        """
        return await self._caller.call(
            operations.WMS_REGISTER_INBOUND,
            {
                "out_order_id": out_order_id,
                "alibaba_order_id": alibaba_order_id,
                "logistics_tracking_number": logistics_tracking_number,
                "quality_inspection_info": quality_inspection_info,
            },
            options,
        )
