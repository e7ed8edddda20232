"""The specifications, OpenAPI 3.1 as JSON."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["read_specification", "specification_names"]

_ENDING: Final = ".json"


def specification_names() -> list[str]:
    """Return the names of all specifications, sorted."""
    return sorted(file.name.removesuffix(_ENDING) for file in _folder().iterdir() if file.name.endswith(_ENDING))


def read_specification(name: str) -> dict[str, Any]:
    """Return a specification, a new object each time.

    Args:
        name: Such as ``pandapon-v1``.

    Raises:
        ValueError: There is none of that name.
    """
    if name not in specification_names():
        raise ValueError(f"no specification is named {name!r}")
    document: dict[str, Any] = json.loads(_folder().joinpath(name + _ENDING).read_text(encoding="utf-8"))
    return document


def _folder() -> Traversable:
    # Found from the package, not from this module, which has the name of the folder.
    return resources.files("pandapon_async.catalogue").joinpath("specifications")
