"""Broken pages never crash a reader and never yield a field that is not there."""

from __future__ import annotations

import pytest
from doc_pages import NAMES, as_html, names, page, page_text, places, read_page
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading import MARKDOWN

TEXTS = {name: page_text(name) for name in NAMES}
#: The navigation is half of a page and says nothing about fields.
BODIES = {name: text[text.index("\n\n") :] for name, text in TEXTS.items()}
QUICK = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(data=st.data())
def test_a_page_cut_anywhere_yields_no_place_that_the_whole_has_not(name: str, data: st.DataObject) -> None:
    text = BODIES[name]
    end = data.draw(st.integers(0, len(text)))
    cut = read_page(text[:end], name)
    assert places(cut) <= places(page(name))
    assert cut.path in (None, page(name).path)
    assert cut.title in ("", page(name).title)


@QUICK
@given(end=st.integers(0, len(MARKDOWN)))
def test_markdown_cut_anywhere_yields_no_place_that_the_whole_has_not(end: int) -> None:
    assert places(read_page(MARKDOWN[:end], "x.md")) <= places(read_page(MARKDOWN, "x.md"))


LINES = sorted({line for text in BODIES.values() for line in text.split("\n")})


@QUICK
@given(lines=st.lists(st.sampled_from(LINES), max_size=80))
def test_lines_in_any_order_yield_only_names_that_stand_there(lines: list[str]) -> None:
    text = "Title\nPOST\n/a\nBody 参数application/json\n" + "\n".join(lines) + "\n"
    read = read_page(text, "x.txt")
    assert all(name in text for name in names(read))


@QUICK
@given(
    name=st.sampled_from(NAMES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 200), st.text(max_size=8)), max_size=6),
)
def test_pages_with_holes_and_noise_yield_only_names_that_stand_there(
    name: str, cuts: list[tuple[float, int, str]]
) -> None:
    text = BODIES[name]
    for place, length, noise in cuts:
        start = int(place * len(text))
        text = text[:start] + noise + text[start + length :]
    for form in (text, as_html(text)):
        read = read_page(form, "x.txt")
        assert all(found in text for found in names(read))
        read.as_json()


@QUICK
@given(text=st.text(max_size=400) | st.text(alphabet="ab:{}[]\"'|<>\n -", max_size=400))
def test_anything_at_all_is_read_without_a_crash(text: str) -> None:
    for source in ("x.txt", "x.html"):
        read_page(text, source)
    read_page("# T\n\n## OpenAPI Specification\n\n```yaml\n" + text + "\n```\n", "x.md")


def test_deep_and_wide_input_ends_soon() -> None:
    deep = "Title\nPOST\n/a\nBody 参数application/json\n" + "".join(f"f{i}\nobject\n" for i in range(2000))
    assert read_page(deep + "示例\n" + "[" * 5000, "x.txt").body is not None
    nested = "{" + '"a":{' * 150 + "}" * 151
    assert read_page("Title\nPOST\n/a\nBody 参数application/json\n示例\n" + nested + "\n", "x").path == "/a"
