"""Handlers of the operations that keep state. Other operations return their documented example or a fitting value.

Many responses are undocumented. Each handler states what it assumes; an assumption promises nothing about the platform.
"""

from collections.abc import Callable, Mapping

from pandapon_async.sandbox.handlers import (
    addresses,
    alibaba_orders,
    alibaba_previews,
    alibaba_refunds,
    carts,
    freight,
    pages,
    taobao_orders,
    taobao_refunds,
)
from pandapon_async.sandbox.handlers.call import Call
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.specification.operations import Operation

__all__ = ["Call", "handle"]

Handler = Callable[[Call], object]

_V1 = "pandapon-v1"
_V2 = "pandapon-v2"
_KA = "xportcn-ka"

# By surface and operation id: one id may have different bodies on different surfaces.
_HANDLERS: Mapping[tuple[str, str], Handler] = {
    (_V1, "taobao.orders.create"): taobao_orders.create,
    (_V1, "taobao.orders.preview"): taobao_orders.preview,
    (_V1, "taobao.orders.update_warehouse"): taobao_orders.update_warehouse,
    (_V1, "taobao.orders.get_logistics"): taobao_orders.get_logistics,
    (_V2, "taobao.orders.get_logistics"): taobao_orders.get_logistics,
    (_V1, "taobao.cart.add"): carts.add_to_taobao,
    (_V2, "taobao.cart.add"): carts.add_to_taobao,
    (_V1, "taobao.cart.preview_order"): carts.preview_taobao_orders,
    (_V1, "taobao.cart.create_order"): carts.create_taobao_orders,
    (_V1, "taobao.after_sales.list"): taobao_refunds.list_refunds,
    (_V1, "taobao.after_sales.get"): taobao_refunds.get,
    (_V2, "taobao.after_sales.get"): taobao_refunds.get,
    (_V1, "taobao.after_sales.cancel"): taobao_refunds.cancel,
    (_V2, "taobao.after_sales.cancel"): taobao_refunds.cancel,
    (_V1, "taobao.after_sales.submit_message"): taobao_refunds.submit_message,
    (_V2, "taobao.after_sales.preview"): taobao_refunds.preview,
    (_V1, "alibaba.orders.preview"): alibaba_previews.preview,
    (_V2, "alibaba.orders.preview"): alibaba_previews.preview,
    (_KA, "alibaba.orders.preview"): alibaba_previews.preview_ka,
    (_V1, "alibaba.orders.preview_for_sellers"): alibaba_previews.preview,
    (_V1, "alibaba.orders.create"): alibaba_orders.create,
    (_V2, "alibaba.orders.create"): alibaba_orders.create,
    (_KA, "alibaba.orders.create"): alibaba_orders.create,
    (_V1, "alibaba.orders.create_for_sellers"): alibaba_orders.create_for_sellers,
    (_V2, "alibaba.orders.create_for_sellers"): alibaba_orders.create_for_sellers,
    (_V1, "alibaba.orders.pay"): alibaba_orders.pay,
    (_V2, "alibaba.orders.pay"): alibaba_orders.pay,
    (_V1, "alibaba.orders.pay_many"): alibaba_orders.pay_many,
    (_KA, "alibaba.orders.pay"): alibaba_orders.pay_ka,
    (_V1, "alibaba.orders.cancel"): alibaba_orders.cancel,
    (_V2, "alibaba.orders.cancel"): alibaba_orders.cancel,
    (_V1, "alibaba.orders.get"): alibaba_orders.get,
    (_V2, "alibaba.orders.list"): alibaba_orders.list_orders,
    (_V2, "alibaba.orders.get_logistics"): alibaba_orders.get_logistics,
    (_V1, "alibaba.orders.confirm_receipt"): alibaba_orders.confirm_receipt,
    (_V2, "alibaba.cart.list"): carts.list_alibaba,
    (_V1, "alibaba.cart.update_quantity"): carts.update_alibaba_quantity,
    (_V1, "alibaba.cart.preview_order"): carts.preview_alibaba_orders,
    (_V1, "alibaba.cart.create_order"): carts.create_alibaba_orders,
    (_V1, "alibaba.after_sales.create"): alibaba_refunds.create,
    (_V2, "alibaba.after_sales.create"): alibaba_refunds.create,
    (_V1, "alibaba.after_sales.get"): alibaba_refunds.get,
    (_V1, "alibaba.after_sales.submit_return"): alibaba_refunds.submit_return,
    (_V1, "addresses.save"): addresses.save,
    (_V2, "addresses.save"): addresses.save,
    (_V1, "logistics.preview_freight"): freight.preview,
    (_V2, "logistics.preview_freight"): freight.preview,
    (_V1, "logistics.book_freight"): freight.book,
    (_KA, "logistics.book_freight"): freight.book,
}


def handle(call: Call) -> bytes:
    """Carry out a call and return the ``data`` of its response as JSON.

    A read that equals the documented request gets the documented response. Paged lists are an exception: their examples
    contain fewer rows than they state.

    Raises:
        RefusedError: the call names a record that the sandbox does not have.
    """
    operation = call.operation
    if operation.paging is not None:
        return write_json(pages.page(call, operation.paging))
    if operation.effect == "read" and operation.request_example and call.arguments == operation.request_example:
        return call.documented_data
    handler = _handler_of(operation)
    if handler is None:
        return call.documented_data
    data = handler(call)
    return data if isinstance(data, bytes) else write_json(data)


def _handler_of(operation: Operation) -> Handler | None:
    handler = _HANDLERS.get(operation.key)
    if handler is None and operation.is_inferred:
        # Assumption: an inferred operation behaves like the operation of the same name that is documented elsewhere.
        same = (_HANDLERS.get((surface, operation.operation_id)) for surface in (_V1, _V2, _KA))
        return next((each for each in same if each is not None), None)
    return handler
