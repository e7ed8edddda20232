"""Telling pushes of the platform from forged ones.

The documentation gives ``Authorization = HEX_ENCODE(HMAC-SHA256(Base, Secret))`` with the access secret, and leaves
open what the base is. That of the platform behind it, Taobao Global, has the same formula, with the app key directly
followed by the body. So both are accepted: the access key followed by the raw body, and the raw body alone. Neither can
be made without the secret. Whoever knows better replaces the verifier.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Protocol

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HmacVerifier", "TimeWindow", "Unverified", "Verifier", "sign"]


class Verifier(Protocol):
    """Decides whether a push comes from the platform."""

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Tell whether a push is genuine.

        Args:
            body: The body, exactly as it was received.
            authorization: The header ``Authorization``; ``None`` where there is none, or several.
        """
        ...


def sign(body: bytes, secret: str, *, access_key: str = "") -> str:
    """Return the value of ``Authorization`` for a body: what :class:`HmacVerifier` accepts.

    Args:
        body: The raw body.
        secret: The access secret.
        access_key: Put before the body where it is given.
    """
    return hmac.new(secret.encode(), access_key.encode() + body, hashlib.sha256).hexdigest()


def _secrets(value: str | Sequence[str]) -> tuple[bytes, ...]:
    given = (value,) if isinstance(value, str) else tuple(value)
    if not given:
        raise ConfigurationError("no secret is given; without one anybody could push")
    for secret in given:
        # From an environment variable that is missing or empty, as a rule.
        if not isinstance(secret, str) or not secret.strip():  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError("a secret is empty; without one anybody could push")
    return tuple(secret.encode() for secret in given)


@attrs.frozen
class HmacVerifier:
    """Accepts the hex HMAC-SHA256 of the access key followed by the raw body, or of the raw body alone.

    Attributes:
        secrets: The access secret; several while it is being changed.
        access_key: The access key; without one only the body alone is a base.
    """

    secrets: tuple[bytes, ...] = attrs.field(converter=_secrets, repr=False)
    access_key: str = attrs.field(default="", repr=False)

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Tell whether a push is genuine, in a time that does not depend on what is wrong with it."""
        # compare_digest takes only ASCII as text, and headers hold any bytes.
        given = (authorization or "").strip().lower().encode(errors="replace")
        genuine = False
        for secret in self.secrets:
            for base in (self.access_key.encode() + body, body):
                expected = hmac.new(secret, base, hashlib.sha256).hexdigest().encode()
                genuine |= hmac.compare_digest(expected, given)
        return genuine


@attrs.frozen
class Unverified:
    """Accepts everything. For an address that nobody else can reach."""

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Accept."""
        del body, authorization
        return True


@attrs.frozen(kw_only=True)
class TimeWindow:
    """How old a push may be.

    The platform tries five times more, the first time after half an hour; how long it waits then is not documented. A
    day covers half an hour that doubles each time. A push that tells no time is let through: it cannot be forged, and
    sent again it is a duplicate.

    Attributes:
        past: Seconds that a push may be old.
        future: Seconds that it may be ahead of this machine's clock.
    """

    past: float = 86_400.0
    future: float = 600.0

    def holds(self, pushed_at: float | None, now: float) -> bool:
        """Tell whether a push is neither too old nor from the future; both times in seconds since the epoch."""
        return pushed_at is None or now - self.past <= pushed_at <= now + self.future
