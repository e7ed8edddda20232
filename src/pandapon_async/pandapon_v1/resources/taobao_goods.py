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
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.batch_check_result import BatchCheckResult
    from pandapon_async.pandapon_v1.models.item_check_param import ItemCheckParam
    from pandapon_async.pandapon_v1.models.recommended_item import RecommendedItem
    from pandapon_async.pandapon_v1.models.recommended_item_page import RecommendedItemPage
    from pandapon_async.pandapon_v1.models.taobao_item import TaobaoItem
    from pandapon_async.pandapon_v1.models.taobao_source_item import TaobaoSourceItem

__all__ = ["TaobaoGoods"]


class TaobaoGoods(Resource):
    """Items on Taobao."""

    __slots__ = ()

    async def get_many(
        self, *, params: Sequence[ItemCheckParam], **options: Unpack[CallOptions]
    ) -> BatchCheckResult | None:
        """Look up several Taobao items.

        Tells which of the items exist as distribution products.

        Args:
            params: Items to look up, a JSON array serialised into a string on the wire.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            What is known of the items.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /open/product/batch/check``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
            Page "Batch query goods according to Taobao commodity id": doc-en.pandapon.com/api-263477607, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_GOODS_GET_MANY, {"params": params}, options)

    async def get(self, *, item_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]) -> TaobaoItem | None:
        """Get a Taobao item.

        Returns an item with its SKUs.

        Args:
            item_id: Taobao item id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The item.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /open/product/get``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The item as its source describes it.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /open/product/source/get``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            A page of goods, without a total.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /open/product/recommend``, signed in the headers.
            Read: repeated where an attempt failed.
            The request is documented in part.
            The answer is documented in part.
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
        """Iterate over the items of :meth:`list_recommended`, from the first page on: ``async for``.

        Args:
            page_size: Goods on a page.
            language: Language of the texts; en in the sample, others not known.
            limit: Number of items after which to stop; ``None`` for all.
            prefetch: Whether to request the next page while the items of this one are worked on.
            **options: For these calls only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The items, requested page by page as they are asked for; see :class:`Items` for where they end.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
        """
        return Items(
            self._caller,
            operations.TAOBAO_GOODS_LIST_RECOMMENDED,
            {"page_size": page_size, "language": language},
            options,
            limit=limit,
            prefetch=prefetch,
        )
