"""How a command ends that does not succeed: one line on stderr, and an exit status that a script can tell apart."""

from __future__ import annotations

from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from pandapon_async._core.call.errors import APIError, DecodeError, OutcomeUnknownError, PartialSuccessError
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError, PandaPonError

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["ExitStatus", "FailureError", "failures_explained"]


class ExitStatus(IntEnum):
    """Exit statuses beside 0 for success."""

    USAGE = 2
    REFUSED = 3
    NOT_SENT = 4
    UNKNOWN = 5
    UNDECODABLE = 6
    PARTIAL = 7
    UNCERTAIN = 8


class FailureError(click.ClickException):
    """The command cannot succeed."""

    def __init__(self, message: str, status: ExitStatus = ExitStatus.USAGE) -> None:
        super().__init__(" ".join(message.split()))
        self._status = status

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """The exit status that click ends the process with."""
        return int(self._status)


@contextmanager
def failures_explained() -> Generator[None]:
    """Turn the errors of a call into failures. Their texts hold neither secrets nor personal data.

    Raises:
        FailureError: The body raised a PandaPonError.
    """
    try:
        yield
    except PandaPonError as error:
        raise FailureError(str(error), status_of(error)) from None


def status_of(error: PandaPonError) -> ExitStatus:
    """Return the exit status for an error."""
    match error:
        case ConfigurationError() | InvalidArgumentError():
            return ExitStatus.USAGE
        case APIError():
            return ExitStatus.REFUSED if error.certain else ExitStatus.UNCERTAIN
        case PartialSuccessError():
            return ExitStatus.PARTIAL
        case OutcomeUnknownError():
            return ExitStatus.UNKNOWN
        case DecodeError():
            return ExitStatus.UNDECODABLE
        case _:
            return ExitStatus.NOT_SENT
