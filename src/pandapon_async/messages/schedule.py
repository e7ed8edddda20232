"""When a message is tried again."""

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


@attrs.frozen(kw_only=True)
class RetrySchedule:
    """How often a message is tried whose handler fails, and how long is waited between.

    The pause doubles from try to try, up to a limit; then up to half of it is taken off by chance, so that messages
    that failed together do not come back together. The defaults give a handler some hours.

    Attributes:
        attempts: How often a message is tried before it is dead.
        first: Seconds after the first failure.
        longest: Seconds at most.
        factor: By what a pause grows.
        jitter: Share of a pause that chance may take off, 0 to 1.
    """

    attempts: int = attrs.field(default=20, validator=_positive)
    first: float = attrs.field(default=1.0, validator=_positive)
    longest: float = attrs.field(default=3_600.0, validator=_positive)
    factor: float = attrs.field(default=2.0, validator=_positive)
    jitter: float = 0.5

    def pause(self, attempt: int, chance: random.Random) -> float:
        """Return the seconds to wait after a failed attempt, counted from 1."""
        try:
            pause = min(self.longest, self.first * self.factor ** (attempt - 1))
        except OverflowError:
            pause = self.longest
        return pause * (1 - self.jitter * chance.random())
