"""The model ProductPriceInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductPriceInfo"]


@model
class ProductPriceInfo(Model):
    """Prices of a 1688 product.

    Attributes:
        price: Wholesale price. Unit: yuan.
        jxhy_price: Price of one piece in the selected supply. Unit: yuan.
        pf_jxhy_price: Wholesale price in the selected supply. Unit: yuan.
        consign_price: Price of one piece for resellers. Unit: yuan.
        promotion_price: Price in the running promotion. Unit: yuan.
    """

    price: Decimal | None | Unset = wire_field("price", DECIMAL_TEXT, default=UNSET)
    jxhy_price: Decimal | None | Unset = wire_field("jxhyPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    pf_jxhy_price: Decimal | None | Unset = wire_field("pfJxhyPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    consign_price: Decimal | None | Unset = wire_field("consignPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    promotion_price: Decimal | None | Unset = wire_field("promotionPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
