"""Price previews of orders on 1688. They store nothing."""

from collections.abc import Sequence
from typing import Any

from pandapon_async.sandbox.handlers.alibaba_lines import Line, group_by_seller, lines_in_request, total
from pandapon_async.sandbox.handlers.call import Call, text, yuan
from pandapon_async.sandbox.handlers.prices import CARRIAGE, number_of


def preview(call: Call) -> dict[str, Any]:
    """Return the price of the orders, one per seller. Prices are made up."""
    return preview_of(group_by_seller(lines_in_request(call.fields.get("cargoParamList"))))


def preview_of(groups: Sequence[Sequence[Line]]) -> dict[str, Any]:
    """Return the response of PandaPon's previews: sums in fen, lines in yuan."""
    return {
        "orderPreviewResuslt": [_order(lines) for lines in groups],
        "success": True,
        "errorCode": None,
        "errorMsg": None,
        "unsupportedCrossBorderPayOfferList": [],
    }


def preview_ka(call: Call) -> list[dict[str, Any]]:
    """Return the price of one order, in fen. KA names no sellers.

    Assumption: the total is the sum of its parts; in the documented example it is more.
    """
    lines = lines_in_request(call.fields.get("cargoParamList"))
    if not lines:
        return []
    goods = total(lines) - CARRIAGE
    return [
        {
            "sumCarriage": CARRIAGE,
            "sumPayment": total(lines),
            "sumTotalPayment": total(lines),
            "sumPaymentNoCarriage": goods,
            "orderItemTOList": [
                {
                    "amount": line.amount,
                    "message": None,
                    "finalUnitPrice": line.price,
                    "specId": line.spec,
                    "skuId": line.sku_number,
                    "offerId": number_of(line.offer),
                    "openOfferId": text(number_of(line.offer)),
                }
                for line in lines
            ],
        }
    ]


def _order(lines: Sequence[Line]) -> dict[str, Any]:
    return {
        "discountFee": 0,
        "tradeModeNameList": ["alipay"],
        "status": True,
        "taoSampleSinglePromotion": False,
        "sumPayment": total(lines),
        "message": None,
        "sumCarriage": CARRIAGE,
        "resultCode": None,
        "sumPaymentNoCarriage": total(lines) - CARRIAGE,
        "additionalFee": 0,
        "flowFlag": "general",
        "cargoList": [
            {
                "amount": yuan(line.amount),
                "message": None,
                "finalUnitPrice": yuan(line.price),
                "specId": line.spec,
                "skuId": line.sku_number,
                "resultCode": None,
                "offerId": number_of(line.offer),
                "cargoPromotionList": [],
            }
            for line in lines
        ],
        "shopPromotionList": [],
        "tradeModelList": [],
    }
