"""Verifies and reads pushes in one call, for users who want no inbox."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from pandapon_async.messages.decoding import decompress, to_utf8
from pandapon_async.messages.errors import VerificationError
from pandapon_async.messages.events import parse
from pandapon_async.messages.verification import HmacVerifier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages.verification import Verifier

__all__ = ["MAX_AGE", "Webhook", "verified_content"]

#: Seconds. The platform retries five times; how long it waits is not documented. A week covers an outage as well.
MAX_AGE: Final = 7 * 86_400.0
_MAX_CONTENT: Final = 16 * 1024 * 1024


class Webhook:
    """Verifies and reads pushes. It stores nothing: for pushes that must not be lost, use ``Messages``.

    ::

        webhook = Webhook(secret, access_key=key)
        try:
            event = webhook.unwrap(await request.body(), request.headers)
        except VerificationError:
            return Response(status_code=401)

    Args:
        secret: The access secret; several while it is being changed.
        access_key: The access key, which may be part of what is signed.
        max_age: Seconds that a push may be old; ``None`` for any age.
        clock: Seconds since the epoch.

    Raises:
        ConfigurationError: The secret is missing or empty.
    """

    def __init__(
        self,
        secret: str | Sequence[str],
        *,
        access_key: str = "",
        max_age: float | None = MAX_AGE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._verifier = HmacVerifier(secret, access_key)
        self._max_age = max_age
        self._clock = clock

    def unwrap(self, body: bytes | str, headers: Mapping[str, str]) -> Event:
        """Verify a push and read it.

        Args:
            body: The body, exactly as it was received: not decoded and encoded again.
            headers: The headers of the request, in any case.

        Returns:
            The event; an ``UnknownEvent`` for a push that is not documented, whatever it contains.

        Raises:
            VerificationError: The signature is missing or wrong, or the push is too old. Respond with 401.
        """
        raw = body.encode() if isinstance(body, str) else body
        found = {name.lower(): value for name, value in headers.items()}
        content = verified_content(raw, found, self._verifier, _MAX_CONTENT)
        if content is None:
            missing = "authorization" not in found
            raise VerificationError(f"the push's signature is {'missing' if missing else 'wrong'}")
        event = parse(content)
        if self._max_age is not None and event.pushed_at is not None:
            age = self._clock() - event.pushed_at.timestamp()
            if age > self._max_age:
                raise VerificationError(f"the push is {age:.0f} s old; at most {self._max_age:.0f} s are allowed")
        return event


def verified_content(body: bytes, headers: Mapping[str, str], verifier: Verifier, max_bytes: int) -> bytes | None:
    """Verify a push and undo its content encoding.

    Args:
        body: The body, exactly as it was received.
        headers: Headers by lower-case name.
        verifier: Verifies the signature.
        max_bytes: Limit of the size after decompression.

    Returns:
        The content; the body itself where it cannot be decompressed. ``None`` where the signature is wrong.
    """
    authorization = headers.get("authorization")
    # A proxy or HTTP library that compresses does so after the body was signed.
    content = decompress(body, headers.get("content-encoding"), max_bytes)
    if not verifier.verify(body, authorization) and (content is None or not verifier.verify(content, authorization)):
        return None
    return to_utf8(body if content is None else content, headers.get("content-type"))
