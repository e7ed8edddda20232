"""What is compiled for models does what the wire types say, only faster."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import InvalidArgumentError
from pandapon_async._core.schema import models as model_module
from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET, Unset
from pandapon_async._core.schema.wire_types import BOOLEAN, DECIMAL_TEXT, INTEGER, NUMBER, TEXT, Id, JsonText, ListOf

HERE = __name__


@model
class Inner(Model):
    number: int = wire_field("number", INTEGER)
    text: str | Unset | None = wire_field("innerText", TEXT, default=UNSET, nullable=True)


@model
class Outer(Model):
    id: str = wire_field("id", Id())
    other_id: str | Unset = wire_field("otherId", Id("integer"), default=UNSET)
    flag: bool | Unset = wire_field("flag", BOOLEAN, default=UNSET)
    ratio: float | Unset = wire_field("ratio", NUMBER, default=UNSET)
    price: Any = wire_field("price", DECIMAL_TEXT, default=UNSET)
    inner: Inner | Unset = wire_field("inner", Nested(f"{HERE}:Inner"), default=UNSET)
    inners: list[Inner] | Unset | None = wire_field(
        "inners", ListOf(Nested(f"{HERE}:Inner")), default=UNSET, nullable=True
    )
    words: list[str] | Unset = wire_field("words", ListOf(TEXT), default=UNSET)
    ids: list[str] | Unset = wire_field("ids", ListOf(Id()), default=UNSET)
    hidden: Inner | Unset = wire_field("hidden", JsonText(Nested(f"{HERE}:Inner")), default=UNSET)


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["", "1.50", "7", "x"])
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["number", "innerText", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = [wire.name for _, wire in Outer.wire_fields()]
OBJECTS = st.dictionaries(st.sampled_from([*NAMES, "unknown", 'quo"te\n', "class"]), JSON, max_size=8)


@given(source=OBJECTS)
def test_decoding_is_the_same_the_first_time_and_ever_after(source: dict[str, Any]) -> None:
    slow = Outer._decode(source)
    for _ in range(4):
        fast = Outer.from_dict(source)
        assert fast == slow
        assert repr(fast.to_dict()) == repr(slow.to_dict()) == repr(Outer._decode(source).to_dict())
    assert fast.unknown_fields is not Outer.from_dict(source).unknown_fields


@given(sources=st.lists(OBJECTS | JSON, max_size=6))
def test_a_list_decodes_like_its_items(sources: list[Any]) -> None:
    expected = [Outer._decode(item) if isinstance(item, dict) else item for item in sources]
    assert Outer.from_list(sources) == expected
    assert Outer.from_list(sources) == expected


def test_other_orders_and_other_names_are_other_forms() -> None:
    for source in ({"id": "1", "flag": True}, {"flag": True, "id": "1"}, {"id": "1"}, {"id": "1", "new": 2}):
        for _ in range(3):
            assert Outer.from_dict(source) == Outer._decode(source)


def test_what_is_compiled_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    @model
    class Small(Model):
        id: str | Unset = wire_field("id", Id(), default=UNSET)

    for index in range(1000):
        for _ in range(2):
            assert Small.from_dict({"id": index, f"n{index}": 1}).unknown_fields == {f"n{index}": 1}
    assert len(Small.__decoders__) == model_module._MOST_DECODERS
    wide = {f"n{index}": index for index in range(5000)}
    monkeypatch.setattr(Small, "__decoders__", {})
    for _ in range(3):
        assert Small.from_dict(wide).unknown_fields == wide
    assert Small.__decoders__ == {}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, ""),
        ({"id": 7, "other_id": "8", "flag": False, "ratio": 1.5, "price": 3, "words": ["a"], "ids": [1, "2"]}, ""),
        ({"inner": Inner(number=1, text=None), "inners": [Inner(number=2)], "hidden": Inner(number=3)}, ""),
        ({"inners": None}, ""),
        ({"id": ""}, "order.id"),
        ({"id": " "}, "order.id"),
        ({"id": UNSET}, "order.id"),
        ({"id": True}, "order.id"),
        ({"flag": 1}, "order.flag"),
        ({"flag": None}, "order.flag"),
        ({"ratio": float("nan")}, "order.ratio"),
        ({"inner": {"number": 1}}, "order.inner"),
        ({"inner": Inner(number="1")}, "order.inner.number"),  # type: ignore[arg-type]
        ({"inner": Inner(number=UNSET)}, "order.inner.number"),  # type: ignore[arg-type]
        ({"inners": [Inner(number=1), Inner(number=True)]}, "order.inners[1].number"),
        ({"inners": [Inner(number=1, text=3)]}, "order.inners[0].text"),  # type: ignore[arg-type]
        ({"words": ["a", None]}, "order.words[1]"),
        ({"hidden": Inner(number=None)}, "order.hidden.number"),  # type: ignore[arg-type]
        ({"unknown_fields": {"x": object()}}, "order.x"),
    ],
)
def test_encoding_sends_or_names_the_place(changes: dict[str, Any], place: str) -> None:
    outer = Outer(**{"id": "1", **changes})
    if place:
        for _ in range(2):
            with pytest.raises(InvalidArgumentError) as caught:
                outer.encode("order")
            assert caught.value.argument == place
        return
    encoded = outer.encode("order")
    assert encoded == outer.encode("order") == Outer.from_dict(encoded).to_dict()
    assert list(encoded) == [wire.name for name, wire in Outer.wire_fields() if getattr(outer, name) is not UNSET]
