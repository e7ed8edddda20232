"""Wire types of open enums: documented values are members, all others stay what they are."""

from __future__ import annotations

import enum
import importlib
from functools import cached_property
from typing import TYPE_CHECKING, Literal, cast

from pandapon_async._core.schema.text import plain_text
from pandapon_async._core.schema.wire_types import WireType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.schema.json import JsonValue

__all__ = ["OpenEnum"]


class OpenEnum(WireType):
    """A value of an open enum: a member of its class or a plain ``str`` or ``int``, a scalar on the wire.

    The class is named as ``package.module:Class`` and imported when first needed.
    """

    def __init__(self, path: str, wire: Literal["string", "integer"] = "string") -> None:
        self._path = path
        self._plain: type[str | int] = str if wire == "string" else int
        self.expected = f"{path.rpartition(':')[2]} or {self._plain.__name__}"

    @cached_property
    def _members(self) -> Mapping[object, object]:
        module, _, name = self._path.partition(":")
        members = cast("type[enum.Enum]", getattr(importlib.import_module(module), name))
        return {member.value: member for member in members}

    def decode(self, value: JsonValue) -> object:
        # The exact type, since 1, 1.0 and True are one key to Python.
        return self._members.get(value, value) if type(value) is self._plain else value

    def restore(self, value: object) -> JsonValue:
        return cast("JsonValue", value.value) if isinstance(value, enum.Enum) else super().restore(value)

    def matches(self, value: object) -> bool:
        return isinstance(value, self._plain) and not isinstance(value, bool)

    def encode(self, value: object, where: str) -> JsonValue:
        if isinstance(value, bool) or not isinstance(value, self._plain):
            raise self.refuse(value, where)
        return plain_text(value) if isinstance(value, str) else self._plain(value)
