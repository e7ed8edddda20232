"""Pushes for tests, as the platform would send them."""

from __future__ import annotations

import json
import time

from fakes import CREDENTIALS

from pandapon_async.messages import sign

SECRET = CREDENTIALS.access_secret
ACCESS_KEY = CREDENTIALS.access_key
PAID = "ORDER_PAY_SUCCESS"
PRICE = "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"


def now_ms() -> int:
    return int(time.time() * 1000)


def push(
    order_id: str = "3305075341149134260",
    message_type: str = PAID,
    *,
    timestamp: object = None,
    platform: object = 1,
    **body: object,
) -> bytes:
    """The raw body of a push, with the order as JSON in a string."""
    content = {"orderId": order_id, "orderNo": "PO202605200001", "payTime": "2026-05-20 15:41:00", **body}
    envelope = {
        "messageType": message_type,
        "messageBody": json.dumps(content),
        "messagePlatform": platform,
        "timestamp": str(now_ms()) if timestamp is None else timestamp,
    }
    return json.dumps(envelope).encode()


def signed(body: bytes) -> dict[str, str]:
    """The headers of a genuine push."""
    return {"Content-Type": "application/json", "Authorization": sign(body, SECRET, access_key=ACCESS_KEY)}
