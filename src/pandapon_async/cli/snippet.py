"""A program that makes one call, with values that can be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NULL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pandapon_async._core.call.operation import Operation
    from pandapon_async.cli.surfaces import Surface

__all__ = ["program"]

_WIDTH: Final = 100
_INDENT: Final = "    "
_MODULES_OF_VALUES: Final = {"decimal": "Decimal", "datetime": "datetime"}


def program(surface: Surface, operation: Operation[object], arguments: Mapping[str, object]) -> str:
    """Return a program that reads the account from the environment, makes the call and prints the result."""
    lines = ["import asyncio"]
    lines += ["import os"] * (surface.base_url is not None)
    lines += sorted(_value_imports(arguments))
    names = [surface.client_class] if surface.base_url is None else ["Credentials", surface.client_class]
    lines += ["", f"from pandapon_async import {', '.join(names)}"]
    models = sorted({type(value).__name__ for value in _models(arguments)})
    if models:
        lines.append(f"from {surface.package} import {', '.join(models)}")
    lines += ["", "", "async def main() -> None:"]
    lines += _client(surface)
    # Type checkers refuse to keep what is always None.
    returns = operation.result is not NULL
    call = f"{'result = ' if returns else ''}await client.{operation.name}("
    # An option of the call, so that a reader sees what is not certain.
    passed = {**arguments, "inferred": True} if operation.inference is not None else arguments
    if passed:
        lines.append(_INDENT * 2 + call)
        lines += [f"{_INDENT * 3}{name}={_source(value, 3, len(name) + 2)}," for name, value in passed.items()]
        lines.append(_INDENT * 2 + ")")
    else:
        lines.append(f"{_INDENT * 2}{call})")
    shown = "result" if returns else '"done"'
    lines += [f"{_INDENT}print({shown})", "", "", "asyncio.run(main())"]
    return "\n".join(lines) + "\n"


def _client(surface: Surface) -> Iterator[str]:
    if surface.base_url is None:
        yield f"{_INDENT}async with {surface.client_class}.from_env() as client:"
        return
    prefix = surface.environment
    yield f'{_INDENT}base_url = os.environ.get("{prefix}_BASE_URL", "{surface.base_url}")'
    yield f'{_INDENT}credentials = Credentials.from_env("{prefix}")'
    yield f"{_INDENT}async with {surface.client_class}(credentials, base_url=base_url) as client:"


def _models(value: object) -> Iterator[Model]:
    for each in _all(value):
        if isinstance(each, Model):
            yield each


def _value_imports(arguments: Mapping[str, object]) -> set[str]:
    modules = {type(each).__module__ for each in _all(arguments)}
    return {f"from {module} import {name}" for module, name in _MODULES_OF_VALUES.items() if module in modules}


def _all(value: object) -> Iterator[object]:
    """Yield a value and everything inside it."""
    yield value
    if isinstance(value, Model):
        for _, inner in _fields(value):
            yield from _all(inner)
    elif isinstance(value, dict):
        for inner in cast("dict[str, object]", value).values():
            yield from _all(inner)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from _all(inner)


def _fields(value: Model) -> Iterator[tuple[str, object]]:
    for attribute, _ in value.wire_fields():
        inner: object = getattr(value, attribute)
        if inner is not UNSET:
            yield attribute, inner
    if value.unknown_fields:
        yield "unknown_fields", value.unknown_fields


def _source(value: object, depth: int, taken: int = 0) -> str:
    """Return the source of a value, on one line where that fits."""
    flat = _flat(value)
    if len(flat) + taken + depth * len(_INDENT) <= _WIDTH:
        return flat
    inner = _INDENT * (depth + 1)
    end = "\n" + _INDENT * depth
    lines: Sequence[str]
    match value:
        case Model():
            lines = [f"{inner}{name}={_source(each, depth + 1, len(name) + 2)}," for name, each in _fields(value)]
            return f"{type(value).__name__}(\n" + "\n".join(lines) + f"{end})"
        case dict():
            entries = cast("dict[str, object]", value).items()
            lines = [f"{inner}{_text(key)}: {_source(each, depth + 1, len(key) + 5)}," for key, each in entries]
            return "{\n" + "\n".join(lines) + end + "}"
        case list():
            items = cast("list[object]", value)
            return "[\n" + "\n".join(f"{inner}{_source(each, depth + 1, 1)}," for each in items) + f"{end}]"
        case _:
            return flat


def _flat(value: object) -> str:
    match value:
        case Model():
            return f"{type(value).__name__}({', '.join(f'{name}={_flat(each)}' for name, each in _fields(value))})"
        case dict():
            entries = cast("dict[str, object]", value).items()
            return "{" + ", ".join(f"{_text(key)}: {_flat(each)}" for key, each in entries) + "}"
        case list():
            return "[" + ", ".join(_flat(each) for each in cast("list[object]", value)) + "]"
        case str():
            # Of an enum, the plain value: that is what the documentation shows.
            return _text(str(value))
        case _:
            text: Any = repr(value)
            return str(text).removeprefix("datetime.")


def _text(value: str) -> str:
    text = repr(value)
    return text if '"' in text else '"' + text[1:-1].replace("\\'", "'") + '"'
