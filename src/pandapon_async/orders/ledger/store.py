"""What is done to a ledger, in SQL. Each function runs within a transaction of its caller's, in no event loop.

Every change of state is conditional on the state and the attempt that it starts from, so that of two processes at most
one succeeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from sqlalchemy import and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from pandapon_async._core.schema.json import dump_json, dump_json_text, load_json
from pandapon_async.orders.errors import DraftConflictError, LedgerLockedError
from pandapon_async.orders.ledger.schema import BATCHES, DRAFTS, OWNERS, PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.orders.drafts.draft import StoredDraft
    from pandapon_async.orders.ledger.states import Entry, Outcome, State

__all__ = [
    "Added",
    "Change",
    "Taken",
    "add_drafts",
    "differences",
    "discard_batch",
    "finish",
    "open_batch",
    "other_owners",
    "recover_owner",
    "register_owner",
    "remove_owner",
    "seal_batch",
    "settle",
    "take",
]

_c: Final = DRAFTS.c


@attrs.frozen
class Added:
    """What became of drafts that were added.

    Attributes:
        new: How many are new.
        known: How many were there already, identical.
        replaced: How many took the place of a rejected one.
    """

    new: int = 0
    known: int = 0
    replaced: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.known + other.known, self.replaced + other.replaced)


@attrs.frozen
class Taken:
    """A draft whose intent to be sent is durable."""

    position: int
    key: str
    attempt: int
    payload: bytes = attrs.field(repr=False)


@attrs.frozen
class Change:
    """What a call's end makes of a draft that was taken."""

    taken: Taken
    state: State
    outcome: Outcome


# -- drafts come in ----------------------------------------------------------------------------------------------------


def open_batch(connection: Connection, *, owner: str | None, sealed: bool, now: float) -> int:
    """Begin a batch; one that is not sealed yet is sent only once it is."""
    statement = insert(BATCHES).values(owner=owner, sealed=sealed, added_at=now).returning(BATCHES.c.id)
    return cast("int", connection.scalar(statement))


def seal_batch(connection: Connection, batch: int) -> None:
    """Hand a batch over to be sent."""
    connection.execute(update(BATCHES).where(BATCHES.c.id == batch).values(sealed=True, owner=None))


def discard_batch(connection: Connection, batch: int) -> None:
    """Forget a batch that was never sealed."""
    positions = select(_c.position).where(_c.batch == batch)
    connection.execute(delete(PAYLOADS).where(PAYLOADS.c.position.in_(positions)))
    connection.execute(delete(DRAFTS).where(_c.batch == batch))
    connection.execute(delete(BATCHES).where(BATCHES.c.id == batch))


def add_drafts(connection: Connection, drafts: Sequence[StoredDraft], *, batch: int, now: float, again: bool) -> Added:
    """Add a few hundred drafts as pending.

    A draft whose key is known counts once if it is identical. A different one is refused, unless the server certainly
    rejected the one that is there: nothing was created then, and the new one replaces it.

    Args:
        connection: In a transaction.
        drafts: What to add; no key twice, in whatever spelling.
        batch: Which batch they belong to.
        now: Seconds since the epoch.
        again: Whether identical drafts that were rejected are sent again.

    Raises:
        DraftConflictError: Two different drafts with one key.
        LedgerLockedError: Another process is adding a draft of the same key.
    """
    rows = [
        {
            "key": draft.key,
            "identity": draft.identity,
            "digest": draft.digest,
            "batch": batch,
            "state": "pending",
            "attempts": 0,
            "changed_at": now,
        }
        for draft in drafts
    ]
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(DRAFTS).on_conflict_do_nothing(index_elements=["identity"])
    result = connection.execute(statement.returning(_c.identity, _c.position), rows)
    positions = {row.identity: row.position for row in result}
    payloads = [
        {"position": positions[draft.identity], "payload": draft.payload}
        for draft in drafts
        if draft.identity in positions
    ]
    if payloads:
        connection.execute(insert(PAYLOADS), payloads)
    known = {draft.identity: draft for draft in drafts if draft.identity not in positions}
    replaced = 0
    for row in _rows_of(connection, known):
        draft = known[row.identity]
        if not row.sealed and row.batch != batch:
            # Whether that one stays is decided by how the other process ends.
            raise LedgerLockedError(f"another process is adding a draft of the key {row.key!r}; try again after it")
        same = row.digest == draft.digest
        if row.state == "rejected" and row.certain is not False and (again or not same):
            _replace_rejected(connection, row.position, draft, now)
            replaced += 1
        elif not same:
            payload = connection.scalar(select(PAYLOADS.c.payload).where(PAYLOADS.c.position == row.position))
            raise DraftConflictError(row.key, differences(payload or b"{}", draft.payload))
    return Added(new=len(payloads), known=len(known) - replaced, replaced=replaced)


def _rows_of(connection: Connection, identities: Iterable[str]) -> Sequence[Any]:
    wanted = list(identities)
    if not wanted:
        return ()
    statement = (
        select(_c.key, _c.identity, _c.position, _c.digest, _c.state, _c.certain, _c.batch, BATCHES.c.sealed)
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(_c.identity.in_(wanted))
    )
    return (connection.execute(statement)).all()


def _replace_rejected(connection: Connection, position: int, draft: StoredDraft, now: float) -> None:
    changed = connection.execute(
        update(DRAFTS)
        .where(_c.position == position, _c.state == "rejected")
        .values(
            state="pending", digest=draft.digest, changed_at=now, code=None, message=None, request_id=None, note=None
        )
        .returning(_c.position)
    )
    if changed.first() is not None:
        connection.execute(update(PAYLOADS).where(PAYLOADS.c.position == position).values(payload=draft.payload))


def differences(kept: bytes, given: bytes) -> list[str]:
    """Name the fields in which two drafts differ, without their values."""
    one, other = cast("JsonObject", load_json(kept)), cast("JsonObject", load_json(given))
    return [name for name in {**one, **other} if one.get(name) != other.get(name)]


# -- drafts go out -----------------------------------------------------------------------------------------------------


# Statements that run all the time are built once: building one costs more than running it.

_PAGE: Final = (
    select(_c.position, _c.key, _c.attempts, PAYLOADS.c.payload)
    .join(BATCHES, BATCHES.c.id == _c.batch)
    .join(PAYLOADS, PAYLOADS.c.position == _c.position)
    .where(_c.state == "pending", _c.position > bindparam("after"), BATCHES.c.sealed)
    .order_by(_c.position)
    .limit(bindparam("at_most"))
    # On PostgreSQL, where writers run side by side, the rows are ours from here on. SQLite has one writer.
    .with_for_update(skip_locked=True, of=DRAFTS)
)
_TAKE: Final = (
    update(DRAFTS)
    .where(_c.position == bindparam("at_position"), _c.state == "pending")
    .values(
        state="sending",
        owner=bindparam("to_owner"),
        attempts=_c.attempts + 1,
        changed_at=bindparam("at_time"),
        sent_at=bindparam("at_time"),
    )
)


def take(connection: Connection, *, owner: str, limit: int, after: int, now: float) -> list[Taken]:
    """Take pending drafts to be sent: the intent to send each is durable once the transaction is.

    Args:
        connection: In a transaction.
        owner: Who sends them.
        limit: How many at most.
        after: Position behind which to look. PostgreSQL keeps what was changed lately in the index; beginning at the
            front each time would read all of it again.
        now: Seconds since the epoch.
    """
    rows = connection.execute(_PAGE, {"after": after, "at_most": limit}).all()
    if rows:
        connection.execute(_TAKE, [{"at_position": row.position, "to_owner": owner, "at_time": now} for row in rows])
    return [Taken(row.position, row.key, row.attempts + 1, row.payload) for row in rows]


#: An answer counts for the attempt that it answers. It also counts where somebody took us for dead meanwhile: it says
#: more than their "unknown".
_FINISH: Final = (
    update(DRAFTS)
    .where(
        _c.position == bindparam("at_position"),
        _c.attempts == bindparam("at_attempt"),
        or_(and_(_c.state == "sending", _c.owner == bindparam("by_owner")), _c.state == "unknown"),
    )
    .values(
        state=bindparam("to_state"),
        owner=None,
        changed_at=bindparam("at_time"),
        order_id=bindparam("to_order_id"),
        certain=bindparam("to_certain"),
        missing=bindparam("to_missing"),
        code=bindparam("to_code"),
        message=bindparam("to_message"),
        request_id=bindparam("to_request_id"),
        note=bindparam("to_note"),
        answer=bindparam("to_answer"),
    )
)


def finish(connection: Connection, changes: Sequence[Change], *, owner: str, now: float) -> list[Change]:
    """Record what came of drafts that were taken.

    Returns:
        Changes that were not recorded, because their draft was in other hands by then.
    """
    rows = [
        {
            "at_position": change.taken.position,
            "at_attempt": change.taken.attempt,
            "by_owner": owner,
            "to_state": change.state,
            "at_time": now,
            "to_order_id": ",".join(change.outcome.order_ids) or None,
            "to_certain": change.outcome.certain,
            "to_missing": dump_json_text(list(change.outcome.missing)) if change.outcome.missing else None,
            "to_code": change.outcome.code,
            "to_message": change.outcome.message,
            "to_request_id": change.outcome.request_id,
            "to_note": change.outcome.note,
            "to_answer": None if change.outcome.answer is None else dump_json(change.outcome.answer),
        }
        for change in changes
    ]
    result = connection.execute(_FINISH, rows)
    if result.rowcount == len(rows):
        return []
    # PostgreSQL's driver does not count; and where the count is short, somebody has to be told which ones.
    wanted = [change.taken.position for change in changes]
    found = connection.execute(select(_c.position, _c.attempts, _c.state).where(_c.position.in_(wanted)))
    recorded = {(row.position, row.attempts, row.state) for row in found}
    return [change for change in changes if (change.taken.position, change.taken.attempt, change.state) not in recorded]


# -- crashes and doubts ------------------------------------------------------------------------------------------------


def register_owner(connection: Connection, *, owner: str, host: str, pid: int, now: float) -> None:
    """Note that a process is at work."""
    connection.execute(insert(OWNERS).values(id=owner, host=host, pid=pid, since=now))


def remove_owner(connection: Connection, owner: str) -> None:
    """Note that a process has ended well."""
    connection.execute(delete(OWNERS).where(OWNERS.c.id == owner))


def other_owners(connection: Connection, owner: str | None) -> list[str]:
    """Return the processes that are, or were, at work."""
    rows = connection.execute(select(OWNERS.c.id))
    return [row.id for row in rows if row.id != owner]


def recover_owner(connection: Connection, owner: str, *, now: float) -> int:
    """Take over from a process that ended in the middle: what it was sending is unknown.

    Returns:
        How many drafts became unknown.
    """
    became_unknown = connection.execute(
        update(DRAFTS)
        .where(_c.state == "sending", _c.owner == owner)
        .values(state="unknown", owner=None, changed_at=now, note="the process that was sending it ended")
        .returning(_c.position)
    )
    count = len(became_unknown.all())
    abandoned = connection.execute(select(BATCHES.c.id).where(BATCHES.c.owner == owner, BATCHES.c.sealed.is_(False)))
    for row in abandoned.all():
        discard_batch(connection, row.id)
    remove_owner(connection, owner)
    return count


def settle(  # noqa: PLR0913 - one parameter per column
    connection: Connection, entry: Entry, *, state: State, order_id: str | None, note: str, now: float
) -> bool:
    """Record how a doubt was resolved; False where it was no longer the same doubt.

    Args:
        connection: In a transaction.
        entry: The draft when somebody began to look into it.
        state: ``created``, or ``pending`` for one that was proven not to be.
        order_id: The platform's id of what was created.
        note: Who says so.
        now: Seconds since the epoch.
    """
    changed = connection.execute(
        update(DRAFTS)
        .where(_c.position == entry.position, _c.attempts == entry.attempts)
        .where(or_(_c.state == "unknown", and_(_c.state == "rejected", _c.certain.is_(False))))
        .values(state=state, order_id=order_id, note=note, changed_at=now, owner=None)
        .returning(_c.position)
    )
    return changed.first() is not None
