"""Times, enums, objects and required fields: from the specification to packages that are imported and used."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from datetime import UTC, datetime
from types import MappingProxyType, ModuleType
from typing import Any

import pytest
from tiny_specifications import Document, Recorder, body, document, operation, text

from pandapon_async import InvalidArgumentError
from pandapon_async._core.call.encoding import request_for
from pandapon_async._core.schema.times import ChinaTime, EpochMilliseconds, EpochSecondsText

Load = Callable[[Document], ModuleType]

MOMENT = datetime(2025, 2, 24, 10, tzinfo=UTC)
FIELDS = {
    "name": text("Name."),
    "paidAt": text("Paid at.", format="china-time"),
    "sentAt": text("Sent at.", format="epoch-seconds"),
    "madeAt": {"type": ["integer", "null"], "format": "epoch-milliseconds", "description": "Made at."},
    "state": {"$ref": "#/components/schemas/State", "description": "State."},
    "level": {"$ref": "#/components/schemas/Level", "description": "Level."},
    "extra": {"type": "object", "description": "Extra."},
    "notes": {"type": "array", "items": {"type": ["string", "null"]}, "description": "Notes."},
}
SCHEMAS = {
    "State": {
        "type": "string",
        "enum": ["wait", "done"],
        "x-enum-varnames": ["WAIT", "DONE"],
        "description": "A state.",
    },
    "Level": {"type": "integer", "enum": [1, 2], "description": "A level."},
    "Sent": {"type": "object", "description": "Sent.", "required": ["name"], "properties": FIELDS},
    "HttpResponse": {"type": "object", "description": "HttpResponse.", "required": ["name"], "properties": FIELDS},
    "Both": {"type": "object", "description": "Both.", "required": ["name"], "properties": FIELDS},
}


@pytest.fixture
def tiny(load: Load) -> ModuleType:
    sent = {
        "sent": {"$ref": "#/components/schemas/Sent", "description": "Sent."},
        "both": {"$ref": "#/components/schemas/Both", "description": "Both."},
    }
    price = {"name": "price", "in": "query", "schema": {"type": "number"}, "description": "Price."}
    return load(
        document(
            {
                "/a": {
                    "post": operation(
                        "things.send",
                        {"$ref": "#/components/schemas/HttpResponse"},
                        parameters=[price],
                        requestBody=body({**FIELDS, **sent}),
                    ),
                    "get": operation("things.get", {"$ref": "#/components/schemas/Both"}),
                },
                "/b": {"get": operation("things.map", {"type": "object"})},
                "/c": {"get": operation("things.state", {"$ref": "#/components/schemas/State"})},
            },
            SCHEMAS,
        )
    )


def things(tiny: ModuleType, caller: Recorder) -> Any:
    return type("Client", (tiny.TinyResources,), {"call": caller.call})().things


async def sent_body(tiny: ModuleType, **arguments: object) -> bytes | None:
    caller = Recorder()
    await things(tiny, caller).send(**arguments)
    called, values, _ = caller.calls.pop()
    return request_for(called, values).body


def test_answers_promise_classes_and_requests_take_plain_values_as_well(tiny: ModuleType) -> None:
    assert tiny.HttpResponse.__annotations__ == {
        "name": "str | None | Unset",
        "paid_at": "ChinaTime | None | Unset",
        "sent_at": "EpochSecondsText | None | Unset",
        "made_at": "EpochMilliseconds | None | Unset",
        "state": "State | str | None | Unset",
        "level": "Level | int | None | Unset",
        "extra": "JsonObject | None | Unset",
        "notes": "list[str | None] | None | Unset",
    }
    assert tiny.Sent.__annotations__ == {
        "name": "str",
        "paid_at": "str | datetime | Unset",
        "sent_at": "str | datetime | Unset",
        "made_at": "int | datetime | None | Unset",
        "state": "State | str | Unset",
        "level": "Level | int | Unset",
        "extra": "Mapping[str, JsonValue] | Unset",
        "notes": "Sequence[str | None] | Unset",
    }
    assert tiny.Both.__annotations__ == tiny.HttpResponse.__annotations__
    parameters = inspect.signature(things(tiny, Recorder()).send).parameters
    assert str(parameters["paid_at"].annotation) == "str | datetime | Unset"
    assert str(parameters["price"].annotation) == "float | Unset"


def test_an_answer_is_typed_and_comes_back_as_it_was(tiny: ModuleType) -> None:
    source = {
        "name": "n",
        "paidAt": "2025-02-24 18:00:00",
        "sentAt": "1740391200",
        "madeAt": 1740391200000,
        "state": "done",
        "level": 2,
        "extra": {"a": [1]},
        "notes": ["x", None],
    }
    received = tiny.HttpResponse.from_dict(source)
    assert (type(received.paid_at), type(received.sent_at), type(received.made_at)) == (
        ChinaTime,
        EpochSecondsText,
        EpochMilliseconds,
    )
    assert received.paid_at.datetime == received.sent_at.datetime == received.made_at.datetime == MOMENT
    assert received.state is tiny.State.DONE
    assert received.level is tiny.Level.VALUE_2
    assert received.notes == ["x", None]
    assert received.to_dict() == source
    assert [type(value) for value in received.to_dict().values()] == [type(value) for value in source.values()]


@pytest.mark.parametrize(
    "source",
    [
        {"paidAt": "soon", "sentAt": 1740391200, "madeAt": "x", "state": "new", "level": 9, "extra": [], "notes": {}},
        {"paidAt": 5, "sentAt": [], "madeAt": 1.5, "state": 1, "level": "1", "extra": "", "notes": [1, None]},
        dict.fromkeys(["paidAt", "sentAt", "madeAt", "state", "level", "extra", "notes"]),
    ],
)
def test_what_the_server_makes_up_is_kept(tiny: ModuleType, source: dict[str, Any]) -> None:
    received = tiny.HttpResponse.from_dict(source)
    assert received.to_dict() == source
    assert received.unknown_fields == {}


async def test_requests_write_moments_members_mappings_and_nulls_in_lists(tiny: ModuleType) -> None:
    arguments = {
        "paid_at": MOMENT,
        "sent_at": MOMENT,
        "made_at": MOMENT,
        "state": tiny.State.WAIT,
        "level": tiny.Level.VALUE_1,
        "extra": MappingProxyType({"a": tiny.State.DONE}),
        "notes": ("x", None),
    }
    expected = (
        b'"paidAt":"2025-02-24 18:00:00","sentAt":"1740391200","madeAt":1740391200000,'
        b'"state":"wait","level":1,"extra":{"a":"done"},"notes":["x",null]'
    )
    assert await sent_body(tiny, **arguments) == b"{" + expected + b"}"
    nested = await sent_body(tiny, sent=tiny.Sent(name="n", **arguments))
    assert nested == b'{"sent":{"name":"n",' + expected + b"}}"


async def test_times_without_a_zone_are_refused_by_place(tiny: ModuleType) -> None:
    with pytest.raises(InvalidArgumentError, match=r"sent\.paid_at: has no time zone"):
        await sent_body(tiny, sent=tiny.Sent(name="n", paid_at=MOMENT.replace(tzinfo=None)))


async def test_what_a_request_needs_is_asked_for_in_a_model_of_both_directions(tiny: ModuleType) -> None:
    assert "name: Name. Required in requests." in tiny.Both.__doc__
    assert "Required in requests." not in tiny.HttpResponse.__doc__ + tiny.Sent.__doc__
    assert tiny.Both.from_dict({}).to_dict() == {}
    with pytest.raises(InvalidArgumentError) as caught:
        await sent_body(tiny, both=tiny.Both(notes=[]))
    assert str(caught.value) == "both.name: is required"
    with pytest.raises(InvalidArgumentError) as caught:
        await sent_body(tiny, sent=tiny.Sent.from_dict({}))
    assert str(caught.value) == "sent.name: is required"


def test_results_may_be_objects_and_enums(tiny: ModuleType) -> None:
    resource = things(tiny, Recorder())
    assert inspect.signature(resource.map).return_annotation == "JsonObject | None"
    assert inspect.signature(resource.state).return_annotation == "State | str | None"
    operations = importlib.import_module("tiny_api.operations")
    assert operations.THINGS_STATE.result.decode("done") is tiny.State.DONE
    assert not operations.THINGS_MAP.result.matches([])
