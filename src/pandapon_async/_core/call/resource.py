"""What generated resources are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from typing import Any

    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.call.options import CallOptions

__all__ = ["Caller", "Resource"]

ResultT = TypeVar("ResultT")


class Caller(Protocol):
    """Whatever carries out a call: a client."""

    def call(
        self, operation: Operation[ResultT], arguments: Mapping[str, object], options: CallOptions
    ) -> Coroutine[Any, Any, ResultT]:
        """Carry out an operation and return its decoded ``data``."""
        ...


class Resource:
    """A group of operations, bound to a client."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
