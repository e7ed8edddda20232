"""What is done to an inbox, in SQL. Each function runs within a transaction of its caller's, in no event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

import attrs
from sqlalchemy import and_, bindparam, exists, func, literal_column, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from pandapon_async.messages.schema import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement, Connection

    from pandapon_async.messages.filing import Push

__all__ = [
    "STATES",
    "Claimed",
    "Counts",
    "Entry",
    "Finished",
    "State",
    "add_pushes",
    "claim",
    "count_states",
    "find_entry",
    "finish",
    "other_owners",
    "page_of_entries",
    "read_body",
    "release",
    "replay",
    "take_from",
]

State: TypeAlias = Literal["pending", "handled", "skipped", "dead"]

#: ``pending``: to be handled, or being handled; ``handled``; ``skipped``: nothing was registered for it; ``dead``: its
#: handlers failed too often.
STATES: Final[tuple[State, ...]] = ("pending", "handled", "skipped", "dead")

#: Any number, the same in all processes: held by whoever looks for messages to handle.
_CLAIMING: Final = 7_391_004_113

_c: Final = MESSAGES.c
#: Spelt out: for a parameter, no database uses an index of pending messages alone.
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
        position: Its number; grows as messages come in.
        state: What became of it.
        handling: Whether a process is at it now, as far as is known.
        attempts: How often its handlers were run.
        due_at: When they are run next, where it is pending.
        type: ``messageType``.
        platform: ``messagePlatform``: 0 Taobao, 1 1688.
        order_id: The order that it is about.
        pushed_at: When it was pushed.
        received_at: When it was received.
        changed_at: When its state changed last.
        error: Class of the error that its handlers raised last.
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
    """How many messages are in each state."""

    pending: int = 0
    handled: int = 0
    skipped: int = 0
    dead: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.pending + self.handled + self.skipped + self.dead


@attrs.frozen
class Claimed:
    """A message that this process is to handle; ``attempt`` counts from 1."""

    position: int
    attempt: int
    body: bytes = attrs.field(repr=False)


@attrs.frozen
class Finished:
    """What came of a message that was claimed.

    Attributes:
        owner: The process that claimed it.
        position: Its number.
        state: ``pending`` where it is tried again.
        due_at: When it is tried again.
        error: Class of the error.
    """

    owner: str
    position: int
    state: State
    due_at: float
    error: str | None = None


# -- pushes come in ----------------------------------------------------------------------------------------------------


def add_pushes(connection: Connection, pushes: Sequence[Push]) -> list[bool]:
    """Store pushes; return for each whether it is new. One that stands in the list twice counts once."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows: list[dict[str, Any]] = [
        {
            "digest": push.digest,
            "change": push.change,
            "state": "pending",
            "attempts": 0,
            "due_at": push.received_at,
            "type": push.type,
            "platform": push.platform,
            "order_id": push.order_id,
            "sorted_at": push.received_at if push.pushed_at is None else push.pushed_at,
            "pushed_at": push.pushed_at,
            "received_at": push.received_at,
            "changed_at": push.received_at,
            "body": push.body,
        }
        for push in pushes
    ]
    # Sorted, so that two processes that store the same pushes do not wait for each other.
    rows.sort(key=lambda row: (row["digest"], row["change"] or ""))
    statement = dialect.insert(MESSAGES).on_conflict_do_nothing().returning(_c.digest)
    stored = set(connection.scalars(statement, rows))
    news: list[bool] = []
    for push in pushes:
        news.append(push.digest in stored)
        stored.discard(push.digest)
    return news


# -- and are handled ---------------------------------------------------------------------------------------------------


def claim(connection: Connection, *, owner: str, now: float, limit: int) -> list[Claimed]:
    """Take messages that are due. Of one order's, only the earliest, and only while no other is being handled."""
    if connection.dialect.name == "postgresql":
        # One at a time looks: two at once could each take a message of one order. SQLite has one writer anyway.
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
    """Record what came of messages; of those that another process took over meanwhile, nothing."""
    statement = (
        update(MESSAGES)
        .where(_c.position == bindparam("at"), _c.owner == bindparam("by"), _c.state == _PENDING)
        .values(state=bindparam("to"), owner=None, due_at=bindparam("due"), error=bindparam("why"), changed_at=now)
    )
    connection.execute(
        statement,
        [{"at": f.position, "by": f.owner, "to": f.state, "due": f.due_at, "why": f.error} for f in finished],
    )


def release(connection: Connection, *, owner: str, now: float) -> None:
    """Give back what a process claimed and did not finish, as if it had not been tried."""
    connection.execute(
        update(MESSAGES)
        .where(_c.owner == owner, _c.state == _PENDING)
        .values(owner=None, attempts=_c.attempts - 1, changed_at=now)
    )


def other_owners(connection: Connection, *, owner: str | None) -> list[str]:
    """Return the processes that are at a message, without ``owner``."""
    held = select(_c.owner).where(_c.state == _PENDING, _c.owner.is_not(None)).distinct()
    return [other for other in connection.scalars(held) if other is not None and other != owner]


def take_from(connection: Connection, *, owner: str, attempts: int, now: float) -> None:
    """Give back what a process claimed that has crashed. What crashed so often that nothing is left to try, is dead."""
    claimed = (_c.owner == owner, _c.state == _PENDING)
    connection.execute(
        update(MESSAGES)
        .where(*claimed, _c.attempts >= attempts)
        .values(owner=None, state="dead", error="ProcessEnded", changed_at=now)
    )
    connection.execute(update(MESSAGES).where(*claimed).values(owner=None, error="ProcessEnded", changed_at=now))


# -- and are looked at -------------------------------------------------------------------------------------------------


def count_states(connection: Connection) -> Counts:
    """Count the messages in each state."""
    rows = connection.execute(select(_c.state, func.count()).group_by(_c.state))
    return Counts(**{str(state): int(number) for state, number in rows})


def page_of_entries(
    connection: Connection, *, states: Collection[State], order_id: str | None, before: int | None, limit: int
) -> list[Entry]:
    """Return messages, the newest first, from below a position."""
    statement = select(*_FIELDS).where(_c.state.in_(list(states))).order_by(_c.position.desc()).limit(limit)
    if order_id is not None:
        statement = statement.where(_c.order_id == order_id)
    if before is not None:
        statement = statement.where(_c.position < before)
    return [_entry(row) for row in connection.execute(statement)]


def find_entry(connection: Connection, *, position: int) -> Entry | None:
    """Return one message."""
    row = connection.execute(select(*_FIELDS).where(_c.position == position)).one_or_none()
    return None if row is None else _entry(row)


def read_body(connection: Connection, *, position: int) -> bytes | None:
    """Return the raw body of one message."""
    return cast("bytes | None", connection.scalar(select(_c.body).where(_c.position == position)))


def replay(connection: Connection, *, positions: Collection[int] | None, states: Collection[State], now: float) -> int:
    """Make messages pending again, all of the given states or those of them at the given positions.

    Returns:
        How many.
    """
    statement = update(MESSAGES).where(_c.state.in_(list(states)), _c.owner.is_(None))
    if positions is not None:
        statement = statement.where(_c.position.in_(list(positions)))
    values = {"state": "pending", "attempts": 0, "due_at": now, "changed_at": now, "error": None}
    return connection.execute(statement.values(**values)).rowcount


def _entry(row: Any) -> Entry:
    values = {column.name: value for column, value in zip(_FIELDS, row, strict=True)}
    return Entry(handling=values.pop("owner") is not None, **values)
