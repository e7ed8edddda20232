"""What becomes of orders and refunds, for whoever wants to be told."""

from enum import StrEnum


class Change(StrEnum):
    """What happened to an order."""

    CREATED = "created"
    PAID = "paid"
    CANCELLED = "cancelled"
    PRICE_CHANGED = "price-changed"
    REFUND_CHANGED = "refund-changed"
