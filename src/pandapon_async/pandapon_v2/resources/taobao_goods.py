"""The resource ``taobao.goods`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.batch_check_result import BatchCheckResult
    from pandapon_async.pandapon_v2.models.item_check_param import ItemCheckParam
    from pandapon_async.pandapon_v2.models.taobao_product_details import TaobaoProductDetails

__all__ = ["TaobaoGoods"]


class TaobaoGoods(Resource):
    """Products on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def get(self, *, item_id: str | int, **options: Unpack[CallOptions]) -> TaobaoProductDetails | None:
        """Get a Taobao product.

        Returns one product with its SKUs.

        Args:
            item_id: Opaque item id; not the number that v1 takes.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The product.

        Note:
            ``GET /v2/taobao/product/get``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Taobao product search": doc-env2.pandapon.com/api-289120986, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_GOODS_GET, {"item_id": item_id}, options)

    async def search(
        self,
        *,
        keyword: str | None | Unset = UNSET,
        page_size: int | None | Unset = UNSET,
        page_no: int | None | Unset = UNSET,
        sort: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Search Taobao products by words.

        Returns a page of products. Page numbers begin at 1.

        Args:
            keyword: Words to search for.
            page_size: Rows on a page, 1 to 40.
            page_no: Page number.
            sort: Code of the order of rows; tk_rate_desc is the only one printed.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/taobao/product/item/search``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "Taobao commodity search interface": doc-env2.pandapon.com/api-289120988, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_GOODS_SEARCH,
            {"keyword": keyword, "page_size": page_size, "page_no": page_no, "sort": sort},
            options,
        )

    async def get_many(
        self, *, params: Sequence[ItemCheckParam], **options: Unpack[CallOptions]
    ) -> BatchCheckResult | None:
        """Look up several Taobao items.

        Tells which of the items exist as distribution products. The goods ids of the request are doubtful: v2 uses
        mapped goods ids where v1 uses the platforms' own.

        Args:
            params: Items to look up, a JSON array serialised into a string on the wire.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What is known of the items.

        Note:
            ``POST /v2/taobao/product/batch/check``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /open/product/batch/check (taobao.goods.get_many of pandapon-v1) by the rule
            v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method; the
            request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The response is partly documented.
            Page of the source operation: doc-en.pandapon.com/api-263477607, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_GOODS_GET_MANY, {"params": params}, options)
