"""Decoding a page of products and encoding an order, by our models and by others, each in a process of its own.

``python -m benchmarks.codecs decode|encode PEER SECONDS [--stock FOLDER]`` prints microseconds of processor time for
one decode or encode: the median of many short runs.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from benchmarks.callers import STOCK
from benchmarks.samples import RECEIVER, order_lines, page

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DECODE", "ENCODE", "cost"]


def _ours_decode(body: bytes) -> Callable[[], object]:
    from pandapon_async._core.json import load_json  # noqa: PLC0415 - each process imports its own peer alone
    from pandapon_async._core.wire import ListOf, Nested  # noqa: PLC0415

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


def _ours_encode() -> Callable[[], object]:
    from pandapon_async._core.request import request_for  # noqa: PLC0415
    from pandapon_async.pandapon_v1 import OrderLine, Receiver  # noqa: PLC0415
    from pandapon_async.pandapon_v1.operations import TAOBAO_ORDERS_CREATE  # noqa: PLC0415

    arguments = {
        "purchase_amount": 400,
        "receiver": Receiver(**RECEIVER),
        "order_line_list": [OrderLine(**line) for line in order_lines()],
        "order_source": "lazada",
        "seller_order_number": "N-1",
    }
    return lambda: request_for(TAOBAO_ORDERS_CREATE, arguments).body


def _pydantic_encode() -> Callable[[], object]:
    from benchmarks.pydantic_models import Line, Order, Receiver  # noqa: PLC0415

    order = Order(
        purchase_amount=400,
        receiver=Receiver(**RECEIVER),
        order_line_list=[Line(**line) for line in order_lines()],
        order_source="lazada",
        seller_order_number="N-1",
    )
    return lambda: order.model_dump_json(by_alias=True, exclude_unset=True).encode()


def _pydantic_encode_wire() -> Callable[[], object]:
    from benchmarks.pydantic_models import Receiver, WireLine, WireOrder  # noqa: PLC0415
    from pydantic import TypeAdapter  # noqa: PLC0415

    receiver = Receiver(**RECEIVER)
    lines = [WireLine(**line) for line in order_lines()]
    adapter = TypeAdapter(list[WireLine])

    def encode() -> bytes:
        order = WireOrder(
            purchase_amount=400,
            receiver=receiver.model_dump_json(),
            order_line_list=adapter.dump_json(lines, by_alias=True).decode(),
            order_source="lazada",
            seller_order_number="N-1",
        )
        return order.model_dump_json(by_alias=True).encode()

    return encode


DECODE: Final[dict[str, Callable[[bytes], Callable[[], object]]]] = {
    "ours": _ours_decode,
    "pydantic v2": _pydantic_decode,
    "msgspec": _msgspec_decode,
    "stock openapi-python-client": _stock_decode,
}
ENCODE: Final[dict[str, Callable[[], Callable[[], object]]]] = {
    "ours": _ours_encode,
    "pydantic v2": _pydantic_encode,
    "pydantic v2, as the wire wants it": _pydantic_encode_wire,
}


def cost(work: Callable[[], object], seconds: float) -> float:
    """Return the microseconds of CPU that one run takes: the median of twenty samples."""
    once = time.process_time()
    for _ in range(3):
        work()
    number = max(1, int(seconds / 20 / max((time.process_time() - once) / 3, 1e-6)))
    samples: list[float] = []
    for _ in range(20):
        started = time.process_time()
        for _ in range(number):
            work()
        samples.append((time.process_time() - started) / number)
    return statistics.median(samples) * 1e6


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["decode", "encode"])
    parser.add_argument("peer")
    parser.add_argument("seconds", type=float)
    parser.add_argument("--stock", help="folder of the generated stock client")
    given = parser.parse_args()
    if given.stock:
        sys.path.insert(0, given.stock)
    run = DECODE[given.peer](page()) if given.what == "decode" else ENCODE[given.peer]()
    print(json.dumps(cost(run, given.seconds)))
