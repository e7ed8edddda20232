"""Verifies the signature of pushes.

The documentation gives ``Authorization = HEX_ENCODE(HMAC-SHA256(Base, Secret))`` with the access secret and does not
say what the base is. Taobao Global, the platform behind it, documents the same formula with the app key followed by the
body as the base. So two bases are accepted: the access key followed by the raw body, and the raw body alone. Both need
the secret. Pass your own verifier if you know the actual rule.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Protocol

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HmacVerifier", "Unverified", "Verifier", "sign", "sign_push"]


class Verifier(Protocol):
    """Decides whether a push comes from the platform."""

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Return True if a push is genuine.

        Args:
            body: The body, exactly as it was received.
            authorization: The header ``Authorization``; ``None`` where it is missing or occurs more than once.
        """
        ...


def sign(body: bytes, secret: str, *, access_key: str = "") -> str:
    """Return the value of ``Authorization`` for a body, as the default verifier accepts it.

    Args:
        body: The raw body.
        secret: The access secret.
        access_key: The access key; without it, the body alone is signed.
    """
    return hmac.new(secret.encode(), access_key.encode() + body, hashlib.sha256).hexdigest()


def sign_push(body: bytes, secret: str, *, access_key: str = "") -> dict[str, str]:
    """Return the headers of a genuine push, for tests of your own receiver.

    ::

        body = json.dumps({"messageType": "ORDER_PAY_SUCCESS", "messageBody": {"orderId": "1"}}).encode()
        response = await client.post("/pandapon/", content=body, headers=sign_push(body, secret))

    Args:
        body: The raw body.
        secret: The access secret.
        access_key: The access key; without it, the body alone is signed.
    """
    return {"Content-Type": "application/json", "Authorization": sign(body, secret, access_key=access_key)}


def _secrets(value: str | Sequence[str]) -> tuple[bytes, ...]:
    given = (value,) if isinstance(value, str) else tuple(value)
    if not given:
        raise ConfigurationError("no secret is given; without one anybody could push")
    for secret in given:
        # Usually from an environment variable that is missing or empty.
        if not isinstance(secret, str) or not secret.strip():  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError("a secret is empty; without one anybody could push")
    return tuple(secret.encode() for secret in given)


@attrs.frozen
class HmacVerifier:
    """Accepts the hex HMAC-SHA256 of the access key followed by the raw body, or of the raw body alone.

    Attributes:
        secrets: The access secret; several while it is being changed.
        access_key: The access key; without it, only the raw body alone is accepted as the base.
    """

    secrets: tuple[bytes, ...] = attrs.field(converter=_secrets, repr=False)
    access_key: str = attrs.field(default="", repr=False)

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Return True if a push is genuine, in constant time."""
        # compare_digest accepts only ASCII as text, and headers contain any bytes.
        given = (authorization or "").strip().lower().encode(errors="replace")
        genuine = False
        for secret in self.secrets:
            for base in (self.access_key.encode() + body, body):
                expected = hmac.new(secret, base, hashlib.sha256).hexdigest().encode()
                genuine |= hmac.compare_digest(expected, given)
        return genuine


@attrs.frozen
class Unverified:
    """Accepts everything. Only for an address that nobody else can reach."""

    def verify(self, body: bytes, authorization: str | None) -> bool:
        """Accept the push."""
        del body, authorization
        return True
