"""The resource ``alibaba.goods`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.paging import Items
from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.alibaba_product_list_info import AlibabaProductListInfo
    from pandapon_async.pandapon_v2.models.alibaba_product_page import AlibabaProductPage
    from pandapon_async.pandapon_v2.models.product_detail import ProductDetail
    from pandapon_async.pandapon_v2.models.product_sort import ProductSort
    from pandapon_async.pandapon_v2.models.related_product import RelatedProduct
    from pandapon_async.pandapon_v2.models.seller_offer import SellerOffer
    from pandapon_async.pandapon_v2.models.seller_offer_page import SellerOfferPage

__all__ = ["AlibabaGoods"]


class AlibabaGoods(Resource):
    """Products on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def search(
        self,
        *,
        keyword: str | Unset = UNSET,
        begin_page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        country: str | Unset = UNSET,
        filter_: str | None | Unset = UNSET,
        sort: ProductSort | None | Unset = UNSET,
        out_member_id: str | int | None | Unset = UNSET,
        price_start: Decimal | int | None | Unset = UNSET,
        price_end: Decimal | int | None | Unset = UNSET,
        category_id: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AlibabaProductPage | None:
        """Search 1688 products by words.

        Returns a page of products. Page numbers begin at 1; no sample counts more than 2000 hits.

        Args:
            keyword: Words to search for.
            begin_page: Page number.
            page_size: Rows on a page.
            country: Language of the titles; the documentation says always en for now.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            out_member_id: The caller's own id of the end user.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            A page of products.

        Note:
            ``POST /v2/alibaba/product/keywords/query``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.search.keywordQuery, which the
            platform forwards; not confirmed.
            Page "1688 Product keyword query": doc-env2.pandapon.com/api-289121018, doc-cnv2.pandapon.com/api-288828687,
            date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_SEARCH,
            {
                "keyword": keyword,
                "begin_page": begin_page,
                "page_size": page_size,
                "country": country,
                "filter_": filter_,
                "sort": sort,
                "out_member_id": out_member_id,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
            },
            options,
        )

    def iter_search(
        self,
        *,
        keyword: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        country: str | Unset = UNSET,
        filter_: str | None | Unset = UNSET,
        sort: ProductSort | None | Unset = UNSET,
        out_member_id: str | int | None | Unset = UNSET,
        price_start: Decimal | int | None | Unset = UNSET,
        price_end: Decimal | int | None | Unset = UNSET,
        category_id: str | int | None | Unset = UNSET,
        limit: int | None = None,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Items[AlibabaProductListInfo]:
        """Iterate over the items of all pages of :meth:`search` with ``async for``.

        Args:
            keyword: Words to search for.
            page_size: Rows on a page.
            country: Language of the titles; the documentation says always en for now.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            out_member_id: The caller's own id of the end user.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id.
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
            operations.ALIBABA_GOODS_SEARCH,
            {
                "keyword": keyword,
                "page_size": page_size,
                "country": country,
                "filter_": filter_,
                "sort": sort,
                "out_member_id": out_member_id,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
            },
            options,
            limit=limit,
            prefetch=prefetch,
        )

    async def search_by_image(
        self,
        *,
        image_base_64: str | None,
        begin_page: int | None | Unset = UNSET,
        page_size: int | None | Unset = UNSET,
        country: str | None | Unset = UNSET,
        region: str | None | Unset = UNSET,
        filter_: str | None | Unset = UNSET,
        sort: ProductSort | None | Unset = UNSET,
        price_start: Decimal | int | None | Unset = UNSET,
        price_end: Decimal | int | None | Unset = UNSET,
        category_id: str | int | None | Unset = UNSET,
        image_address: str | None | Unset = UNSET,
        out_member_id: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AlibabaProductPage | None:
        """Search 1688 products by a picture.

        Returns a page of products that look like the picture. Page numbers begin at 1.

        Args:
            image_base_64: Picture in base64, without a data prefix.
            begin_page: Page number.
            page_size: Rows on a page.
            country: Language of the titles; the documentation says always en for now.
            region: Part of the picture to search for; four numbers joined by commas on 1688.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id; a number here, a string in the search by words.
            image_address: Address of the picture.
            out_member_id: The caller's own id of the end user.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            A page of products.

        Note:
            ``POST /v2/alibaba/product/image/query``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.search.imageQuery, which the platform
            forwards; not confirmed.
            Page "1688 Product image search": doc-env2.pandapon.com/api-289121019, doc-cnv2.pandapon.com/api-288828688,
            date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_SEARCH_BY_IMAGE,
            {
                "image_base_64": image_base_64,
                "begin_page": begin_page,
                "page_size": page_size,
                "country": country,
                "region": region,
                "filter_": filter_,
                "sort": sort,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
                "image_address": image_address,
                "out_member_id": out_member_id,
            },
            options,
        )

    def iter_search_by_image(
        self,
        *,
        image_base_64: str | None,
        page_size: int | None | Unset = UNSET,
        country: str | None | Unset = UNSET,
        region: str | None | Unset = UNSET,
        filter_: str | None | Unset = UNSET,
        sort: ProductSort | None | Unset = UNSET,
        price_start: Decimal | int | None | Unset = UNSET,
        price_end: Decimal | int | None | Unset = UNSET,
        category_id: str | int | None | Unset = UNSET,
        image_address: str | None | Unset = UNSET,
        out_member_id: str | int | None | Unset = UNSET,
        limit: int | None = None,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Items[AlibabaProductListInfo]:
        """Iterate over the items of all pages of :meth:`search_by_image` with ``async for``.

        Args:
            image_base_64: Picture in base64, without a data prefix.
            page_size: Rows on a page.
            country: Language of the titles; the documentation says always en for now.
            region: Part of the picture to search for; four numbers joined by commas on 1688.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id; a number here, a string in the search by words.
            image_address: Address of the picture.
            out_member_id: The caller's own id of the end user.
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
            operations.ALIBABA_GOODS_SEARCH_BY_IMAGE,
            {
                "image_base_64": image_base_64,
                "page_size": page_size,
                "country": country,
                "region": region,
                "filter_": filter_,
                "sort": sort,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
                "image_address": image_address,
                "out_member_id": out_member_id,
            },
            options,
            limit=limit,
            prefetch=prefetch,
        )

    async def search_store(
        self,
        *,
        keyword: str | Unset = UNSET,
        begin_page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: ProductSort | Unset = UNSET,
        out_member_id: str | int | Unset = UNSET,
        price_start: Decimal | int | Unset = UNSET,
        price_end: Decimal | int | Unset = UNSET,
        category_id: str | int | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_open_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> SellerOfferPage | None:
        """Search the products of one 1688 shop.

        Returns a page of products of a shop. Page numbers begin at 1.

        Args:
            keyword: Words to search for.
            begin_page: Page number.
            page_size: Rows on a page.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            out_member_id: The caller's own id of the end user.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id.
            country: Language of the titles.
            seller_open_id: Encrypted seller id, which names the shop.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            A page of products.

        Note:
            ``POST /v2/alibaba/product/query/selleroffer``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.search.querySellerOfferList, which the
            platform forwards; not confirmed.
            Page "1688 multilingual store search": doc-env2.pandapon.com/api-289121020,
            doc-cnv2.pandapon.com/api-288828689, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_SEARCH_STORE,
            {
                "keyword": keyword,
                "begin_page": begin_page,
                "page_size": page_size,
                "filter_": filter_,
                "sort": sort,
                "out_member_id": out_member_id,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
                "country": country,
                "seller_open_id": seller_open_id,
            },
            options,
        )

    def iter_search_store(
        self,
        *,
        keyword: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: ProductSort | Unset = UNSET,
        out_member_id: str | int | Unset = UNSET,
        price_start: Decimal | int | Unset = UNSET,
        price_end: Decimal | int | Unset = UNSET,
        category_id: str | int | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_open_id: str | int | Unset = UNSET,
        limit: int | None = None,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Items[SellerOffer]:
        """Iterate over the items of all pages of :meth:`search_store` with ``async for``.

        Args:
            keyword: Words to search for.
            page_size: Rows on a page.
            filter_: Codes joined by commas. shipInToday and ksCiphertext are printed; 1688 also knows shipIn24Hours,
                shipIn48Hours, isOnePsale, certifiedFactory and more.
            sort: Order of rows, a JSON object serialised into a string on the wire.
            out_member_id: The caller's own id of the end user.
            price_start: Lowest wholesale price. Unit: yuan (inferred).
            price_end: Highest wholesale price. Unit: yuan (inferred).
            category_id: Category id.
            country: Language of the titles.
            seller_open_id: Encrypted seller id, which names the shop.
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
            operations.ALIBABA_GOODS_SEARCH_STORE,
            {
                "keyword": keyword,
                "page_size": page_size,
                "filter_": filter_,
                "sort": sort,
                "out_member_id": out_member_id,
                "price_start": price_start,
                "price_end": price_end,
                "category_id": category_id,
                "country": country,
                "seller_open_id": seller_open_id,
            },
            options,
            limit=limit,
            prefetch=prefetch,
        )

    async def list_related(
        self,
        *,
        offer_id: str | int | Unset = UNSET,
        page_no: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        language: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[RelatedProduct]:
        """List products related to a 1688 product.

        Returns products that 1688 shows beside the given one. Page numbers begin at 1.

        Args:
            offer_id: Opaque product id; v1 takes a number.
            page_no: Page number.
            page_size: Rows on a page; 1688 allows at most 10.
            language: Language code such as en or vi.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Related products.

        Note:
            ``POST /v2/alibaba/product/productRelatedRecommendQuery``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.related.recommend, which the platform
            forwards; not confirmed.
            Page "Related product recommendation": doc-env2.pandapon.com/api-289121023, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_LIST_RELATED,
            {"offer_id": offer_id, "page_no": page_no, "page_size": page_size, "language": language},
            options,
        )

    def iter_list_related(
        self,
        *,
        offer_id: str | int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        language: str | Unset = UNSET,
        limit: int | None = None,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Items[RelatedProduct]:
        """Iterate over the items of all pages of :meth:`list_related` with ``async for``.

        Args:
            offer_id: Opaque product id; v1 takes a number.
            page_size: Rows on a page; 1688 allows at most 10.
            language: Language code such as en or vi.
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
            operations.ALIBABA_GOODS_LIST_RELATED,
            {"offer_id": offer_id, "page_size": page_size, "language": language},
            options,
            limit=limit,
            prefetch=prefetch,
        )

    async def get(
        self,
        *,
        offer_id: str | int | Unset = UNSET,
        country: str | Unset = UNSET,
        out_member_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> ProductDetail | None:
        """Get a 1688 product.

        Returns a product with its SKUs. The goods ids of the request are doubtful: v2 uses mapped goods ids where v1
        uses the platforms' own.

        Args:
            offer_id: 1688 product id.
            country: Language of the translations. The page says always en for now; an integration sends vi.
            out_member_id: The caller's own id of its customer.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The product.

        Note:
            ``POST /v2/alibaba/product/detail/get``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /alibaba/product/detail/get (alibaba.goods.get of pandapon-v1) by the rule
            v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method; the
            request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The response is partly documented.
            The response has the shape of com.alibaba.fenxiao.crossborder:product.search.queryProductDetail, which the
            platform forwards; not confirmed.
            Page of the source operation: doc-vnm.pandapon.com/project-4008853/api-147289688, public integration, date
            unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_GET,
            {"offer_id": offer_id, "country": country, "out_member_id": out_member_id},
            options,
        )

    async def decrypt_open_uid(
        self,
        *,
        offer_id: str | int | Unset = UNSET,
        open_uid: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Turn an encrypted seller id into a chat address.

        What comes back is a chat address going by the title, a chat name going by v2.

        Args:
            offer_id: 1688 product id.
            open_uid: Encrypted seller id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/alibaba/product/openuid/decrypt``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /alibaba/product/openuid/decrypt (alibaba.goods.decrypt_open_uid of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            The request is partly documented.
            The response is not documented.
            Page of the source operation: public integration, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_GOODS_DECRYPT_OPEN_UID, {"offer_id": offer_id, "open_uid": open_uid}, options
        )
