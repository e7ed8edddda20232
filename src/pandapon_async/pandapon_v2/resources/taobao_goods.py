"""The resource ``taobao.goods`` of PandaPon v2.

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
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.tao_bao_product_details_v2vo import TaoBaoProductDetailsV2VO

__all__ = ["TaobaoGoods"]


class TaobaoGoods(Resource):
    """Products on Taobao."""

    __slots__ = ()

    async def get(self, *, item_id: str | int, **options: Unpack[CallOptions]) -> TaoBaoProductDetailsV2VO | None:
        """Get a Taobao product.

        Returns one product with its SKUs.

        Args:
            item_id: Opaque item id; not the number that v1 takes.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The product.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /v2/taobao/product/get``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/taobao/product/item/search``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            Page "Taobao commodity search interface": doc-env2.pandapon.com/api-289120988, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_GOODS_SEARCH,
            {"keyword": keyword, "page_size": page_size, "page_no": page_no, "sort": sort},
            options,
        )
