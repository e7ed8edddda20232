"""What can go wrong around message pushes.

::

    PandaPonError
    └── MessagesError
        ├── MalformedMessageError     a push that is no JSON object
        └── InboxError                the inbox cannot be used
            ├── InboxVersionError     a newer version of this package wrote it
            ├── InboxLockedError      another program holds it
            ├── InboxFullError        no room on the disk
            ├── InboxReadOnlyError    it may not be written
            └── InboxLostError        another process took this one for dead

A setting that makes no sense is a :class:`~pandapon_async._core.errors.ConfigurationError`. Texts hold neither secrets
nor anything of a push.
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
    "MalformedMessageError",
    "MessagesError",
]


class MessagesError(PandaPonError):
    """Root of the errors of this package."""


class MalformedMessageError(MessagesError):
    """A push that is no JSON object."""


class InboxError(MessagesError):
    """The inbox cannot be used."""


class InboxVersionError(InboxError):
    """A newer version of this package wrote the inbox."""


class InboxLockedError(InboxError):
    """Another program holds the inbox."""


class InboxFullError(InboxError):
    """There is no room for the inbox."""


class InboxReadOnlyError(InboxError):
    """The inbox may not be written."""


class InboxLostError(InboxError):
    """Another process took this one for dead, and handles its messages."""
