"""Every line of a page is understood or listed, and "not understood" has an exit status of its own."""

from __future__ import annotations

import functools
import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from codegen.__main__ import main
from doc_pages import BOOKING, PAGES, ROOT, WAREHOUSE, names, page, page_text, read_page
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading import MARKDOWN, shape

from pandapon_async.codegen.docs.drift.comparing import compare_with_specifications
from pandapon_async.codegen.docs.drift.report import Report, as_text
from pandapon_async.codegen.docs.drift.specifications import Repository, Specifications
from pandapon_async.codegen.docs.editing.new_operation import new_operation
from pandapon_async.codegen.docs.reading.files import parse_pages, read_pages
from pandapon_async.codegen.docs.reading.html_form import html_lines
from pandapon_async.codegen.surfaces import SURFACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page

NOT_UNDERSTOOD = 6
TEXT = page_text(WAREHOUSE).replace("\xa0", " ")
HEAD = "Title\nPOST\n/a\n请求参数\n"
FOOT = "修改于 2026-01-02 03:04:05\n"


@functools.cache
def specifications() -> Specifications:
    return Repository(ROOT, SURFACES)


def diff(*places: Path) -> Report:
    return compare_with_specifications(specifications(), read_pages(places), (), None)


def status(*places: Path) -> int:
    return diff(*places).status("text only")


def body_page(body: str, *, sample: str = "") -> Page:
    example = f"示例\n{sample}\n" if sample else ""
    return read_page(f"{HEAD}Body 参数application/json\n{body}{example}{FOOT}", "x.txt")


def unread_texts(page: Page) -> list[str]:
    return [entry.text for entry in page.unread]


TYPES = [
    "array[object (EntryCount[]) {2}] | null",
    "object (Map<String, List<Entry>>) {2}",
    "object (响应(成功)) {2}",
    "array [object {2}]",
    "array[object(Entry){2}] | null",
]


@pytest.mark.parametrize("kind", TYPES)
def test_any_component_name_is_part_of_its_type(kind: str) -> None:
    above = "orderId\nstring\n订单id\n必需\n"
    read = body_page(f"{above}entries\n{kind}\n可选\na\nstring\n可选\nb\ninteger\n可选\nlast\nnull\n可选\n")
    order, entries, last = read.body or ()
    assert (order.description, entries.type.is_container, last.name) == ("订单id", True, "last")
    assert [field.name for field in entries.fields] == ["a", "b"]
    assert read.unread == ()


def test_a_type_that_is_understood_in_part_keeps_its_children() -> None:
    read = body_page("entries\nobject (Entry) {2} or list\n可选\na\nstring\n可选\nb\nstring\n可选\n")
    (entries,) = read.body or ()
    assert [field.name for field in entries.fields] == ["a", "b"]
    assert unread_texts(read) == ["object (Entry) {2} or list"]


@pytest.mark.parametrize(
    "name", ["备注字段", "ids[]", "$expand", "a-b", "@type", "example", "required", "string", "body"]
)
def test_any_name_is_a_name(name: str) -> None:
    read = body_page(
        f"first\nstring\n必需\n{name}\nobject\n可选\nlast\nstring\n说明\n必需\n", sample=f'{{"{name}": {{"last": 1}}}}'
    )
    assert names(read) == {"first", name, "last"}
    assert read.unread == ()


def test_a_field_that_is_not_understood_is_listed_with_all_its_lines() -> None:
    read = body_page(
        "first\nstring\n必需\nsecond\nDecimal(10)\n说明\n可选\nthird value\nstring\n说明\n必需\nlast\nstring\n必需\n"
    )
    assert [field.name for field in read.body or ()] == ["first", "last"]
    assert unread_texts(read) == ["second", "Decimal(10)", "说明", "可选", "third value", "string", "说明", "必需"]


def test_a_stale_sample_does_not_override_the_table() -> None:
    body = "id\nstring\n必需\nitems\narray [object {2}]\n可选\n"
    body += "sku\nstring\n必需\ncount\ninteger\n必需\nremark\nstring\n可选\n"
    for sample in ('{"id": "1", "sku": "a", "count": 2}', '{"id": "1", "items": [{"code": "a", "number": 2, "x": 1}]}'):
        read = body_page(body, sample=sample)
        items = next(field for field in read.body or () if field.name == "items")
        assert [field.name for field in items.fields if field.evidence == "schema"] == ["sku", "count"]


FRENCH = {
    "请求参数": "Requête",
    "Header 参数": "Paramètres d'en-tête",
    "Body 参数application/json": "Paramètres du corps application/json",
    "必需": "Obligatoire",
    "可选": "Facultatif",
    "默认值:": "Valeur par défaut:",
    "示例": "Exemple",
    "请求示例代码": "Exemples de code de requête",
    "返回响应": "Réponses",
}
UNKNOWN = {label: f"Xyzzy {index}" for index, label in enumerate(FRENCH)}
UNKNOWN |= {"默认值:": "Xyzzy:", "必需": "Plugh", "可选": "Frotz"}


@pytest.mark.parametrize("labels", [FRENCH, UNKNOWN], ids=["French", "unknown"])
def test_labels_in_another_language_never_look_like_no_drift(labels: dict[str, str], tmp_path: Path) -> None:
    text = TEXT
    for label, other in labels.items():
        text = text.replace(f"\n{label} \n", f"\n{other}\n").replace(f"\n{label}\n", f"\n{other}\n")
    (tmp_path / WAREHOUSE).write_text(text, encoding="utf-8")
    assert status(tmp_path / WAREHOUSE) == NOT_UNDERSTOOD
    assert_everything_is_found(read_page(text, WAREHOUSE), page(WAREHOUSE))


@pytest.mark.parametrize("label", sorted(UNKNOWN))
def test_one_label_in_an_unknown_language_moves_no_field(label: str) -> None:
    text = TEXT.replace(f"\n{label} \n", f"\n{label}\n").replace(f"\n{label}\n", f"\n{UNKNOWN[label]}\n")
    read, whole = read_page(text, WAREHOUSE), page(WAREHOUSE)
    assert read.unread or read.as_json() == whole.as_json()
    for place, fields in read.parameters.items():
        listed = {field.name for field in fields if field.evidence == "schema"}
        assert listed <= {field.name for field in whole.parameters[place]}
    assert_everything_is_found(read, whole)


def assert_everything_is_found(read: Page, whole: Page) -> None:
    """Every field of the whole page has been read, or its line is listed."""
    listed = {entry.line for entry in read.unread}
    found = {(field.line, field.name) for field in fields_of(read)}
    missing = [
        field.name for field in fields_of(whole) if (field.line, field.name) not in found and field.line not in listed
    ]
    assert missing == []


def fields_of(page: Page) -> Iterator[Field]:
    yield from (field for fields in page.parameters.values() for field in walk(fields) if field.evidence == "schema")
    for holder in (page, *page.responses):
        yield from (entry.field for entry in holder.unplaced)
    for fields in (page.body, *(response.fields for response in page.responses)):
        yield from (field for field in walk(fields or ()) if field.evidence == "schema")


def walk(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from walk(field.fields)


@pytest.mark.parametrize("end", ['"warehouseName": "一号仓库",', '"code": 200,', "返回响应\n", "开发者id\n"])
def test_a_page_that_is_cut_off_is_not_understood(end: str, tmp_path: Path) -> None:
    text = TEXT[: TEXT.index(end) + len(end)] + "\n"
    (tmp_path / WAREHOUSE).write_text(text, encoding="utf-8")
    assert status(tmp_path / WAREHOUSE) == NOT_UNDERSTOOD
    assert read_page(text, WAREHOUSE).cut


def test_the_status_stands_in_the_json_and_above_any_drift(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = TEXT.replace("orderId\nstring ", "orderId\ninteger ").replace("🟢200成功\n", "🟢200成功\nStrange\n")
    (tmp_path / WAREHOUSE).write_text(changed, encoding="utf-8")
    arguments = [str(tmp_path / WAREHOUSE), "--json", "--fail-on", "breaking"]
    assert main(["--root", str(ROOT), "docs", "diff", *arguments]) == NOT_UNDERSTOOD
    document = json.loads(capsys.readouterr().out)
    assert (document["status"], document["understood"]) == (NOT_UNDERSTOOD, False)
    assert [(entry["text"], entry["part"]) for entry in document["unread"]] == [("Strange", "response")]
    assert [drift["place"] for drift in document["drift"]] == ["request.orderId"]


def test_what_may_be_in_a_line_that_was_not_understood_is_not_removed() -> None:
    text = TEXT.replace("warehouseName\nstring ", "warehouseName\nText ", 1)
    drift = [each for each in specifications().diff(read_page(text, WAREHOUSE)) if not each.explained_by]
    assert drift == []
    assert "warehouseName" in unread_texts(read_page(text, WAREHOUSE))


def test_a_correction_does_not_hide_the_removal_of_its_field() -> None:
    text = TEXT.replace("nonce-str\nstring \n可选\n默认值:\nnonce-str\n", "", 1)
    assert text != TEXT
    found = specifications().diff(read_page(text, WAREHOUSE))
    assert ("signing", "header nonce-str", None) in {(each.kind, each.place, each.explained_by) for each in found}


def test_guides_in_a_folder_are_named_and_change_no_status(tmp_path: Path) -> None:
    shutil.copy(PAGES / WAREHOUSE, tmp_path)
    (tmp_path / "signing.md").write_text("# How to sign\n\nHash the *secret*.\n", encoding="utf-8")
    (tmp_path / "start.html").write_text("<!doctype html><p>Welcome<p>Read on", encoding="utf-8")
    assert status(tmp_path) == 0
    assert "no operation: signing.md" in as_text(diff(tmp_path))
    assert status(tmp_path / "signing.md") == NOT_UNDERSTOOD
    # An operation page without its method is not a guide.
    (tmp_path / "broken.txt").write_text(TEXT.replace("\nPOST\n/open", "\n/open"), encoding="utf-8")
    assert status(tmp_path) == NOT_UNDERSTOOD


def test_several_pages_in_one_file_are_all_read() -> None:
    read = parse_pages(page_text(WAREHOUSE) + "\n" + page_text(BOOKING), "x.txt")
    assert [each.path for each in read] == [page(WAREHOUSE).path, page(BOOKING).path]
    assert [shape(each.body) for each in read] == [shape(page(name).body) for name in (WAREHOUSE, BOOKING)]
    assert [each.unread for each in read] == [(), ()]
    assert [len(each.navigation) for each in read] == [len(page(name).navigation) for name in (WAREHOUSE, BOOKING)]
    second = MARKDOWN.replace("/open/order/create", "/open/order/close").replace("Create", "Close")
    read = parse_pages(MARKDOWN + "\n---\n\n" + second, "x.md")
    assert [(each.path, each.title) for each in read] == [
        ("/open/order/create", "Create an order"),
        ("/open/order/close", "Close an order"),
    ]
    both = MARKDOWN.replace("    post:\n", "    get:\n      summary: Show\n      responses: {}\n    post:\n")
    assert [each.method for each in parse_pages(both, "x.md")] == ["GET", "POST"]


SHARED = """\
                third: &shared
                  type: object
                  properties: {inner: {type: string}}
                fourth: *shared
                fifth: {<<: *shared, description: Merged}
"""


def test_anchors_and_aliases_of_yaml() -> None:
    above = "                  description: The first\n"
    text = MARKDOWN.replace(above, above + SHARED, 1)
    read = read_page(text, "x.md")
    fields = {field.name: field for field in read.body or ()}
    assert all([field.name for field in fields[name].fields] == ["inner"] for name in ("third", "fourth", "fifth"))
    assert (fields["fifth"].description, read.unread) == ("Merged", ())


REFERENCES = [
    ("Line[]", "Line%5B%5D"),
    ("响应", "%E5%93%8D%E5%BA%94"),
    ("响应", "响应"),
    ("a/b~c", "a~1b~0c"),
    ("100%25", "100%25"),
]


@pytest.mark.parametrize(("key", "reference"), REFERENCES)
def test_references_percent_encoded_and_not_ascii(key: str, reference: str) -> None:
    text = MARKDOWN.replace("schemas/Part'", f"schemas/{reference}'").replace("    Part:\n", f"    '{key}':\n")
    read = read_page(text, "x.md")
    assert read.unread == ()
    assert read.response is not None
    assert [field.name for field in (read.response.fields or ())[1].fields] == ["count", "again"]


def test_keywords_and_media_types_that_are_not_read_are_listed() -> None:
    text = MARKDOWN.replace("          type: integer\n", "          type: integer\n          not: {minimum: 3}\n")
    text = text.replace(
        "        content:\n          application/json:\n",
        "        content:\n          text/xml: {schema: {}}\n          application/json:\n",
        1,
    )
    read = read_page(text, "x.md")
    lines = text.split("\n")
    assert {entry.text for entry in read.unread} == {"not", "text/xml"}
    assert all(entry.text in lines[entry.line - 1] for entry in read.unread)


def test_html_is_parsed_as_a_browser_does() -> None:
    text = "<ul><li>a<ul><li>b</ul><li>c &amp; d</ul><p>e<p>f<table><tr><td>g<td>h</table><svg><title>x</title></svg>"
    assert html_lines(text) == ["  • a", "    • b", "  • c & d", "e", "f", "g", "h"]


def test_apply_states_what_was_understood(tmp_path: Path) -> None:
    text = TEXT.replace("/open/order/updateWarehouse", "/open/order/other")
    for old, new, expected in (
        ("", "", {"request": "full", "response": "full"}),
        ("warehouseName\nstring ", "warehouseName\nText ", {"request": "partial", "response": "full"}),
        ("🟢200成功\n", "🟢200成功\nStrange\n", {"request": "full", "response": "partial"}),
    ):
        made = new_operation(
            specifications(), "pandapon-v1", read_page(text.replace(old, new, 1), "x.txt"), effect="write"
        )
        assert made.data["x-pandapon-completeness"] == expected


# A page is made from a tree of fields, in the form of the sites.

NAMES = st.text("abcXYZ_-$.[]订单备注é", min_size=1, max_size=8).filter(
    lambda name: name[0] not in "-.*" and not name.endswith(":")
)
SCALARS = st.sampled_from(
    ["string", "integer <int64>", "number", "boolean", "string  | null", "array[string]", "enum<string>"]
)
COMPONENTS = st.sampled_from(["", "Entry", "Entry[]", "Map<String, List<Entry>>", "响应«订单»", "a (b) {2}"])
FLAGS = st.sampled_from(
    [("必需", "可选"), ("required", "optional"), ("Obligatoire", "Facultatif"), ("Plugh", "Frotz"), None]
)
DESCRIPTIONS = st.sampled_from(["", "订单id", "What kind of thing", "退款金额, 单位分", "1: yes, 2: no"])


class Node(NamedTuple):
    name: str
    type: str
    required: bool
    description: str
    children: list[Any]
    odd: str


def nodes(children: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[Node]:
    odd = st.sampled_from([*[""] * 8, "Decimal", "array of things", "object ("])
    return st.builds(Node, NAMES, SCALARS, st.booleans(), DESCRIPTIONS, children, odd)


def unique(strategy: st.SearchStrategy[Node]) -> st.SearchStrategy[list[Node]]:
    return st.lists(strategy, min_size=1, max_size=4, unique_by=lambda node: node.name)


LEAVES = unique(nodes(st.just([])))
TREES = unique(nodes(st.just([]) | LEAVES | unique(nodes(st.just([]) | LEAVES))))


def lines_of(
    tree: list[Node], flags: tuple[str, str] | None, component: str, *, counted: bool
) -> Iterator[tuple[str, str | None]]:
    """Yield the lines of a table; with a name for the line of each field."""
    for node in tree:
        yield node.name, node.name
        group = f" ({component.strip()})" if component.strip() else ""
        kind = (
            f"object{group}{f' {{{len(node.children)}}}' if counted else ''}"
            if node.children
            else node.odd or node.type
        )
        yield kind, None
        if node.description:
            yield node.description, None
        if flags:
            yield flags[0] if node.required else flags[1], None
        yield from lines_of(node.children, flags, component, counted=counted)


def sample_of(tree: list[Node]) -> Any:
    return {node.name: sample_of(node.children) if node.children else 1 for node in tree}


@settings(max_examples=150, deadline=None)
@given(
    tree=TREES,
    flags=FLAGS,
    component=COMPONENTS,
    counted=st.booleans(),
    sample=st.sampled_from(["none", "fitting", "stale"]),
)
def test_a_generated_page_has_every_field_or_lists_its_line(
    tree: list[Node], flags: tuple[str, str] | None, component: str, counted: bool, sample: str
) -> None:
    table = list(lines_of(tree, flags, component, counted=counted))
    value = sample_of(tree) if sample == "fitting" else {"other": 1, tree[0].name: "x"}
    example = [] if sample == "none" else ["示例", json.dumps(value, ensure_ascii=False, indent=2)]
    text = "\n".join(
        ["Title", "POST", "/a", "请求参数", "Body 参数application/json", *(line for line, _ in table), *example, FOOT]
    )
    read = read_page(text, "x.txt")
    found = {(field.line, field.name) for field in fields_of(read)}
    listed = {entry.line for entry in read.unread}
    for number, (line, name) in enumerate(table, 6):
        assert name is None or (number, line) in found or number in listed, (number, line)
    known = {line for line, name in table if name is not None}
    assert {name for _, name in found} <= known


@settings(max_examples=60, deadline=None)
@given(tree=TREES, wrap=st.sampled_from(["", "allOf", "oneOf", "items", "map"]))
def test_a_generated_markdown_page_has_every_field_or_lists_its_line(tree: list[Node], wrap: str) -> None:
    def schema(members: list[Node]) -> Any:
        inner = {
            "type": "object",
            "properties": {
                node.name: schema(node.children) if node.children else {"type": "string"} for node in members
            },
        }
        shapes: dict[str, Any] = {
            "allOf": {"allOf": [inner]},
            "oneOf": {"oneOf": [inner, {"type": "string"}]},
            "items": {"type": "array", "items": inner},
            "map": {"type": "object", "additionalProperties": inner},
        }
        return shapes.get(wrap, inner)

    document = {
        "openapi": "3.0.1",
        "paths": {"/a": {"post": {"responses": {"200": {"content": {"application/json": {"schema": schema(tree)}}}}}}},
    }
    text = (
        "# T\n\n## OpenAPI Specification\n\n```yaml\n" + json.dumps(document, ensure_ascii=False, indent=1) + "\n```\n"
    )
    read = read_page(text, "x.md")
    found = {(field.line, field.name) for field in fields_of(read)}
    listed = {entry.line for entry in read.unread}
    wanted = list(names_of(tree))
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        name = line.strip().partition(": {")[0].strip('"')
        if line.strip().endswith("{") and name in wanted:
            assert (number, name) in found or number in listed, (number, line)


def names_of(tree: list[Node]) -> Iterator[str]:
    for node in tree:
        yield node.name
        yield from names_of(node.children)


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        shutil.copy(PAGES / WAREHOUSE, tmp_path / name)
    assert [each.source for each in read_pages([tmp_path])] == ["a.txt", "b.txt"]
