"""What is nested in an answer is decoded when it is first read, and nobody can tell but by the time that it takes."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

from pandapon_async._core.schema.lazy_fields import LazyFields
from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET, Unset
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id, JsonText, ListOf

HERE = __name__


@model
class Leaf(Model):
    id: str = wire_field("id", Id())


@model
class Branch(Model):
    leaves: list[Leaf] | Unset = wire_field("leaves", ListOf(Nested(f"{HERE}:Leaf")), default=UNSET)
    leaf: Leaf | Unset = wire_field("leaf", Nested(f"{HERE}:Leaf"), default=UNSET)


@model
class Tree(Model):
    name: str = wire_field("name", TEXT)
    branch: Branch | Unset | None = wire_field("branch", Nested(f"{HERE}:Branch"), default=UNSET)
    branches: list[Branch] | Unset = wire_field("branches", ListOf(Nested(f"{HERE}:Branch")), default=UNSET)
    text: Leaf | Unset = wire_field("text", JsonText(Nested(f"{HERE}:Leaf")), default=UNSET)
    size: int | Unset = wire_field("size", INTEGER, default=UNSET)


SOURCE: dict[str, Any] = {
    "name": "n",
    "branch": {"leaves": [{"id": 1}, {"id": "2"}], "leaf": {"id": 3}},
    "branches": [{"leaf": {"id": 4}}, {"leaf": {"id": 5}, "new": True}],
    "text": '{"id":6}',
}


def decoded(source: dict[str, Any] | None = None) -> Tree:
    """Decode an object as it is decoded once its form is known."""
    for _ in range(2):
        Tree.from_dict(SOURCE if source is None else source)
    return Tree.from_dict(SOURCE if source is None else source)


def waiting(tree: Model) -> set[str]:
    return set(tree._pending)


def test_nested_models_wait_until_they_are_read() -> None:
    tree = decoded()
    assert waiting(tree) == {"branch", "branches", "text"}
    assert isinstance(tree.branch, Branch)
    assert waiting(tree) == {"branches", "text"}
    assert tree.branch is tree.branch


def test_what_is_read_is_what_decoding_at_once_makes() -> None:
    assert decoded() == Tree._decode(SOURCE)
    tree = decoded()
    assert isinstance(tree.branches, list)
    assert tree.branches[1] == Branch(leaf=Leaf(id="5"), unknown_fields={"new": True})
    assert tree.text == Leaf(id="6")


def test_models_that_hold_no_others_are_made_at_once_and_their_attributes_read_at_full_speed() -> None:
    branch = decoded().branch
    assert isinstance(branch, Branch)
    assert branch.leaves == [Leaf(id="1"), Leaf(id="2")]
    assert not hasattr(branch, "_pending")
    assert not hasattr(Leaf, "__getattr__")
    assert not hasattr(Branch, "__getattr__")


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(lambda tree: tree.to_dict(), id="to_dict"),
        pytest.param(lambda tree: tree.encode("tree"), id="encode"),
        pytest.param(repr, id="repr"),
        pytest.param(attrs.asdict, id="asdict"),
        pytest.param(lambda tree: attrs.evolve(tree, size=1), id="evolve"),
        pytest.param(copy.copy, id="copy"),
        pytest.param(copy.deepcopy, id="deepcopy"),
        pytest.param(lambda tree: pickle.loads(pickle.dumps(tree)), id="pickle"),
        pytest.param(lambda tree: [getattr(tree, field.name) for field in attrs.fields(Tree)], id="getattr"),
    ],
)
def test_everything_that_looks_at_a_model_finds_what_waits(of: Any) -> None:
    assert of(decoded()) == of(Tree._decode(SOURCE))


def test_what_is_set_before_it_is_read_stays() -> None:
    tree = decoded()
    tree.branch = None
    assert tree.branch is None
    assert tree.to_dict()["branch"] is None


@pytest.mark.parametrize("odd", [None, "text", 7, [], {}, [{}], [1, {"leaf": 2}]])
def test_odd_values_are_kept_as_they_came(odd: Any) -> None:
    source = {"name": "n", "branch": odd, "branches": odd, "text": odd}
    tree = decoded(source)
    assert tree == Tree._decode(source)
    assert tree.to_dict() == Tree._decode(source).to_dict()


def test_an_attribute_that_is_none_raises_what_it_always_raises() -> None:
    tree: Any = decoded()
    with pytest.raises(AttributeError, match="'Tree' object has no attribute 'brunch'"):
        tree.brunch  # noqa: B018 - reading is what is tested
    del tree.size
    with pytest.raises(AttributeError, match="size"):
        tree.size  # noqa: B018
    whole: Any = Tree._decode(SOURCE)
    del whole.branch
    with pytest.raises(AttributeError, match="branch"):
        whole.branch  # noqa: B018


def test_a_thread_that_comes_second_finds_what_the_first_has_decoded() -> None:
    tree = decoded()
    branch = tree.branch
    assert LazyFields._decode_pending(tree, "branch") is branch
