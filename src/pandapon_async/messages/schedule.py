"""When a message is retried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    import random

__all__ = ["RetrySchedule"]


def _positive(_instance: object, attribute: attrs.Attribute[Any], value: float) -> None:
    if not value > 0:
        raise ConfigurationError(f"{attribute.name} must be more than 0")


def _share(_instance: object, attribute: attrs.Attribute[Any], value: float) -> None:
    if not 0 <= value <= 1:
        raise ConfigurationError(f"{attribute.name} must be from 0 to 1")


@attrs.frozen(kw_only=True)
class RetrySchedule:
    """How often a message whose handler fails is retried, and the pauses between.

    The pause doubles with each attempt, up to a limit. Then a random share of it is subtracted, so that messages that
    failed together are not retried together. The defaults retry for some hours.

    Attributes:
        attempts: Attempts before a message becomes a dead letter.
        first: Seconds after the first failure.
        longest: Maximum seconds.
        factor: Growth of the pause with each attempt.
        jitter: Maximum share of a pause that is subtracted at random, 0 to 1.
    """

    attempts: int = attrs.field(default=20, validator=_positive)
    first: float = attrs.field(default=1.0, validator=_positive)
    longest: float = attrs.field(default=3_600.0, validator=_positive)
    factor: float = attrs.field(default=2.0, validator=_positive)
    jitter: float = attrs.field(default=0.5, validator=_share)

    def pause(self, attempt: int, chance: random.Random) -> float:
        """Return the pause in seconds after a failed attempt, counted from 1."""
        try:
            pause = min(self.longest, self.first * self.factor ** (attempt - 1))
        except OverflowError:
            pause = self.longest
        return pause * (1 - self.jitter * chance.random())
