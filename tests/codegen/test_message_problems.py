"""What is refused about message pushes, and what the messages say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tiny_specifications import Document, document, message, operation, text

from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tiny_specifications import Repository

POST = "/webhooks/LINE_CHANGED/post"
CONTENT = f"{POST}/requestBody/content/application~1json"
LINE = {
    "type": "object",
    "description": "A line.",
    "properties": {"itemId": text("Item.", **{"x-pandapon-id": True}), "note": text("Note.")},
}


def with_push() -> Document:
    """A push that follows all rules."""
    content = document({"/a": {"get": operation("things.get", {})}}, {"Line": LINE})
    content["webhooks"] = message({"$ref": "#/components/schemas/Line", "description": "Line."})
    return content


def _post(content: Document) -> Document:
    return content["webhooks"]["LINE_CHANGED"]["post"]


def _fields(content: Document) -> Document:
    return _post(content)["requestBody"]["content"]["application/json"]["schema"]["properties"]


def _example(content: Document) -> Document:
    return _post(content)["requestBody"]["content"]["application/json"]


def _set(find: Callable[[Document], Document], key: str, value: Any) -> Callable[[Document], None]:
    return lambda content: find(content).__setitem__(key, value)


def _drop(find: Callable[[Document], Document], key: str) -> Callable[[Document], None]:
    return lambda content: find(content).__delitem__(key)


def _again(content: Document) -> None:
    """A second push with the same class."""
    second = message({"$ref": "#/components/schemas/Line", "description": "Line."})["LINE_CHANGED"]
    second["post"]["requestBody"]["content"]["application/json"]["example"] = {"messageType": "SECOND"}
    content["webhooks"]["SECOND"] = second


CASES: dict[str, tuple[Callable[[Document], object], str, str]] = {
    "another method": (
        _set(lambda c: c["webhooks"]["LINE_CHANGED"], "put", {"responses": {"200": {"description": "x"}}}),
        "/webhooks/LINE_CHANGED",
        "a post and nothing else",
    ),
    "no summary": (_drop(_post, "summary"), f"{POST}/summary", "sentence"),
    "no class": (_drop(_post, "x-pandapon-event"), f"{POST}/x-pandapon-event", "is missing"),
    "no class name": (_set(_post, "x-pandapon-event", "line changed"), f"{POST}/x-pandapon-event", "not a class name"),
    "a class of the runtime": (_set(_post, "x-pandapon-event", "Event"), f"{POST}/x-pandapon-event", "runtime"),
    "the class of a model": (_set(_post, "x-pandapon-event", "Line"), f"{POST}/x-pandapon-event", "is taken by"),
    "one class twice": (_again, "/webhooks/SECOND/post/x-pandapon-event", "is taken by"),
    "once that is not true": (_set(_post, "x-pandapon-once", False), f"{POST}/x-pandapon-once", "true"),
    "another answer": (
        _set(lambda c: _post(c)["responses"], "204", {"description": "x"}),
        f"{POST}/responses",
        "200 is the only response",
    ),
    "a field too few": (_drop(_fields, "timestamp"), f"{CONTENT}/schema/properties", "messageType, messageBody"),
    "a field too many": (_set(_fields, "more", text()), f"{CONTENT}/schema/properties", "messageType, messageBody"),
    "a body without fields": (
        _set(_fields, "messageBody", {"type": "object", "description": "Any."}),
        f"{CONTENT}/schema/properties/messageBody",
        "an object of components/schemas",
    ),
    "no order id": (_drop(_post, "x-pandapon-order-id"), f"{POST}/x-pandapon-order-id", "is missing"),
    "an order id in no list": (_set(_post, "x-pandapon-order-id", "itemId"), f"{POST}/x-pandapon-order-id", "list"),
    "an order id that is nowhere": (
        _set(_post, "x-pandapon-order-id", ["itemId", "orderId"]),
        f"{POST}/x-pandapon-order-id/1",
        "does not lead to an identifier",
    ),
    "an order id that is none": (
        _set(_post, "x-pandapon-order-id", ["note"]),
        f"{POST}/x-pandapon-order-id/0",
        "does not lead to an identifier",
    ),
    "no example": (_drop(_example, "example"), f"{CONTENT}/example", "LINE_CHANGED"),
    "an example of another type": (
        _set(_example, "example", {"messageType": "OTHER"}),
        f"{CONTENT}/example",
        "LINE_CHANGED",
    ),
    "an example that does not fit": (
        _set(_example, "example", {"messageType": "LINE_CHANGED", "timestamp": 5}),
        f"{CONTENT}/example/timestamp",
        "not of type",
    ),
    "an unknown key": (_set(_post, "x-pandapon-effect", "read"), f"{POST}/x-pandapon-effect", "unknown key"),
}


def test_a_push_that_follows_all_rules_is_accepted(repository: Repository) -> None:
    repository.save(with_push()).generate()


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_named_with_its_place(repository: Repository, case: str) -> None:
    spoil, where, says = CASES[case]
    content = with_push()
    spoil(content)
    with pytest.raises(CodegenError) as caught:
        repository.save(content).generate()
    problems = [str(problem) for problem in caught.value.problems]
    assert any(f"#{where}: " in problem and says in problem for problem in problems), problems
