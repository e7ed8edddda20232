"""Which handlers run for which events."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, TypeAlias

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from pandapon_async._core.schema.events import Event

__all__ = ["Handlers"]

Handler: TypeAlias = "Callable[[Any], Awaitable[object]]"


class Handlers:
    """The registered handlers."""

    def __init__(self) -> None:
        self._registered: list[tuple[type[Event], Handler]] = []

    def __bool__(self) -> bool:
        return bool(self._registered)

    def add(self, kinds: tuple[type[Event], ...], handler: Handler) -> None:
        """Register a handler for events of these classes and their subclasses.

        Raises:
            ConfigurationError: It is not an ``async def``, or no class is given.
        """
        called = getattr(handler, "__call__", None)  # noqa: B004 - of an object that is called like a function
        if not (inspect.iscoroutinefunction(handler) or inspect.iscoroutinefunction(called)):
            raise ConfigurationError("a handler of messages must be an async def")
        if not kinds:
            raise ConfigurationError("on() needs the class of an event, such as OrderPaid; Event for all of them")
        self._registered += [(kind, handler) for kind in kinds]

    def of(self, event: Event) -> Iterator[Handler]:
        """Yield the handlers of an event, each once, in the order of their registration."""
        seen: list[Handler] = []
        for kind, handler in self._registered:
            if isinstance(event, kind) and handler not in seen:
                seen.append(handler)
                yield handler
