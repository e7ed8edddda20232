"""Signatures: what proves that a request comes from the account it names.

What is documented: the five header names; that access key, timestamp and nonce are signed; that user id is not; that
the server allows 600 s of clock difference; and, on some pages, query parameters ``timestamp`` and ``sign``. What is
assumed: the digest itself (from an independent public integration of the same endpoints), and that ``sign`` is that
same digest. Hence :class:`Signer` is small and replaceable.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Protocol

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.call.credentials import Credentials
    from pandapon_async._core.call.operation import Signing

__all__ = ["Md5Signer", "Signable", "Signature", "Signer", "random_nonce"]

_NO_QUERY: Mapping[str, str] = {}


# Neither is frozen: attrs pays for that with each one made, and one of each is made for every attempt.
@attrs.define(kw_only=True)
class Signable:
    """A request that is about to be signed, once per attempt.

    Attributes:
        scheme: Where the documentation shows the signature: in headers or in the query.
        method: HTTP method.
        path: Path below the base URL.
        query: Query without the signature.
        body: Body as it is sent.
        timestamp: Time to sign, in the configured unit.
        nonce: 32 random characters, new for each attempt.
        user_id: Sub-account.
    """

    scheme: Signing
    method: str
    path: str
    query: Mapping[str, str] = attrs.field(repr=False)
    body: bytes | None = attrs.field(repr=False)
    timestamp: str
    nonce: str
    user_id: str


@attrs.define
class Signature:
    """What signing adds to a request."""

    headers: Mapping[str, str] = attrs.field(repr=False)
    query: Mapping[str, str] = attrs.field(default=_NO_QUERY, repr=False)


class Signer(Protocol):
    """A signature scheme."""

    def sign(self, request: Signable, credentials: Credentials) -> Signature:
        """Return what is to be added to the request. Called once for each attempt."""
        ...


class Md5Signer:
    """Upper-case hex MD5 of access key, timestamp, nonce and access secret, one after the other.

    Query-signed requests carry the same digest as ``sign``, and the headers as well, since the manual wants these on
    all requests.
    """

    def sign(self, request: Signable, credentials: Credentials) -> Signature:
        """Return the five headers, and ``timestamp`` and ``sign`` for the query where the scheme wants them."""
        # Fed piece by piece, so that no local variable ever holds the secret next to anything.
        digest = hashlib.md5(credentials.access_key.encode(), usedforsecurity=False)
        digest.update(request.timestamp.encode())
        digest.update(request.nonce.encode())
        digest.update(credentials.access_secret.encode())
        signature = digest.hexdigest().upper()
        headers = {
            "access-key": credentials.access_key,
            "timestamp": request.timestamp,
            "nonce-str": request.nonce,
            "user-id": request.user_id,
            "signature": signature,
        }
        if request.scheme == "header":
            return Signature(headers)
        return Signature(headers, {"timestamp": request.timestamp, "sign": signature})


def random_nonce() -> str:
    """Return 32 random characters."""
    return secrets.token_hex(16)
