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
from pandapon_async.messages import Messages, sign, sign_push
from pandapon_async.messages.verification import HmacVerifier, Unverified

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
    with pytest.raises(ConfigurationError, match="unverified=True cannot be combined"):
        Messages(inbox="inbox.sqlite", unverified=True, secret=SECRET)
    with pytest.raises(ConfigurationError, match="either a secret or a verifier"):
        Messages(inbox="inbox.sqlite", verifier=VERIFIER, secret=SECRET)
    Messages(inbox="inbox.sqlite", unverified=True)
    with pytest.raises(ConfigurationError, match="retention is 60 s and max_age 604800 s"):
        Messages(inbox="inbox.sqlite", unverified=True, retention=60)
    assert Unverified().verify(BODY, None)


def test_reprs_hold_no_secret() -> None:
    assert SECRET not in repr(VERIFIER)
    assert ACCESS_KEY not in repr(VERIFIER)


def test_a_signed_push_has_the_headers_of_a_genuine_one() -> None:
    headers = sign_push(BODY, SECRET, access_key=ACCESS_KEY)
    assert VERIFIER.verify(BODY, headers["Authorization"])
    assert headers["Content-Type"] == "application/json"
