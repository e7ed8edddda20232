"""The pages about the sandbox that are written from its code."""

from pathlib import Path

import pytest
from scripts.sandbox_docs import assumptions, pages

PAGES = pages()


@pytest.mark.parametrize("path", list(PAGES), ids=lambda path: path.name)
def test_a_page_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == PAGES[path], "run `make sandbox-docs`"


def test_assumptions_come_from_docstrings_and_from_comments() -> None:
    places = [place for place, _ in assumptions()]
    assert "handlers/taobao_orders.py: create" in places
    assert "handlers/alibaba_view.py" in places
