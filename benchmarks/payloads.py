"""What the server answers and what is sent, after the documented examples."""

from __future__ import annotations

import json
from typing import Any, Final

__all__ = ["ANSWERS", "LOGISTICS_PATH", "ORDER_LINES", "ORDER_PATH", "PRODUCTS", "RECEIVER"]

LOGISTICS_PATH: Final = "/open/order/logistics/detail/get"
ORDER_PATH: Final = "/open/order"
RECEIVER: Final = {"name": "Test Buyer", "mobile_phone": "13800000000", "city": "杭州市", "address": "1 Example Road"}

_LOGISTICS: Final = {
    "purchaseOrderOuterId": "3682557363260579405",
    "pnmLogisticsDetails": [
        {
            "mailNo": "78000000000000",
            "companyName": "Example Express",
            "logisticsTraces": [
                {
                    "statusDesc": "运输中",
                    "province": "浙江省",
                    "city": "杭州市",
                    "district": "西湖区",
                    "action": "TRANSPORT",
                    "time": "2025-06-01 12:00:00",
                }
                for _ in range(3)
            ],
        }
    ],
}


def _product(number: int) -> dict[str, Any]:
    return {
        "quantity": 400,
        "categoryPath": "童装/婴儿装/亲子装->裙子(新)->连衣裙",
        "shopName": "Example shop",
        "description": "text " * 20,
        "productUnit": None,
        "picUrls": [f"https://img.alicdn.com/bao/uploaded/example{index}.jpg" for index in range(4)],
        "title": f"Example item {number}",
        "mpId": str(2048057995392326 + number),
        "categoryName": "连衣裙",
        "itemId": 672991141190 + number,
        "userNick": "Example nick",
        "price": 100 + number,
        "beginAmount": 0,
        "status": "active",
        "promotionPrice": 90 + number,
        "shopId": 268763467,
        "categoryId": "121452038",
        "itemType": "HAVE_MATERIAL",
        "skuList": [
            {
                "picUrl": None,
                "quantity": 200,
                "price": 100 + index,
                "skuId": str(3452545926724 + index),
                "status": "active",
                "promotionPrice": f"{index + 1}.50",
                "postFee": 0,
                "mpSkuld": None,
                "properties": [
                    {"valueId": 28326, "valueName": "红色", "propId": 1627207, "propName": "颜色分类"},
                    {"valueId": 3273546, "valueName": "52cm", "propId": 122216343, "propName": "参考身高"},
                ],
            }
            for index in range(4)
        ],
    }


#: A page of fifty products, some 100 kB as JSON.
PRODUCTS: Final = json.dumps([_product(number) for number in range(50)], ensure_ascii=False).encode()

ORDER_LINES: Final = [
    {
        "order_line_no": str(number),
        "item_id": str(600126245031041190 + number),
        "sku_id": str(5016042822039 + number),
        "quantity": 1 + number % 3,
        "price": 200 + number,
    }
    for number in range(20)
]


def _envelope(data: object) -> bytes:
    envelope = {"requestId": "b0e9", "code": 200, "developId": "1", "msg": "成功", "data": data}
    return json.dumps(envelope, ensure_ascii=False).encode()


#: What the server answers, by path.
ANSWERS: Final = {LOGISTICS_PATH: _envelope(_LOGISTICS), ORDER_PATH: _envelope({"purchaseOrderId": "1"})}
