"""Writes the sandbox's pages of the documentation from its code: ``make sandbox-docs``."""

from __future__ import annotations

import ast
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from pandapon_async.sandbox.faults.primitives import __doc__ as primitives_text
from pandapon_async.sandbox.faults.recipes import RECIPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async.sandbox.faults.recipes import Recipe

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "pandapon_async" / "sandbox"
NOTE = "<!-- Written by `make sandbox-docs`. Change the code of the sandbox instead. -->\n\n"

_EFFECTS = {
    "yes": "yes",
    "no": "no",
    "in part": "in part",
    "option": "no; yes with `done=true`",
    "by chance": "by chance",
    "pushes only": "yes",
}
_ASSUMPTION = "Assumption: "


def pages() -> dict[Path, str]:
    """Return the text of each page that this script writes."""
    return {
        ROOT / "docs" / "sandbox-faults.md": faults_page(),
        ROOT / "docs" / "sandbox-assumptions.md": assumptions_page(),
    }


def faults_page() -> str:
    """Return the page about faults."""
    recipes = "\n".join(_recipe_row(recipe) for recipe in RECIPES.values())
    primitives = "\n".join(_primitive_rows())
    return f"""{NOTE}# Faults of the sandbox

The sandbox fails on request. Each fault has one name, used in Python, on the command line, over HTTP and in the
console:

| where | how |
|---|---|
| Python | `sandbox.faults.add(faults.lost_answer("A-1"))`, with `from pandapon_async.sandbox import faults` |
| command line | `pandapon sandbox --fault lost_answer:A-1 --fault slow:seconds=3,times=2` |
| HTTP | `POST /_sandbox/faults` with `{{"fault": "lost_answer", "key": "A-1"}}` and the token in `x-sandbox-token` |
| one call | the header `x-sandbox-fault: lost_answer` |
| console | the form "Inject a fault" |

As text, a fault is `NAME:ARGUMENT=VALUE,ARGUMENT=VALUE`; the name of the first argument may be left out. Every fault
also accepts these selectors:

| selector | meaning |
|---|---|
| `key` | only calls with this order number of the caller, or about this order id; needs no name where it comes first |
| `operation` | only this operation, such as `taobao.orders.create` |
| `account` | only calls with this access key |
| `times` | how often it applies at most; `any` (in Python: `None`) for no limit |
| `share` | share of the matching calls, between 0 and 1 |
| `seed` | seed of its chance; the same seed gives the same faults for the same orders, in whatever order they arrive |

## Faults named by meaning

"Done" says whether the sandbox carries out the call. It also records that for every call, under
`GET /_sandbox/faults/injected` and in `sandbox.injected_faults`, so `POST /_sandbox/reconcile` stays the truth about
what exists. `GET /_sandbox/faults` shows how often each rule applied; `sandbox.faults.unmatched()` and the end of
`pandapon sandbox` report rules that never did.

| fault | what a client meets | done | applies |
|---|---|---|---|
{recipes}

Forms of `no_in_data`: `success_text` and `success_zero` have `success` `"False"` and `0` in the envelope,
`inner_success_text` has `"False"` inside `data`, `nested` has `success: false` inside `result`, `data_false` has
`false` as `data`, `data_code` has `{{"code": 500}}`, `json_text` has JSON inside a string, and `text` has a string that
is not an id.

## Faults named by what happens on the wire

Several of these make one rule, separated by commas: `latency=0.2, drop-after`.

| fault | what happens |
|---|---|
{primitives}
"""


def assumptions_page() -> str:
    """Return the page about assumptions."""
    rows = "\n".join(f"| {text} | `{where}` |" for where, text in assumptions())
    return f"""{NOTE}# Assumptions of the sandbox

The sandbox follows the documentation. Where the documentation leaves something open, the sandbox decides, and says so
in its code. None of this is a promise about the platform.

| assumption | decided in |
|---|---|
{rows}
"""


def assumptions() -> Iterator[tuple[str, str]]:
    """Yield each assumption that the code states, with the place that decides it."""
    for file in sorted(SOURCE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        module = file.relative_to(SOURCE).as_posix()
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                name = "" if isinstance(node, ast.Module) else f": {node.name}"
                for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                    if paragraph.startswith(_ASSUMPTION):
                        yield f"{module}{name}", _sentence(paragraph)
        for block in re.findall(r"(?:^[ \t]*#[^\n]*\n)+", source, re.MULTILINE):
            text = " ".join(line.strip().lstrip("# ") for line in block.splitlines())
            if text.startswith(_ASSUMPTION):
                yield module, _sentence(text)


def _sentence(text: str) -> str:
    found = re.sub(r"\s+", " ", text.removeprefix(_ASSUMPTION)).replace("``", "`").replace("|", "\\|")
    return found if re.match(r"v\d", found) else found[0].upper() + found[1:]


def _recipe_row(recipe: Recipe) -> str:
    arguments = ", ".join(f"{each.name}={_shown(each.default)}" for each in recipe.arguments)
    if recipe.first == "share":
        arguments = f"share={recipe.share:g}"
    name = f"`{recipe.name}{':' + arguments if arguments else ''}`"
    meaning = recipe.meaning.replace("``", "`") + (" (over a socket only)" if recipe.needs_socket else "")
    applies = "once" if recipe.times == 1 else "to every call"
    if recipe.lasts:
        applies = f"for `{recipe.lasts}`"
    return f"| {name} | {meaning} | {_EFFECTS[recipe.effect]} | {applies} |"


def _shown(value: str | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _primitive_rows() -> Iterator[str]:
    table = textwrap.dedent(primitives_text or "").split("\n")
    start, end = [number for number, line in enumerate(table) if line.startswith("====")]
    for line in table[start + 1 : end]:
        name, meaning = re.split(r"\s{2,}|(?<=``) ", line.strip(), maxsplit=1)
        yield f"| {name.replace('``', '`')} | {meaning.replace('``', '`')} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
