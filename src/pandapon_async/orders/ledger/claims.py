"""Claiming drafts to be sent and recording what came of them, in SQL, within a transaction of the caller's.

Every change of state is conditional on the state, the worker and the attempt that it starts from, so that of two
processes at most one succeeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from pandapon_async._core.schema.json import dump_json, dump_json_text
from pandapon_async.orders.drafts.values import key_identity
from pandapon_async.orders.ledger.batches import discard_batches_of
from pandapon_async.orders.ledger.schema import BATCHES, DRAFTS, ORDER_IDS, PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from pandapon_async.orders.ledger.states import Outcome

__all__ = [
    "Change",
    "Claimed",
    "Recorded",
    "claim",
    "claim_key",
    "finish",
    "give_back",
    "has_pending",
    "has_sending",
    "store_ids",
]

_c: Final = DRAFTS.c


@attrs.frozen
class Claimed:
    """A draft whose intent to be sent is durable."""

    position: int
    key: str
    attempt: int
    payload: bytes = attrs.field(repr=False)


@attrs.frozen
class Change:
    """The outcome of a draft that was claimed; the state ``pending`` means that it was certainly not sent."""

    claimed: Claimed
    outcome: Outcome


@attrs.frozen
class Recorded:
    """What was recorded.

    Attributes:
        changes: What is in the ledger now. An order id that another draft has already turns ``created`` into
            ``unknown``.
        lost: Changes that were not recorded, because another worker had the draft by then.
    """

    changes: list[Change]
    lost: list[Change]


# Statements that run all the time are built once: building one costs more than running it.

_PENDING: Final = (
    select(_c.position, _c.key, _c.attempts, PAYLOADS.c.payload)
    .join(BATCHES, BATCHES.c.id == _c.batch)
    .join(PAYLOADS, PAYLOADS.c.position == _c.position)
    .where(_c.state == "pending", BATCHES.c.unsealed.is_(None))
)
_NEXT: Final = (
    _PENDING.where(_c.position > bindparam("after"))
    .order_by(_c.position)
    .limit(bindparam("at_most"))
    # On PostgreSQL, where writers run side by side, the rows are ours from here on. SQLite has one writer.
    .with_for_update(skip_locked=True, of=DRAFTS)
)
_BY_KEY: Final = _PENDING.where(_c.identity == bindparam("identity")).with_for_update(of=DRAFTS)
_CLAIM: Final = (
    update(DRAFTS)
    .where(_c.position == bindparam("at_position"), _c.state == "pending")
    .values(
        state="sending",
        worker=bindparam("to_worker"),
        attempts=_c.attempts + 1,
        changed_at=bindparam("at_time"),
        sent_at=bindparam("at_time"),
    )
)


def claim(connection: Connection, *, worker: str, limit: int, after: int, now: float) -> list[Claimed]:
    """Claim pending drafts: the intent to send each is durable once the transaction is.

    Args:
        connection: In a transaction that has made sure that the worker is registered.
        worker: Who sends them.
        limit: How many at most.
        after: Position behind which to look. PostgreSQL keeps what was changed lately in the index; beginning at the
            front each time would read all of it again.
        now: Seconds since the epoch.
    """
    rows = connection.execute(_NEXT, {"after": after, "at_most": limit}).all()
    if rows:
        connection.execute(_CLAIM, [{"at_position": row.position, "to_worker": worker, "at_time": now} for row in rows])
    return [Claimed(row.position, row.key, row.attempts + 1, row.payload) for row in rows]


def claim_key(connection: Connection, *, worker: str, key: str, now: float) -> Claimed | None:
    """Claim the draft of a key; ``None`` if it is not pending."""
    row = connection.execute(_BY_KEY, {"identity": key_identity(key)}).first()
    if row is None:
        return None
    connection.execute(_CLAIM, [{"at_position": row.position, "to_worker": worker, "at_time": now}])
    return Claimed(row.position, row.key, row.attempts + 1, row.payload)


def has_pending(connection: Connection) -> bool:
    """Return True if a draft is pending that is not part of a batch still being added."""
    sealed = select(_c.position).join(BATCHES, BATCHES.c.id == _c.batch)
    return connection.scalar(sealed.where(_c.state == "pending", BATCHES.c.unsealed.is_(None)).limit(1)) is not None


def has_sending(connection: Connection) -> bool:
    """Return True if a draft is being sent."""
    return connection.scalar(select(_c.position).where(_c.state == "sending").limit(1)) is not None


#: An outcome counts for the attempt that it belongs to. It also counts if another worker took this one for dead
#: meanwhile: it says more than that worker's "unknown".
_FINISH: Final = (
    update(DRAFTS)
    .where(
        _c.position == bindparam("at_position"),
        _c.attempts == bindparam("at_attempt"),
        or_(and_(_c.state == "sending", _c.worker == bindparam("by_worker")), _c.state == "unknown"),
    )
    .values(
        state=bindparam("to_state"),
        worker=None,
        changed_at=bindparam("at_time"),
        quiet_from=bindparam("to_quiet_from"),
        uncertain=bindparam("to_uncertain"),
        without_id=bindparam("to_without_id"),
        missing=bindparam("to_missing"),
        code=bindparam("to_code"),
        message=bindparam("to_message"),
        request_id=bindparam("to_request_id"),
        note=bindparam("to_note"),
        answer=bindparam("to_answer"),
    )
)


def finish(connection: Connection, changes: Sequence[Change], *, worker: str, now: float, steady: float) -> Recorded:
    """Record the outcomes of drafts that were claimed.

    Args:
        connection: In a transaction.
        changes: What came of them.
        worker: Who claimed them.
        now: Seconds since the epoch.
        steady: The time by the ledger's steady clock.
    """
    result = connection.execute(
        _FINISH, [_row(change.outcome, change.claimed, worker, now, steady) for change in changes]
    )
    recorded, lost = list(changes), list[Change]()
    if result.rowcount != len(changes):
        # PostgreSQL's driver does not count; and if the count is short, the caller must know which ones are missing.
        wanted = [change.claimed.position for change in changes]
        found = connection.execute(select(_c.position, _c.attempts, _c.state).where(_c.position.in_(wanted)))
        there = {(row.position, row.attempts, row.state) for row in found}

        def is_there(change: Change) -> bool:
            return (change.claimed.position, change.claimed.attempt, change.outcome.state) in there

        recorded = [change for change in changes if is_there(change)]
        lost = [change for change in changes if not is_there(change)]
    amended = {change.claimed.position: change for change in recorded}
    for position, taken in store_ids(connection, [(change.claimed.position, change.outcome) for change in recorded]):
        change = amended[position]
        note = f"the response names the order {taken}, which belongs to another draft of the ledger"
        outcome = attrs.evolve(change.outcome, state="unknown", order_ids=(), note=note, certain=True)
        amended[position] = Change(change.claimed, outcome)
        statement = update(DRAFTS).where(_c.position == position)
        connection.execute(statement.values(state="unknown", quiet_from=steady, note=note, without_id=None))
    return Recorded(list(amended.values()), lost)


def store_ids(connection: Connection, outcomes: Sequence[tuple[int, Outcome]]) -> list[tuple[int, str]]:
    """Store the order ids of drafts.

    Returns:
        Positions of drafts of which nothing was stored, each with an id that another draft has.
    """
    rows: list[dict[str, Any]] = [
        {"order_id": order_id, "position": position, "number": number}
        for position, outcome in outcomes
        for number, order_id in enumerate(dict.fromkeys(outcome.order_ids))
        if order_id
    ]
    if not rows:
        return []
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(ORDER_IDS).on_conflict_do_nothing(index_elements=["order_id"]), rows)
    wanted = [row["order_id"] for row in rows]
    owners = connection.execute(
        select(ORDER_IDS.c.order_id, ORDER_IDS.c.position).where(ORDER_IDS.c.order_id.in_(wanted))
    )
    owner_of = {row.order_id: row.position for row in owners}
    taken: dict[int, str] = {
        row["position"]: row["order_id"] for row in rows if owner_of[row["order_id"]] != row["position"]
    }
    if taken:
        connection.execute(ORDER_IDS.delete().where(ORDER_IDS.c.position.in_(list(taken))))
    return list(taken.items())


def _row(outcome: Outcome, claimed: Claimed, worker: str, now: float, steady: float) -> dict[str, object]:
    created = outcome.state in ("created", "partial")
    return {
        "at_position": claimed.position,
        "at_attempt": claimed.attempt,
        "by_worker": worker,
        "to_state": outcome.state,
        "at_time": now,
        "to_quiet_from": steady if outcome.state == "unknown" else None,
        "to_uncertain": 1 if outcome.state == "rejected" and not outcome.certain else None,
        "to_without_id": 1 if created and not outcome.order_ids else None,
        "to_missing": dump_json_text(list(outcome.missing)) if outcome.missing else None,
        "to_code": outcome.code,
        "to_message": outcome.message,
        "to_request_id": outcome.request_id,
        "to_note": outcome.note,
        "to_answer": None if outcome.answer is None else dump_json(outcome.answer),
    }


def give_back(connection: Connection, worker: str, *, now: float, quiet_from: float) -> int:
    """Take what a worker had in hand from it: what it was sending is unknown, what it was adding is discarded.

    Returns:
        How many drafts became unknown.
    """
    became_unknown = connection.execute(
        update(DRAFTS)
        .where(_c.state == "sending", _c.worker == worker)
        .values(
            state="unknown",
            worker=None,
            changed_at=now,
            quiet_from=quiet_from,
            note="the process that was sending it ended",
        )
        .returning(_c.position)
    )
    count = len(became_unknown.all())
    discard_batches_of(connection, worker)
    return count
