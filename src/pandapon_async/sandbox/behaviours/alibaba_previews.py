"""What orders on 1688 would cost. Nothing is kept."""

from collections.abc import Sequence
from typing import Any

from pandapon_async.sandbox.behaviours.alibaba_lines import Line, by_seller, sent_lines, total
from pandapon_async.sandbox.behaviours.call import Call, text, yuan
from pandapon_async.sandbox.behaviours.prices import CARRIAGE, number_of


def preview(call: Call) -> dict[str, Any]:
    """Tell what the orders would cost, one for each seller, with made-up prices."""
    return preview_of(by_seller(sent_lines(call.fields.get("cargoParamList"))))


def preview_of(groups: Sequence[Sequence[Line]]) -> dict[str, Any]:
    """Return the answer of PandaPon's previews: sums in fen, lines in yuan."""
    return {
        "orderPreviewResuslt": [_order(lines) for lines in groups],
        "success": True,
        "errorCode": None,
        "errorMsg": None,
        "unsupportedCrossBorderPayOfferList": [],
    }


def preview_ka(call: Call) -> list[dict[str, Any]]:
    """Tell what the orders would cost, all in fen. The documented total is more than its parts; this one is their sum.

    KA names no sellers, so it is one order.
    """
    lines = sent_lines(call.fields.get("cargoParamList"))
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
