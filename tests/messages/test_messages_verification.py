"""Whether a push comes from the platform: signatures by the documented formula, secrets, the age of a push."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pushes import ACCESS_KEY, SECRET

from pandapon_async import PandaPonError
from pandapon_async._core.errors import ConfigurationError
from pandapon_async.messages import HmacVerifier, Messages, TimeWindow, Unverified, sign

BODY = b'{"messageType":"X","messageBody":{"title":"\xe4\xb8\xad"}}'
VERIFIER = HmacVerifier(SECRET, ACCESS_KEY)


def test_sign_is_the_documented_formula() -> None:
    """Computed anew here: hex HMAC-SHA256 with the secret as the key."""
    expected = hmac.new(SECRET.encode(), ACCESS_KEY.encode() + BODY, hashlib.sha256).hexdigest()
    assert sign(BODY, SECRET, access_key=ACCESS_KEY) == expected
    assert sign(b"what do ya want for nothing?", "Jefe") == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"  # RFC 4231, test case 2
    )


@pytest.mark.parametrize("key", ["", ACCESS_KEY], ids=["body alone", "key and body"])
@pytest.mark.parametrize("spell", [str.lower, str.upper, " {} ".format], ids=["lower", "upper", "padded"])
def test_both_bases_in_any_case_are_accepted(key: str, spell: object) -> None:
    assert VERIFIER.verify(BODY, spell(sign(BODY, SECRET, access_key=key)))  # type: ignore[operator]


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "0" * 64,
        sign(BODY, "another secret", access_key=ACCESS_KEY),
        sign(BODY, SECRET, access_key="another key"),
        sign(BODY + b" ", SECRET),
        sign(BODY, SECRET)[:-1],
        sign(BODY, SECRET) + "0",
        f"Bearer {sign(BODY, SECRET)}",
        SECRET,
        "\xe9" * 64,
        "\ud800",
    ],
)
def test_anything_else_is_refused(authorization: str | None) -> None:
    assert VERIFIER.verify(BODY, authorization) is False


@given(st.binary(max_size=60), st.text(max_size=80))
def test_no_body_passes_with_a_made_up_signature(body: bytes, authorization: str) -> None:
    assert not VERIFIER.verify(body, authorization)
    assert VERIFIER.verify(body, sign(body, SECRET))


def test_the_raw_bytes_count() -> None:
    assert not VERIFIER.verify(BODY.replace(b":", b": "), sign(BODY, SECRET))


def test_while_a_secret_is_changed_both_are_accepted() -> None:
    verifier = HmacVerifier(["new secret", SECRET])
    assert verifier.verify(BODY, sign(BODY, SECRET))
    assert verifier.verify(BODY, sign(BODY, "new secret"))
    assert not verifier.verify(BODY, sign(BODY, "old secret"))


@pytest.mark.parametrize("secret", ["", " ", [], [""], [SECRET, ""], [None]])
def test_an_empty_secret_is_refused(secret: object) -> None:
    with pytest.raises(ConfigurationError, match="anybody could push"):
        HmacVerifier(secret)  # type: ignore[arg-type]


def test_without_a_secret_nothing_starts_unless_told_so() -> None:
    with pytest.raises(PandaPonError, match="unverified=True"):
        Messages(inbox="inbox.sqlite")
    with pytest.raises(ConfigurationError, match="unverified goes without"):
        Messages(inbox="inbox.sqlite", unverified=True, secret=SECRET)
    with pytest.raises(ConfigurationError, match="either a secret or a verifier"):
        Messages(inbox="inbox.sqlite", verifier=VERIFIER, secret=SECRET)
    Messages(inbox="inbox.sqlite", unverified=True)
    assert Unverified().verify(BODY, None)


def test_reprs_hold_no_secret() -> None:
    assert SECRET not in repr(VERIFIER)
    assert ACCESS_KEY not in repr(VERIFIER)


HOUR = 3600.0


@pytest.mark.parametrize(
    ("age", "holds"),
    [
        (0, True),
        (5 * HOUR / 2, True),  # five times half an hour
        (23 * HOUR, True),
        (25 * HOUR, False),
        (-9 * 60, True),  # a clock that is ahead as much as the platform allows in requests
        (-11 * 60, False),
    ],
)
def test_the_window_covers_the_documented_retries(age: float, holds: bool) -> None:
    assert TimeWindow().holds(1_000_000.0 - age, 1_000_000.0) is holds


def test_a_push_without_a_time_is_let_through() -> None:
    assert TimeWindow().holds(None, 1_000_000.0)
