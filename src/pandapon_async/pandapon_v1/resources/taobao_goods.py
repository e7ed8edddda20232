"""The resource ``taobao.goods`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.paging import Items
from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v1 import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.batch_check_result import BatchCheckResult
    from pandapon_async.pandapon_v1.models.item_check_param import ItemCheckParam
    from pandapon_async.pandapon_v1.models.recommended_item import RecommendedItem
    from pandapon_async.pandapon_v1.models.recommended_item_page import RecommendedItemPage
    from pandapon_async.pandapon_v1.models.taobao_item import TaobaoItem
    from pandapon_async.pandapon_v1.models.taobao_source_item import TaobaoSourceItem

__all__ = ["TaobaoGoods"]


class TaobaoGoods(Resource):
    """Items on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def get_many(
        self, *, params: Sequence[ItemCheckParam], **options: Unpack[CallOptions]
    ) -> BatchCheckResult | None:
        """Look up several Taobao items.

        Tells which of the items exist as distribution products.

        Args:
            params: Items to look up, a JSON array serialised into a string on the wire.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What is known of the items.

        Note:
            ``POST /open/product/batch/check``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Batch query goods according to Taobao commodity id": doc-en.pandapon.com/api-263477607, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_GOODS_GET_MANY, {"params": params}, options)

    async def get(self, *, item_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]) -> TaobaoItem | None:
        """Get a Taobao item.

        Returns an item with its SKUs.

        Args:
            item_id: Taobao item id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The item.

        Note:
            ``GET /open/product/get``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Query goods according to Taobao commodity id": doc-vnm.pandapon.com/api-250496531,
            doc-en.pandapon.com/doc-6055770, doc-en-ka.xportcn.com/doc-7259273, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_GOODS_GET, {"item_id": item_id}, options)

    async def get_source(
        self, *, item_id: str | int, language: str | None | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> TaobaoSourceItem | None:
        """Get the source data of a Taobao item.

        Returns an item as its source describes it.

        Args:
            item_id: Taobao item id.
            language: Language of the texts; vi in the sample.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The item as its source describes it.

        Note:
            ``POST /open/product/source/get``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Taobao source product query": doc-vnm.pandapon.com/api-250496526, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_GOODS_GET_SOURCE, {"language": language, "item_id": item_id}, options
        )

    async def list_recommended(
        self,
        *,
        page_no: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        language: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> RecommendedItemPage | None:
        """List recommended Taobao goods; Xportcn only.

        Offered by Xportcn's ordinary platform only, base URL https://www.xportcn.com/api; PandaPon does not list it.
        Returns a page of goods that sell well.

        Args:
            page_no: Number of the page, from 1.
            page_size: Goods on a page.
            language: Language of the texts; en in the sample, others not known.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            A page of goods, without a total.

        Note:
            ``POST /open/product/recommend``, signed in the headers.
            Read: retried when an attempt fails.
            The request is partly documented.
            The response is partly documented.
            Page "Taobao Hot product recommendation": public integration of Xportcn, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_GOODS_LIST_RECOMMENDED,
            {"page_no": page_no, "page_size": page_size, "language": language},
            options,
        )

    def iter_list_recommended(
        self,
        *,
        page_size: int | Unset = UNSET,
        language: str | Unset = UNSET,
        limit: int | None = None,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Items[RecommendedItem]:
        """Iterate over the items of all pages of :meth:`list_recommended` with ``async for``.

        Args:
            page_size: Goods on a page.
            language: Language of the texts; en in the sample, others not known.
            limit: Maximum number of items; ``None`` for all.
            prefetch: Whether to request the next page while the caller handles the items of this one.
            **options: Options of these calls: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The items; each page is requested when its first item is needed. See :class:`Items` for when the iteration
            ends.
        """
        return Items(
            self._caller,
            operations.TAOBAO_GOODS_LIST_RECOMMENDED,
            {"page_size": page_size, "language": language},
            options,
            limit=limit,
            prefetch=prefetch,
        )

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
            ``POST /open/product/item/search``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /v2/taobao/product/item/search (taobao.goods.search of pandapon-v2) by the
            rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method;
            the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are
            allowed.
            The response is not documented.
            Page of the source operation: doc-env2.pandapon.com/api-289120988, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_GOODS_SEARCH,
            {"keyword": keyword, "page_size": page_size, "page_no": page_no, "sort": sort},
            options,
        )
