"""Texts fit for logs: values masked, one line, bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async._core.call.redaction import scrub


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        (None, [], ""),
        ("余额不足", [], "余额不足"),
        ("no stock for 杭州市 1 Example Road", ["1 Example Road"], "no stock for 杭州市 ***"),
        ("1 Example Road 2", ["1 Example", "1 Example Road"], "*** 2"),
        ("call 13812345678 or +86 13812345678", [], "call *** or ***"),
        ("order 1024285237573584051 not found", [], "order 1024285237573584051 not found"),
        ("a\r\nINFO forged line\x1b[31m", [], "a  INFO forged line [31m"),
        ("one letter values would mask everything", ["e", ""], "one letter values would mask everything"),
    ],
)
def test_a_text_is_made_fit(text: str | None, values: list[str], expected: str) -> None:
    assert scrub(text, values) == expected


@given(st.text(min_size=1), st.lists(st.text(alphabet="abc1", min_size=2, max_size=6)))
def test_no_value_is_left(text: str, values: list[str]) -> None:
    scrubbed = scrub(text + "".join(values) + text, values)
    assert len(scrubbed) <= 300
    assert all(value not in scrubbed for value in values)
