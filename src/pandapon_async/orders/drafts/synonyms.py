"""What shops call the fields of an order, in Chinese and English.

Names of amounts must say their unit: a budget in yuan that is taken for fen is wrong by a factor of a hundred.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ALIASES", "AMOUNTS", "FEN", "SYNONYMS", "YUAN"]

#: By the last part of a field's place. Names are compared without case, width, blanks and punctuation.
SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "key": (
        "订单号", "订单编号", "订单ID", "商家订单号", "商户订单号", "外部订单号", "店铺订单号", "原始单号", "平台单号",
        "order number", "order no", "order id", "order", "order reference", "reference", "merchant order number",
        "seller order number", "external order id", "shop order number", "order name",
    ),
    "item_id": (
        "商品ID", "商品编号", "宝贝ID", "宝贝编号", "商品数字ID", "货品ID",
        "item id", "item number", "item no", "product id", "taobao item id", "num iid",
    ),
    "offer_id": ("商品ID", "商品编号", "货品ID", "1688商品ID", "offer id", "product id", "item id"),
    "offer_map_id": ("商品ID", "商品编号", "货品ID", "offer id", "offer map id", "product id", "item id"),
    "sku_id": ("SKU", "SKU ID", "SKUID", "规格ID", "规格编号", "商品规格ID", "sku id", "variant id"),
    "spec_id": ("规格ID", "规格编号", "SKU ID", "spec id", "sku id", "variant id"),
    "seller_open_id": ("卖家ID", "商家ID", "seller id", "seller open id"),
    "quantity": (
        "数量", "购买数量", "商品数量", "订购数量", "件数", "宝贝数量",
        "quantity", "qty", "lineitem quantity", "quantity purchased", "item quantity", "units",
    ),
    "name": (
        "收件人", "收货人", "收件人姓名", "收货人姓名", "收货人名称", "姓名", "联系人",
        "recipient", "recipient name", "receiver", "receiver name", "ship to name", "shipping name", "full name",
        "consignee", "name",
    ),
    "mobile_phone": (
        "手机", "手机号", "手机号码", "联系手机", "收件人手机", "收货人手机", "收货人手机号", "收件人手机号",
        "联系方式",
        "mobile", "mobile phone", "mobile number", "cell phone", "receiver mobile", "recipient mobile",
    ),
    "phone": (
        "电话", "固定电话", "座机", "联系电话", "收货人电话", "收件人电话",
        "phone", "telephone", "landline", "phone number", "shipping phone", "recipient phone",
    ),
    "zip_": ("邮编", "邮政编码", "收货邮编", "zip", "zip code", "postcode", "postal code", "shipping zip"),
    "country": ("国家", "国家地区", "country", "shipping country", "ship country"),
    "state": ("省", "省份", "收货省", "收货人省份", "州", "state", "province", "shipping province", "ship state"),
    "city": ("市", "城市", "收货市", "收货人城市", "city", "shipping city", "ship city", "town"),
    "district": ("区", "区县", "县", "收货区", "收货人区县", "地区", "district", "county"),
    "town_text": ("镇", "街道", "乡镇", "镇街道", "town", "street area"),
    "address": (
        "地址", "详细地址", "收货地址", "收件地址", "收货人地址", "收件人地址", "街道地址",
        "address", "street", "street address", "address line", "shipping address", "shipping street", "ship address",
    ),
    "message": ("备注", "订单备注", "买家留言", "留言", "卖家备注", "message", "note", "notes", "remark", "remarks"),
    "flow": ("下单流程", "flow"),
}  # fmt: skip

#: Fields that mean the same under other names.
ALIASES: Final[dict[str, str]] = {
    "seller_order_number": "key",
    "full_name": "name",
    "mobile": "mobile_phone",
    "post_code": "zip_",
    "province_text": "state",
    "city_text": "city",
    "area_text": "district",
    "remark": "message",
}

#: Names of amounts without their unit.
AMOUNTS: Final[dict[str, tuple[str, ...]]] = {
    "purchase_amount": (
        "金额", "总金额", "订单金额", "采购金额", "总价", "实付金额", "预算",
        "amount", "total", "order total", "total amount", "purchase amount", "budget",
    ),
    "price": ("单价", "价格", "商品单价", "采购价", "price", "unit price", "item price", "lineitem price"),
}  # fmt: skip
YUAN: Final = ("元", "人民币", "cny", "rmb", "yuan", "in yuan", "in cny", "¥", "￥")
FEN: Final = ("分", "fen", "in fen")
