"""What a store is called in messages, and which errors it raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.errors import PandaPonError

__all__ = ["StoreKind"]


@attrs.frozen
class StoreKind:
    """A kind of store: the orders' ledger, the messages' inbox.

    Attributes:
        noun: What it is called.
        article: The word before that.
        work: What its processes work on, for messages.
        schema: Its schema in PostgreSQL, where its URL names none.
        error: What is raised where it cannot be used; the others are kinds of that.
        locked: Another program holds it.
        full: There is no room for it.
        read_only: It may not be written.
        lost: A process was taken for dead.
    """

    noun: str
    article: str
    work: str
    schema: str
    error: type[PandaPonError]
    locked: type[PandaPonError]
    full: type[PandaPonError]
    read_only: type[PandaPonError]
    lost: type[PandaPonError]
