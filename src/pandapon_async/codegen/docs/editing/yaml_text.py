"""Edits a YAML text and leaves every other byte unchanged.

A round trip through a YAML library would refold lines and move comments. ruamel.yaml therefore only reports where each
node begins and ends; the edits are made in the text.
"""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from ruamel.yaml import YAML

from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Place", "YamlText", "block", "scalar"]

#: Keys and list indices from the root of a document.
Place: TypeAlias = tuple[str | int, ...]

#: The specifications use double quotes. Text with a quote or a backslash keeps its single quotes.
_QUOTED: Final = re.compile(r"(?<=[\s\[])'([^'\"\\\n]*)'(?=[\n,:\]])")


class YamlText:
    """A YAML text and its pending edits."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._root: Any = cast("Any", YAML(pure=True)).compose(text)
        self._edits: list[tuple[int, int, int, str]] = []

    def find(self, *path: str | int) -> tuple[Any, Any] | None:
        """Return the key node and the value node at a path; None if the path does not exist."""
        key, node = None, self._root
        for step in path:
            if isinstance(step, int):
                children = cast("list[Any]", node.value) if node.id == "sequence" else []
                if step >= len(children):
                    return None
                key, node = None, children[step]
                continue
            pairs = cast("list[tuple[Any, Any]]", node.value) if node.id == "mapping" else []
            found = next((pair for pair in pairs if pair[0].value == step), None)
            if found is None:
                return None
            key, node = found
        return key, node

    def require(self, *path: str | int) -> tuple[Any, Any]:
        """Return the nodes at a path.

        Raises:
            CodegenError: The path does not exist.
        """
        found = self.find(*path)
        if found is None:
            raise CodegenError(f"cannot edit {'/'.join(map(str, path))}: it does not exist")
        return found

    def replace(self, path: Place, text: str) -> None:
        """Replace a value on one line, or a block by a block with the same indentation."""
        _, node = self.require(*path)
        self._edit(node.start_mark.index, self._end(node), text)

    def rename(self, path: Place, name: str) -> None:
        """Replace a key."""
        key, _ = self.require(*path)
        self._edit(key.start_mark.index, key.end_mark.index, scalar(name))

    def remove(self, path: Place) -> None:
        """Remove a key of a block mapping with its value."""
        key, node = self.require(*path)
        start = self.text.rindex("\n", 0, key.start_mark.index) + 1
        self._edit(start, self._line_end(node) + 1, "")

    def remove_entry(self, path: Place) -> None:
        """Remove an item of a block list, including its dash."""
        _, node = self.require(*path)
        start = self.text.rindex("\n", 0, self.text.rindex("-", 0, node.start_mark.index)) + 1
        self._edit(start, self._line_end(node) + 1, "")

    def insert(self, path: Place, key: str, value: JsonValue, *, gap: bool = False) -> None:
        """Add a key at the end of a block or flow mapping; ``gap`` adds an empty line before it."""
        outer, node = self.require(*path)
        if node.flow_style and not node.value and outer is not None:
            lines = block({key: value}, outer.start_mark.column + 2)
            self._edit(node.start_mark.index, node.end_mark.index, "\n" + lines.rstrip("\n"))
            return
        if node.flow_style:
            body = f"{scalar(key)}: {scalar(value)}"
            self._edit(node.end_mark.index - 1, node.end_mark.index - 1, f", {body}" if node.value else body)
            return
        if not node.value:
            raise CodegenError(f"cannot add {key} to {'/'.join(map(str, path))}: it is empty")
        self.insert_after((*path, node.value[-1][0].value), key, value, gap=gap)

    def insert_after(self, path: Place, key: str, value: JsonValue, *, gap: bool = False) -> None:
        """Add a key to a block mapping, after another key."""
        before, node = self.require(*path)
        end = self._line_end(node)
        lines = block({key: value}, before.start_mark.column)
        self._edit(end, end, "\n" + ("\n" if gap else "") + lines.rstrip("\n"))

    def insert_before(self, path: Place, key: str, value: JsonValue) -> None:
        """Add a key to a block mapping, before another key."""
        after, _ = self.require(*path)
        start = self.text.rindex("\n", 0, after.start_mark.index) + 1
        self._edit(start, start, block({key: value}, after.start_mark.column))

    def append(self, path: Place, value: JsonValue) -> None:
        """Add an item at the end of a list."""
        _, node = self.require(*path)
        if node.flow_style:
            text = scalar(value)
            self._edit(node.end_mark.index - 1, node.end_mark.index - 1, f", {text}" if node.value else text)
            return
        end = self._line_end(node)
        lines = block([value], node.start_mark.column - 2)
        self._edit(end, end, "\n" + lines.rstrip("\n"))

    def result(self) -> str:
        """Return the text with all edits."""
        text = self.text
        for start, end, _, new in sorted(self._edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _edit(self, start: int, end: int, text: str) -> None:
        # Insertions at the same place keep their order.
        self._edits.append((start, end, len(self._edits), text))

    def _end(self, node: Any) -> int:
        """Return the end of a node without the comments and empty lines that follow it."""
        if node.id != "scalar" and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if node.id == "mapping" else last)
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(self.text[start:end].rstrip()))

    def _line_end(self, node: Any) -> int:
        end = self.text.find("\n", self._end(node))
        return end if end >= 0 else len(self.text)


def block(value: JsonValue, indent: int) -> str:
    """Return a value as an indented YAML block."""
    writer = YAML(pure=True)
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = 4096
    writer.allow_unicode = True
    stream = io.StringIO()
    cast("Any", writer).dump(value, stream)
    lines = _QUOTED.sub(r'"\1"', stream.getvalue()).splitlines(keepends=True)
    return "".join(" " * indent + line if line.strip() else line for line in lines)


def scalar(value: JsonValue) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        # Every JSON object is a YAML mapping on one line.
        return json.dumps(value, ensure_ascii=False)
    writer = YAML(pure=True)
    writer.default_flow_style = True
    writer.width = 4096
    stream = io.StringIO()
    cast("Any", writer).dump([value], stream)
    return _QUOTED.sub(r'"\1"', stream.getvalue()).strip()[1:-1]
