"""Requests as bytes: one length, one host, and nothing in a value that could begin another line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import ConfigurationError
from pandapon_async._core.http.transport.request_bytes import encode_request

HOST = "api.example"


def test_a_request_with_a_body_says_how_long_it_is() -> None:
    data = encode_request("POST", "/a?b=1", {"Accept": "x", "signature": "S"}, b"{}", host=HOST)
    assert data == (
        b"POST /a?b=1 HTTP/1.1\r\nhost: api.example\r\naccept: x\r\nsignature: S\r\ncontent-length: 2\r\n\r\n{}"
    )


@pytest.mark.parametrize("body", [None, b""])
@pytest.mark.parametrize(
    ("method", "says"), [("POST", True), ("PUT", True), ("PATCH", True), ("GET", False), ("DELETE", False)]
)
def test_a_request_without_a_body_says_so_if_its_method_usually_has_one(
    method: str, says: bool, body: bytes | None
) -> None:
    assert (b"content-length: 0" in encode_request(method, "/", {}, body, host=HOST)) is says


@pytest.mark.parametrize("name", ["host", "Host", "HOST"])
def test_a_caller_may_name_another_host(name: str) -> None:
    data = encode_request("GET", "/", {name: "other.example"}, None, host=HOST)
    assert data == b"GET / HTTP/1.1\r\nhost: other.example\r\n\r\n"


def test_values_are_sent_as_utf_8() -> None:
    assert "x-note: 中\r\n".encode() in encode_request("GET", "/", {"x-note": "中"}, None, host=HOST)


@pytest.mark.parametrize(
    "headers",
    [
        {"x": "a\r\nset: b"},
        {"x": "a\nb"},
        {"x": "a\rb"},
        {"x": "a\0b"},
        {"x": "half \ud83d"},
        {"x y": "a"},
        {"x:": "a"},
        {"": "a"},
        {"x\n": "a"},
        {"中": "a"},
        {"content-length": "5"},
        {"Content-Length": "5"},
        {"transfer-encoding": "chunked"},
        {"Connection": "close"},
        {"expect": "100-continue"},
    ],
)
def test_headers_that_would_change_the_request_are_rejected_without_being_quoted(headers: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        encode_request("POST", "/", headers, b"{}", host=HOST)
    assert not any(value in str(caught.value) for value in headers.values() if len(value) > 1)


@pytest.mark.parametrize("target", ["/a b", "/a\r\nb", "/中", "/a#b", "/\0", "/a\tb"])
def test_targets_that_are_not_encoded_are_rejected(target: str) -> None:
    with pytest.raises(ConfigurationError):
        encode_request("GET", target, {}, None, host=HOST)


@pytest.mark.parametrize("method", ["", "GET ", "G T", "GET\r\n"])
def test_methods_that_are_no_token_are_rejected(method: str) -> None:
    with pytest.raises(ConfigurationError):
        encode_request(method, "/", {}, None, host=HOST)


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=12), max_size=4))
def test_whatever_the_headers_are_there_is_one_line_for_each_or_no_request(headers: dict[str, str]) -> None:
    try:
        data = encode_request("POST", "/", headers, b"\r\n", host=HOST)
    except ConfigurationError:
        return
    head, _, body = data.partition(b"\r\n\r\n")
    own = 2 - any(name.lower() == "host" for name in headers)
    assert len(head.split(b"\n")) == 1 + own + len(headers)
    assert body == b"\r\n"
