"""Reading a ledger, in SQL. Each function runs within a transaction of its caller's, off the event loop.

Pages go by position, so a page costs the same wherever it is. A state is an equality in each query: asked for several
states at once, a database would sort all their drafts for each page.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import func, select

from pandapon_async._core.schema.json import load_json
from pandapon_async.orders.drafts.values import key_identity
from pandapon_async.orders.ledger.schema import BATCHES, DRAFTS, ORDER_IDS, PAYLOADS
from pandapon_async.orders.ledger.states import STATES, Counts, Entry, RejectedCode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

    from pandapon_async.orders.ledger.states import State

__all__ = ["contenders", "count_codes", "count_states", "find_entry", "known_order_ids", "page_of_entries"]

_c: Final = DRAFTS.c
_PAGE: Final = 500


def count_states(connection: Connection) -> Counts:
    """Count the drafts in each state; those of a batch that is still being added are not yet among them."""
    rows = connection.execute(select(_c.state, func.count()).group_by(_c.state)).all()
    counts: dict[str, int] = {state: int(count) for state, count in rows}
    unsealed = connection.scalar(select(func.sum(BATCHES.c.size)).where(BATCHES.c.unsealed.is_not(None))) or 0
    uncertain = connection.scalar(select(func.count(_c.position)).where(_c.uncertain.is_not(None))) or 0
    if unsealed:
        counts["pending"] -= int(unsealed)
    return Counts(**counts, uncertain=uncertain)


def count_codes(connection: Connection) -> list[RejectedCode]:
    """Count the rejected drafts of each code, the most frequent code first."""
    statement = (
        select(_c.code, _c.uncertain, func.count())
        .where(_c.state == "rejected", _c.code.is_not(None))
        .group_by(_c.code, _c.uncertain)
    )
    codes = [
        RejectedCode(code=code, certain=uncertain is None, count=count)
        for code, uncertain, count in connection.execute(statement)
    ]
    return sorted(codes, key=lambda each: (-each.count, each.code))


def _entries() -> Select[Any]:
    return (
        select(DRAFTS, PAYLOADS.c.payload)
        .join(PAYLOADS, PAYLOADS.c.position == _c.position)
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(BATCHES.c.unsealed.is_(None))
    )


def entries_after(state: State | None, *, after: int, limit: int) -> Select[Any]:
    """Return the query for a page of drafts of a state, or of all."""
    statement = _entries().where(_c.position > after)
    if state is not None:
        statement = statement.where(_c.state == state)
    return statement.order_by(_c.position).limit(limit)


def page_of_entries(connection: Connection, states: Collection[State], *, after: int, limit: int) -> list[Entry]:
    """Return drafts in the given states, by position, with their payloads."""
    chosen: Sequence[State | None] = (None,) if set(states) == set(STATES) else tuple(dict.fromkeys(states))
    pages = [connection.execute(entries_after(state, after=after, limit=limit)).all() for state in chosen]
    rows = list(heapq.merge(*pages, key=lambda row: row.position))[:limit]
    return _read(connection, rows)


def find_entry(connection: Connection, key: str) -> Entry | None:
    """Return the draft of a key, in whatever spelling."""
    found = _read(connection, connection.execute(_entries().where(_c.identity == key_identity(key))).all())
    return found[0] if found else None


def contenders(connection: Connection) -> Iterator[Entry]:
    """Yield the drafts that may have become an order whose id is not in the ledger.

    These are the drafts in flight, those in doubt, and those that were created and have no id.
    """
    statement = select(DRAFTS, PAYLOADS.c.payload).join(PAYLOADS, PAYLOADS.c.position == _c.position)
    kinds = (_c.state == "sending", _c.state == "unknown", _c.without_id.is_not(None), _c.uncertain.is_not(None))
    for kind in kinds:
        after = 0
        while True:
            page = statement.where(kind, _c.position > after).order_by(_c.position).limit(_PAGE)
            rows = connection.execute(page).all()
            yield from _read(connection, rows)
            if len(rows) < _PAGE:
                break
            after = rows[-1].position


def known_order_ids(connection: Connection, order_ids: Sequence[str]) -> set[str]:
    """Return the order ids, of those given, that drafts have already."""
    found: set[str] = set()
    for start in range(0, len(order_ids), _PAGE):
        some = order_ids[start : start + _PAGE]
        found.update(connection.scalars(select(ORDER_IDS.c.order_id).where(ORDER_IDS.c.order_id.in_(some))))
    return found


def _read(connection: Connection, rows: Sequence[Row[Any]]) -> list[Entry]:
    ids: dict[int, list[str]] = {}
    positions = [row.position for row in rows if row.state not in ("pending", "sending")]
    if positions:
        statement = select(ORDER_IDS.c.position, ORDER_IDS.c.order_id).where(ORDER_IDS.c.position.in_(positions))
        for position, order_id in connection.execute(statement.order_by(ORDER_IDS.c.position, ORDER_IDS.c.number)):
            ids.setdefault(position, []).append(order_id)
    return [_entry(row, tuple(ids.get(row.position, ()))) for row in rows]


def _entry(row: Row[Any], order_ids: tuple[str, ...]) -> Entry:
    return Entry(
        position=row.position,
        key=row.key,
        state=row.state,
        order_ids=order_ids,
        certain=row.uncertain is None,
        missing=() if row.missing is None else tuple(cast("list[str]", load_json(row.missing.encode()))),
        code=row.code,
        message=row.message,
        request_id=row.request_id,
        note=row.note,
        attempts=row.attempts,
        answer=None if row.answer is None else load_json(row.answer),
        changed_at=row.changed_at,
        sent_at=row.sent_at,
        quiet_from=row.quiet_from,
        payload=row.payload,
    )
