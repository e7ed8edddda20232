"""What the tests of a made-up shop share: an order, and a number for it."""

import pytest

from pandapon_async.orders import TaobaoOrder
from pandapon_async.pandapon_v1 import OrderLine, Receiver
from pandapon_async.testing import example


@pytest.fixture
def order():
    """Return a function that makes an order with a given number."""

    def make(key: str) -> TaobaoOrder:
        return TaobaoOrder(
            seller_order_number=key,
            purchase_amount=400,
            receiver=example(Receiver, name="Test Buyer", zip_="310000"),
            order_line_list=[example(OrderLine, item_id="600126245031041190", quantity=2, price=200)],
        )

    return make
