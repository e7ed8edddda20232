"""The resource ``alibaba.orders`` of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.xportcn_ka import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.order_address import OrderAddress
    from pandapon_async.xportcn_ka.models.order_cargo import OrderCargo
    from pandapon_async.xportcn_ka.models.order_preview import OrderPreview

__all__ = ["AlibabaOrders"]


class AlibabaOrders(Resource):
    """Orders on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def pay(self, **options: Unpack[CallOptions]) -> JsonValue:
        """Pay a 1688 order.

        There is a JSON body, whose fields are not documented, so this method sends none. Send them with
        ``client.request``. Test accounts get the page of the cashier and can pay by term only.

        Args:
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /alibaba/ka/order/pay``, signed in the headers.
            Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The request is not documented.
            The response is not documented.
            Page "order pay": doc-en-ka.xportcn.com/api-454827975, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY, {}, options)

    async def preview(
        self,
        *,
        ali_id: str | int | Unset = UNSET,
        flow: str | Unset = UNSET,
        out_order_id: str | int | Unset = UNSET,
        address_param: OrderAddress | Unset = UNSET,
        cargo_param_list: Sequence[OrderCargo] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[OrderPreview]:
        """Preview a 1688 order.

        Returns prices and freight of the orders that would arise. Has to be called before an order is created; creates
        nothing.

        Args:
            ali_id: Meaning not documented; older version of the page only.
            flow: Order flow, fenxiaonew in the sample.
            out_order_id: The caller's own order number, going by the name; older version of the page only.
            address_param: Delivery address.
            cargo_param_list: Goods.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            One entry for each order that would arise.

        Note:
            ``POST /alibaba/ka/order/create/preview``, signed in the headers.
            Read: retried when an attempt fails.
            Page "Order Preview (The preview interface needs to be called before creating an order)":
            doc-en-ka.xportcn.com/api-338074941, changed 2026-04-24 03:42:29.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_PREVIEW,
            {
                "ali_id": ali_id,
                "flow": flow,
                "out_order_id": out_order_id,
                "address_param": address_param,
                "cargo_param_list": cargo_param_list,
            },
            options,
        )

    async def create(
        self,
        *,
        flow: str | Unset = UNSET,
        message: str | Unset = UNSET,
        shop_promotion_id: str | Unset = UNSET,
        trade_type: str | Unset = UNSET,
        address_param: OrderAddress | Unset = UNSET,
        cargo_param_list: Sequence[OrderCargo] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Create a 1688 order.

        Places an order, after its preview. Nothing in the documentation makes this call repeatable.

        Args:
            flow: Order flow.
            message: Remark for the seller, going by the name.
            shop_promotion_id: Shop promotion.
            trade_type: Way of settlement.
            address_param: Delivery address.
            cargo_param_list: Goods. Not visible on the page; assumed to be as in the preview.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /alibaba/ka/order/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The request is partly documented.
            The response is not documented.
            Page "Create an order": doc-en-ka.xportcn.com/api-338074942, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CREATE,
            {
                "flow": flow,
                "message": message,
                "shop_promotion_id": shop_promotion_id,
                "trade_type": trade_type,
                "address_param": address_param,
                "cargo_param_list": cargo_param_list,
            },
            options,
        )
