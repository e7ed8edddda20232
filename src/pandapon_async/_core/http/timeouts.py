"""Time-outs of the phases of one attempt."""

from __future__ import annotations

import attrs

__all__ = ["PhaseTimeouts"]


@attrs.frozen(kw_only=True)
class PhaseTimeouts:
    """Limits of the phases of one attempt, in seconds: what an ``httpx.Timeout`` says.

    Attributes:
        connect: Until there is a connection.
        read: Between parts of the answer; the first from the moment the request has left.
        write: Between parts of the request.
        pool: Until a connection is free. The default transport opens another one instead of waiting, unless it has
            ``max_connections``.
    """

    connect: float
    read: float
    write: float
    pool: float

    def as_dict(self) -> dict[str, float]:
        """Return the limits by phase, as transports of httpx are told them."""
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}
