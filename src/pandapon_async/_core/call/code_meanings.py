"""What the code of a response can mean."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

__all__ = ["MEANINGS", "NOTHING_DONE", "Meaning"]

Meaning: TypeAlias = Literal["success", "refused", "in_doubt", "retry_later", "account", "throttled"]
"""What a code means.

``success``: the call succeeded; ``refused``: the server refused it before anything was done; ``in_doubt``: it may have
been carried out; ``retry_later``: nothing was done, the same call may succeed later; ``account``: nothing was done, the
account was refused; ``throttled``: nothing was done, too many requests.
"""

MEANINGS: Final[tuple[str, ...]] = get_args(Meaning)
#: Meanings of codes that prove that nothing was done.
NOTHING_DONE: Final[frozenset[Meaning]] = frozenset({"refused", "retry_later", "account", "throttled"})
