"""Every fact that is known of the API is in the specifications, or in a short list of differences with reasons."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from fact_check import FOLDER, Fact, all_facts, read_differences, read_documents, unexplained

from pandapon_async.catalogue import read_catalogue


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return read_documents()


@pytest.fixture(scope="module")
def facts(documents: dict[str, Any]) -> list[Fact]:
    return list(all_facts(documents, complete=True))


def test_every_fact_is_in_a_specification_or_explained(facts: list[Fact]) -> None:
    assert [f"{fact.key}: {fact.problem}" for fact in unexplained(facts, read_differences())] == []


def test_the_facts_are_many(facts: list[Fact]) -> None:
    operations = [fact for fact in facts if fact.key.endswith(" operation")]
    assert len({fact.key for fact in facts}) == len(facts)
    # 71 in three files: two surfaces share one.
    assert len(operations) == 72
    assert len(facts) > 2500


def test_every_operation_of_the_specifications_comes_from_a_fact(facts: list[Fact], documents: dict[str, Any]) -> None:
    known = {fact.key.split(" ", 1)[1].removesuffix(" operation") for fact in facts if fact.key.endswith(" operation")}
    for document in documents.values():
        for path, item in document["paths"].items():
            assert {f"{method.upper()} {path}" for method, data in item.items() if not comes_from_a_page(data)} <= known


def comes_from_a_page(operation: Any) -> bool:
    """Tell whether ``docs apply`` wrote it: its source is then a file."""
    pages = operation["x-pandapon-source"]["pages"]
    return all(page.endswith((".txt", ".md", ".html")) for page in pages)


def test_every_difference_is_one(facts: list[Fact]) -> None:
    problems = [fact.key for fact in facts if fact.problem]
    assert [each.fact for each in read_differences() if not any(map(each.covers, problems))] == []


def test_every_path_of_the_catalogue_has_a_python_name() -> None:
    assert [each for each in read_catalogue() if each.path and not each.name and each.status != "candidate"] == []


def test_the_counts_of_inferred_and_candidate_entries_are_those_of_the_facts() -> None:
    facts = json.loads((FOLDER / "inferred.json").read_text(encoding="utf-8"))
    for status in ("inferred", "candidate"):
        found = Counter(entry.surface for entry in read_catalogue() if entry.status == status)
        assert found == facts["counts"][status]
    listed = {(e.surface, e.group, e.title): e for e in read_catalogue()}
    for surface, group, title, method, path, rule in facts["entries"]:
        entry = listed[surface, group, title]
        assert entry.inference is not None
        assert (entry.method, entry.path, entry.inference.rule) == (method, path, rule)


def test_every_difference_has_a_reason() -> None:
    assert all(each.why.endswith(".") and len(each.why) > 20 for each in read_differences())


def order(document: Any) -> Any:
    return document["paths"]["/open/order"]["post"]


def fields(document: Any) -> Any:
    return order(document)["requestBody"]["content"]["application/json"]["schema"]["properties"]


def required(document: Any) -> Any:
    return order(document)["requestBody"]["content"]["application/json"]["schema"]["required"]


# A check that finds nothing is worth nothing: each kind of mistake is found when it is made.
MISTAKES: dict[str, Callable[[Any], object]] = {
    "operation": lambda document: document["paths"].pop("/open/order"),
    "body.purchaseAmount field": lambda document: fields(document).pop("purchaseAmount"),
    "body.purchaseAmount type": lambda document: fields(document)["purchaseAmount"].update(type="string"),
    "body.orderSource required": lambda document: required(document).append("orderSource"),
    "body.receiver required": lambda document: required(document).remove("receiver"),
    "body.receiver json": lambda document: fields(document)["receiver"].pop("contentMediaType"),
    "body.sellerOrderNumber id": lambda document: fields(document)["sellerOrderNumber"].pop("x-pandapon-id"),
    "effect": lambda document: order(document).update({"x-pandapon-effect": "read"}),
    "auth": lambda document: order(document).update({"security": [{"QuerySignature": []}]}),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_in_a_specification_is_found(documents: dict[str, Any], kind: str) -> None:
    mistaken = copy.deepcopy(documents["pandapon-v1"])
    MISTAKES[kind](mistaken)
    # An operation that is missing is told of where all are demanded.
    found = unexplained(list(all_facts({**documents, "pandapon-v1": mistaken}, complete=True)), read_differences())
    assert f"pandapon-v1 POST /open/order {kind}" in {fact.key for fact in found}
