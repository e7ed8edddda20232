"""Read the imports of the package from its source, find cycles, and draw the graph of ``docs/architecture.md``.

Imports for types only count like all others.

Usage: python scripts/import_graph.py [--check] (writes the graph into the page; --check fails where it is stale)
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "pandapon_async"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN = "<!-- import graph: begin (written by scripts/import_graph.py) -->"
END = "<!-- import graph: end -->"
#: Packages whose subpackages are drawn one by one.
DIVIDED = ("_core", "orders")


def modules() -> dict[str, Path]:
    """Return the path of each module of the package and of the code generator, by dotted name."""
    found: dict[str, Path] = {}
    for base, folder in ((ROOT / "src", ROOT / "src" / PACKAGE), (ROOT, ROOT / "codegen")):
        for path in folder.rglob("*.py"):
            name = ".".join(path.relative_to(base).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
    return found


def imports() -> dict[str, set[str]]:
    """Return the modules that each module imports, at run time or for types."""
    known = modules()
    graph: dict[str, set[str]] = {}
    for name, path in known.items():
        targets: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                targets |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    targets.add(full if full in known else node.module)
        graph[name] = (targets & known.keys()) - {name}
    return graph


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the strongly connected components of more than one node, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for target in sorted(graph[node]):
            if target not in index:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target in stack:
                low[node] = min(low[node], index[target])
        if low[node] == index[node]:
            component = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(component) > 1:
                found.append(sorted(component))

    sys.setrecursionlimit(max(sys.getrecursionlimit(), 10_000))
    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def part_of(module: str) -> str:
    """Return the part of the package that a module belongs to, as the graph draws it."""
    names = module.split(".")
    if names[0] != PACKAGE:
        return names[0]
    if len(names) == 1:
        return PACKAGE
    if names[1] in DIVIDED and len(names) > 2:
        return f"{names[1]}.{names[2]}"
    return names[1]


def graph_of_parts(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return which parts import which others."""
    parts: dict[str, set[str]] = defaultdict(set)
    for module, targets in graph.items():
        parts[part_of(module)] |= {part_of(target) for target in targets} - {part_of(module)}
    return parts


def mermaid(parts: dict[str, set[str]]) -> str:
    """Draw the parts; arrows that follow from others are left out."""
    # The package and _core themselves only list names.
    hidden = {PACKAGE, "_core"}
    nodes = {name: targets - hidden for name, targets in parts.items() if name not in hidden}

    def reaches(start: str, goal: str, without: str) -> bool:
        seen: set[str] = set()
        waiting = [target for target in nodes.get(start, ()) if target != without]
        while waiting:
            node = waiting.pop()
            if node == goal:
                return True
            if node not in seen:
                seen.add(node)
                waiting.extend(nodes.get(node, ()))
        return False

    lines = ["```mermaid", "graph TD"]
    for name in sorted(nodes):
        for target in sorted(nodes[name]):
            if not reaches(name, target, without=target):
                lines += [f'    {_id(name)}["{name}"] --> {_id(target)}["{target}"]']
    return "\n".join([*lines, "```"])


def _id(name: str) -> str:
    return name.replace(".", "_").strip("_")


def main() -> int:
    """Write or check the page."""
    graph = imports()
    if found := cycles(graph):
        for cycle in found:
            print("import cycle:", ", ".join(cycle))
        return 1
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    written = f"{before}{BEGIN}\n{mermaid(graph_of_parts(graph))}\n{END}{after}"
    if "--check" in sys.argv:
        if written != text:
            print(f"{PAGE.name}: the import graph is stale; run: make generate")
            return 1
        return 0
    PAGE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
