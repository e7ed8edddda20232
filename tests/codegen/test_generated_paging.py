"""Paged operations: from the specification to a method that iterates over the items of all pages."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from tiny_specifications import ROOT, Document, Repository, document, operation, text

from pandapon_async._core.call.operation import Paging
from pandapon_async._core.schema.wire_types import WireType

Load = Callable[[Document], ModuleType]


def query(name: str, **schema: object) -> Document:
    return {"name": name, "in": "query", "schema": schema or {"type": "integer"}, "description": f"The {name}."}


def paged(name: str, data: Document, **paging: str) -> Document:
    paging = {"page": "beginPage", "size": "pageSize", **paging}
    parameters = [query("keyword", type="string"), query("beginPage"), query("pageSize")]
    parameters[0]["required"] = True
    return operation(name, data, parameters=parameters, **{"x-pandapon-paging": paging})


ROWS = {"type": "array", "items": {"$ref": "#/components/schemas/Row"}, "description": "Rows."}
SCHEMAS = {
    "Row": {"type": "object", "description": "A row.", "properties": {"name": text("Name.")}},
    "Inner": {"type": "object", "description": "Inside.", "properties": {"dataList": ROWS}},
    "Page": {
        "type": "object",
        "description": "A page.",
        "properties": {
            "data": ROWS,
            "totalRecords": text("Total.", format="integer"),
            "pageSize": {"type": "integer", "description": "Size."},
            "inner": {
                "type": "string",
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/Inner"},
                "description": "Inside, as text.",
            },
        },
    },
}
PAGE = {"anyOf": [{"$ref": "#/components/schemas/Page"}, {"type": "null"}]}
CONTENT = document(
    {
        "/search": {
            "get": paged("things.search", PAGE, items="data", total="totalRecords", actual_size="pageSize"),
        },
        "/deep": {"get": paged("things.deep", PAGE, items="inner.dataList")},
        "/list": {"get": paged("things.list", {"type": "array", "items": {"type": ["string", "null"]}}, items="")},
        "/lists": {
            "get": paged(
                "things.lists", {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}, items=""
            )
        },
        "/other": {"get": operation("things.other", {})},
    },
    SCHEMAS,
)


class Caller:
    """Answers from pages of JSON, as a client decodes them, and keeps what is asked."""

    def __init__(self, *pages: Any) -> None:
        self.pages = pages
        self.asked: list[dict[str, Any]] = []

    async def call(self, called: Any, arguments: Any, options: Any) -> Any:
        self.asked.append({**arguments, **options})
        result: WireType = called.result
        return result.decode(self.pages[arguments["begin_page"] - 1])


def things(tiny: ModuleType, caller: Caller) -> Any:
    return type("Client", (tiny.TinyResources,), {"call": caller.call})().things


async def test_items_of_all_pages_come_as_models(load: Load) -> None:
    tiny = load(CONTENT)
    caller = Caller(
        {"data": [{"name": "a"}, {"name": "b"}], "totalRecords": "3", "pageSize": 2},
        {"data": [{"name": "c"}], "totalRecords": "3", "pageSize": 2},
    )
    found = [row async for row in things(tiny, caller).iter_search(keyword="k", page_size=2, timeout=3)]
    assert found == [tiny.Row(name="a"), tiny.Row(name="b"), tiny.Row(name="c")]
    asked = {"keyword": "k", "page_size": 2, "timeout": 3}
    assert caller.asked == [{**asked, "begin_page": 1}, {**asked, "begin_page": 2}]


async def test_items_are_found_inside_json_text_and_where_the_data_is_the_list(load: Load) -> None:
    tiny = load(CONTENT)
    deep = things(tiny, Caller({"inner": '{"dataList": [{"name": "a"}]}'}, {"inner": "no JSON"}, {}))
    assert [row.name async for row in deep.iter_deep(keyword="k")] == ["a"]
    plain = things(tiny, Caller(["a", None], ["b"], []))
    assert [item async for item in plain.iter_list(keyword="k", page_size=2, prefetch=True)] == ["a", None, "b"]
    assert [item async for item in plain.iter_list(keyword="k", limit=1)] == ["a"]


def test_the_operation_says_how_in_names_of_python(load: Load) -> None:
    load(CONTENT)
    operations = importlib.import_module("tiny_api.operations")
    assert [entry.paging for entry in operations.OPERATIONS] == [
        Paging(
            page="begin_page", size="page_size", items=("data",), total=("total_records",), actual_size=("page_size",)
        ),
        Paging(page="begin_page", size="page_size", items=("inner", "data_list")),
        Paging(page="begin_page", size="page_size"),
        Paging(page="begin_page", size="page_size"),
        None,
    ]


@pytest.mark.parametrize(
    ("method", "item"),
    [
        ("iter_search", "Items[Row]"),
        ("iter_deep", "Items[Row]"),
        ("iter_list", "Items[str | None]"),
        ("iter_lists", "Items[builtins.list[str]]"),
    ],
)
def test_the_method_has_the_same_arguments_without_the_page(load: Load, method: str, item: str) -> None:
    found = getattr(things(load(CONTENT), Caller()), method)
    signature = inspect.signature(found)
    assert signature.return_annotation == item
    assert {name: str(each.annotation) for name, each in signature.parameters.items()} == {
        "keyword": "str",
        "page_size": "int | Unset",
        "limit": "int | None",
        "prefetch": "bool",
        "options": "Unpack[CallOptions]",
    }
    assert not inspect.iscoroutinefunction(found)
    assert f"items of all pages of :meth:`{method.removeprefix('iter_')}`" in (inspect.getdoc(found) or "")


def test_operations_without_pages_have_no_such_method(load: Load) -> None:
    assert not hasattr(things(load(CONTENT), Caller()), "iter_other")


def test_type_checkers_know_the_items_and_that_they_are_not_awaited(repository: Repository) -> None:
    source = repository.save(CONTENT).generate().parent
    (source / "use.py").write_text(
        "from typing import assert_type\n"
        "from tiny_api import Row\n"
        "from tiny_api.resources.things import Things\n"
        "async def use(things: Things) -> None:\n"
        "    async for row in things.iter_search(keyword='k', limit=3):\n"
        "        assert_type(row, Row)\n"
        "    assert_type([each async for each in things.iter_lists(keyword='k')], list[list[str]])\n"
        "    async with things.iter_list(keyword='k', prefetch=True) as items:\n"
        "        assert_type(await anext(items), str | None)\n"
        "    await things.iter_search(keyword='k')  # type: ignore[misc]\n"
        "    things.iter_search(keyword='k', begin_page=1)  # type: ignore[call-arg]\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "use.py"],
        cwd=source,
        env={"MYPYPATH": f"{ROOT / 'src'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
