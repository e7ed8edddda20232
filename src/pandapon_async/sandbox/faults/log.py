"""A log of injected faults: which call met which fault, and whether the call was carried out."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

#: "refused": the sandbox refused the call itself, so the fault of its response did not apply.
Done: TypeAlias = Literal["yes", "no", "in part", "refused"]

_MAX_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class InjectedFault:
    """A call that met faults.

    Attributes:
        time: Seconds since the epoch, by the sandbox's clock.
        faults: Names of the faults.
        operation: Operation id.
        account: Access key of the call.
        key: The caller's own order number or the order id; None if the rules did not need it.
        done: Whether the call was carried out.
        order_ids: The orders that it created.
    """

    time: float
    faults: tuple[str, ...]
    operation: str
    account: str
    key: str | None
    done: Done
    order_ids: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON. The key is left out: a message of a 1688 order may be personal."""
        return {
            "time": self.time,
            "faults": list(self.faults),
            "operation": self.operation,
            "done": self.done,
            "orderIds": list(self.order_ids),
        }


class FaultLog:
    """The latest ten thousand calls that met faults."""

    def __init__(self) -> None:
        self._entries: deque[InjectedFault] = deque(maxlen=_MAX_KEPT)

    def __iter__(self) -> Iterator[InjectedFault]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entry: InjectedFault) -> None:
        """Add an entry."""
        self._entries.append(entry)

    def clear(self) -> None:
        """Delete all entries."""
        self._entries.clear()
