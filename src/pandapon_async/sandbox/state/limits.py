"""How much the sandbox keeps beside orders, so that nothing grows without end."""

from typing import Final

from pandapon_async.sandbox.refusal import Reason, RefusedError

MOST_PER_OWNER: Final = 10_000


def check_room(kept: int, what: str) -> None:
    """Refuse one more of something.

    Raises:
        RefusedError: there are ten thousand already.
    """
    if kept >= MOST_PER_OWNER:
        raise RefusedError(Reason.LIMIT, f"the sandbox keeps no more than {MOST_PER_OWNER} {what}")
