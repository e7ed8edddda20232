"""The product and the order as pydantic v2 models, as a user would write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Json, PlainSerializer
from pydantic.alias_generators import to_camel

__all__ = ["Item", "Line", "Order", "Receiver", "TextLine", "TextOrder", "WireLine", "WireOrder"]


class _Camel(BaseModel):
    # Identifiers come now as number, now as text; these models make text of both, as ours do.
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, coerce_numbers_to_str=True)


class Property(_Camel):
    """A property of a SKU."""

    value_id: int | None = None
    value_name: str | None = None
    prop_id: int | None = None
    prop_name: str | None = None


class Sku(_Camel):
    """A SKU."""

    pic_url: str | None = None
    quantity: int | None = None
    price: int | None = None
    sku_id: str | None = None
    status: str | None = None
    promotion_price: Decimal | None = None
    post_fee: int | None = None
    mp_skuld: str | None = None
    mp_sku_id: str | None = None
    properties: list[Property] | None = None


class Item(_Camel):
    """A product."""

    begin_amount: int | None = None
    category_id: str | None = None
    category_name: str | None = None
    category_path: str | None = None
    description: str | None = None
    item_id: str | None = None
    item_type: str | None = None
    mp_id: str | None = None
    pic_urls: list[str] | None = None
    price: int | None = None
    product_unit: str | None = None
    promotion_price: int | None = None
    quantity: int | None = None
    shop_id: str | None = None
    shop_name: str | None = None
    status: str | None = None
    title: str | None = None
    user_nick: str | None = None
    item_url: str | None = None
    sku_list: list[Sku] | None = None


class Receiver(BaseModel):
    """Whom an order goes to."""

    zip: str | None = None
    country: str | None = None
    address: str | None = None
    city: str | None = None
    phone: str | None = None
    mobile_phone: str | None = None
    district: str | None = None
    name: str | None = None
    state: str | None = None


class Line(_Camel):
    """A line of an order."""

    item_id: str | None = None
    order_line_no: str | None = None
    quantity: int | None = None
    price: int | None = None
    currency: str | None = None
    sku_id: str | None = None


class Order(_Camel):
    """An order."""

    purchase_amount: int
    receiver: Receiver
    order_line_list: list[Line]
    order_source: str
    seller_order_number: str


def _written(number: int) -> str:
    return str(number)


#: A number to Python, text on the wire.
NumberText: TypeAlias = Annotated[int, PlainSerializer(_written)]


class WireLine(Line):
    """A line as it goes over the wire: numbers are written as text."""

    quantity: NumberText | None = None
    price: NumberText | None = None


class TextLine(Line):
    """The same of a user who keeps the numbers as text, too."""

    quantity: str | None = None  # type: ignore[assignment]
    price: str | None = None  # type: ignore[assignment]


class WireOrder(_Camel):
    """An order as it goes over the wire: receiver and lines are JSON inside strings."""

    purchase_amount: int
    receiver: Json[Receiver]
    order_line_list: Json[list[WireLine]]
    order_source: str
    seller_order_number: str


class TextOrder(WireOrder):
    """The same with lines of text."""

    order_line_list: Json[list[TextLine]]  # type: ignore[assignment]
