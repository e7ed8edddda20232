"""Changes of orders and refunds, as reported to observers."""

from enum import StrEnum


class Change(StrEnum):
    """What happened to an order."""

    CREATED = "created"
    PAID = "paid"
    CANCELLED = "cancelled"
    PRICE_CHANGED = "price-changed"
    REFUND_CHANGED = "refund-changed"
