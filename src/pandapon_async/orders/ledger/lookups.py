"""What a ledger tells about its drafts, in SQL. Each function runs within a transaction of its caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import func, or_, select

from pandapon_async._core.schema.json import load_json
from pandapon_async.orders.drafts.values import key_identity
from pandapon_async.orders.ledger.schema import BATCHES, DRAFTS, PAYLOADS
from pandapon_async.orders.ledger.states import Counts, Entry

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Row

    from pandapon_async.orders.ledger.states import State

__all__ = ["count_states", "find_entry", "known_order_ids", "page_of_contenders", "page_of_entries"]

_c: Final = DRAFTS.c


def count_states(connection: Connection) -> Counts:
    """Count the drafts in each state; those of a batch that is still being added are not yet among them."""
    statement = (
        select(_c.state, func.count())
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(BATCHES.c.sealed)
        .group_by(_c.state)
    )
    uncertain = connection.scalar(select(func.count()).where(_c.state == "rejected", _c.certain.is_(False)))
    return Counts(**dict((connection.execute(statement)).all()), uncertain=uncertain or 0)


def page_of_entries(connection: Connection, states: Collection[State], *, after: int, limit: int) -> list[Entry]:
    """Return drafts in the given states, by position, with their payloads."""
    statement = (
        select(DRAFTS, PAYLOADS.c.payload)
        .join(PAYLOADS, PAYLOADS.c.position == _c.position)
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(_c.state.in_(states), _c.position > after, BATCHES.c.sealed)
        .order_by(_c.position)
        .limit(limit)
    )
    return [_entry(row) for row in connection.execute(statement)]


def page_of_contenders(connection: Connection, *, after: int, limit: int) -> list[Entry]:
    """Return drafts that may have become an order nobody has the id of: in flight, in doubt, or created without id."""
    statement = (
        select(DRAFTS, PAYLOADS.c.payload)
        .join(PAYLOADS, PAYLOADS.c.position == _c.position)
        .where(_c.state.in_(("sending", "unknown", "created")), _c.position > after)
        .where(or_(_c.state != "created", _c.order_id.is_(None)))
        .order_by(_c.position)
        .limit(limit)
    )
    return [_entry(row) for row in connection.execute(statement)]


def known_order_ids(connection: Connection, order_ids: Collection[str]) -> set[str]:
    """Return those of some ids of the platform's that drafts have already."""
    statement = select(_c.order_id).where(
        # One draft of several sellers' goods has several.
        _c.state.in_(("created", "partial")),
        or_(_c.order_id.in_(order_ids), _c.order_id.contains(",")),
    )
    found: set[str] = set()
    for row in connection.execute(statement):
        found.update(row.order_id.split(","))
    return found.intersection(order_ids)


def find_entry(connection: Connection, key: str) -> Entry | None:
    """Return the draft of a key, in whatever spelling."""
    statement = (
        select(DRAFTS, PAYLOADS.c.payload)
        .join(PAYLOADS, PAYLOADS.c.position == _c.position)
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(_c.identity == key_identity(key), BATCHES.c.sealed)
    )
    row = (connection.execute(statement)).first()
    return None if row is None else _entry(row)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        position=row.position,
        key=row.key,
        state=row.state,
        order_ids=() if row.order_id is None else tuple(row.order_id.split(",")),
        certain=row.certain is not False,
        missing=() if row.missing is None else tuple(cast("list[str]", load_json(row.missing))),
        code=row.code,
        message=row.message,
        request_id=row.request_id,
        note=row.note,
        attempts=row.attempts,
        answer=None if row.answer is None else load_json(row.answer),
        changed_at=row.changed_at,
        sent_at=row.sent_at,
        payload=row.payload,
    )
