"""Harmless reads: calls that change nothing, to see whether an account works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pandapon_async.catalogue import read_specification
from pandapon_async.cli.examples import documented_values

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.operation import Operation, Signing
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.cli.surfaces import Surface

__all__ = ["Probe", "choose_probe"]

#: Reads that are known to be cheap, the best first.
_PREFERRED: Final = ("alibaba.orders.get_logistics", "taobao.goods.get", "taobao.orders.get_logistics")


@dataclass(frozen=True, slots=True)
class Probe:
    """A read, as a call by path: nothing of its answer is decoded.

    Attributes:
        method: HTTP method.
        path: Path.
        query: Query parameters.
        body: JSON body, None for none.
        signing: Signature scheme.
    """

    method: str
    path: str
    query: Mapping[str, str]
    body: JsonValue
    signing: Signing

    @property
    def name(self) -> str:
        """What a person is told of it."""
        return f"{self.method} {self.path}"

    def call(self, client: Client) -> Coroutine[Any, Any, JsonValue]:
        """Make the call."""
        return client.request(
            self.method, self.path, query=self.query, json=self.body, signing=self.signing, effect="read"
        )


#: By path, for surfaces whose table has no read of which an example is known.
_BY_PATH: Final = {
    "pandapon-v1": Probe("GET", "/open/product/get", {"itemId": "672991141190"}, None, "header"),
    "pandapon-v2": Probe("GET", "/v2/alibaba/order/logistics", {"orderId": "2542285634920880794"}, None, "header"),
    "xportcn-ka": Probe("POST", "/alibaba/ka/product/keywords/query", {}, {"beginPage": 1, "pageSize": 1}, "header"),
    "xportcn-openapi": Probe("GET", "/open/product/get", {"itemId": "672991141190"}, None, "header"),
}


def choose_probe(surface: Surface) -> Probe:
    """Return the most harmless read of a surface, with the documented values."""
    document = read_specification(surface.specification)
    reads = [each for each in surface.operations if each.effect == "read" and "{" not in each.path]
    reads.sort(key=lambda each: _PREFERRED.index(each.name) if each.name in _PREFERRED else len(_PREFERRED))
    for operation in reads:
        probe = _probe(document, operation)
        if probe is not None:
            return probe
    return _BY_PATH[surface.name]


def _probe(document: dict[str, Any], operation: Operation[object]) -> Probe | None:
    source = document["paths"][operation.path][operation.method.lower()]
    values = documented_values(document, source)
    if any((each.location, each.name) not in values for each in operation.parameters if each.required):
        return None
    body = {name: value for (location, name), value in values.items() if location == "body"}
    has_body = any(each.location == "body" for each in operation.parameters)
    return Probe(
        method=operation.method,
        path=operation.path,
        query={name: str(value) for (location, name), value in values.items() if location == "query"},
        body=body if has_body else None,
        signing=operation.signing,
    )
