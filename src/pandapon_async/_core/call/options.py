"""Options, in two layers: what a client is set up with, and what one call overrides."""

from __future__ import annotations

import math
import random
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, cast

import attrs

from pandapon_async._core.call.inferred import InferredPaths
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async._core.http.timeouts import PhaseTimeouts

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

    import httpx

    from pandapon_async._core.call.hooks import AttemptHook

__all__ = ["CallOptions", "ClientOptions", "RateLimit", "RetryPolicy", "Settings", "TimestampUnit"]

TimestampUnit: TypeAlias = Literal["seconds", "milliseconds"]


def _positive(what: str, value: float) -> float:
    if isinstance(value, bool) or not math.isfinite(value) or value <= 0:
        raise ConfigurationError(f"{what} must be a positive finite number")
    return value


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often and how patiently a call is repeated, where repeating is safe.

    Whether it is safe is not a matter of policy: reads may be repeated, writes and payments only when the server
    certainly never took them.

    Attributes:
        attempts: How often a request is sent at most, the first time included; 1 turns repeating off.
        base_delay: Seconds before the first repetition; doubles with each one.
        max_delay: Ceiling of the delay in seconds.
        max_retry_after: Longest ``Retry-After`` in seconds that is waited for; a longer one ends the call at once.
        jitter: Source of numbers in [0, 1); each delay is spread between half of it and all of it.
    """

    attempts: int = 3
    base_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.attempts, bool) or self.attempts < 1:
            raise ConfigurationError("RetryPolicy.attempts must be at least 1")
        for name in ("base_delay", "max_delay", "max_retry_after"):
            value = getattr(self, name)
            if not math.isfinite(value) or value < 0:
                raise ConfigurationError(f"RetryPolicy.{name} must be a finite number of seconds, not negative")

    def delay(self, repetition: int) -> float:
        """Return the seconds to wait before a repetition, counted from 1."""
        # The exponent is bounded so that a large count cannot overflow.
        full = min(self.max_delay, self.base_delay * float(2 ** min(repetition - 1, 30)))
        return full * (0.5 + self.jitter() / 2)


@attrs.frozen
class RateLimit:
    """At most ``calls`` requests in each ``seconds``, evenly spaced after a first burst of ``burst``.

    Attributes:
        calls: Number of requests.
        seconds: Length of the period in seconds.
        burst: How many may leave at once after a pause; 1 spaces all of them evenly.
    """

    calls: float
    seconds: float = 1.0
    burst: int = 1

    def __attrs_post_init__(self) -> None:
        _positive("RateLimit.calls", self.calls)
        _positive("RateLimit.seconds", self.seconds)
        if self.burst < 1:
            raise ConfigurationError("RateLimit.burst must be at least 1")


def _timeout(value: httpx.Timeout | PhaseTimeouts | float) -> PhaseTimeouts:
    if isinstance(value, PhaseTimeouts):
        return value
    if isinstance(value, int | float):
        seconds = _positive("timeout", value)
        return PhaseTimeouts(connect=seconds, read=seconds, write=seconds, pool=seconds)
    phases: dict[str, float | None] = value.as_dict()
    for phase, limit in phases.items():
        if limit is None:
            raise ConfigurationError(f"timeout: the phase {phase!r} has no limit; every phase needs one")
    return PhaseTimeouts(**cast("dict[str, float]", phases))


def _headers(value: Mapping[str, str]) -> Mapping[str, str]:
    for name, text in value.items():
        if any(character in "\r\n\0" for character in name + text):
            # Without the text: headers of the caller's may be secret.
            raise ConfigurationError(f"headers: {name!r} holds a line break or NUL")
    return MappingProxyType(dict(value))


def _deadline(value: float | None) -> float | None:
    return None if value is None else _positive("deadline", value)


def _count(value: int | None) -> int | None:
    if value is not None and (isinstance(value, bool) or value < 1):
        raise ConfigurationError("max_concurrency must be at least 1, or None for no limit")
    return value


def _codes(value: Iterable[int]) -> frozenset[int]:
    return frozenset(value)


def _hooks(value: Iterable[AttemptHook]) -> tuple[AttemptHook, ...]:
    return tuple(value)


class Settings(TypedDict, total=False):
    """What a client's constructor and :meth:`with_options` accept; :class:`ClientOptions` explains each."""

    timeout: httpx.Timeout | float
    deadline: float | None
    retry: RetryPolicy
    max_concurrency: int | None
    rate_limit: RateLimit | None
    user_id: str | None
    headers: Mapping[str, str]
    timestamp_unit: TimestampUnit
    success_codes: Iterable[int]
    max_response_bytes: int
    hooks: Iterable[AttemptHook]
    inferred: InferredPaths | bool | str | os.PathLike[str]


class CallOptions(TypedDict, total=False):
    """What every operation accepts beside its own arguments, for this call only.

    Keys:
        timeout: Seconds for each phase of an attempt, or an ``httpx.Timeout``.
        deadline: Seconds for the whole call: waiting for a slot, all attempts and the pauses between.
        retry: Another retry policy.
        user_id: Another sub-account.
        headers: Further HTTP headers.
        inferred: Whether an operation with an inferred path may be called.
    """

    timeout: httpx.Timeout | float
    deadline: float | None
    retry: RetryPolicy
    user_id: str | None
    headers: Mapping[str, str]
    inferred: bool


@attrs.frozen(kw_only=True)
class ClientOptions:
    """Settings of a client; immutable.

    Attributes:
        timeout: Limits of the phases of one attempt (connect, read, write, pool) in seconds.
        deadline: Seconds for a whole call: waiting for a slot, all attempts and the pauses between. ``None``: no limit
            beyond the attempts' own.
        retry: How calls are repeated where that is safe.
        max_concurrency: How many requests of this client are in flight at once; further calls wait.
        rate_limit: How many requests leave in a period; ``None``: as many as there are.
        user_id: Sub-account that calls act for, instead of the one in the credentials.
        headers: Further HTTP headers of every request.
        timestamp_unit: Unit of the signed timestamp. Both known public integrations send seconds; a placeholder in the
            documentation has the digits of milliseconds.
        success_codes: Codes of the envelope that mean success.
        max_response_bytes: Longest body of an answer that is read, decompressed.
        hooks: Called before and after each attempt.
        inferred: Whether operations with an inferred path may be called: ``True``, ``False``, or the path of a
            ``confirmed.toml`` with those that may.
    """

    timeout: PhaseTimeouts = attrs.field(
        default=PhaseTimeouts(connect=5.0, read=30.0, write=30.0, pool=30.0), converter=_timeout
    )
    deadline: float | None = attrs.field(default=90.0, converter=_deadline)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    max_concurrency: int | None = attrs.field(default=64, converter=_count)
    rate_limit: RateLimit | None = None
    user_id: str | None = None
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], converter=_headers, repr=False)
    timestamp_unit: TimestampUnit = attrs.field(default="seconds")
    success_codes: frozenset[int] = attrs.field(default=frozenset({200}), converter=_codes)
    max_response_bytes: int = 16 * 1024 * 1024
    hooks: tuple[AttemptHook, ...] = attrs.field(default=(), converter=_hooks, repr=False)
    inferred: InferredPaths = attrs.field(default=InferredPaths(), converter=InferredPaths.of)

    def __attrs_post_init__(self) -> None:
        if self.timestamp_unit not in ("seconds", "milliseconds"):
            raise ConfigurationError("timestamp_unit must be 'seconds' or 'milliseconds'")
        if self.max_response_bytes < 1:
            raise ConfigurationError("max_response_bytes must be positive")

    @classmethod
    def build(cls, settings: Settings) -> Self:
        """Build from keyword arguments.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        return cls().override(settings)

    def override(self, settings: Settings) -> Self:
        """Return a copy with other settings.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        known = self.names()
        if unknown := settings.keys() - known:
            raise ConfigurationError(f"unknown setting {min(unknown)!r}; known are: {', '.join(sorted(known))}")
        return attrs.evolve(self, **cast("Mapping[str, Any]", settings))

    def for_call(self, options: CallOptions) -> Self:
        """Return the settings of one call.

        Raises:
            InvalidArgumentError: An option is none that a call has; most often a misspelt argument.
            ConfigurationError: An option has an impossible value.
        """
        if not options:
            return self
        unknown = options.keys() - CallOptions.__annotations__.keys()
        if unknown:
            name = min(unknown)
            raise InvalidArgumentError(name, "unexpected argument; the operation has none of this name")
        changes = dict(cast("Mapping[str, Any]", options))
        if "headers" in changes:
            changes["headers"] = {**self.headers, **changes["headers"]}
        return attrs.evolve(self, **changes)

    @staticmethod
    def names() -> frozenset[str]:
        """Return the names of all settings."""
        return frozenset(attribute.name for attribute in attrs.fields(ClientOptions))
