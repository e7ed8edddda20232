"""Evidence of success: what ``x-pandapon-evidence`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen import extensions
from pandapon_async.codegen.schema_rules import unknown_keys
from pandapon_async.codegen.specification import list_at, object_at, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["EVIDENCE", "EvidenceIR", "check_evidence", "evidence_of"]

EVIDENCE: Final = "x-pandapon-evidence"


class EvidenceIR(NamedTuple):
    """What proves that a write succeeded, by wire names."""

    ids: tuple[str, ...]
    empty: tuple[str, ...]
    flags: tuple[str, ...]


def evidence_of(operation: SourceOperation) -> EvidenceIR | None:
    """Return what an operation declares; ``None`` if it declares nothing."""
    declared = object_at(operation.data, EVIDENCE)
    if not declared:
        return None
    ids, empty, flags = (tuple(str(name) for name in list_at(declared, key)) for key in EvidenceIR._fields)
    return EvidenceIR(ids, empty, flags)


def check_evidence(operation: SourceOperation) -> Iterator[Finding]:
    """Check what an operation declares."""
    where = operation.pointer + pointer(EVIDENCE)
    declared = object_at(operation.data, EVIDENCE)
    if not declared or not all(
        isinstance(names, list) and names and all(isinstance(name, str) and name for name in names)
        for names in declared.values()
    ):
        yield where, "must be an object of lists of names"
        return
    yield from unknown_keys(declared, extensions.EVIDENCE_KEYS, where)
    if operation.data.get("x-pandapon-effect") == "read":
        yield where, "only a write or a payment has evidence"
