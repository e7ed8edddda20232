"""The resource ``alibaba.goods`` of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async.xportcn_ka import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async.xportcn_ka.models.product_search_page import ProductSearchPage

__all__ = ["AlibabaGoods"]


class AlibabaGoods(Resource):
    """Products on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def search(self, **options: Unpack[CallOptions]) -> ProductSearchPage | None:
        """Search 1688 products by words.

        The fields of its body are not documented, so this method sends none. Send them with ``client.request``; those
        of PandaPon are keyword, beginPage, pageSize and country, and filter takes totalEpScoreLv1.

        Args:
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            A page of products.

        Note:
            ``POST /alibaba/ka/product/keywords/query``, signed in the headers.
            Read: retried when an attempt fails.
            The request is not documented.
            The response is not documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.search.keywordQuery, which the
            platform forwards; not confirmed.
            Page "AlibabaProductKeywordsQuery": doc-en-ka.xportcn.com/api-350614857, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_GOODS_SEARCH, {}, options)
