"""Decoding a page of products and encoding an order, by our models and by others, each in a process of its own.

``python -m benchmarks.codecs decode|read|encode PEER SECONDS [--stock FOLDER]`` prints microseconds of processor time
for one: the least of many short runs, as timeit recommends. To read is to decode and then to look at every field of
every model, since ours makes nested models when they are first read.
"""

from __future__ import annotations

import argparse
import importlib
import json
import operator
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from benchmarks.callers import STOCK
from benchmarks.samples import RECEIVER, order_lines, page

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DECODE", "ENCODE", "cost"]


def _ours_decode(body: bytes) -> Callable[[], object]:
    from pandapon_async._core.schema.json import load_json  # noqa: PLC0415 - each process imports its own peer alone
    from pandapon_async._core.schema.nested import Nested  # noqa: PLC0415
    from pandapon_async._core.schema.wire_types import ListOf  # noqa: PLC0415

    wire = ListOf(Nested("pandapon_async.pandapon_v1.models.taobao_item:TaobaoItem"))
    return lambda: wire.decode(load_json(body))


def _pydantic_decode(body: bytes) -> Callable[[], object]:
    from benchmarks.pydantic_models import Item  # noqa: PLC0415
    from pydantic import TypeAdapter  # noqa: PLC0415

    adapter = TypeAdapter(list[Item])
    return lambda: adapter.validate_json(body)


def _msgspec_decode(body: bytes) -> Callable[[], object]:
    import msgspec  # noqa: PLC0415
    from benchmarks.msgspec_models import Item  # noqa: PLC0415

    decoder = msgspec.json.Decoder(list[Item])
    return lambda: decoder.decode(body)


def _stock_decode(body: bytes) -> Callable[[], object]:
    item: Any = importlib.import_module(f"{STOCK}.models.taobao_item").TaobaoItem
    return lambda: [item.from_dict(each) for each in json.loads(body)]


_ORDER: Final[dict[str, Any]] = {"purchase_amount": 400, "order_source": "lazada", "seller_order_number": "N-1"}


def _ours_encode() -> Callable[[], object]:
    from pandapon_async._core.call.encoding import request_for  # noqa: PLC0415
    from pandapon_async.pandapon_v1 import OrderLine, Receiver  # noqa: PLC0415
    from pandapon_async.pandapon_v1.operations import TAOBAO_ORDERS_CREATE  # noqa: PLC0415

    lines = [OrderLine(**line) for line in order_lines()]
    arguments = {**_ORDER, "receiver": Receiver(**RECEIVER), "order_line_list": lines}
    return lambda: request_for(TAOBAO_ORDERS_CREATE, arguments).body


def _pydantic_encode() -> Callable[[], object]:
    from benchmarks.pydantic_models import Line, Order, Receiver  # noqa: PLC0415

    order = Order(**_ORDER, receiver=Receiver(**RECEIVER), order_line_list=[Line(**line) for line in order_lines()])
    return lambda: order.model_dump_json(by_alias=True, exclude_unset=True).encode()


def _pydantic_encode_wire(order_name: str, line_name: str) -> Callable[[], object]:
    from benchmarks import pydantic_models  # noqa: PLC0415

    lines = [getattr(pydantic_models, line_name)(**line).model_dump(exclude_unset=True) for line in order_lines()]
    order = getattr(pydantic_models, order_name)(
        **_ORDER, receiver=json.dumps(RECEIVER), order_line_list=json.dumps(lines)
    )
    return lambda: order.model_dump_json(by_alias=True, exclude_unset=True, round_trip=True).encode()


#: Every documented field of the page's models but the lists of models, which come last.
_ITEM: Final = operator.attrgetter(
    *("begin_amount", "category_id", "category_name", "category_path", "description", "item_id", "item_type", "mp_id"),
    *("pic_urls", "price", "product_unit", "promotion_price", "quantity", "shop_id", "shop_name", "status", "title"),
    *("user_nick", "item_url", "sku_list"),
)
_SKU: Final = operator.attrgetter(
    "pic_url", "quantity", "price", "sku_id", "status", "promotion_price", "post_fee", "mp_sku_id", "properties"
)
_PROPERTY: Final = operator.attrgetter("value_id", "value_name", "prop_id", "prop_name")


def read_all(items: Any) -> None:
    """Look at every field of every model on a page."""
    for item in items:
        for sku in _ITEM(item)[-1]:
            for each in _SKU(sku)[-1]:
                _PROPERTY(each)


DECODE: Final[dict[str, Callable[[bytes], Callable[[], object]]]] = {
    "ours": _ours_decode,
    "pydantic v2": _pydantic_decode,
    "msgspec": _msgspec_decode,
    "stock openapi-python-client": _stock_decode,
}
ENCODE: Final[dict[str, Callable[[], Callable[[], object]]]] = {
    "ours": _ours_encode,
    "pydantic v2, same bytes": lambda: _pydantic_encode_wire("WireOrder", "WireLine"),
    "pydantic v2, same bytes of texts": lambda: _pydantic_encode_wire("TextOrder", "TextLine"),
    "pydantic v2, plain JSON": _pydantic_encode,
}


def cost(work: Callable[[], object], seconds: float) -> float:
    """Return the microseconds of CPU that one run takes: the least of fifty samples.

    A neighbour on the same core doubles what work costs, for some tenths of a second or for many: a median says how
    often there was one.
    """
    for _ in range(3):
        work()
    once = time.process_time()
    for _ in range(3):
        work()
    number = max(1, int(seconds / 50 / max((time.process_time() - once) / 3, 1e-6)))
    samples: list[float] = []
    for _ in range(50):
        started = time.process_time()
        for _ in range(number):
            work()
        samples.append((time.process_time() - started) / number)
    return min(samples) * 1e6


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["decode", "read", "encode"])
    parser.add_argument("peer")
    parser.add_argument("seconds", type=float)
    parser.add_argument("--stock", help="folder of the generated stock client")
    given = parser.parse_args()
    if given.stock:
        sys.path.insert(0, given.stock)
    run = ENCODE[given.peer]() if given.what == "encode" else DECODE[given.peer](page())
    print(json.dumps(cost((lambda: read_all(run())) if given.what == "read" else run, given.seconds)))
