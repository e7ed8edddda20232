"""Errors of senders. Each states how far the request got."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["HttpError", "Phase", "Progress", "ResponseTooLargeError"]

Progress: TypeAlias = Literal["never_sent", "partly_sent", "sent", "answer_begun"]
"""How far a request got.

``never_sent``: not one byte of it was handed to the operating system; ``partly_sent``: some bytes were; ``sent``: all
were; ``answer_begun``: the response has begun to arrive.
"""

Phase: TypeAlias = Literal["pool", "connect", "tls", "proxy", "write", "read", "protocol"]
"""What the sender was doing when it failed."""


class HttpError(Exception):
    """A request without a complete response.

    The text is ours: it quotes no URL, header or body.

    Attributes:
        progress: How far the request got.
        phase: What the sender was doing.
        timed_out: Whether the phase took longer than its time-out.
    """

    def __init__(self, reason: str, *, progress: Progress, phase: Phase, timed_out: bool = False) -> None:
        super().__init__(reason)
        self.progress: Progress = progress
        self.phase: Phase = phase
        self.timed_out = timed_out

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), str(self), self.progress, self.phase, self.timed_out)


def _restore(cls: type[HttpError], reason: str, progress: Progress, phase: Phase, timed_out: bool) -> HttpError:  # noqa: FBT001
    return cls(reason, progress=progress, phase=phase, timed_out=timed_out)


class ResponseTooLargeError(HttpError):
    """The response is longer than the client accepts."""

    def __init__(
        self,
        reason: str = "the response is longer than max_response_bytes",
        *,
        progress: Progress = "answer_begun",
        phase: Phase = "read",
        timed_out: bool = False,
    ) -> None:
        super().__init__(reason, progress=progress, phase=phase, timed_out=timed_out)
