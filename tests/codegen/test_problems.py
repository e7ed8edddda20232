"""What is refused, and what the messages say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from codegen.__main__ import main
from tiny_specifications import body, document, operation, text

from pandapon_async.codegen import formatting, openapi_parser
from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tiny_specifications import Document, Repository

GET = "/paths/~1a/get"
PAGING = f"{GET}/x-pandapon-paging"
THING = "/components/schemas/Thing"


def simple() -> Document:
    """One operation with an argument and a model."""
    return document(
        {
            "/a": {
                "post": operation("things.do", {}, requestBody=body({"name": text("Name."), "kind": text("Kind.")})),
                "get": operation(
                    "things.get",
                    {"$ref": "#/components/schemas/Thing"},
                    parameters=[{"name": "q", "in": "query", "schema": {"type": "string"}, "description": "Query."}],
                ),
            }
        },
        {"Thing": {"type": "object", "description": "A thing.", "properties": {"name": text("Name.")}}},
    )


def _get(content: Document) -> Document:
    return content["paths"]["/a"]["get"]


def _thing(content: Document) -> Document:
    return content["components"]["schemas"]["Thing"]


def _arguments(content: Document) -> Document:
    return content["paths"]["/a"]["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]


def _answer(content: Document) -> Document:
    return _get(content)["responses"]["200"]["content"]["application/json"]


def _set(find: Callable[[Document], Document], key: str, value: Any) -> Callable[[Document], None]:
    return lambda content: find(content).__setitem__(key, value)


def _drop(find: Callable[[Document], Document], key: str) -> Callable[[Document], None]:
    return lambda content: find(content).__delitem__(key)


def _field(**schema: Any) -> Callable[[Document], None]:
    return _set(lambda content: _thing(content)["properties"], "other", {"description": "Other.", **schema})


def _count(name: str) -> Document:
    return {"name": name, "in": "query", "schema": {"type": "integer"}, "description": "Count."}


def _page(content: Document, **changes: Any) -> None:
    """Make the operation a paged one, all in order but for the changes."""
    paging = {"page": "pageNo", "size": "pageSize", "items": "rows", "total": "count", **changes}
    _get(content)["x-pandapon-paging"] = {key: value for key, value in paging.items() if value is not None}
    _get(content)["parameters"] += [_count("pageNo"), _count("pageSize")]
    _thing(content)["properties"] |= {
        "rows": {"type": "array", "items": {"type": "string"}, "description": "Rows."},
        "count": {"type": "integer", "description": "Count."},
    }


CASES: dict[str, tuple[Callable[[Document], object], str, str]] = {
    "no operationId": (_drop(_get, "operationId"), f"{GET}/operationId", "not a dotted Python name"),
    "bad operationId": (_set(_get, "operationId", "things.Get"), f"{GET}/operationId", "'things.Get'"),
    "duplicate operationId": (_set(_get, "operationId", "things.do"), "", "things.do"),
    "method hides a type": (_set(_get, "operationId", "things.str"), f"{GET}/operationId", "hide the type"),
    "wrong tags": (_set(_get, "tags", ["other"]), f"{GET}/tags", "must be [things]"),
    "tag not described": (_set(lambda c: c["tags"][0], "name", "other"), f"{GET}/tags", "not described"),
    "no summary": (_drop(_get, "summary"), f"{GET}/summary", "sentence"),
    "no security": (_drop(_get, "security"), f"{GET}/security", "HeaderSignature"),
    "no envelope": (_drop(_get, "x-pandapon-envelope"), f"{GET}/x-pandapon-envelope", "is missing"),
    "wrong effect": (_set(_get, "x-pandapon-effect", "reed"), f"{GET}/x-pandapon-effect", "read, write, pay"),
    "unknown operation key": (_set(_get, "x-pandapon-efect", "read"), f"{GET}/x-pandapon-efect", "unknown key"),
    "unknown key elsewhere": (_set(lambda c: c["info"], "x-pandapon-day", "x"), "/info/x-pandapon-day", "unknown key"),
    "wrong source": (
        _set(_get, "x-pandapon-source", {"pages": [], "modified": None, "page": 1}),
        f"{GET}/x-pandapon-source/page",
        "unknown key",
    ),
    "wrong completeness": (
        _set(_get, "x-pandapon-completeness", {"request": "all", "response": "full"}),
        f"{GET}/x-pandapon-completeness",
        "full, partial, none",
    ),
    "wrong correction": (
        _set(_get, "x-pandapon-corrections", [{"at": "x"}]),
        f"{GET}/x-pandapon-corrections/0",
        "at and why",
    ),
    "path-level parameters": (
        _set(lambda c: c["paths"]["/a"], "parameters", []),
        "/paths/~1a/parameters",
        "unknown key",
    ),
    "other media type": (
        lambda c: c["paths"]["/a"]["post"]["requestBody"].update(content={"text/plain": {}}),
        "/paths/~1a/post/requestBody/content",
        "application/json and nothing else",
    ),
    "answer without envelope": (
        _set(_answer, "schema", {"type": "string"}),
        f"{GET}/responses/200/content/application~1json/schema",
        "allOf",
    ),
    "envelope of the other style": (
        _set(_get, "x-pandapon-envelope", "errorCode"),
        f"{GET}/responses/200/content/application~1json/schema",
        "ErrorCodeEnvelope",
    ),
    "second answer": (
        lambda c: _get(c)["responses"].update({"400": {"description": "No."}}),
        f"{GET}/responses",
        "200 and nothing else",
    ),
    "inline data": (
        lambda c: _answer(c)["schema"]["properties"].update(data={"type": "object", "properties": {"a": text()}}),
        f"{GET}/responses/200/content/application~1json/schema/properties/data",
        "stands inline",
    ),
    "inline object": (
        _field(type="object", properties={"a": text()}),
        f"{THING}/properties/other",
        "stands inline",
    ),
    "inline enum": (_field(type="string", enum=["a"]), f"{THING}/properties/other/enum", "stands inline"),
    "no description": (_drop(lambda c: _thing(c)["properties"]["name"], "description"), f"{THING}/properties/name", ""),
    "unknown field key": (
        _field(type="string", **{"x-pandapon-ids": True}),
        f"{THING}/properties/other/x-pandapon-ids",
        "unknown key",
    ),
    "unknown keyword": (_field(type="string", nullable=True), f"{THING}/properties/other/nullable", "unknown key"),
    "unknown format": (_field(type="string", format="intger"), f"{THING}/properties/other/format", "'intger'"),
    "several types": (_field(type=["string", "integer"]), f"{THING}/properties/other/type", "several types"),
    "identifier of a wrong type": (
        _field(type="boolean", **{"x-pandapon-id": True}),
        f"{THING}/properties/other/x-pandapon-id",
        "identifier",
    ),
    "content without schema": (
        _field(type="string", contentMediaType="application/json"),
        f"{THING}/properties/other",
        "go together",
    ),
    "unknown required": (_set(_thing, "required", ["gone"]), f"{THING}/required", "'gone'"),
    "field like an attribute of models": (
        _set(lambda c: _thing(c)["properties"], "toDict", text()),
        f"{THING}/properties/toDict",
        "reserved",
    ),
    "fields with one name": (
        _set(lambda c: _thing(c)["properties"], "Name", text()),
        f"{THING}/properties/Name",
        "same field name as 'name'",
    ),
    "argument like an option": (
        _set(_arguments, "userId", text()),
        "/paths/~1a/post/requestBody/content/application~1json/schema/properties/userId",
        "'user_id' is reserved",
    ),
    "arguments with one name": (
        _set(_arguments, "other", text(**{"x-pandapon-name": "name"})),
        "/paths/~1a/post/requestBody/content/application~1json/schema/properties/other",
        "same argument name as 'name'",
    ),
    "argument in a header": (
        _set(lambda c: _get(c)["parameters"][0], "in", "header"),
        f"{GET}/parameters/0/in",
        "path",
    ),
    "list in the query": (
        _set(lambda c: _get(c)["parameters"][0], "schema", {"type": "array", "items": {"type": "string"}}),
        f"{GET}/parameters/0/schema",
        "outside a body",
    ),
    "argument that the signature sets": (
        _set(lambda c: _get(c)["parameters"][0], "name", "timestamp"),
        f"{GET}/parameters/0/name",
        "set by the signature",
    ),
    "classes with one name": (
        _set(
            lambda c: c["components"]["schemas"],
            "thing",
            {"type": "object", "description": "T.", "properties": {"a": text()}},
        ),
        "/components/schemas/thing",
        "same class name as Thing",
    ),
    "class of the runtime": (
        _set(
            lambda c: c["components"]["schemas"],
            "Model",
            {"type": "object", "description": "T.", "properties": {"a": text()}},
        ),
        "/components/schemas/Model",
        "taken by the runtime",
    ),
    "reference to nothing": (
        _field(**{"$ref": "#/components/schemas/Gone"}),
        f"{THING}/properties/other/$ref",
        "exist",
    ),
    "reference elsewhere": (_field(**{"$ref": "other.yaml"}), f"{THING}/properties/other/$ref", "'other.yaml'"),
    "pages of a write": (
        lambda c: (_page(c), _set(_get, "x-pandapon-effect", "write")(c)),
        PAGING,
        "only a read",
    ),
    "pages without a list": (lambda c: _page(c, items=None), f"{PAGING}/items", "is missing"),
    "pages without a number": (lambda c: _page(c, page=None), f"{PAGING}/page", "is missing"),
    "paging that is no object": (_set(_get, "x-pandapon-paging", "page"), PAGING, "object of strings"),
    "paging of other things than names": (lambda c: _page(c, page=1), PAGING, "object of strings"),
    "unknown key of paging": (lambda c: _page(c, count="n"), f"{PAGING}/count", "unknown key"),
    "page that is not an argument": (lambda c: _page(c, page="gone"), f"{PAGING}/page", "'gone' is not an argument"),
    "size that is not an argument": (lambda c: _page(c, size="gone"), f"{PAGING}/size", "'gone' is not an argument"),
    "page that is no number": (lambda c: _page(c, page="q"), f"{PAGING}/page", "'q' is not an integer"),
    "items that are not there": (lambda c: _page(c, items="a.b"), f"{PAGING}/items", "'a.b' is not a field"),
    "items that are no list": (lambda c: _page(c, items="name"), f"{PAGING}/items", "'name' is not a list"),
    "a result that is no list": (lambda c: _page(c, items=""), f"{PAGING}/items", "'' is not a list"),
    "total that is no number": (lambda c: _page(c, total="name"), f"{PAGING}/total", "'name' is not an integer"),
    "actual size that is not there": (lambda c: _page(c, actual_size="n"), f"{PAGING}/actual_size", "is not a field"),
    "argument like one of paging": (
        lambda c: (_page(c), _get(c)["parameters"].append(_count("limit"))),
        PAGING,
        "'limit' is reserved for paging",
    ),
    "method like that of paging": (
        lambda c: (_page(c), _set(lambda c: c["paths"]["/a"]["post"], "operationId", "things.iter_get")(c)),
        PAGING,
        "'things.iter_get', which is taken",
    ),
    "resource like the method of paging": (
        lambda c: (_page(c), _set(lambda c: c["paths"]["/a"]["post"], "operationId", "things.iter_get.do")(c)),
        PAGING,
        "'things.iter_get', which is taken",
    ),
    "time of the wrong type": (_field(type="integer", format="china-time"), f"{THING}/properties/other/format", ""),
    "class of a time": (
        _set(
            lambda c: c["components"]["schemas"],
            "ChinaTime",
            {"type": "object", "description": "T.", "properties": {"a": text()}},
        ),
        "/components/schemas/ChinaTime",
        "taken by the runtime",
    ),
    "wrong example of a time": (
        _field(type="string", format="china-time", example="2025-02-30 00:00:00"),
        f"{THING}/properties/other/example",
        "china-time",
    ),
    "wrong example of an epoch": (
        _field(type="string", format="epoch-seconds", example="1740391200000"),
        f"{THING}/properties/other/example",
        "epoch-seconds",
    ),
    "not OpenAPI": (_set(lambda c: c["info"], "title", 1), "/info/title", "1 is not of type"),
    "wrong example of an answer": (
        _set(_answer, "example", {"code": 200, "data": {"name": 1}}),
        f"{GET}/responses/200/content/application~1json/example/data/name",
        "1 is not of type 'string'",
    ),
    "wrong example of a parameter": (
        _set(lambda c: _get(c)["parameters"][0], "example", 1),
        f"{GET}/parameters/0/example",
        "'string'",
    ),
    "wrong example of a field": (
        _field(type="string", format="decimal", examples=["1,5"]),
        f"{THING}/properties/other/examples/0",
        "decimal",
    ),
    "wrong example inside a string": (
        _field(
            type="string",
            contentMediaType="application/json",
            contentSchema={"type": "array", "items": {"type": "integer"}},
            example='["a"]',
        ),
        f"{THING}/properties/other/example/0",
        "'integer'",
    ),
    "example that is no JSON": (
        _field(type="string", contentMediaType="application/json", contentSchema={"type": "integer"}, example="{"),
        f"{THING}/properties/other/example",
        "not JSON",
    ),
}


def test_the_specification_that_the_cases_start_from_is_fine(repository: Repository) -> None:
    repository.save(simple()).generate()


def test_the_paging_that_the_cases_start_from_is_fine(repository: Repository) -> None:
    content = simple()
    _page(content)
    repository.save(content).generate()


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_refused_with_its_place(
    case: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, where, message = CASES[case]
    content = simple()
    spoil(content)
    repository.save(content)

    status = main(["--root", str(repository.root), "validate"], surfaces=[repository.surface])

    lines = capsys.readouterr().err.splitlines()
    assert status == 1
    assert any(line.startswith(f"openapi/tiny.yaml#{where}") and message in line for line in lines), lines


def test_yaml_beyond_json_is_refused(repository: Repository) -> None:
    repository.save({})
    (repository.root / repository.surface.source).write_text("openapi: 3.1.0\nday: 2025-02-24\n")
    with pytest.raises(CodegenError, match=r"tiny\.yaml#: .*date"):
        repository.generate()


def test_a_key_written_twice_is_refused(repository: Repository) -> None:
    repository.save({})
    (repository.root / repository.surface.source).write_text("a: 1\na: 2\n")
    with pytest.raises(CodegenError, match="duplicate key"):
        repository.generate()


def test_a_missing_file_is_refused(repository: Repository) -> None:
    with pytest.raises(CodegenError, match="No such file"):
        repository.generate()


class TestTheTool:
    """Whatever the tool cannot do is an error, and nothing is written."""

    @pytest.fixture(autouse=True)
    def _specification(self, repository: Repository) -> None:
        repository.save(simple())

    def test_another_version_is_refused(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(openapi_parser, "PARSER_VERSION", "0.1")
        self._refused(repository, "written for 0.1")

    def test_a_complaint_is_an_error(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        self._spoil(
            monkeypatch, lambda view: view["components"]["schemas"]["Thing"]["properties"].update(a={"type": "array"})
        )
        self._refused(repository, "items")

    def test_an_operation_it_cannot_parse_is_an_error(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._spoil(monkeypatch, lambda view: view["paths"].update({"/a/{gone}": view["paths"].pop("/a")}))
        self._refused(repository, "Endpoint will not be generated")

    def test_a_document_it_cannot_read_is_an_error(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._spoil(monkeypatch, lambda view: view.pop("info"))
        self._refused(repository, "Failed to parse OpenAPI document")

    def test_an_operation_it_leaves_out_silently_is_an_error(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._spoil(monkeypatch, lambda view: view["paths"]["/a"].pop("get"))
        self._refused(repository, r"tiny\.yaml#/paths/~1a/get: openapi-python-client left this operation out")

    def test_a_missing_formatter_is_an_error(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(formatting.sysconfig, "get_path", lambda _: "")
        self._refused(repository, "ruff is not installed")

    def test_a_failing_formatter_is_an_error(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(formatting, "_SETTINGS", ("--no-such-option",))
        self._refused(repository, "ruff check failed")

    def _spoil(self, monkeypatch: pytest.MonkeyPatch, change: Callable[[Document], object]) -> None:
        honest = openapi_parser.reduce_specification

        def spoilt(specification: Any) -> Document:
            view: Document = honest(specification)
            change(view)
            return view

        monkeypatch.setattr(openapi_parser, "reduce_specification", spoilt)

    def _refused(self, repository: Repository, message: str) -> None:
        with pytest.raises(CodegenError, match=message):
            repository.generate()
        assert not (repository.root / "src").exists()
