"""The model ImageSearchItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.offer_data_info import OfferDataInfo
    from pandapon_async.pandapon_v1.models.offer_identity import OfferIdentity
    from pandapon_async.pandapon_v1.models.product_invoice_info import ProductInvoiceInfo
    from pandapon_async.pandapon_v1.models.product_price_info import ProductPriceInfo
    from pandapon_async.pandapon_v1.models.product_simple_shipping_info import ProductSimpleShippingInfo
    from pandapon_async.pandapon_v1.models.product_trade_info import ProductTradeInfo
    from pandapon_async.pandapon_v1.models.promotion_model import PromotionModel
    from pandapon_async.pandapon_v1.models.search_seller_data_info import SearchSellerDataInfo
    from pandapon_async.pandapon_v1.models.seller_identity import SellerIdentity

__all__ = ["ImageSearchItem"]


@model
class ImageSearchItem(Model):
    """A 1688 product in a search by picture.

    Attributes:
        image_url: Main picture.
        subject: Chinese title.
        subject_trans: Title in the language asked for.
        offer_id: 1688 product id.
        is_jxhy: Part of 1688's selected supply.
        price_info: Prices.
        repurchase_rate: Share of buyers who come back, as text such as 10%.
        month_sold: Pieces sold in 30 days.
        trace_info: Text that 1688 recognises the search by.
        is_one_psale: A single piece can be bought for dropshipping.
        seller_identities: Badges of the seller.
        offer_identities: Badges of the product.
        trade_score: Rating.
        promotion_model: Promotion.
        top_category_id: Category, first level.
        second_category_id: Category, second level.
        third_category_id: Category, third level.
        is_patent_product: Under a patent.
        create_date: When it was listed.
        modify_date: When it was last changed.
        is_select: In the cross-border pool.
        min_order_quantity: Smallest quantity of an order.
        seller_data_info: Scores of the seller.
        product_simple_shipping_info: How fast and well it ships.
        token: Token for rebates.
        promotion_url: Address of the product's page. Wire name: ``promotionURL``.
        sales7d: Pieces sold in 7 days, as text.
        product_trade_info: Interest of buyers.
        invoice_info: Invoices that the seller can write.
        company_name: Name of the shop.
        company_address: Region of the shop.
        offer_data_info: Figures of the product.
    """

    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    is_jxhy: bool | None | Unset = wire_field("isJxhy", BOOLEAN, default=UNSET)
    price_info: ProductPriceInfo | None | Unset = wire_field(
        "priceInfo", Nested("pandapon_async.pandapon_v1.models.product_price_info:ProductPriceInfo"), default=UNSET
    )
    repurchase_rate: str | None | Unset = wire_field("repurchaseRate", TEXT, default=UNSET)
    month_sold: int | None | Unset = wire_field("monthSold", INTEGER, default=UNSET)
    trace_info: str | None | Unset = wire_field("traceInfo", TEXT, default=UNSET)
    is_one_psale: bool | None | Unset = wire_field("isOnePsale", BOOLEAN, default=UNSET)
    seller_identities: list[SellerIdentity | str] | None | Unset = wire_field(
        "sellerIdentities",
        ListOf(OpenEnum("pandapon_async.pandapon_v1.models.seller_identity:SellerIdentity")),
        default=UNSET,
    )
    offer_identities: list[OfferIdentity | str] | None | Unset = wire_field(
        "offerIdentities",
        ListOf(OpenEnum("pandapon_async.pandapon_v1.models.offer_identity:OfferIdentity")),
        default=UNSET,
    )
    trade_score: str | None | Unset = wire_field("tradeScore", TEXT, default=UNSET)
    promotion_model: PromotionModel | None | Unset = wire_field(
        "promotionModel",
        Nested("pandapon_async.pandapon_v1.models.promotion_model:PromotionModel"),
        default=UNSET,
        nullable=True,
    )
    top_category_id: str | None | Unset = wire_field("topCategoryId", Id("integer"), default=UNSET)
    second_category_id: str | None | Unset = wire_field("secondCategoryId", Id("integer"), default=UNSET)
    third_category_id: str | None | Unset = wire_field("thirdCategoryId", Id("integer"), default=UNSET)
    is_patent_product: bool | None | Unset = wire_field("isPatentProduct", BOOLEAN, default=UNSET)
    create_date: ChinaTime | None | Unset = wire_field("createDate", CHINA_TIME, default=UNSET)
    modify_date: ChinaTime | None | Unset = wire_field("modifyDate", CHINA_TIME, default=UNSET)
    is_select: bool | None | Unset = wire_field("isSelect", BOOLEAN, default=UNSET)
    min_order_quantity: int | None | Unset = wire_field("minOrderQuantity", INTEGER, default=UNSET)
    seller_data_info: SearchSellerDataInfo | None | Unset = wire_field(
        "sellerDataInfo",
        Nested("pandapon_async.pandapon_v1.models.search_seller_data_info:SearchSellerDataInfo"),
        default=UNSET,
        nullable=True,
    )
    product_simple_shipping_info: ProductSimpleShippingInfo | None | Unset = wire_field(
        "productSimpleShippingInfo",
        Nested("pandapon_async.pandapon_v1.models.product_simple_shipping_info:ProductSimpleShippingInfo"),
        default=UNSET,
        nullable=True,
    )
    token: str | None | Unset = wire_field("token", TEXT, default=UNSET, nullable=True)
    promotion_url: str | None | Unset = wire_field("promotionURL", TEXT, default=UNSET, nullable=True)
    sales7d: str | None | Unset = wire_field("sales7d", TEXT, default=UNSET)
    product_trade_info: ProductTradeInfo | None | Unset = wire_field(
        "productTradeInfo",
        Nested("pandapon_async.pandapon_v1.models.product_trade_info:ProductTradeInfo"),
        default=UNSET,
        nullable=True,
    )
    invoice_info: ProductInvoiceInfo | None | Unset = wire_field(
        "invoiceInfo",
        Nested("pandapon_async.pandapon_v1.models.product_invoice_info:ProductInvoiceInfo"),
        default=UNSET,
        nullable=True,
    )
    company_name: str | None | Unset = wire_field("companyName", TEXT, default=UNSET)
    company_address: str | None | Unset = wire_field("companyAddress", TEXT, default=UNSET)
    offer_data_info: OfferDataInfo | None | Unset = wire_field(
        "offerDataInfo",
        Nested("pandapon_async.pandapon_v1.models.offer_data_info:OfferDataInfo"),
        default=UNSET,
        nullable=True,
    )
