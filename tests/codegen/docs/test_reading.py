"""Pages in every form are read completely, and what cannot be understood is listed."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from codegen.__main__ import main
from doc_pages import BOOKING, HERE, KA_UPDATE, NAMES, PAGES, WAREHOUSE, as_html, page, page_text, read_page

from pandapon_async.codegen.docs.reading.files import read_pages
from pandapon_async.codegen.docs.reading.type_text import read_type
from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page


@pytest.mark.parametrize("name", NAMES)
def test_a_public_page_is_read_completely(name: str) -> None:
    golden = json.loads((HERE / "golden" / name.replace(".txt", ".json")).read_text(encoding="utf-8"))
    read = page(name)
    assert read.as_json() == golden
    assert read.unread == ()
    assert not read.cut


def test_fields_are_nested_by_sample_and_counts() -> None:
    body = {field.name: field for field in page(BOOKING).body or ()}
    assert [field.name for field in body["receiverAddress"].fields][5] == "taxId"
    assert [field.name for field in body["lineItems"].fields] == [
        "itemId",
        "skuId",
        "quantity",
        "title",
        "imageUrl",
        "freightInfo",
        "currency",
        "price",
    ]


def test_a_field_with_two_possible_places_is_left_floating() -> None:
    (unplaced,) = page(BOOKING).unplaced
    assert unplaced.field.name == "remark"
    assert unplaced.candidates == ("request.remark", "request.tmallOrderInfo.remark")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("array [object {8}]  | null", ("array[object]", True, None, None, 8)),
        ("object (ReceiverAddressTO)", ("object", False, None, "ReceiverAddressTO", None)),
        ("array[object (FreightSubOrderTO) {2}]  | null", ("array[object]", True, None, "FreightSubOrderTO", 2)),
        ("integer <int64>", ("integer", False, "int64", None, None)),
        ("string  | null ", ("string", True, None, None, None)),
        ("string | integer", ("string | integer", False, None, None, None)),
        ("array [string]", ("array[string]", False, None, None, None)),
        ("array<string>", ("array[string]", False, None, None, None)),
        ("enum<string>", ("string", False, None, None, None)),
        ("null", ("null", True, None, None, None)),
    ],
)
def test_type_lines(text: str, expected: tuple[object, ...]) -> None:
    kind = read_type(text)
    assert kind is not None
    inner = kind.inner
    assert (str(kind), kind.nullable, inner.format, inner.component, inner.count) == expected


@pytest.mark.parametrize("text", ["", "text", "String", "object (", "array [object {8}", "integer or text", "string |"])
def test_other_lines_are_no_types(text: str) -> None:
    assert read_type(text) is None


def shape(fields: tuple[Field, ...] | None) -> object:
    return [(field.name, str(field.type), field.required, shape(field.fields)) for field in fields or ()]


def same_operation(left: Page, right: Page) -> None:
    assert (left.title, left.method, left.path, left.server) == (right.title, right.method, right.path, right.server)
    assert left.modified == right.modified
    assert shape(left.body) == shape(right.body)
    assert [sample.value for sample in left.samples] == [sample.value for sample in right.samples]
    assert {place: shape(entries) for place, entries in left.parameters.items()} == {
        place: shape(entries) for place, entries in right.parameters.items()
    }
    for mine, other in zip(left.responses, right.responses, strict=True):
        assert (mine.status, mine.media, shape(mine.fields)) == (other.status, other.media, shape(other.fields))
        assert [sample.value for sample in mine.samples] == [sample.value for sample in other.samples]


@pytest.mark.parametrize("name", NAMES)
def test_saved_html_reads_like_its_text(name: str) -> None:
    read = read_page(as_html(page_text(name)), name + ".html")
    assert read.form == "html"
    same_operation(read, page(name))
    assert read.navigation
    assert [entry.title for entry in read.navigation] == [entry.title for entry in page(name).navigation]


@pytest.mark.parametrize("name", NAMES)
def test_a_flat_navigation_reads_like_a_tree(name: str) -> None:
    lines = [
        "- " + line.strip()[1:].strip() if line.strip().startswith("•") else line.strip()
        for line in page_text(name).split("\n")
    ]
    read = read_page("\n".join(lines), name)
    same_operation(read, page(name))
    assert all(entry.trail is None for entry in read.navigation)
    assert {entry.title for entry in page(name).navigation} <= {entry.title for entry in read.navigation}


def test_indentation_nests_fields_without_a_sample() -> None:
    text = "Title\nPOST\n/a\n请求参数\nBody 参数application/json\nouter\nobject\n  inner\n  string\nlast\nstring\n"
    assert shape(read_page(text, "x.txt").body) == [
        ("outer", "object", None, [("inner", "string", None, [])]),
        ("last", "string", None, []),
    ]


ENGLISH = """\
Do it

POST
/open/do
Request
Query Params
kind
enum<string>
What kind
required
Allowed values:
a
b
Default:
a
Example:
b
old
integer <int64>
optional
deprecated
Body Params application/json
items
array [string] | null
optional
Responses
🟢200Success
application/json
Body
code
integer
Modified at 2026-01-02 03:04:05
"""
LANGUAGES = {
    "Vietnamese": {"required": "Bắt buộc", "optional": "Tùy chọn", "Default:": "Mặc định:", "Responses": "Phản hồi"},
    "Spanish": {
        "required": "obligatorio",
        "optional": "opcional",
        "Responses": "Respuestas",
        "Query Params": "Parámetros de Query",
    },
    "Thai": {"required": "จำเป็น", "optional": "ไม่จำเป็น", "Default:": "ค่าเริ่มต้น:", "Responses": "การตอบกลับ"},
    "Chinese": {
        "required": "必需",
        "optional": "可选",
        "Default:": "默认值:",
        "Allowed values:": "枚举值:",
        "Request": "请求参数",
    },
    "English": {},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_in_every_language(language: str) -> None:
    text = ENGLISH
    for english, other in LANGUAGES[language].items():
        text = text.replace(f"\n{english}\n", f"\n{other}\n")
    read = read_page(text, "x.txt")
    kind, old = read.parameters["query"]
    assert (kind.type.enum, kind.default, kind.example, kind.required) == (("a", "b"), "a", "b", True)
    assert kind.description == "What kind"
    assert (old.type.format, old.required, old.deprecated) == ("int64", False, True)
    assert shape(read.body) == [("items", "array[string]", False, [])]
    assert read.response is not None
    assert shape(read.response.fields) == [("code", "integer", None, [])]
    assert (read.unread, read.modified) == ((), "2026-01-02 03:04:05")


def test_what_is_not_understood_is_listed_with_its_line() -> None:
    read = read_page(
        "Title\nPOST\n/a\nBody 参数application/json\nmysterious: thing\nname\nstring\n示例\n{\n  broken\n", "x"
    )
    assert [(entry.line, entry.text) for entry in read.unread] == [
        (5, "mysterious: thing"),
        (9, "{"),
        (10, "broken"),
        (10, "broken"),
    ]
    assert read.unread[-1].why == "the page ends without its footer; it may be cut short"
    assert [field.name for field in read.body or ()] == ["name"]


MARKDOWN = """\
# Create an order

## OpenAPI Specification

```yaml
openapi: 3.0.1
info:
  title: ''
  version: 1.0.0
paths:
  /open/order/create:
    post:
      summary: Create an order
      deprecated: false
      description: ''
      tags: []
      x-apifox-folder: Taobao/Order
      x-apifox-status: released
      parameters:
        - name: timestamp
          in: query
          description: ''
          required: true
          schema:
            type: string
      requestBody:
        content:
          application/json:
            schema:
              type: object
              x-apifox-orders:
                - second
                - first
              properties:
                first:
                  type: [string, 'null']
                  description: The first
                second:
                  $ref: '#/components/schemas/Part'
              required: [second]
            example: '{"first": "1", "second": {"count": 1}}'
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  code: {type: integer, format: int32}
                  data:
                    anyOf:
                      - $ref: '#/components/schemas/Part'
                      - type: 'null'
          headers: {}
          x-apifox-name: 成功
      x-run-in-apifox: https://app.example/web/project/1/apis/api-2-run
components:
  schemas:
    Part:
      type: object
      properties:
        count:
          type: integer
          nullable: true
          enum: [1, 2]
        again:
          type: array
          items: {type: string}
```
"""


def test_the_markdown_form() -> None:
    read = read_page(MARKDOWN, "x.md")
    assert (read.form, read.title, read.method, read.path) == (
        "markdown",
        "Create an order",
        "POST",
        "/open/order/create",
    )
    assert (read.folder, read.status) == (("Taobao", "Order"), "released")
    second, first = read.body or ()
    assert (second.type.component, second.required, second.line) == ("Part", True, 38)
    assert (first.type.nullable, first.required, first.description) == (True, False, "The first")
    count, again = second.fields
    assert (count.type.enum, count.type.nullable, str(again.type)) == ((1, 2), True, "array[string]")
    assert read.samples[0].value == {"first": "1", "second": {"count": 1}}
    assert read.response is not None
    assert read.response.description == "成功"
    assert [field.name for field in (read.response.fields or ())[1].fields] == ["count", "again"]
    assert read.unread == ()


def test_ids_of_the_markdown_form() -> None:
    assert read_page(MARKDOWN, "x.md").link == "https://app.example/web/project/1/apis/api-2-run"


def test_shared_parameters_and_bodies_of_the_markdown_form() -> None:
    shared = "  requestBodies:\n    Body:\n      content:\n        application/json:\n"
    shared += "          schema: {type: object, properties: {third: {type: string}}}\n"
    start, end = MARKDOWN.index("      requestBody:\n"), MARKDOWN.index("      responses:\n")
    text = MARKDOWN[:start] + "      requestBody: {$ref: '#/components/requestBodies/Body'}\n" + MARKDOWN[end:]
    text = text.replace("components:\n", "components:\n" + shared)
    path = "    parameters: [{name: zone, in: header, schema: {type: [string, 'null']}}]\n    post:\n"
    read = read_page(text.replace("    post:\n", path), "x.md")
    assert shape(read.body) == [("third", "string", False, [])]
    assert [field.name for field in read.parameters["header"]] == ["zone"]
    assert [field.name for field in read.parameters["query"]] == ["timestamp"]


def test_a_union_is_listed_and_not_guessed() -> None:
    union = "type: string, description: x, oneOf: [{type: integer}, {type: object, properties: {z: {}}}]"
    read = read_page(MARKDOWN.replace("items: {type: string}", "items: {" + union.partition(", ")[2] + "}"), "x.md")
    assert {(entry.text, entry.why) for entry in read.unread} == {
        ("x", "oneOf of 2 schemas: the page does not show which one applies"),
        ("z", "a field of one alternative of oneOf"),
    }
    assert "z" not in json.dumps(read.as_json()["body"])


def test_what_unfolds_without_end_costs_no_time() -> None:
    lines = "".join(f"x{n}: &x{n} [{', '.join(f'*x{n - 1}' for _ in range(9))}]\n" for n in range(1, 9))
    read = read_page(MARKDOWN.replace("info:\n", "x0: &x0 [1]\n" + lines + "info:\n"), "x.md")
    assert read.path == "/open/order/create"
    assert [entry.text for entry in read.unread] == [f"x{n}" for n in range(9)]
    used = MARKDOWN.replace("info:\n", "x0: &x0 [1]\n" + lines + "info:\n").replace("type: integer", "default: *x8")
    assert "a value that unfolds too far" in {entry.why for entry in read_page(used, "x.md").unread}
    schemas = ""
    for number in range(30):
        reference = f"{{$ref: '#/components/schemas/S{number + 1}'}}"
        schemas += f"    S{number}: {{allOf: [{', '.join([reference] * 9)}]}}\n"
    text = MARKDOWN.replace("  schemas:\n", "  schemas:\n" + schemas).replace("schemas/Part'", "schemas/S0'")
    read = read_page(text, "x.md")
    assert read.path == "/open/order/create"
    assert "nested too deeply" in {entry.why for entry in read.unread}


def test_a_component_inside_itself_is_read_once() -> None:
    text = MARKDOWN.replace("items: {type: string}", "items: {$ref: '#/components/schemas/Part'}")
    read = read_page(text, "x.md")
    (again,) = [field for field in (read.body or ())[0].fields if field.name == "again"]
    assert (again.type.inner.component, again.fields, read.unread) == ("Part", (), ())


def test_folders_and_archives(tmp_path: Path) -> None:
    archive = tmp_path / "pages.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in NAMES:
            packed.writestr(f"site/{name}", page_text(name))
        packed.writestr("site/README.md", "no page")
        packed.writestr("site/data.bin", b"\0")
    from_archive = read_pages([archive])
    assert [read.source for read in from_archive] == [f"site/{name}" for name in NAMES]
    assert [read.source for read in read_pages([PAGES])] == NAMES
    assert [read.title for read in from_archive] == [read.title for read in read_pages([PAGES])]


def test_archives_that_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("large.txt", "x" * 9_000_000)
    with pytest.raises(CodegenError, match=r"large.txt: larger than 8000000 bytes"):
        read_pages([archive])
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(4):
            packed.writestr(f"{number}.txt", "x\n" * 1000)
    monkeypatch.setattr("pandapon_async.codegen.docs.reading.files._WHOLE", 7000)
    with pytest.raises(CodegenError, match="unpacks to more than 7000 bytes"):
        read_pages([archive])
    monkeypatch.setattr("pandapon_async.codegen.docs.reading.files._MOST", 3)
    with pytest.raises(CodegenError, match="more than 3 pages"):
        read_pages([archive])


def test_a_page_cut_within_a_character_is_read_up_to_there(tmp_path: Path) -> None:
    data = page_text(WAREHOUSE).encode()
    end = data.index("前置仓名称".encode()) + 4
    (tmp_path / "cut.txt").write_bytes(data[:end])
    (read,) = read_pages([tmp_path / "cut.txt"])
    assert read.cut
    assert [field.name for field in read.body or ()] == ["warehouseAddress", "warehouseName"]
    assert "the page ends without its footer; it may be cut short" in {entry.why for entry in read.unread}


def test_files_that_are_no_page_of_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 8_000_001)
    (tmp_path / "latin.txt").write_bytes("é.".encode("latin-1"))
    for name in ("large.txt", "latin.txt"):
        with pytest.raises(CodegenError):
            read_pages([tmp_path / name])


FLAGGED = {"必需": True, "可选": False}


@pytest.mark.parametrize("name", NAMES)
def test_no_flag_and_no_type_of_a_public_page_is_lost(name: str) -> None:
    """Counted on the text itself: each type line is a field, each flag one of a field, all at their lines."""
    lines = page_text(name).replace("\xa0", " ").split("\n")
    types = [
        number
        for number, line in enumerate(lines, 1)
        if read_type(line)
        and not line.startswith((" ", "{"))
        and number > 1
        and lines[number - 2].replace("-", "_").isidentifier()
    ]
    read = page(name)
    holders = [*read.parameters.values(), read.body or (), *((answer.fields or ()) for answer in read.responses)]
    unplaced = [entry.field for holder in (read, *read.responses) for entry in holder.unplaced]
    fields = [field for fields in (*holders, unplaced) for field in walk(fields) if field.evidence == "schema"]
    assert sorted(field.line for field in fields) == [number - 1 for number in types]
    assert all(lines[field.line - 1] == field.name for field in fields)
    flags = [FLAGGED[line.strip()] for line in lines if line.strip() in FLAGGED]
    flagged = sorted((field for field in fields if field.required is not None), key=lambda field: field.line)
    assert [field.required for field in flagged] == flags


def walk(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from walk(field.fields)


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"no archive")
    for place in (tmp_path / "absent.txt", tmp_path / "x.zip", tmp_path):
        with pytest.raises(CodegenError):
            read_pages([place])


def test_the_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "read", str(PAGES / WAREHOUSE), str(PAGES / KA_UPDATE)]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["path"], second["server"]) == ("/open/order/updateWarehouse", "https://www.xportcn.com/api")
