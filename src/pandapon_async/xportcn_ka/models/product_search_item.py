"""The model ProductSearchItem of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.product_invoice_info import ProductInvoiceInfo
    from pandapon_async.xportcn_ka.models.product_price_info import ProductPriceInfo
    from pandapon_async.xportcn_ka.models.product_promotion import ProductPromotion
    from pandapon_async.xportcn_ka.models.product_shipping_info import ProductShippingInfo
    from pandapon_async.xportcn_ka.models.product_trade_info import ProductTradeInfo
    from pandapon_async.xportcn_ka.models.seller_data_info import SellerDataInfo

__all__ = ["ProductSearchItem"]


@model
class ProductSearchItem(Model):
    """A 1688 product in a list.

    Attributes:
        image_url: Address of the main picture.
        aigc_image_url: Address of the picture with its text translated.
        subject: Title in Chinese.
        subject_trans: Title in the language asked for.
        offer_id: 1688 product id.
        is_jxhy: True for goods of the selected supply.
        price_info: Prices.
        repurchase_rate: Share of buyers who bought again, as text such as 10%.
        month_sold: Sold in 30 days; some resellers send a string.
        trace_info: Text for reporting back what became of the hit.
        is_one_psale: True where single pieces are sold to resellers.
        seller_identities: Badges of the seller: super_factory, powerful_merchants, tp_member.
        offer_identities: Badges of the product: yx, select.
        trade_score: Rating of the product.
        white_image: Address of a picture on white.
        promotion_model: Promotion.
        top_category_id: Category of the first level.
        second_category_id: Category of the second level.
        third_category_id: Category of the third level.
        is_patent_product: True for patented products.
        create_date: When the product was created.
        modify_date: When it was last changed.
        is_select: True for goods chosen for cross-border trade.
        min_order_quantity: Smallest quantity.
        seller_data_info: Scores of the seller.
        product_simple_shipping_info: Figures on shipping.
        token: Token for rebates.
        promotion_url: Page of the product. Wire name: ``promotionURL``.
        sales_7d: Sold in 7 days.
        product_trade_info: Figures on sales.
        invoice_info: What the seller can invoice.
    """

    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    aigc_image_url: str | None | Unset = wire_field("aigcImageUrl", TEXT, default=UNSET, nullable=True)
    subject: str | None | Unset = wire_field("subject", TEXT, default=UNSET)
    subject_trans: str | None | Unset = wire_field("subjectTrans", TEXT, default=UNSET)
    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    is_jxhy: bool | None | Unset = wire_field("isJxhy", BOOLEAN, default=UNSET)
    price_info: ProductPriceInfo | None | Unset = wire_field(
        "priceInfo", Nested("pandapon_async.xportcn_ka.models.product_price_info:ProductPriceInfo"), default=UNSET
    )
    repurchase_rate: str | None | Unset = wire_field("repurchaseRate", TEXT, default=UNSET)
    month_sold: int | None | Unset = wire_field("monthSold", INTEGER, default=UNSET)
    trace_info: str | None | Unset = wire_field("traceInfo", TEXT, default=UNSET)
    is_one_psale: bool | None | Unset = wire_field("isOnePsale", BOOLEAN, default=UNSET)
    seller_identities: list[str] | None | Unset = wire_field("sellerIdentities", ListOf(TEXT), default=UNSET)
    offer_identities: list[str] | None | Unset = wire_field("offerIdentities", ListOf(TEXT), default=UNSET)
    trade_score: str | None | Unset = wire_field("tradeScore", TEXT, default=UNSET)
    white_image: str | None | Unset = wire_field("whiteImage", TEXT, default=UNSET, nullable=True)
    promotion_model: ProductPromotion | None | Unset = wire_field(
        "promotionModel",
        Nested("pandapon_async.xportcn_ka.models.product_promotion:ProductPromotion"),
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
    seller_data_info: SellerDataInfo | None | Unset = wire_field(
        "sellerDataInfo",
        Nested("pandapon_async.xportcn_ka.models.seller_data_info:SellerDataInfo"),
        default=UNSET,
        nullable=True,
    )
    product_simple_shipping_info: ProductShippingInfo | None | Unset = wire_field(
        "productSimpleShippingInfo",
        Nested("pandapon_async.xportcn_ka.models.product_shipping_info:ProductShippingInfo"),
        default=UNSET,
        nullable=True,
    )
    token: str | None | Unset = wire_field("token", TEXT, default=UNSET, nullable=True)
    promotion_url: str | None | Unset = wire_field("promotionURL", TEXT, default=UNSET, nullable=True)
    sales_7d: str | None | Unset = wire_field("sales7d", TEXT, default=UNSET)
    product_trade_info: ProductTradeInfo | None | Unset = wire_field(
        "productTradeInfo",
        Nested("pandapon_async.xportcn_ka.models.product_trade_info:ProductTradeInfo"),
        default=UNSET,
        nullable=True,
    )
    invoice_info: ProductInvoiceInfo | None | Unset = wire_field(
        "invoiceInfo",
        Nested("pandapon_async.xportcn_ka.models.product_invoice_info:ProductInvoiceInfo"),
        default=UNSET,
        nullable=True,
    )
