"""Open enums: known values are members, unknown ones stay what they are, and nothing is lost."""

from __future__ import annotations

from http import HTTPMethod, HTTPStatus
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import InvalidArgumentError
from pandapon_async._core.schema.json import dump_json
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import JsonText, ListOf, WireType

# Two of the standard library: an enum is named by its module and imported when first needed.
METHOD = OpenEnum("http:HTTPMethod")
STATUS = OpenEnum("http:HTTPStatus", "integer")


@pytest.mark.parametrize(
    ("wire_type", "wire", "python"),
    [
        (METHOD, "GET", HTTPMethod.GET),
        (METHOD, "BREW", "BREW"),
        (METHOD, "get", "get"),
        (METHOD, "", ""),
        (METHOD, 5, 5),
        (METHOD, ["GET"], ["GET"]),
        (STATUS, 404, HTTPStatus.NOT_FOUND),
        (STATUS, 999, 999),
        (STATUS, "404", "404"),
        (STATUS, 404.0, 404.0),
        (STATUS, True, True),
        (ListOf(STATUS), [404, None, 1], [HTTPStatus.NOT_FOUND, None, 1]),
        (JsonText(METHOD), '"GET"', HTTPMethod.GET),
    ],
)
def test_a_known_value_becomes_its_member_and_any_other_is_kept(wire_type: WireType, wire: Any, python: Any) -> None:
    decoded = wire_type.decode(wire)
    assert decoded == python
    assert type(decoded) is type(python)
    restored = wire_type.restore(decoded)
    assert restored == wire
    assert type(restored) is type(wire)
    dump_json(restored)


def test_members_and_plain_values_compare_either_way() -> None:
    assert METHOD.decode("GET") == "GET" == HTTPMethod.GET
    assert METHOD.decode("BREW") != HTTPMethod.GET
    assert STATUS.decode(404) == 404 == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("wire_type", [METHOD, STATUS])
@given(value=st.booleans() | st.integers(90, 600) | st.floats(allow_nan=False) | st.sampled_from(["GET", "x", ""]))
def test_nothing_is_lost_whatever_comes(wire_type: WireType, value: Any) -> None:
    restored = wire_type.restore(wire_type.decode(value))
    assert restored == value
    assert type(restored) is type(value)


@pytest.mark.parametrize(
    ("wire_type", "python", "wire"),
    [(METHOD, HTTPMethod.GET, "GET"), (METHOD, "BREW", "BREW"), (STATUS, HTTPStatus.OK, 200), (STATUS, 999, 999)],
)
def test_requests_take_members_and_plain_values(wire_type: WireType, python: object, wire: object) -> None:
    encoded = wire_type.encode(python, "x")
    assert encoded == wire
    assert type(encoded) is type(wire)


@pytest.mark.parametrize(
    ("wire_type", "value", "problem"),
    [
        (METHOD, HTTPStatus.OK, "x: expected HTTPMethod or str, got HTTPStatus"),
        (METHOD, None, "x: expected HTTPMethod or str, got NoneType"),
        (STATUS, "200", "x: expected HTTPStatus or int, got str"),
        (STATUS, True, "x: expected HTTPStatus or int, got bool"),
    ],
)
def test_another_type_is_refused(wire_type: WireType, value: object, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        wire_type.encode(value, "x")
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("wire_type", "value", "matches"),
    [
        (METHOD, HTTPMethod.GET, True),
        (METHOD, "BREW", True),
        (METHOD, 1, False),
        (STATUS, 1, True),
        (STATUS, True, False),
    ],
)
def test_known_and_unknown_values_match_alike(wire_type: WireType, value: object, matches: bool) -> None:
    assert wire_type.matches(value) is matches


def test_the_class_is_imported_when_a_value_comes_and_not_before() -> None:
    lazy = OpenEnum("no_such_module:Gone")
    assert lazy.expected == "Gone or str"
    with pytest.raises(ModuleNotFoundError):
        lazy.decode("x")
