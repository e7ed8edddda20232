"""What can go wrong with a batch, besides what single calls raise.

::

    PandaPonError
    └── OrdersError
        ├── InvalidDraftError        a draft that cannot be sent
        ├── InvalidDraftsError       a file with such rows; nothing of it was added
        ├── DraftFileError           a file that cannot be read as one of drafts, or not be written
        ├── DraftConflictError       two different drafts with one key
        ├── SubmissionAbortedError   a submission that ended before its batch
        └── LedgerError              the ledger cannot be used, or not for this
            ├── LedgerMismatchError  it belongs to another account, server, surface or kind
            ├── LedgerVersionError   a newer version of this package wrote it
            ├── LedgerLockedError    another program holds it
            │   └── BatchInProgressError  another process is adding a draft of the same key
            ├── LedgerFullError      no room on the disk
            ├── LedgerReadOnlyError  it may not be written
            └── LedgerLostError      the worker's lock or the ledger's file is gone

Texts name keys, files, lines and columns, and never the personal data of a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pandapon_async._core.errors import PandaPonError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self


__all__ = [
    "BatchInProgressError",
    "DraftConflictError",
    "DraftFileError",
    "InvalidDraftError",
    "InvalidDraftsError",
    "LedgerError",
    "LedgerFullError",
    "LedgerLockedError",
    "LedgerLostError",
    "LedgerMismatchError",
    "LedgerReadOnlyError",
    "LedgerVersionError",
    "OrdersError",
    "RowProblem",
    "SubmissionAbortedError",
]


@attrs.frozen(kw_only=True)
class RowProblem:
    """A row that cannot be sent, and the reason.

    Attributes:
        file: Name of the file.
        line: Line on which the row begins, from 1.
        column: Column or nested field; empty for the row as a whole.
        value: What stands there, as far as it is no personal data; empty for nothing.
        problem: What is wrong with it.
    """

    file: str
    line: int
    column: str
    value: str
    problem: str

    def __str__(self) -> str:
        column = f"{self.column}: " if self.column else ""
        value = f" (here: {self.value})" if self.value else ""
        return f"{self.file}:{self.line}: {column}{self.problem}{value}"


class OrdersError(PandaPonError):
    """Root of the errors of this package."""


class InvalidDraftError(OrdersError):
    """A draft that cannot be sent; nothing was.

    Attributes:
        column: Where it is wrong, such as ``order_line_list.1.quantity``; empty for the draft as a whole.
        problem: What is wrong. Never holds the value.
    """

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(column, problem)
        self.column = column
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.column}: {self.problem}" if self.column else self.problem


class InvalidDraftsError(OrdersError):
    """A file holds rows that cannot be sent; none of its rows was taken.

    Attributes:
        problems: The first of them.
        count: How many rows are wrong.
    """

    def __init__(self, problems: Sequence[RowProblem], count: int) -> None:
        super().__init__(problems, count)
        self.problems = tuple(problems)
        self.count = count

    def __str__(self) -> str:
        shown = "\n".join(str(problem) for problem in self.problems)
        more = self.count - len(self.problems)
        return f"{shown}\n... and {more} more" if more else shown


class DraftFileError(OrdersError):
    """A file cannot be read as one of drafts, or cannot be written. Nothing of it was added."""


class DraftConflictError(OrdersError):
    """Two different drafts with one key. One of them is wrong, and only their author knows which one.

    Attributes:
        key: The key.
        fields: Names of the fields that differ.
        why: Why the new draft cannot replace the one in the ledger, if there is more to say.
    """

    def __init__(self, key: str, fields: Sequence[str], why: str = "") -> None:
        super().__init__(key, fields, why)
        self.key = key
        self.fields = tuple(fields)
        self.why = why

    def __str__(self) -> str:
        differ = f"; they differ in {', '.join(self.fields)}" if self.fields else ""
        why = f"; {self.why}" if self.why else ""
        return f"two different drafts have the key {self.key!r}{differ}{why}"


class SubmissionAbortedError(OrdersError):
    """A submission ended before its batch. What was not sent stays pending; resume it."""


class LedgerError(OrdersError):
    """The ledger cannot be used, or not for this."""


class LedgerMismatchError(LedgerError):
    """The ledger belongs to another account, server, surface or kind of draft."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer version of this package."""


class LedgerLockedError(LedgerError):
    """Another program holds the ledger."""


class BatchInProgressError(LedgerLockedError):
    """Another process is adding a draft of the same key; whether that draft stays is not decided yet.

    Attributes:
        batch: The batch that it is adding.
    """

    def __init__(self, key: str, batch: int) -> None:
        super().__init__(key, batch)
        self.key = key
        self.batch = batch

    def __str__(self) -> str:
        return f"another process is adding a draft of the key {self.key!r}; try again when it has finished"


class LedgerFullError(LedgerError):
    """The disk is full, or the database has reached its largest size."""


class LedgerReadOnlyError(LedgerError):
    """The ledger may not be written."""


class LedgerLostError(LedgerError):
    """The worker's lock or the ledger's file is gone: the process must not send any more.

    Others may take over what it was sending, as unknown.
    """

    @classmethod
    def of(cls, key: str) -> Self:
        """Return the error for one of the drafts."""
        return cls(f"another process took this one for dead and took over the draft {key!r}")
