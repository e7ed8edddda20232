"""Words and JSON become what the documentation shows, for every operation."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest

from pandapon_async._core.call.encoding import request_for
from pandapon_async.catalogue import read_specification
from pandapon_async.cli.arguments import arguments_from_json, arguments_from_words
from pandapon_async.cli.examples import documented_values, example_arguments

PACKAGES = {"pandapon-v1": "pandapon_v1", "pandapon-v2": "pandapon_v2", "xportcn-ka": "xportcn_ka"}
Values = dict[tuple[str, str], Any]


def cases() -> list[Any]:
    found = []
    for surface, package in PACKAGES.items():
        document = read_specification(surface)
        for operation in importlib.import_module(f"pandapon_async.{package}.operations").OPERATIONS:
            source = document["paths"][operation.path][operation.method.lower()]
            values = documented_values(document, source)
            stand_ins = example_arguments(document, source, operation)
            found.append(pytest.param(operation, values, stand_ins, id=f"{surface} {operation.name}"))
    return found


CASES = cases()


def assert_documented(operation: Any, arguments: dict[str, object], values: Values, stand_ins: Any) -> None:
    given = {parameter.argument for parameter in operation.parameters if (parameter.location, parameter.name) in values}
    needed = {parameter.argument for parameter in operation.parameters if parameter.required} - given
    request = request_for(operation, {**{name: stand_ins[name] for name in needed}, **arguments})
    body = json.loads(request.body) if request.body else {}
    for (location, name), value in values.items():
        if location == "body":
            assert body[name] == value
        elif location == "query":
            assert dict(request.query)[name] == str(value)
        else:
            assert f"/{value}" in request.path


@pytest.mark.parametrize(("operation", "values", "stand_ins"), CASES)
def test_words(operation: Any, values: Values, stand_ins: Any) -> None:
    # A word cannot say null; --json can.
    values = {place: value for place, value in values.items() if value is not None}
    pairs = [(name, value if isinstance(value, str) else json.dumps(value)) for (_, name), value in values.items()]
    assert_documented(operation, arguments_from_words(operation, pairs), values, stand_ins)


@pytest.mark.parametrize(("operation", "values", "stand_ins"), CASES)
def test_json(operation: Any, values: Values, stand_ins: Any) -> None:
    document = {name: value for (_, name), value in values.items()}
    assert_documented(operation, arguments_from_json(operation, document), values, stand_ins)


@pytest.mark.parametrize(("operation", "values", "stand_ins"), CASES)
def test_examples_can_be_sent(operation: Any, values: Values, stand_ins: Any) -> None:
    del values
    assert request_for(operation, stand_ins).operation is operation
