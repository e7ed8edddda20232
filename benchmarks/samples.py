"""What the local server answers and what is sent, after the documented examples."""

from __future__ import annotations

import json
from typing import Any, Final

__all__ = [
    "ANSWERS",
    "LOGISTICS",
    "LOGISTICS_ID",
    "ORDER",
    "RECEIVER",
    "WAREHOUSE",
    "WAREHOUSE_BODY",
    "order_lines",
    "page",
]

LOGISTICS: Final = "/open/order/logistics/detail/get"
LOGISTICS_ID: Final = "3682557363260579405"
ORDER: Final = "/open/order"
WAREHOUSE: Final = "/open/order/updateWarehouse"
WAREHOUSE_BODY: Final = {"orderId": "1024285237573584051", "warehouseName": "W 1", "warehouseAddress": "Guangxi"}
RECEIVER: Final[dict[str, Any]] = {
    "name": "Test Buyer",
    "mobile_phone": "13800000000",
    "city": "杭州市",
    "address": "1 Example Road",
}


def _trace(step: int) -> dict[str, Any]:
    return {
        "statusDesc": "运输中",
        "province": "浙江省",
        "city": "杭州市",
        "district": "西湖区",
        "action": "TRANSPORT",
        "time": f"2025-06-01 12:00:0{step}",
    }


def _sku(item: int, sku: int) -> dict[str, Any]:
    return {
        "picUrl": None,
        "quantity": 200,
        "price": 1000 + item,
        "skuId": str(3452545926724 + 10 * item + sku),
        "status": "active",
        "promotionPrice": f"{item}.{sku}5",
        "postFee": 0,
        "mpSkuld": None,
        "properties": [
            {"valueId": 28326 + sku, "valueName": "红色", "propId": 1627207, "propName": "颜色分类"},
            {"valueId": 3273546, "valueName": "52cm", "propId": 122216343, "propName": "参考身高"},
        ],
    }


def _item(number: int) -> dict[str, Any]:
    return {
        "quantity": 400,
        "categoryPath": "童装/婴儿装/亲子装->裙子(新)->连衣裙",
        "shopName": "Example shop",
        "description": f"Example text {number}",
        "productUnit": None,
        "picUrls": [f"https://img.alicdn.com/bao/uploaded/example-{number}-{picture}.jpg" for picture in range(4)],
        "title": f"Example item {number}",
        "mpId": str(2048057995392326 + number),
        "categoryName": "连衣裙",
        "itemId": 672991141190 + number,
        "userNick": "Example nick",
        "price": 1000 + number,
        "beginAmount": 0,
        "status": "active",
        "promotionPrice": 990 + number,
        "shopId": 268763467,
        "categoryId": "121452038",
        "itemType": "HAVE_MATERIAL",
        "skuList": [_sku(number, sku) for sku in range(4)],
    }


def page(items: int = 50) -> bytes:
    """Return a page of items, each with four SKUs; fifty are some 100 kB of JSON."""
    return json.dumps([_item(number) for number in range(items)], ensure_ascii=False, separators=(",", ":")).encode()


def order_lines(count: int = 20) -> list[dict[str, Any]]:
    """Return the lines of an order, by their Python names."""
    return [
        {
            "order_line_no": str(number),
            "item_id": str(600126245031041190 + number),
            "sku_id": str(5016042822039 + number),
            "quantity": 1 + number % 3,
            "price": 200 + number,
        }
        for number in range(count)
    ]


def _envelope(data: object) -> bytes:
    answer = {"requestId": "4cfda0b725184ab8", "code": 200, "developId": "1", "msg": "成功", "data": data}
    return json.dumps(answer, ensure_ascii=False).encode()


#: Bodies of the answers, by path.
ANSWERS: Final = {
    ORDER: _envelope({"purchaseOrderId": "1024285237573584051"}),
    LOGISTICS: _envelope(
        {
            "purchaseOrderOuterId": LOGISTICS_ID,
            "pnmLogisticsDetails": [
                {"mailNo": "78000000000000", "logisticsTraces": [_trace(step) for step in range(3)]},
            ],
        }
    ),
    WAREHOUSE: _envelope(True),  # noqa: FBT003 - what the documentation shows
}
