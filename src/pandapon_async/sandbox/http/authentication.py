"""Authentication: accounts, signatures, the clock window and single-use nonces.

The platform publishes the signed parameters but not the rule.

Assumption: the rule is the one that a public integration of the same endpoints uses; see the security schemes of the
specification.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.specification.operations import Operation

DEMO_ACCESS_KEY = "58c0201dfdf148eca63cbf6bb5e7cf03"
DEMO_ACCESS_SECRET = "c1d5a60f4b7e4f0e9a2b8d3761fe9045"  # noqa: S105 - made up, and public so that demos can use it
DEMO_USER_ID = "2100007341207"

CLOCK_WINDOW_SECONDS = 600

_REASONS = {
    "access-key": Reason.ACCESS_KEY,
    "user-id": Reason.USER_ID,
    "nonce-str": Reason.NONCE,
    "timestamp": Reason.TIMESTAMP,
    "signature": Reason.SIGNATURE,
}
_SYSTEM_HEADERS = {name.encode(): name for name in _REASONS}
_NONCE = re.compile(r"[0-9A-Za-z]{32}")
_TIMESTAMP = re.compile(r"[0-9]{10}|[0-9]{13}")
_SECONDS_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Account:
    """A developer account of the sandbox.

    Attributes:
        access_key: Sent with every call.
        access_secret: Signs every call and is never sent.
        user_ids: The sub-accounts that calls may act for.
        developer_id: The ``developId`` in responses.
    """

    access_key: str
    access_secret: str = field(repr=False)
    user_ids: Sequence[str]
    developer_id: str = "1014533973088404335"


DEMO_ACCOUNT = Account(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_ids=(DEMO_USER_ID,))


class NonceMemory:
    """Remembers used nonces for as long as a replay could pass the clock check.

    A timestamp may be one window ahead of the sandbox's clock and stays valid for one window after it: two windows in
    all. Older nonces are dropped, so memory is bounded by the calls within two windows.
    """

    def __init__(self, window: float = CLOCK_WINDOW_SECONDS) -> None:
        self._lifetime = 2 * window
        self._used: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._used)

    def use(self, nonce: str, now: float) -> bool:
        """Mark a nonce as used; return False if it was used before."""
        while self._used:
            oldest = next(iter(self._used))
            if self._used[oldest] >= now - self._lifetime:
                break
            del self._used[oldest]
        if nonce in self._used:
            return False
        self._used[nonce] = now
        return True


class Authenticator:
    """Checks the signature and the other system parameters of a call.

    Args:
        accounts: The accounts that may call.
        clock: Wall time in seconds since the epoch.

    Raises:
        ValueError: two accounts share an access key.
    """

    def __init__(self, accounts: Iterable[Account], clock: Callable[[], float]) -> None:
        self._accounts: dict[str, Account] = {}
        for account in accounts:
            if account.access_key in self._accounts:
                raise ValueError("two accounts share an access key")
            self._accounts[account.access_key] = account
        self._clock = clock
        self._nonces = {access_key: NonceMemory() for access_key in self._accounts}

    def add(self, account: Account) -> None:
        """Accept another account.

        Raises:
            ValueError: its access key is taken.
        """
        if account.access_key in self._accounts:
            raise ValueError("two accounts share an access key")
        self._accounts[account.access_key] = account
        self._nonces[account.access_key] = NonceMemory()

    def remove(self, access_key: str) -> None:
        """Accept an account no longer."""
        self._accounts.pop(access_key, None)
        self._nonces.pop(access_key, None)

    @property
    def remembered_nonces(self) -> int:
        """Number of remembered nonces of all accounts."""
        return sum(map(len, self._nonces.values()))

    def forget_nonces(self) -> None:
        """Forget all used nonces."""
        self._nonces = {access_key: NonceMemory() for access_key in self._accounts}

    def authenticate(
        self,
        operation: Operation,
        headers: Iterable[tuple[bytes, bytes]],
        query: Mapping[str, Sequence[str]],
        clock_offset: float = 0.0,
    ) -> Account:
        """Return the account that signed the call.

        Args:
            operation: The operation called.
            headers: Headers of the call.
            query: Query of the call.
            clock_offset: Seconds added to the clock.

        Raises:
            RefusedError: a system parameter is missing, wrong, expired or reused.
        """
        system = _system_headers(headers)
        account = self._accounts.get(_present(system, "access-key"))
        if account is None:
            raise RefusedError(Reason.ACCESS_KEY, "header access-key is not that of an account")
        if operation.signing == "none":
            return account
        if _present(system, "user-id") not in account.user_ids:
            raise RefusedError(Reason.USER_ID, "header user-id is not a sub-account of the access key")
        nonce = _present(system, "nonce-str")
        if not _NONCE.fullmatch(nonce):
            raise RefusedError(Reason.NONCE, "header nonce-str must be 32 ASCII letters and digits")
        timestamp = _present(system, "timestamp")
        now = self._clock() + clock_offset
        _check_timestamp(timestamp, now)
        signed = f"{account.access_key}{timestamp}{nonce}{account.access_secret}"
        signature = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
        _check_signature("header signature", _present(system, "signature"), signature)
        if operation.signing == "query":
            _check_query(query, timestamp, signature)
        if not self._nonces[account.access_key].use(nonce, now):
            raise RefusedError(Reason.NONCE_REUSED, "header nonce-str was used before")
        return account


def _system_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw_name, value in headers:
        name = _SYSTEM_HEADERS.get(raw_name)
        if name is not None:
            if name in found:
                raise RefusedError(_REASONS[name], f"header {name} is repeated")
            found[name] = value.decode("latin-1")
    return found


def _present(system: Mapping[str, str], name: str) -> str:
    value = system.get(name)
    if not value:
        raise RefusedError(_REASONS[name], f"header {name} is missing")
    return value


def _check_timestamp(timestamp: str, now: float) -> None:
    if not _TIMESTAMP.fullmatch(timestamp):
        raise RefusedError(Reason.TIMESTAMP, "header timestamp must be 10 digits of seconds or 13 of milliseconds")
    sent = int(timestamp) if len(timestamp) == _SECONDS_DIGITS else int(timestamp) / 1000
    if abs(now - sent) > CLOCK_WINDOW_SECONDS:
        raise RefusedError(Reason.CLOCK, f"header timestamp is more than {CLOCK_WINDOW_SECONDS} s off")


def _check_signature(where: str, given: str, expected: str) -> None:
    # Compared as bytes: compare_digest accepts only ASCII strings, and a header may contain anything.
    if not hmac.compare_digest(given.encode(), expected.encode()):
        raise RefusedError(Reason.SIGNATURE, f"{where} does not match")


def _check_query(query: Mapping[str, Sequence[str]], timestamp: str, signature: str) -> None:
    """Check the signature in the query.

    Assumption: ``sign`` is the signature of the header style, with the same timestamp, in addition to the headers.
    """
    match query.get("timestamp"):
        case None:
            raise RefusedError(Reason.TIMESTAMP, "query parameter timestamp is missing")
        case [given] if given == timestamp:
            pass
        case _:
            raise RefusedError(Reason.TIMESTAMP, "query parameter timestamp differs from header timestamp")
    match query.get("sign"):
        case None:
            raise RefusedError(Reason.SIGNATURE, "query parameter sign is missing")
        case [given]:
            _check_signature("query parameter sign", given, signature)
        case _:
            raise RefusedError(Reason.SIGNATURE, "query parameter sign is repeated")
