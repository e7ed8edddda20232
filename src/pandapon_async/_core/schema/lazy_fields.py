"""Fields that are decoded on first access."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["LazyFields"]

_NONE: dict[str, WireType] = {}


class LazyFields:
    """Base of classes with lazy fields. A pending field has an empty slot; its JSON is kept in ``_pending``."""

    __slots__ = ("_pending",)

    #: By attribute.
    __lazy_fields__: ClassVar[dict[str, WireType]] = _NONE

    _pending: dict[str, JsonValue]

    @classmethod
    def add_lazy_fields(cls, fields: Mapping[str, WireType]) -> None:
        """Let a decoder leave these fields pending from now on.

        Only classes with lazy fields get a ``__getattr__``: it slows down attribute access.
        """
        cls.__lazy_fields__ = {**cls.__lazy_fields__, **fields}
        cls.__getattr__ = cls._decode_pending  # type: ignore[attr-defined]

    def _decode_pending(self, attribute: str) -> object:
        """Decode a field. Python calls this, as ``__getattr__``, for an attribute whose slot is empty."""
        wire = self.__lazy_fields__.get(attribute)
        if wire is None:
            return object.__getattribute__(self, attribute)
        try:
            source = self._pending[attribute]
        except (AttributeError, KeyError):
            # The field was deleted, or another thread has decoded it meanwhile.
            return object.__getattribute__(self, attribute)
        value = None if source is None else wire.decode(source)
        setattr(self, attribute, value)
        # Removed last, so that another thread always finds the value or the source.
        self._pending.pop(attribute, None)
        return value
