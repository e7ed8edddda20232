"""Adding drafts, in SQL. Each function runs within a transaction of its caller's, off the event loop.

A batch takes effect as a whole, when it is sealed: its new drafts, and its replacements of rejected ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from sqlalchemy import delete, func, insert, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from pandapon_async._core.schema.json import load_json
from pandapon_async.orders.errors import BatchInProgressError, DraftConflictError, LedgerLostError
from pandapon_async.orders.ledger.schema import BATCHES, DRAFTS, PAYLOADS, REPLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.orders.drafts.draft import StoredDraft

__all__ = [
    "Added",
    "add_drafts",
    "batch_size",
    "conflict",
    "discard_batch",
    "discard_batches_of",
    "open_batch",
    "seal_batch",
    "unsealed_batches",
]

_c: Final = DRAFTS.c
_r: Final = REPLACEMENTS.c


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


def open_batch(connection: Connection, *, worker: str | None, sealed: bool, now: float) -> int:
    """Begin a batch; one that is not sealed yet is sent only once it is."""
    values = {"worker": worker, "unsealed": None if sealed else 1, "size": 0, "added_at": now}
    return cast("int", connection.scalar(insert(BATCHES).values(**values).returning(BATCHES.c.id)))


def unsealed_batches(connection: Connection) -> list[int]:
    """Return the batches that are being added."""
    return list(connection.scalars(select(BATCHES.c.id).where(BATCHES.c.unsealed.is_not(None))))


def batch_size(connection: Connection, batch: int) -> int | None:
    """Return how many drafts a batch that is being added has so far; ``None`` once it is sealed or discarded."""
    statement = select(BATCHES.c.size).where(BATCHES.c.id == batch, BATCHES.c.unsealed.is_not(None))
    return connection.scalar(statement)


def seal_batch(connection: Connection, batch: int, *, now: float) -> int:
    """Hand a batch over to be sent, with its replacements.

    Returns:
        How many replacements turned out to be in the ledger already.

    Raises:
        LedgerLostError: Another process has discarded the batch.
        DraftConflictError: A draft that the batch replaces was changed meanwhile.
    """
    # The worker was registered until now: the same transaction has made sure of that.
    sealed = update(BATCHES).where(BATCHES.c.id == batch, BATCHES.c.unsealed.is_not(None))
    if connection.execute(sealed.values(unsealed=None, worker=None)).rowcount != 1:
        raise _discarded()
    known = _apply_replacements(connection, batch, now)
    connection.execute(delete(REPLACEMENTS).where(_r.batch == batch))
    return known


def _apply_replacements(connection: Connection, batch: int, now: float) -> int:
    wanted = connection.scalar(select(func.count()).select_from(REPLACEMENTS).where(_r.batch == batch)) or 0
    if not wanted:
        return 0
    ours = select(_r.position, _r.attempts).where(_r.batch == batch)
    digest = select(_r.digest).where(_r.batch == batch, _r.position == _c.position).scalar_subquery()
    changed = connection.execute(
        update(DRAFTS)
        .where(tuple_(_c.position, _c.attempts).in_(ours), _c.state == "rejected")
        .values(digest=digest, state="pending", changed_at=now, **_NO_OUTCOME)
    )
    payload = select(_r.payload).where(_r.batch == batch, _r.position == PAYLOADS.c.position).scalar_subquery()
    connection.execute(
        update(PAYLOADS)
        .where(PAYLOADS.c.position.in_(select(_r.position).where(_r.batch == batch)))
        .values(payload=payload, purged_at=None)
    )
    if changed.rowcount == wanted:
        return 0
    # Another process replaced some of them first. With the same drafts, that is what was wanted.
    others = connection.execute(
        select(_c.key, (_c.digest == _r.digest).label("same"))
        .join(REPLACEMENTS, _r.position == _c.position)
        .where(_r.batch == batch)
    )
    for row in others:
        if not row.same:
            raise DraftConflictError(row.key, (), "it was changed by another process meanwhile")
    return wanted - changed.rowcount


#: What a draft that is pending again no longer has.
_NO_OUTCOME: Final[dict[str, None]] = dict.fromkeys(
    ("uncertain", "without_id", "missing", "code", "message", "request_id", "note", "answer", "quiet_from")
)


def discard_batch(connection: Connection, batch: int) -> None:
    """Forget a batch that was never sealed."""
    positions = select(_c.position).where(_c.batch == batch)
    connection.execute(delete(REPLACEMENTS).where(_r.batch == batch))
    connection.execute(delete(PAYLOADS).where(PAYLOADS.c.position.in_(positions)))
    connection.execute(delete(DRAFTS).where(_c.batch == batch))
    connection.execute(delete(BATCHES).where(BATCHES.c.id == batch))


def discard_batches_of(connection: Connection, worker: str) -> None:
    """Forget what a worker was adding."""
    theirs = select(BATCHES.c.id).where(BATCHES.c.worker == worker, BATCHES.c.unsealed.is_not(None))
    for batch in connection.scalars(theirs).all():
        discard_batch(connection, batch)


def add_drafts(  # noqa: PLR0913 - one parameter per condition
    connection: Connection,
    drafts: Sequence[StoredDraft],
    *,
    batch: int,
    now: float,
    again: bool,
    releases: Callable[[str], bool],
) -> Added:
    """Add a few hundred drafts as pending.

    A draft whose key is known counts once if it is identical. A different one is refused, unless the server certainly
    rejected the one that is there: nothing was created then, and the new one replaces it when the batch is sealed.

    Args:
        connection: In a transaction.
        drafts: What to add; no key twice, in whatever spelling.
        batch: Which batch they belong to.
        now: Seconds since the epoch.
        again: Whether identical drafts that were rejected are sent again.
        releases: Tells of a code whether it is known, by now, to mean that nothing was created.

    Raises:
        DraftConflictError: Two different drafts with one key.
        BatchInProgressError: Another process is adding a draft of the same key.
        LedgerLostError: Another process has discarded the batch.
    """
    into = connection.execute(_grow(batch, 0).returning(BATCHES.c.unsealed)).first()
    if into is None:
        raise _discarded()
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
        connection.execute(_grow(batch, len(payloads)))
    known = {draft.identity: draft for draft in drafts if draft.identity not in positions}
    replacements: list[dict[str, Any]] = []
    for row in _rows_of(connection, known):
        draft = known[row.identity]
        if row.unsealed is not None and row.batch != batch:
            # Whether that one stays is decided by how the other process ends.
            raise BatchInProgressError(row.key, row.batch)
        same = row.digest == draft.digest
        rejected = row.state == "rejected" and (row.uncertain is None or (row.code and releases(row.code)))
        if rejected and (again or not same):
            replacements.append(
                {
                    "batch": batch,
                    "position": row.position,
                    "attempts": row.attempts,
                    "digest": draft.digest,
                    "payload": draft.payload,
                }
            )
        elif not same:
            payload = connection.scalar(select(PAYLOADS.c.payload).where(PAYLOADS.c.position == row.position))
            raise conflict(row.key, payload or b"{}", draft.payload, uncertain=row.uncertain is not None, code=row.code)
    replaced = _replace(connection, replacements)
    if replaced and into.unsealed is None:
        replaced -= _apply_replacements(connection, batch, now)
        connection.execute(delete(REPLACEMENTS).where(_r.batch == batch))
    return Added(new=len(payloads), known=len(known) - replaced, replaced=replaced)


def _grow(batch: int, count: int) -> Any:
    return update(BATCHES).where(BATCHES.c.id == batch).values(size=BATCHES.c.size + count)


def _discarded() -> LedgerLostError:
    return LedgerLostError(
        "another process took this one for dead and discarded what it was adding; nothing was added, add it again"
    )


def _rows_of(connection: Connection, identities: Iterable[str]) -> Sequence[Any]:
    wanted = list(identities)
    if not wanted:
        return ()
    statement = (
        select(
            _c.key,
            _c.identity,
            _c.position,
            _c.digest,
            _c.state,
            _c.attempts,
            _c.uncertain,
            _c.code,
            _c.batch,
            BATCHES.c.unsealed,
        )
        .join(BATCHES, BATCHES.c.id == _c.batch)
        .where(_c.identity.in_(wanted))
    )
    return connection.execute(statement).all()


def _replace(connection: Connection, replacements: list[dict[str, Any]]) -> int:
    if not replacements:
        return 0
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(REPLACEMENTS).on_conflict_do_nothing(index_elements=["batch", "position"])
    rows = connection.execute(statement.returning(_r.position), replacements).all()
    new = {row.position for row in rows}
    for each in replacements:
        if each["position"] not in new:
            _check_same_replacement(connection, each)
    return len(new)


def _check_same_replacement(connection: Connection, given: dict[str, Any]) -> None:
    statement = select(_r.digest, _r.payload, _c.key).join(DRAFTS, _c.position == _r.position)
    row = connection.execute(statement.where(_r.batch == given["batch"], _r.position == given["position"])).one()
    if row.digest != given["digest"]:
        raise conflict(row.key, row.payload, given["payload"])


def conflict(
    key: str, kept: bytes, given: bytes, *, uncertain: bool = False, code: str | None = None
) -> DraftConflictError:
    """Return the error for two drafts with one key; it names the fields that differ, without their values."""
    one, other = cast("JsonObject", load_json(kept)), cast("JsonObject", load_json(given))
    fields = [name for name in {**one, **other} if one.get(name) != other.get(name)]
    why = ""
    if uncertain:
        why = f"the code {code} of its rejection does not prove that nothing was created: resolve it first"
    return DraftConflictError(key, fields, why)
