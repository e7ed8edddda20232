"""Limits on records other than orders, so that memory stays bounded."""

from typing import Final

from pandapon_async.sandbox.refusal import Reason, RefusedError

MAX_PER_OWNER: Final = 10_000


def check_room(kept: int, what: str) -> None:
    """Check that one more record fits.

    Raises:
        RefusedError: ten thousand exist already.
    """
    if kept >= MAX_PER_OWNER:
        raise RefusedError(Reason.LIMIT, f"the sandbox stores at most {MAX_PER_OWNER} {what}")
