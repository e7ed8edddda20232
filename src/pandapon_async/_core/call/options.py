"""Settings in two layers: those of a client, and those that one call overrides. Each validates itself."""

from __future__ import annotations

import math
import random
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, cast

import attrs

from pandapon_async._core.call.codes import CodeBook, shipped_codes
from pandapon_async._core.call.hooks import problem_of
from pandapon_async._core.call.inferred import InferredPaths
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async._core.http.header_text import header_problem
from pandapon_async._core.http.timeouts import PhaseTimeouts
from pandapon_async._core.schema.text import plain_text

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

    import httpx

    from pandapon_async._core.call.hooks import AttemptHook

__all__ = ["CallOptions", "ClientOptions", "RateLimit", "RetryPolicy", "Settings", "TimestampUnit"]

TimestampUnit: TypeAlias = Literal["seconds", "milliseconds"]

_PHASES = ("connect", "read", "write", "pool")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_Validator: TypeAlias = "Callable[[object, attrs.Attribute[Any], Any], None]"


def _number(value: object, what: str, *, least: float, exclusive: bool = False) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ConfigurationError(f"{what} must be a number, got {type(value).__name__}")
    if not math.isfinite(value) or value < least or (exclusive and value == least):
        raise ConfigurationError(f"{what} must be finite and {'more than' if exclusive else 'at least'} {least:g}")
    return value


def _positive(what: str, value: object) -> float:
    return _number(value, what, least=0, exclusive=True)


def _whole(what: str, value: object, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ConfigurationError(f"{what} must be a whole number, got {type(value).__name__}")
    if value < least:
        raise ConfigurationError(f"{what} must be at least {least}")
    return value


def _of(cls: type, *, nullable: bool = False) -> _Validator:
    """Return a validator for values of one class."""

    def check(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, cls) and not (nullable and value is None):
            none = " or None" if nullable else ""
            raise ConfigurationError(f"{attribute.name} must be a {cls.__name__}{none}, got {type(value).__name__}")

    return check


def _at_least(least: float, *, exclusive: bool = False) -> _Validator:
    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        _number(value, f"{type(instance).__name__}.{attribute.name}", least=least, exclusive=exclusive)

    return check


def _whole_at_least(least: int) -> _Validator:
    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        prefix = "" if isinstance(instance, ClientOptions) else f"{type(instance).__name__}."
        _whole(f"{prefix}{attribute.name}", value, least)

    return check


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often and with what delays a call is retried, if that is safe.

    Whether it is safe is not a matter of policy: reads may be retried, writes and payments only if the server certainly
    never took them.

    Attributes:
        attempts: How often a request is sent at most, the first time included; 1 turns retries off.
        base_delay: Seconds before the first retry; doubles with each one.
        max_delay: Ceiling of the delay in seconds.
        max_retry_after: Longest ``Retry-After`` in seconds that is waited for; a longer one ends the call at once.
        jitter: Source of numbers in [0, 1); each delay is spread between half of it and all of it.
    """

    attempts: int = attrs.field(default=3, validator=_whole_at_least(1))
    base_delay: float = attrs.field(default=0.5, validator=_at_least(0))
    max_delay: float = attrs.field(default=8.0, validator=_at_least(0))
    max_retry_after: float = attrs.field(default=60.0, validator=_at_least(0))
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)

    def delay(self, retry: int) -> float:
        """Return the seconds to wait before a retry, counted from 1."""
        # The exponent is bounded so that a large count cannot overflow.
        full = min(self.max_delay, self.base_delay * float(2 ** min(retry - 1, 30)))
        return full * (0.5 + self.jitter() / 2)


@attrs.frozen
class RateLimit:
    """At most ``calls`` requests in each ``seconds``, evenly spaced after a first burst of ``burst``.

    Attributes:
        calls: Number of requests.
        seconds: Length of the period in seconds.
        burst: How many may leave at once after a pause; 1 spaces all of them evenly. The limit holds all the same:
            after a burst of ``calls`` requests, the next one waits for ``seconds``.
    """

    calls: float = attrs.field(validator=_at_least(0, exclusive=True))
    seconds: float = attrs.field(default=1.0, validator=_at_least(0, exclusive=True))
    burst: int = attrs.field(default=1, validator=_whole_at_least(1))


def _timeout(value: httpx.Timeout | PhaseTimeouts | float) -> PhaseTimeouts:
    if isinstance(value, PhaseTimeouts):
        return value
    if isinstance(value, int | float):
        seconds = _positive("timeout", value)
        return PhaseTimeouts(connect=seconds, read=seconds, write=seconds, pool=seconds)
    as_dict = getattr(value, "as_dict", None)
    phases: object = as_dict() if callable(as_dict) else None
    if not isinstance(phases, dict) or phases.keys() != set(_PHASES):
        raise ConfigurationError(
            f"timeout must be a number of seconds or an httpx.Timeout, got {type(value).__name__}; "
            "every phase needs a limit"
        )
    limits = cast("dict[str, float | None]", phases)
    for phase, limit in limits.items():
        if limit is None:
            raise ConfigurationError(f"timeout: the phase {phase!r} has no limit; every phase needs one")
        _positive(f"timeout: the phase {phase!r}", limit)
    return PhaseTimeouts(**cast("dict[str, float]", limits))


def _headers(value: Mapping[str, str]) -> Mapping[str, str]:
    try:
        pairs = list(value.items())
    except AttributeError:
        raise ConfigurationError(f"headers must be a mapping, got {type(value).__name__}") from None
    checked: dict[str, str] = {}
    for name, text in cast("list[tuple[object, object]]", pairs):
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            raise ConfigurationError("headers: a name must be a str of letters, digits and hyphens")
        # Without the text: headers of the caller's may be secret.
        if not isinstance(text, str):
            raise ConfigurationError(f"headers: the value of {name!r} must be str, got {type(text).__name__}")
        if any(character in "\r\n\0" for character in text) or not text.isascii():
            raise ConfigurationError(f"headers: {name!r} holds a line break, NUL or a character outside ASCII")
        checked[plain_text(name)] = plain_text(text)
    return MappingProxyType(checked)


def _user_id(value: str | None) -> str | None:
    if value is None:
        return None
    if (problem := header_problem("user_id", value)) is not None:
        raise ConfigurationError(problem)
    return plain_text(value)


def _deadline(value: float | None) -> float | None:
    return None if value is None else _positive("deadline", value)


def _count(value: int | None) -> int | None:
    return None if value is None else _whole("max_concurrency (None: no limit)", value, 1)


def _success_codes(value: Iterable[int]) -> frozenset[int]:
    try:
        codes = frozenset(value)
    except TypeError:
        raise ConfigurationError(f"success_codes must be a set of int, got {type(value).__name__}") from None
    if not all(type(code) is int for code in cast("frozenset[object]", codes)):
        raise ConfigurationError("success_codes must hold int only; for other codes use the setting codes")
    return codes


def _codes(value: Mapping[str | int, str] | CodeBook) -> CodeBook:
    if isinstance(value, CodeBook):
        return value
    if not hasattr(value, "items"):
        raise ConfigurationError(f"codes must be a mapping of codes to meanings, got {type(value).__name__}")
    return shipped_codes().extended(value)


def _hooks(value: Iterable[AttemptHook]) -> tuple[AttemptHook, ...]:
    try:
        hooks = tuple(value)
    except TypeError:
        raise ConfigurationError(f"hooks must be a list of hooks, got {type(value).__name__}") from None
    for hook in hooks:
        if (problem := problem_of(hook)) is not None:
            raise ConfigurationError(f"hooks: {type(hook).__name__} {problem}")
    return hooks


def _unit(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if value not in ("seconds", "milliseconds"):
        raise ConfigurationError("timestamp_unit must be 'seconds' or 'milliseconds'")


def _inferred(value: InferredPaths | bool | str | os.PathLike[str]) -> InferredPaths:  # noqa: FBT001 - an attrs converter
    return InferredPaths.of(value)


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
    codes: Mapping[str | int, str] | CodeBook
    max_response_bytes: int
    hooks: Iterable[AttemptHook]
    inferred: InferredPaths | bool | str | os.PathLike[str]


class CallOptions(TypedDict, total=False):
    """What every operation accepts beside its own arguments, for this call only.

    Keys:
        timeout: Seconds for each phase of an attempt, or an ``httpx.Timeout``.
        deadline: Seconds for the whole call: waiting for a permit, all attempts and the delays between them.
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
        deadline: Seconds for a whole call: waiting for a permit, all attempts and the delays between them. ``None``: no
            limit beyond the attempts' own.
        retry: How calls are retried if that is safe.
        max_concurrency: How many requests of this client are in flight at once; further calls wait.
        rate_limit: How many requests leave in a period; ``None``: no limit.
        user_id: Sub-account that calls act for, instead of the one in the credentials.
        headers: Further HTTP headers of every request.
        timestamp_unit: Unit of the signed timestamp. Both known public integrations send seconds; a placeholder in the
            documentation has the digits of milliseconds.
        success_codes: Codes of the envelope that mean success.
        codes: What further codes mean, by code: ``success``, ``refused``, ``in_doubt``, ``retry_later``, ``account`` or
            ``throttled``. They are added to the shipped code book; :func:`load_codes` reads them from a file.
        max_response_bytes: Longest body of a response that is read, decompressed.
        hooks: Called before and after each attempt.
        inferred: Whether operations with an inferred path may be called: ``True``, ``False``, or the path of a
            ``confirmed.toml`` with those that may.
    """

    timeout: PhaseTimeouts = attrs.field(
        default=PhaseTimeouts(connect=5.0, read=30.0, write=30.0, pool=30.0), converter=_timeout
    )
    deadline: float | None = attrs.field(default=90.0, converter=_deadline)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy, validator=_of(RetryPolicy))
    max_concurrency: int | None = attrs.field(default=64, converter=_count)
    rate_limit: RateLimit | None = attrs.field(default=None, validator=_of(RateLimit, nullable=True))
    user_id: str | None = attrs.field(default=None, converter=_user_id)
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], converter=_headers, repr=False)
    timestamp_unit: TimestampUnit = attrs.field(default="seconds", validator=_unit)
    success_codes: frozenset[int] = attrs.field(default=frozenset({200}), converter=_success_codes)
    codes: CodeBook = attrs.field(factory=shipped_codes, converter=_codes)
    max_response_bytes: int = attrs.field(default=16 * 1024 * 1024, validator=_whole_at_least(1))
    hooks: tuple[AttemptHook, ...] = attrs.field(default=(), converter=_hooks, repr=False)
    inferred: InferredPaths = attrs.field(default=InferredPaths(), converter=_inferred)

    def is_success(self, code: int | str) -> bool:
        """Return whether a code means success."""
        return code in self.success_codes or self.codes.meaning(code) == "success"

    @classmethod
    def build(cls, settings: Settings) -> Self:
        """Build from keyword arguments.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        return cls().override(settings)

    def override(self, settings: Settings) -> Self:
        """Return a copy with other settings; headers and codes are added to those that there are.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        known = self.names()
        if unknown := settings.keys() - known:
            raise ConfigurationError(f"unknown setting {min(unknown)!r}; known are: {', '.join(sorted(known))}")
        changes = dict(cast("Mapping[str, Any]", settings))
        if "headers" in changes:
            changes["headers"] = {**self.headers, **_headers(changes["headers"])}
        if "codes" in changes and not isinstance(changes["codes"], CodeBook):
            _codes(changes["codes"])
            changes["codes"] = self.codes.extended(changes["codes"])
        return attrs.evolve(self, **changes)

    def for_call(self, options: CallOptions) -> Self:
        """Return the settings of one call.

        Raises:
            InvalidArgumentError: A call has no such option (most often a misspelt argument), or it cannot be sent.
            ConfigurationError: An option has an impossible value.
        """
        if not options:
            return self
        unknown = options.keys() - CallOptions.__annotations__.keys()
        if unknown:
            name = min(unknown)
            raise InvalidArgumentError(name, "unexpected argument; the operation has none of this name")
        user_id = options.get("user_id")
        if user_id is not None and (problem := header_problem("user_id", user_id)) is not None:
            raise InvalidArgumentError("user_id", problem.removeprefix("user_id "))
        return self.override(cast("Settings", options))

    @staticmethod
    def names() -> frozenset[str]:
        """Return the names of all settings."""
        return frozenset(attribute.name for attribute in attrs.fields(ClientOptions))
