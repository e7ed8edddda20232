"""The entries of the documentation's navigation."""

from __future__ import annotations

import functools
import json
from importlib import resources
from typing import Any, Final, Literal, TypeAlias

import attrs

__all__ = ["Entry", "EntryInference", "Status", "read_catalogue"]

Status: TypeAlias = Literal["documented", "partial", "inferred", "candidate", "name-only"]
"""How much is known.

``documented``: the request, and the response at least in part. ``partial``: the path or message type, but not the
request or the response. ``inferred``: the path follows from a rule that all known pairs of operations obey.
``candidate``: it follows from a weaker rule, and there is no method for it. ``name-only``: the title.
"""

_FILE: Final = "catalogue.json"


@attrs.frozen(kw_only=True)
class EntryInference:
    """Why a path is believed to exist.

    Attributes:
        rule: Name of the rule.
        says: The rule.
        evidence: How well it fits the documented operations.
        source: The documented operation that the entry follows from; ``None`` if the rule names no operation.
        note: Remark on this entry.
    """

    rule: str
    says: str
    evidence: str
    source: str | None
    note: str | None


@attrs.frozen(kw_only=True)
class Entry:
    """An operation or a message push that the documentation lists. ``None`` means unknown.

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
        note: Remark.
        inference: Why the path is believed to exist, of an inferred or candidate entry.
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
    inference: EntryInference | None
    specification: str | None


@functools.cache
def read_catalogue() -> tuple[Entry, ...]:
    """Return all entries, in the order of the documentation."""
    text = resources.files("pandapon_async.catalogue").joinpath(_FILE).read_text(encoding="utf-8")
    return tuple(_entry(data) for data in json.loads(text))


def _entry(data: dict[str, Any]) -> Entry:
    inference = data.pop("inference")
    return Entry(**data, inference=EntryInference(**inference) if inference else None)
