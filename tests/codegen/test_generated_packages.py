"""Packages generated from tiny specifications, imported and used."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from tiny_specifications import Document, Recorder, body, document, message, operation, text

from pandapon_async._core.call.encoding import request_for

if TYPE_CHECKING:
    from tiny_specifications import Repository

Load = Callable[[Document], ModuleType]

LINE = {
    "type": "object",
    "description": "A line.",
    "required": ["itemId"],
    "properties": {
        "itemId": text("Item.", **{"x-pandapon-id": True}),
        "qty": text("Pieces.", format="integer", **{"x-pandapon-unit": "pieces"}),
        "amuont": text("Money.", format="decimal", **{"x-pandapon-name": "amount"}),
    },
}
PERSON = {
    "type": "object",
    "description": "A person.",
    "properties": {
        "name": text("Name.", **{"x-pandapon-personal": True}),
        "lines": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Line"}, "description": "Lines."},
        "friend": {"anyOf": [{"$ref": "#/components/schemas/Person"}, {"type": "null"}], "description": "Friend."},
    },
}
JSON_LINES = {
    "type": "string",
    "contentMediaType": "application/json",
    "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
    "description": "Lines as text.",
}


def rich() -> Document:
    return document(
        {
            "/things/{thingId}": {
                "post": operation(
                    "things.change",
                    {"anyOf": [{"$ref": "#/components/schemas/Person"}, {"type": "null"}]},
                    parameters=[
                        {
                            "name": "thingId",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "integer", "x-pandapon-id": True},
                            "description": "Thing.",
                        },
                        {"name": "dryRun", "in": "query", "schema": {"type": "boolean"}, "description": "Try only."},
                    ],
                    requestBody=body(
                        {"note": {"type": ["string", "null"], "description": "Note."}, "lines": JSON_LINES}, "lines"
                    ),
                    **{"x-pandapon-effect": "write"},
                )
            },
            "/things": {"get": operation("things.list", {"type": ["array", "null"], "items": {"type": "string"}})},
            "/any": {"get": operation("shop.after_sales.raw", {})},
            "/none": {"get": operation("shop.after_sales.nothing", {"type": "null"})},
        },
        {"Line": LINE, "Person": PERSON},
        "shop.after_sales",
    )


async def test_a_method_hands_its_typed_arguments_to_one_call(load: Load) -> None:
    tiny = load(rich())
    caller = Recorder("answer")
    line = tiny.Line(item_id=7, qty=2)

    result = await _client(tiny, caller).things.change(thing_id=2**60, lines=[line], note=None, timeout=3)

    assert result == "answer"
    called, arguments, options = caller.calls.pop()
    assert called.name == "things.change"
    assert options == {"timeout": 3}
    request = request_for(called, arguments)
    assert (request.operation.method, request.operation.effect) == ("POST", "write")
    assert request.path == f"/things/{2**60}"
    assert request.body == b'{"note":null,"lines":"[{\\"itemId\\":\\"7\\",\\"qty\\":\\"2\\"}]"}'


def test_the_table_has_every_operation_in_the_order_of_the_specification(load: Load) -> None:
    load(rich())
    operations = importlib.import_module("tiny_api.operations")

    names = ["things.change", "things.list", "shop.after_sales.raw", "shop.after_sales.nothing"]
    assert [entry.name for entry in operations.OPERATIONS] == names


def test_signatures_say_what_is_required_and_typed(load: Load) -> None:
    change = _client(load(rich()), Recorder()).things.change

    parameters = inspect.signature(change).parameters
    assert {name: str(each.annotation) for name, each in parameters.items()} == {
        "thing_id": "str | int",
        "lines": "Sequence[Line]",
        "dry_run": "bool | Unset",
        "note": "str | None | Unset",
        "options": "Unpack[CallOptions]",
    }
    assert [name for name, each in parameters.items() if each.default is each.empty] == ["thing_id", "lines", "options"]


@pytest.mark.parametrize(
    ("resource", "method", "annotation"),
    [
        ("things", "change", "Person | None"),
        ("things", "list", "builtins.list[str]"),
        ("shop.after_sales", "raw", "JsonValue"),
        ("shop.after_sales", "nothing", "None"),
    ],
)
def test_results_are_typed(load: Load, resource: str, method: str, annotation: str) -> None:
    found: Any = _client(load(rich()), Recorder())
    for name in (*resource.split("."), method):
        found = getattr(found, name)
    assert inspect.signature(found).return_annotation == annotation


def test_models_of_requests_follow_the_documented_flags_and_those_of_answers_promise_nothing(load: Load) -> None:
    tiny = load(
        document(
            {
                "/a": {
                    "post": operation(
                        "things.send",
                        {"$ref": "#/components/schemas/HttpResponse"},
                        requestBody=body({"sent": {"$ref": "#/components/schemas/Sent", "description": "Sent."}}),
                    )
                }
            },
            {"Sent": LINE, "HttpResponse": LINE},
        )
    )

    assert tiny.Sent.__annotations__ == {
        "item_id": "str | int",
        "qty": "int | Unset",
        "amount": "Decimal | int | Unset",
    }
    assert tiny.HttpResponse.__annotations__ == {
        "item_id": "str | None | Unset",
        "qty": "int | None | Unset",
        "amount": "Decimal | None | Unset",
    }
    with pytest.raises(TypeError, match="item_id"):
        tiny.Sent()
    assert tiny.HttpResponse().to_dict() == {}


def test_answers_decode_into_nested_models_and_back(load: Load) -> None:
    tiny = load(rich())
    source = {"name": "Ann", "lines": [{"itemId": "1", "qty": "3", "amuont": "1.50"}], "friend": {"name": "Bo", "x": 1}}

    person = tiny.Person.from_dict(source)

    assert person.lines[0] == tiny.Line(item_id="1", qty=3, amount=Decimal("1.50"))
    assert isinstance(person.friend, tiny.Person)
    assert person.to_dict() == source
    assert "Ann" not in repr(person)


def test_docstrings_say_meaning_unit_wire_name_and_what_the_call_does(load: Load) -> None:
    tiny = load(rich())
    assert "qty: Pieces. Unit: pieces." in tiny.Line.__doc__
    assert "amount: Money. Wire name: ``amuont``." in tiny.Line.__doc__
    text_of_method = inspect.getdoc(_client(tiny, Recorder()).things.change) or ""
    for part in (
        "``POST /things/{thingId}``, signed in the headers.",
        "Write: never sent again when the server may have received it; raises OutcomeUnknownError then.",
        'Page "Something": docs.test/1, date unknown.',
    ):
        assert part in text_of_method
    assert "OutcomeUnknownError" not in (inspect.getdoc(_client(tiny, Recorder()).things.list) or "")


def test_text_of_the_documentation_cannot_break_out_of_docstrings(load: Load) -> None:
    nasty = 'Ends """ + \\N{x} \\ """'
    content = document({"/a": {"get": operation("things.get", {"$ref": "#/components/schemas/Nasty"})}})
    content["components"]["schemas"]["Nasty"] = {
        "type": "object",
        "description": nasty,
        "properties": {"a": text(nasty)},
    }
    content["tags"][0]["description"] = nasty + '"'
    content["info"]["title"] = content["info"]["description"] = 'Tiny "quoted"'
    tiny = load(content)
    assert nasty in tiny.Nasty.__doc__
    assert nasty in (inspect.getdoc(type(_client(tiny, Recorder()).things)) or "")


def test_a_component_can_choose_its_class_name(load: Load) -> None:
    content = document(
        {
            "/a": {
                "get": operation(
                    "things.get", {"type": "array", "items": {"$ref": "#/components/schemas/TaoBaoThingVO"}}
                )
            }
        }
    )
    content["components"]["schemas"]["TaoBaoThingVO"] = {
        "type": "object",
        "x-pandapon-name": "TaobaoThing",
        "description": "A thing.",
        "properties": {"a": text()},
    }
    tiny = load(content)
    assert tiny.TaobaoThing.__module__ == "tiny_api.models.taobao_thing"
    assert not hasattr(tiny, "TaoBaoThingVO")


def test_an_enum_lists_the_documented_meanings_only(load: Load) -> None:
    level = {"type": "string", "enum": ["a", "b"], "x-enum-descriptions": ["The first.", ""], "description": "A level."}
    content = document(
        {"/a": {"get": operation("things.get", {"$ref": "#/components/schemas/Level"})}}, {"Level": level}
    )
    assert "B:" not in load(content).Level.__doc__


def test_enums_are_open(load: Load) -> None:
    state = {
        "type": "string",
        "enum": ["wait-pay", "done"],
        "x-enum-varnames": ["WAIT_PAY", "DONE"],
        "x-enum-descriptions": ["Waits for payment.", "Over."],
        "description": "A state.",
    }
    level = {"type": "integer", "enum": [1, 2], "description": "A level."}
    order = {
        "type": "object",
        "description": "An order.",
        "properties": {
            "state": {"$ref": "#/components/schemas/State", "description": "State."},
            "level": {"$ref": "#/components/schemas/Level", "description": "Level."},
        },
    }
    tiny = load(
        document(
            {"/a": {"get": operation("things.get", {"$ref": "#/components/schemas/Order"})}},
            {"State": state, "Level": level, "Order": order},
        )
    )
    assert tiny.Order.from_dict({"state": "done"}).state == tiny.State.DONE
    assert tiny.Order.from_dict({"state": "new", "level": 9}).to_dict() == {"state": "new", "level": 9}
    assert tiny.Order(state=tiny.State.WAIT_PAY, level=tiny.Level.VALUE_1).to_dict() == {
        "state": "wait-pay",
        "level": 1,
    }
    assert tiny.Order.__annotations__["state"] == "State | str | None | Unset"
    assert "WAIT_PAY: Waits for payment." in tiny.State.__doc__


def test_shared_fields_and_parameters_are_used_where_they_are_referred_to(load: Load) -> None:
    content = document(
        {
            "/a": {
                "get": operation(
                    "things.get",
                    {"$ref": "#/components/schemas/Special"},
                    parameters=[{"$ref": "#/components/parameters/Page"}],
                )
            }
        },
        {
            "Base": {"type": "object", "description": "Base.", "properties": {"a": text()}},
            "Special": {
                "description": "Special.",
                "allOf": [{"$ref": "#/components/schemas/Base"}],
                "properties": {"b": text(), "extra": {"type": "object", "description": "Anything."}},
            },
        },
    )
    content["components"]["parameters"] = {
        "Page": {"name": "pageNo", "in": "query", "schema": {"type": "integer", "default": 1}, "description": "Page."}
    }
    tiny = load(content)
    assert list(tiny.Special.__annotations__) == ["a", "b", "extra"]
    assert tiny.Special.__annotations__["extra"] == "JsonObject | None | Unset"
    assert "Base" not in tiny.__all__
    assert "Page. The server's default: 1." in inspect.getdoc(_client(tiny, Recorder()).things.get)


@pytest.mark.parametrize("form", ["object", "string"])
def test_message_pushes_become_events_with_bodies_that_promise_nothing(load: Load, form: str) -> None:
    content = document({"/a": {"get": operation("things.get", {})}}, {"Line": LINE})
    body = {"$ref": "#/components/schemas/Line", "description": "Line."}
    if form == "string":
        body = {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/Line"},
            "description": "Line.",
        }
    content["webhooks"] = message(body)
    tiny = load(content)
    assert tiny.Line().to_dict() == {}
    event = tiny.LineChanged(message_type="LINE_CHANGED", body=tiny.Line.from_dict({"itemId": 7}))
    assert event.order_id == "7"
    assert {"LINE_CHANGED": tiny.LineChanged} == tiny.events.EVENTS
    assert not tiny.LineChanged.once


def test_only_what_is_used_is_imported(repository: Repository) -> None:
    folder = repository.save(rich()).generate()
    script = """
import sys
seen = lambda: sorted(name.removeprefix("tiny_api.") for name in sys.modules if name.startswith("tiny_api."))
import tiny_api, tiny_api.models
from tiny_api.resources import TinyResources
assert seen() == ["models", "resources"], seen()
class Client(TinyResources):
    async def call(self, operation, arguments, options): return None
client = Client()
things = client.things
assert client.things is things
assert seen() == ["models", "operations", "resources", "resources.things"], seen()
assert client.shop.after_sales is client.shop.after_sales
tiny_api.operations.THINGS_CHANGE.result.decode({})
assert "models.person" in seen() and "models.line" not in seen(), seen()
assert tiny_api.Line.__module__ == 'tiny_api.models.line'
assert {"Line", "Person", "TinyResources"} <= set(dir(tiny_api))
assert tiny_api.__all__ == ["Line", "Person", "TinyResources"], tiny_api.__all__
try:
    tiny_api.Nothing
except AttributeError as error:
    assert "Nothing" in str(error)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=folder.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _client(tiny: ModuleType, caller: Recorder) -> Any:
    return type("Client", (Recorder, tiny.TinyResources), {"call": caller.call})()
