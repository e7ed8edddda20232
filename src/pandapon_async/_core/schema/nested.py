"""The wire type of a JSON object with documented fields."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING, cast

from pandapon_async._core.schema.wire_types import WireType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.models import Model

__all__ = ["Nested"]


class Nested(WireType):
    """A JSON object with documented fields.

    The model is named as ``package.module:Class`` and imported when first needed, so that a client pays only for the
    operations it uses.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.expected = path.rpartition(":")[2]

    @cached_property
    def model(self) -> type[Model]:
        """The model class."""
        module, _, name = self._path.partition(":")
        return cast("type[Model]", getattr(importlib.import_module(module), name))

    def makes_models(self) -> bool:
        return True

    def is_lazy(self) -> bool:
        # Deferring a flat model costs as much as decoding it.
        return any(wire.type.makes_models() for _, wire in self.model.wire_fields())

    def decode(self, value: JsonValue) -> object:
        return self.model.from_dict(value) if type(value) is dict else value

    def direct_decoder(self, example: JsonValue) -> tuple[type, Callable[[Any], object]] | None:
        # The model is imported when its first value arrives.
        return (dict, self.model.from_dict) if type(example) is dict else None

    def decode_items(self, items: list[JsonValue]) -> list[Any]:
        return self.model.from_list(items)

    def encode_items(self, items: Sequence[object]) -> list[Any] | None:
        return self.model.encode_plain(items)

    def restore(self, value: object) -> JsonValue:
        return value.to_dict() if isinstance(value, self.model) else super().restore(value)

    def matches(self, value: object) -> bool:
        return isinstance(value, self.model)

    def encode(self, value: object, where: str) -> JsonValue:
        if not isinstance(value, self.model):
            raise self.refuse(value, where)
        return value.encode(where)
