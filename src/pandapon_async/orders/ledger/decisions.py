"""Deciding doubts and removing personal data, in SQL, within a transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, delete, or_, select, update

from pandapon_async._core.schema.json import dump_json
from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.ledger.claims import store_ids
from pandapon_async.orders.ledger.schema import DRAFTS, ORDER_IDS, PAYLOADS
from pandapon_async.orders.ledger.states import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement, Connection

    from pandapon_async.orders.ledger.states import Entry, State

__all__ = ["decide_code_not_created", "decide_created", "decide_not_created", "purge_personal_data"]

_c: Final = DRAFTS.c
_IN_DOUBT: Final[ColumnElement[bool]] = or_(
    _c.state == "unknown", and_(_c.state == "rejected", _c.uncertain.is_not(None))
)


def decide_created(connection: Connection, entry: Entry, *, order_ids: Sequence[str], note: str, now: float) -> bool:
    """Record that a draft in doubt was found to be created; False if it is no longer the doubt that ``entry`` shows.

    Raises:
        OrdersError: An id is empty, or belongs to another draft; nothing was recorded.
    """
    ids = tuple(dict.fromkeys(order_id.strip() for order_id in order_ids))
    if not ids or not all(ids):
        raise OrdersError(f"the draft {entry.key!r} cannot be created without an order id: the id given is empty")
    values: dict[str, Any] = {"state": "created", "uncertain": None, "without_id": None, "quiet_from": None}
    if not _decide(connection, entry, note=note, now=now, **values):
        return False
    connection.execute(delete(ORDER_IDS).where(ORDER_IDS.c.position == entry.position))
    outcome = Outcome(key=entry.key, state="created", order_ids=ids)
    if taken := store_ids(connection, [(entry.position, outcome)]):
        raise OrdersError(f"the order {taken[0][1]} belongs to another draft of the ledger, not to {entry.key!r}")
    return True


def decide_not_created(connection: Connection, entry: Entry, *, note: str, now: float) -> bool:
    """Record that nothing was created of a draft in doubt; False if it is no longer the doubt that ``entry`` shows.

    A draft of unknown outcome is pending again, and will be sent. A rejected one stays rejected, and certainly so: it
    can be corrected, or sent again on demand.
    """
    state = "pending" if entry.state == "unknown" else "rejected"
    if not _decide(connection, entry, state=state, note=note, now=now, uncertain=None, quiet_from=None):
        return False
    connection.execute(delete(ORDER_IDS).where(ORDER_IDS.c.position == entry.position))
    return True


def _decide(connection: Connection, entry: Entry, *, note: str, now: float, **values: Any) -> bool:
    changed = connection.execute(
        update(DRAFTS)
        .where(_c.position == entry.position, _c.state == entry.state, _c.attempts == entry.attempts, _IN_DOUBT)
        .values(note=note, changed_at=now, worker=None, **values)
        .returning(_c.position)
    )
    return changed.first() is not None


def decide_code_not_created(connection: Connection, code: str, *, note: str, now: float) -> int:
    """Record that a code of rejections means that nothing was created; return how many drafts are certain now."""
    changed = connection.execute(
        update(DRAFTS)
        .where(_c.state == "rejected", _c.code == code, _c.uncertain.is_not(None))
        .values(uncertain=None, note=note, changed_at=now)
        .returning(_c.position)
    )
    return len(changed.all())


def purge_personal_data(  # noqa: PLR0913 - one parameter per condition
    connection: Connection,
    *,
    states: Collection[State],
    before: float,
    key_field: str,
    after: int,
    limit: int,
    now: float,
) -> tuple[int, int | None]:
    """Remove the personal data of drafts; their keys, order ids and outcomes stay.

    Args:
        connection: In a transaction.
        states: Drafts in these states.
        before: Drafts whose state last changed before this time.
        key_field: Name of the field that holds the key.
        after: Position behind which to look.
        limit: How many drafts to look at.
        now: Seconds since the epoch.

    Returns:
        How many drafts were changed, and the last position that was looked at; ``None`` if that was the end.
    """
    count = 0
    for state in states:
        rows = connection.execute(
            select(_c.position, _c.key, _c.changed_at, PAYLOADS.c.purged_at)
            .join(PAYLOADS, PAYLOADS.c.position == _c.position)
            .where(_c.state == state, _c.uncertain.is_(None), _c.position > after, _c.position <= after + limit)
            .order_by(_c.position)
        ).all()
        for row in rows:
            if row.changed_at >= before or row.purged_at is not None:
                continue
            payload = dump_json({key_field: row.key})
            connection.execute(
                update(PAYLOADS).where(PAYLOADS.c.position == row.position).values(payload=payload, purged_at=now)
            )
            connection.execute(update(DRAFTS).where(_c.position == row.position).values(answer=None, message=None))
            count += 1
    last = after + limit
    highest = connection.scalar(select(_c.position).order_by(_c.position.desc()).limit(1)) or 0
    return count, last if last < highest else None
