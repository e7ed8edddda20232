"""The entries of the documentation's navigation."""

from __future__ import annotations

import functools
import json
from importlib import resources
from typing import Final, Literal, TypeAlias

import attrs

__all__ = ["Entry", "Status", "read_catalogue"]

Status: TypeAlias = Literal["documented", "partial", "name-only"]
"""How much is known.

``documented``: the request, and the answer at least in part; ``partial``: path or message type, but not request or
answer; ``name-only``: that it is listed.
"""

_FILE: Final = "catalogue.json"


@attrs.frozen(kw_only=True)
class Entry:
    """An operation or a message push that the documentation lists. ``None`` stands for what is not known.

    Attributes:
        surface: ``pandapon-v1``, ``pandapon-v2``, ``xportcn-ka`` or ``xportcn-openapi``.
        group: Group in the navigation, such as ``Taobao / Order``.
        title: Title as the English documentation prints it; unique within surface and group.
        title_zh: Title in the Chinese documentation.
        name: Python name below the client, such as ``taobao.orders.create``.
        method: HTTP method.
        path: Path below the base URL.
        signing: Signature scheme.
        envelope: Style of the answer.
        effect: What a call does.
        status: How much is known.
        push: Whether the platform sends it, as a message.
        message_type: Type of the message.
        note: What a reader would wonder about.
        specification: Name of the specification that has the operation.
    """

    surface: str
    group: str
    title: str
    title_zh: str | None
    name: str | None
    method: str | None
    path: str | None
    signing: Literal["header", "query"] | None
    envelope: Literal["code", "errorCode"] | None
    effect: Literal["read", "write", "pay"] | None
    status: Status
    push: bool
    message_type: str | None
    note: str | None
    specification: str | None


@functools.cache
def read_catalogue() -> tuple[Entry, ...]:
    """Return all entries, in the order of the documentation."""
    text = resources.files("pandapon_async.catalogue").joinpath(_FILE).read_text(encoding="utf-8")
    return tuple(Entry(**entry) for entry in json.loads(text))
