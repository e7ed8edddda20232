"""The model ProductDetail of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
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
    from pandapon_async.pandapon_v2.models.channel_price import ChannelPrice
    from pandapon_async.pandapon_v2.models.offer_identity import OfferIdentity
    from pandapon_async.pandapon_v2.models.product_attribute import ProductAttribute
    from pandapon_async.pandapon_v2.models.product_certificate import ProductCertificate
    from pandapon_async.pandapon_v2.models.product_image import ProductImage
    from pandapon_async.pandapon_v2.models.product_invoice_info import ProductInvoiceInfo
    from pandapon_async.pandapon_v2.models.product_sale_info import ProductSaleInfo
    from pandapon_async.pandapon_v2.models.product_shipping_info import ProductShippingInfo
    from pandapon_async.pandapon_v2.models.product_sku import ProductSku
    from pandapon_async.pandapon_v2.models.product_status import ProductStatus
    from pandapon_async.pandapon_v2.models.product_tag import ProductTag
    from pandapon_async.pandapon_v2.models.promotion_model import PromotionModel
    from pandapon_async.pandapon_v2.models.seller_data_info import SellerDataInfo
    from pandapon_async.pandapon_v2.models.seller_mix_setting import SellerMixSetting

__all__ = ["ProductDetail"]


@model
class ProductDetail(Model):
    """A 1688 product. The first six fields are documented, the others are those of 1688's own interface.

    Attributes:
        offer_id: 1688 product id.
        category_id: Category id.
        category_name: Name of the category; null in the sample.
        subject: Chinese title.
        subject_trans: Title in the language asked for.
        description: Description, HTML.
        main_video: Address of the main video.
        detail_video: Address of the video in the description.
        product_image: Pictures.
        product_attribute: Attributes of the product.
        product_sku_infos: SKUs; none where the product comes in one form only.
        product_sale_info: Stock and prices.
        product_shipping_info: Size, weight and dispatch.
        is_jxhy: Part of 1688's selected supply.
        seller_open_id: Encrypted seller id, which orders of several sellers want.
        min_order_quantity: Smallest quantity of an order.
        batch_number: Pieces of a lot, where it is sold in lots.
        status: State of the listing.
        tag_info_list: Services.
        trace_info: Text that 1688 recognises the call by.
        seller_mix_setting: When products of the seller can be mixed to reach a wholesale quantity.
        product_cargo_number: Item number given by the seller.
        seller_data_info: Scores of the seller.
        sold_out: Pieces sold, as text.
        channel_price: Prices of the caller's channel.
        promotion_model: Promotion.
        trade_score: Rating.
        top_category_id: Category, first level.
        second_category_id: Category, second level.
        third_category_id: Category, third level.
        selling_point: Selling points.
        offer_identities: Badges of the product.
        create_date: When it was listed.
        is_select: In the cross-border pool; text here.
        certificate_list: Certificates.
        promotion_url: Address of the product's page.
        description_trans: Description translated by machine.
        product_image_trans: Pictures with their texts translated by machine.
        company_name: Name of the shop.
        invoice_info: Invoices that the seller can write.
    """

    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    category_id: str | None | Unset = wire_field("categoryId", Id("integer"), default=UNSET)
    category_name: str | None | Unset = wire_field("categoryName", TEXT, default=UNSET, nullable=True)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    main_video: str | None | Unset = wire_field("mainVideo", TEXT, default=UNSET, nullable=True)
    detail_video: str | None | Unset = wire_field("detailVideo", TEXT, default=UNSET, nullable=True)
    product_image: ProductImage | None | Unset = wire_field(
        "productImage", Nested("pandapon_async.pandapon_v2.models.product_image:ProductImage"), default=UNSET
    )
    product_attribute: list[ProductAttribute] | None | Unset = wire_field(
        "productAttribute",
        ListOf(Nested("pandapon_async.pandapon_v2.models.product_attribute:ProductAttribute")),
        default=UNSET,
    )
    product_sku_infos: list[ProductSku] | None | Unset = wire_field(
        "productSkuInfos", ListOf(Nested("pandapon_async.pandapon_v2.models.product_sku:ProductSku")), default=UNSET
    )
    product_sale_info: ProductSaleInfo | None | Unset = wire_field(
        "productSaleInfo", Nested("pandapon_async.pandapon_v2.models.product_sale_info:ProductSaleInfo"), default=UNSET
    )
    product_shipping_info: ProductShippingInfo | None | Unset = wire_field(
        "productShippingInfo",
        Nested("pandapon_async.pandapon_v2.models.product_shipping_info:ProductShippingInfo"),
        default=UNSET,
    )
    is_jxhy: bool | None | Unset = wire_field("isJxhy", BOOLEAN, default=UNSET)
    seller_open_id: str | None | Unset = wire_field("sellerOpenId", Id(), default=UNSET)
    min_order_quantity: int | None | Unset = wire_field("minOrderQuantity", INTEGER, default=UNSET)
    batch_number: int | None | Unset = wire_field("batchNumber", INTEGER, default=UNSET, nullable=True)
    status: ProductStatus | str | None | Unset = wire_field(
        "status", OpenEnum("pandapon_async.pandapon_v2.models.product_status:ProductStatus"), default=UNSET
    )
    tag_info_list: list[ProductTag] | None | Unset = wire_field(
        "tagInfoList", ListOf(Nested("pandapon_async.pandapon_v2.models.product_tag:ProductTag")), default=UNSET
    )
    trace_info: str | None | Unset = wire_field("traceInfo", TEXT, default=UNSET)
    seller_mix_setting: SellerMixSetting | None | Unset = wire_field(
        "sellerMixSetting",
        Nested("pandapon_async.pandapon_v2.models.seller_mix_setting:SellerMixSetting"),
        default=UNSET,
        nullable=True,
    )
    product_cargo_number: str | None | Unset = wire_field("productCargoNumber", TEXT, default=UNSET, nullable=True)
    seller_data_info: SellerDataInfo | None | Unset = wire_field(
        "sellerDataInfo",
        Nested("pandapon_async.pandapon_v2.models.seller_data_info:SellerDataInfo"),
        default=UNSET,
        nullable=True,
    )
    sold_out: str | None | Unset = wire_field("soldOut", TEXT, default=UNSET)
    channel_price: ChannelPrice | None | Unset = wire_field(
        "channelPrice",
        Nested("pandapon_async.pandapon_v2.models.channel_price:ChannelPrice"),
        default=UNSET,
        nullable=True,
    )
    promotion_model: PromotionModel | None | Unset = wire_field(
        "promotionModel",
        Nested("pandapon_async.pandapon_v2.models.promotion_model:PromotionModel"),
        default=UNSET,
        nullable=True,
    )
    trade_score: str | None | Unset = wire_field("tradeScore", TEXT, default=UNSET)
    top_category_id: str | None | Unset = wire_field("topCategoryId", Id("integer"), default=UNSET)
    second_category_id: str | None | Unset = wire_field("secondCategoryId", Id("integer"), default=UNSET)
    third_category_id: str | None | Unset = wire_field("thirdCategoryId", Id("integer"), default=UNSET)
    selling_point: list[str] | None | Unset = wire_field("sellingPoint", ListOf(TEXT), default=UNSET, nullable=True)
    offer_identities: list[OfferIdentity | str] | None | Unset = wire_field(
        "offerIdentities",
        ListOf(OpenEnum("pandapon_async.pandapon_v2.models.offer_identity:OfferIdentity")),
        default=UNSET,
    )
    create_date: ChinaTime | None | Unset = wire_field("createDate", CHINA_TIME, default=UNSET)
    is_select: str | None | Unset = wire_field("isSelect", TEXT, default=UNSET)
    certificate_list: list[ProductCertificate] | None | Unset = wire_field(
        "certificateList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.product_certificate:ProductCertificate")),
        default=UNSET,
        nullable=True,
    )
    promotion_url: str | None | Unset = wire_field("promotionUrl", TEXT, default=UNSET, nullable=True)
    description_trans: str | None | Unset = wire_field("descriptionTrans", TEXT, default=UNSET, nullable=True)
    product_image_trans: ProductImage | None | Unset = wire_field(
        "productImageTrans",
        Nested("pandapon_async.pandapon_v2.models.product_image:ProductImage"),
        default=UNSET,
        nullable=True,
    )
    company_name: str | None | Unset = wire_field("companyName", TEXT, default=UNSET)
    invoice_info: ProductInvoiceInfo | None | Unset = wire_field(
        "invoiceInfo",
        Nested("pandapon_async.pandapon_v2.models.product_invoice_info:ProductInvoiceInfo"),
        default=UNSET,
        nullable=True,
    )
