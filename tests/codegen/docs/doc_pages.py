"""The five public pages, and pages made from them."""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
# The generator is a tool of the repository and not installed.
sys.path.insert(0, str(ROOT))

from pandapon_async.codegen.docs.reading.files import parse_pages  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page, Response

PAGES = HERE / "pages"
NAMES = sorted(path.name for path in PAGES.glob("*.txt"))
BOOKING = "pandapon-v1.orderBookingFreight.txt"
UPDATE = "pandapon-v1.updateLogisticInfo.txt"
WAREHOUSE = "pandapon-v1.updateWarehouse.txt"
LOGISTICS = "pandapon-v2.orderLogistics.txt"
KA_UPDATE = "xportcn-ka.updateLogisticInfo.txt"


def page_text(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def read_page(text: str, source: str) -> Page:
    """Parse the only page of a text."""
    (found,) = parse_pages(text, source)
    return found


def page(name: str) -> Page:
    return read_page(page_text(name), name)


def places(page: Page) -> set[str]:
    """Every place that a page claims to know."""
    found = {f"{where}.{entry.name}" for where, entries in page.parameters.items() for entry in entries}
    found |= set(_walk("request", page.body or ()))
    return found.union(*(set(_walk(f"response {answer.status}", answer.fields or ())) for answer in page.responses))


def names(page: Page) -> set[str]:
    """Every name of a field that a page yields, placed or not."""
    found = {place.rpartition(".")[2] for place in places(page)}
    holders: list[Page | Response] = [page, *page.responses]
    return found | {entry.field.name for holder in holders for entry in holder.unplaced}


def _walk(prefix: str, fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield f"{prefix}.{field.name}"
        yield from _walk(f"{prefix}.{field.name}", field.fields)


def as_html(text: str) -> str:
    """Put a page's lines into HTML as sites build it: lists, spans for names and types, code in ``pre``."""
    lines = text.split("\n")
    parts = ["<!DOCTYPE html><html><head><title>x</title><script>var a = 'POST';</script></head><body>"]
    depth, code = 0, False
    for line in lines:
        bare = line.strip()
        if line[:1] in ("{", "}") or bare.startswith("curl "):
            if not code:
                parts.append("<pre><code>")
            code = True
            parts.append(html.escape(line) + "\n")
            if line == "}" or line.startswith("}'") or (bare.startswith("curl ") and not bare.endswith("\\")):
                parts.append("</code></pre>")
                code = False
            continue
        if code:
            parts.append(f"<span>{html.escape(line)}</span>\n")
            if not bare.endswith("\\") and bare.startswith("--header"):
                parts.append("</code></pre>")
                code = False
            continue
        level = (len(line) - len(line.lstrip())) // 2 if bare.startswith("•") else 0
        parts += ["<ul>"] * (level - depth) if level > depth else ["</ul>"] * (depth - level)
        depth = level
        if level:
            parts.append(f"<li>{html.escape(bare[1:].strip())}</li>")
        elif bare:
            parts.append(f"<div><span>{html.escape(bare)}</span></div>")
    return "".join(parts) + "</body></html>"
