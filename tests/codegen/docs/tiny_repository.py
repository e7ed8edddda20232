"""A repository with one operation, and the command that applies a page to it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from codegen.__main__ import main
from doc_pages import ROOT

from pandapon_async.codegen.surfaces import Surface

if TYPE_CHECKING:
    from pathlib import Path

SURFACE = Surface("pandapon-v1", "tiny_api", "TinyResources")
CATALOGUE = """\
# Kept as it is.
surfaces:
  pandapon-v1:
    Taobao / Order:
      - {title: Cancel the order, method: POST, status: name-only}   # a comment
      - title: Modify the pre-warehouse information of the order
        method: POST
        path: /open/order/updateWarehouse
        status: documented
"""


def cut_out() -> str:
    """The real specification without other operations."""
    text = (ROOT / SURFACE.source).read_text(encoding="utf-8")
    paths, operation = text.index("paths:\n"), text.index("  /open/order/updateWarehouse:\n")
    following = text.index("\n  /open/", operation)
    components, models = text.index("\ncomponents:\n"), text.index("    ItemCheckParam:\n")
    return text[:paths] + "paths:\n" + text[operation:following] + text[components:models]


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments], surfaces=[SURFACE])


def apply(root: Path, text: str, *options: str) -> None:
    source = root / "page.txt"
    source.write_text(text, encoding="utf-8")
    assert run(root, "docs", "apply", str(source), "--surface", SURFACE.name, *options) == 0
    assert run(root, "check") == 0


def edited(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
