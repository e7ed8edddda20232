"""Fields that are decoded when they are first read, and never where nobody reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.json import JsonValue
    from pandapon_async._core.wire import WireType

__all__ = ["Deferring"]

_NONE: dict[str, WireType] = {}


class Deferring:
    """Base of what has such fields. A field that waits has no value in its slot; what it will be made of is aside."""

    __slots__ = ("_pending",)

    #: By attribute.
    __deferred__: ClassVar[dict[str, WireType]] = _NONE

    _pending: dict[str, JsonValue]

    @classmethod
    def defer(cls, fields: Mapping[str, WireType]) -> None:
        """Let fields wait from now on where a decoder chooses to.

        Classes in which none ever does are left alone: Python reads attributes more slowly with a ``__getattr__``.
        """
        cls.__deferred__ = {**cls.__deferred__, **fields}
        cls.__getattr__ = cls._decode_pending  # type: ignore[attr-defined]

    def _decode_pending(self, attribute: str) -> object:
        """Decode a field. Python calls this, as ``__getattr__``, for an attribute that has no value."""
        wire = self.__deferred__.get(attribute)
        if wire is None:
            return object.__getattribute__(self, attribute)
        try:
            source = self._pending[attribute]
        except (AttributeError, KeyError):
            # Deleted; or another thread was faster.
            return object.__getattribute__(self, attribute)
        value = None if source is None else wire.decode(source)
        setattr(self, attribute, value)
        # Last, so that another thread finds the one or the other.
        self._pending.pop(attribute, None)
        return value
