"""Errors of message pushes.

::

    PandaPonError
    └── MessagesError
        ├── VerificationError         the push is not genuine, or too old
        └── InboxError                the inbox cannot be used
            ├── InboxVersionError     a newer version of this package wrote it
            ├── InboxLockedError      another program holds it
            ├── InboxFullError        the disk is full
            ├── InboxReadOnlyError    it is read-only
            └── InboxLostError        this process lost its worker lock

A wrong setting is a :class:`~pandapon_async._core.errors.ConfigurationError`. Error texts contain neither secrets nor
any part of a push.
"""

from __future__ import annotations

from pandapon_async._core.errors import PandaPonError

__all__ = [
    "InboxError",
    "InboxFullError",
    "InboxLockedError",
    "InboxLostError",
    "InboxReadOnlyError",
    "InboxVersionError",
    "MessagesError",
    "VerificationError",
]


class MessagesError(PandaPonError):
    """Root of the errors of this package."""


class VerificationError(MessagesError):
    """The signature of a push is missing or wrong, or the push is too old. Respond with 401."""


class InboxError(MessagesError):
    """The inbox cannot be used."""


class InboxVersionError(InboxError):
    """A newer version of this package wrote the inbox."""


class InboxLockedError(InboxError):
    """Another program holds the inbox."""


class InboxFullError(InboxError):
    """The disk that holds the inbox is full."""


class InboxReadOnlyError(InboxError):
    """The inbox is read-only."""


class InboxLostError(InboxError):
    """This process lost its worker lock; other processes may handle its messages."""
