"""The SQL of an inbox. Each function runs within a transaction of its caller, without an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

import attrs
from sqlalchemy import and_, bindparam, delete, exists, func, literal_column, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from pandapon_async.messages.schema import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sqlalchemy import ColumnElement, Connection

    from pandapon_async.messages.fingerprint import Push

__all__ = [
    "STATES",
    "Claimed",
    "Counts",
    "Entry",
    "Finished",
    "FinishedState",
    "State",
    "add_pushes",
    "claim",
    "count_states",
    "find_entry",
    "finish",
    "page_of_entries",
    "positions_in",
    "purge",
    "read_body",
    "reclaim",
    "release_claims",
    "replay",
]

FinishedState: TypeAlias = Literal["handled", "skipped", "dead_letter"]
State: TypeAlias = Literal["pending"] | FinishedState

#: ``pending``: to be handled, or being handled; ``handled``; ``skipped``: no handler is registered for it;
#: ``dead_letter``: its handlers failed too often, or it was too old when it arrived.
STATES: Final[tuple[State, ...]] = ("pending", "handled", "skipped", "dead_letter")

#: Lock number, the same in all processes: held while claiming.
_CLAIMING: Final = 7_391_004_113

_c: Final = MESSAGES.c
#: A literal: databases do not use a partial index for a parameter.
_PENDING: Final[ColumnElement[str]] = literal_column("'pending'")
_FIELDS: Final = (
    _c.position,
    _c.state,
    _c.owner,
    _c.attempts,
    _c.due_at,
    _c.type,
    _c.platform,
    _c.order_id,
    _c.pushed_at,
    _c.received_at,
    _c.changed_at,
    _c.error,
)


@attrs.frozen(kw_only=True)
class Entry:
    """A message in the inbox; times are seconds since the epoch.

    Attributes:
        position: Its number; later messages have higher numbers.
        state: Its state.
        handling: Whether a process has claimed it.
        attempts: How often its handlers have run.
        due_at: When they run next, if it is pending.
        type: ``messageType``.
        platform: ``messagePlatform``: 0 Taobao, 1 1688.
        order_id: The order.
        pushed_at: When it was pushed.
        received_at: When it was received.
        changed_at: When its state last changed.
        error: Class of the error that its handlers raised last; ``TooOld`` for a dead letter that was never handled.
    """

    position: int
    state: State
    handling: bool
    attempts: int
    due_at: float
    type: str
    platform: int | None
    order_id: str | None
    pushed_at: float | None
    received_at: float
    changed_at: float
    error: str | None


@attrs.frozen(kw_only=True)
class Counts:
    """Number of messages in each state."""

    pending: int = 0
    handled: int = 0
    skipped: int = 0
    dead_letter: int = 0

    @property
    def total(self) -> int:
        """Number of all messages."""
        return self.pending + self.handled + self.skipped + self.dead_letter


@attrs.frozen
class Claimed:
    """A message that this process has claimed; ``attempt`` counts from 1."""

    position: int
    attempt: int
    body: bytes = attrs.field(repr=False)


@attrs.frozen
class Finished:
    """The outcome of a claimed message.

    Attributes:
        owner: The worker that claimed it.
        position: Its number.
        state: ``pending`` if it is to be retried.
        due_at: When it is retried.
        error: Class of the error.
    """

    owner: str
    position: int
    state: State
    due_at: float
    error: str | None = None


# -- storing ---------------------------------------------------------------------------------------------------------


def add_pushes(connection: Connection, pushes: Sequence[Push]) -> list[bool]:
    """Store pushes; return for each whether it is new. One that is in the list twice is new once."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows: list[dict[str, Any]] = [
        {
            "fingerprint": push.fingerprint,
            "once_fingerprint": push.once_fingerprint,
            "state": push.state,
            "attempts": 0,
            "due_at": push.received_at,
            "type": push.type,
            "platform": push.platform,
            "order_id": push.order_id,
            "sorted_at": push.received_at if push.pushed_at is None else push.pushed_at,
            "pushed_at": push.pushed_at,
            "received_at": push.received_at,
            "changed_at": push.received_at,
            "error": push.error,
            "body": push.body,
        }
        for push in pushes
    ]
    # Sorted, so that two processes that store the same pushes cannot deadlock.
    rows.sort(key=lambda row: (row["fingerprint"], row["once_fingerprint"] or ""))
    statement = dialect.insert(MESSAGES).on_conflict_do_nothing().returning(_c.fingerprint)
    stored = set(connection.scalars(statement, rows))
    news: list[bool] = []
    for push in pushes:
        news.append(push.fingerprint in stored)
        stored.discard(push.fingerprint)
    return news


# -- handling --------------------------------------------------------------------------------------------------------


def claim(connection: Connection, *, owner: str, now: float, limit: int) -> list[Claimed]:
    """Claim messages that are due. Of each order only the earliest, and only if no other one is claimed."""
    if connection.dialect.name == "postgresql":
        # One at a time: two at once could each claim a message of one order. SQLite has only one writer anyway.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CLAIMING})
    other = MESSAGES.alias()
    earlier = or_(
        other.c.owner.is_not(None),
        other.c.sorted_at < _c.sorted_at,
        and_(other.c.sorted_at == _c.sorted_at, other.c.position < _c.position),
    )
    blocked = exists().where(
        other.c.state == _PENDING, other.c.order_id == _c.order_id, other.c.position != _c.position, earlier
    )
    due = (
        select(_c.position)
        .where(_c.state == _PENDING, _c.owner.is_(None), _c.due_at <= now, ~blocked)
        .order_by(_c.due_at, _c.position)
        .limit(limit)
    )
    positions = list(connection.scalars(due))
    if not positions:
        return []
    statement = (
        update(MESSAGES)
        .where(_c.position.in_(positions), _c.state == _PENDING, _c.owner.is_(None))
        .values(owner=owner, attempts=_c.attempts + 1, changed_at=now)
        .returning(_c.position, _c.attempts, _c.body)
    )
    return sorted(
        (Claimed(row.position, row.attempts, row.body) for row in connection.execute(statement)),
        key=lambda claimed: claimed.position,
    )


def finish(connection: Connection, finished: Sequence[Finished], *, now: float) -> None:
    """Record outcomes, except those of messages that another worker has taken over."""
    statement = (
        update(MESSAGES)
        .where(_c.position == bindparam("at"), _c.owner == bindparam("by"), _c.state == _PENDING)
        .values(state=bindparam("to"), owner=None, due_at=bindparam("due"), error=bindparam("why"), changed_at=now)
    )
    connection.execute(
        statement,
        [{"at": f.position, "by": f.owner, "to": f.state, "due": f.due_at, "why": f.error} for f in finished],
    )


def release_claims(connection: Connection, *, owner: str, keep: Collection[int], now: float) -> None:
    """Release what a worker claimed and did not finish, without counting the attempt."""
    statement = update(MESSAGES).where(_c.owner == owner, _c.position.not_in(keep))
    connection.execute(statement.values(owner=None, attempts=_c.attempts - 1, changed_at=now))


def reclaim(
    connection: Connection, worker: str, _in_flight_for: float, *, attempts: int, clock: Callable[[], float]
) -> int:
    """Release what a worker claimed whose process has ended. What has used up its attempts becomes a dead letter.

    Returns:
        Number of messages.
    """
    claimed = update(MESSAGES).where(_c.owner == worker)
    last = claimed.where(_c.attempts >= attempts)
    values = {"owner": None, "error": "ProcessEnded", "changed_at": clock()}
    count = connection.execute(last.values(state="dead_letter", **values)).rowcount
    return count + connection.execute(claimed.values(**values)).rowcount


# -- inspecting --------------------------------------------------------------------------------------------------------


def count_states(connection: Connection) -> Counts:
    """Count the messages in each state."""
    rows = connection.execute(select(_c.state, func.count()).group_by(_c.state))
    return Counts(**{str(state): int(number) for state, number in rows})


def page_of_entries(
    connection: Connection, *, states: Collection[State], order_id: str | None, before: int, limit: int
) -> list[Entry]:
    """Return messages below a position, the newest first.

    Args:
        connection: The connection.
        states: Only these states; empty for all.
        order_id: Only of this order.
        before: Only below this position.
        limit: Maximum number.
    """
    statement = select(*_FIELDS).where(_c.position < before).order_by(_c.position.desc()).limit(limit)
    if order_id is not None:
        # An order has few messages, so its states need no index.
        statement = statement.where(_c.order_id == order_id)
        statements = [statement.where(_c.state.in_(list(states)))] if states else [statement]
    else:
        # One query for each state: a query for several would sort all messages in these states.
        statements = [statement.where(_c.state == state) for state in states] or [statement]
    found = [_entry(row) for each in statements for row in connection.execute(each)]
    return sorted(found, key=lambda entry: -entry.position)[:limit]


def find_entry(connection: Connection, *, position: int) -> Entry | None:
    """Return one message."""
    row = connection.execute(select(*_FIELDS).where(_c.position == position)).one_or_none()
    return None if row is None else _entry(row)


def read_body(connection: Connection, *, position: int) -> bytes | None:
    """Return the body of one message."""
    return cast("bytes | None", connection.scalar(select(_c.body).where(_c.position == position)))


def replay(connection: Connection, *, positions: Collection[int], states: Collection[State], now: float) -> int:
    """Make the messages at these positions pending again, if they are in one of the states. Return their number."""
    statement = update(MESSAGES).where(_c.position.in_(list(positions)), _c.state.in_(list(states)), _c.owner.is_(None))
    values = {"state": "pending", "attempts": 0, "due_at": now, "changed_at": now, "error": None}
    return connection.execute(statement.values(**values)).rowcount


def positions_in(connection: Connection, *, state: FinishedState, after: int, limit: int) -> list[int]:
    """Return the positions of messages in a state, above a position."""
    statement = select(_c.position).where(_c.state == state, _c.position > after)
    return list(connection.scalars(statement.order_by(_c.position).limit(limit)))


def purge(connection: Connection, *, state: FinishedState, before: float, limit: int) -> int:
    """Delete messages that have been in a state since before a time. Return their number."""
    chosen = (
        select(_c.position)
        .where(_c.state != _PENDING, _c.state == state, _c.changed_at < before)
        .order_by(_c.changed_at)
        .limit(limit)
    )
    return connection.execute(delete(MESSAGES).where(_c.position.in_(chosen))).rowcount


def _entry(row: Any) -> Entry:
    values = {column.name: value for column, value in zip(_FIELDS, row, strict=True)}
    return Entry(handling=values.pop("owner") is not None, **values)
