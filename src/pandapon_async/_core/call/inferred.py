"""Permission to call operations whose path is inferred: no known page prints it.

A client refuses them unless its setting ``inferred`` allows it: ``True`` for all, or the path of a ``confirmed.toml``
for those that ``pandapon probe`` confirmed.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from pandapon_async._core.call.errors import APIError, CallError
from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from pandapon_async._core.call.operation import Operation

__all__ = ["InferredPathError", "InferredPaths", "explain_missing_path", "require_allowed"]

ResultT = TypeVar("ResultT")
_MISSING: Final = (404, 405)


class InferredPathError(ConfigurationError):
    """The path of an operation is inferred, and the client does not allow that; nothing was sent.

    Attributes:
        operation: Python name of the operation.
    """

    def __init__(self, message: str, operation: str) -> None:
        super().__init__(message, operation)
        self.operation = operation

    def __str__(self) -> str:
        return str(self.args[0])


@attrs.frozen
class InferredPaths:
    """The inferred paths that a client may call.

    Attributes:
        everything: Whether it may call every one.
        confirmed: Method and path of those that exist, as a file says.
    """

    everything: bool = False
    confirmed: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, setting: InferredPaths | bool | str | os.PathLike[str]) -> InferredPaths:  # noqa: FBT001 - a setting
        """Build from the setting ``inferred``.

        Raises:
            ConfigurationError: The file is missing, or does not have the form of ``confirmed.toml``.
        """
        if isinstance(setting, InferredPaths):
            return setting
        if isinstance(setting, bool):
            return cls(everything=setting)
        if isinstance(setting, str | os.PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]
            return cls(confirmed=_read_confirmed(Path(setting)))
        raise ConfigurationError("inferred must be True, False or the path of a confirmed.toml")

    def allow(self, operation: Operation[object]) -> bool:
        """Return True if the operation may be called."""
        return operation.inference is None or self.everything or (operation.method, operation.path) in self.confirmed


def require_allowed(operation: Operation[object], paths: InferredPaths) -> None:
    """Refuse an inferred operation that is not allowed.

    Raises:
        InferredPathError: It is inferred and not allowed.
    """
    inference = operation.inference
    if inference is None or paths.allow(operation):
        return
    raise InferredPathError(
        f"{operation.name}: the path {operation.method} {operation.path} is inferred from {inference.source} by the "
        f"rule {inference.rule} ({inference.evidence}). To call it, create the client with inferred=True, or with "
        'inferred="confirmed.toml" after `pandapon probe`, or pass inferred=True to the call',
        operation.name,
    )


async def explain_missing_path(running: Coroutine[Any, Any, ResultT]) -> ResultT:
    """Await a call of an inferred operation; an error with status 404 or 405 then says that the path does not exist."""
    try:
        return await running
    except CallError as error:
        if error.http_status in _MISSING:
            _prefix(error, "the inferred path does not exist")
        elif isinstance(error, APIError) and error.code in _MISSING:
            # With HTTP 200, the same code may also mean a missing order or product.
            _prefix(error, "the inferred path may not exist")
        raise


def _prefix(error: CallError, text: str) -> None:
    if isinstance(error, APIError):
        error.message = f"{text}; the server says: {error.message or 'nothing'}"
    error.args = (f"{text}: {error.args[0]}", *error.args[1:])


def _read_confirmed(path: Path) -> frozenset[tuple[str, str]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"inferred: cannot read {path}: {error.strerror}") from None
    except ValueError as error:
        raise ConfigurationError(f"inferred: {path} is not TOML: {error}") from None
    entries = document.get("confirmed", [])
    found: set[tuple[str, str]] = set()
    for entry in cast("list[object]", entries if isinstance(entries, list) else [None]):
        data = cast("dict[str, object]", entry if isinstance(entry, dict) else {})
        method, route = data.get("method"), data.get("path")
        if not isinstance(method, str) or not isinstance(route, str):
            raise ConfigurationError(f"inferred: in {path}, each [[confirmed]] needs the strings method and path")
        found.add((method, route))
    return frozenset(found)
