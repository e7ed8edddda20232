"""What changed in the Python API between two states of the generated packages, and what version that asks for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["ApiChange", "changelog", "changes", "public_api", "version_step"]


class ApiChange(NamedTuple):
    """A change that callers can see."""

    name: str
    what: str
    is_breaking: bool

    def __str__(self) -> str:
        return f"{'breaking' if self.is_breaking else 'additive'}: {self.name} {self.what}"


def public_api(folders: Mapping[str, Path]) -> dict[str, str]:
    """Return the signature of every public class, method, argument and field of packages.

    Args:
        folders: The folder of each package by its name.
    """
    found: dict[str, str] = {}
    for package, folder in folders.items():
        for path in sorted(folder.rglob("*.py")):
            module = ".".join([package, *path.relative_to(folder).with_suffix("").parts]).removesuffix(".__init__")
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {name: text for name, text in _members(tree, module) if "._" not in name}
    return found


def _members(tree: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.ClassDef():
                yield f"{prefix}.{node.name}", "class"
                yield from _members(node, f"{prefix}.{node.name}")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                name = f"{prefix}.{node.name}"
                yield name, ast.unparse(node.returns) if node.returns else ""
                yield from _arguments(node.args, name)
            case ast.AnnAssign(target=ast.Name() as target):
                yield f"{prefix}.{target.id}", ast.unparse(node.annotation)
            case ast.Assign(targets=[ast.Name() as target]) if isinstance(tree, ast.ClassDef):
                yield f"{prefix}.{target.id}", "value"
            case _:
                pass


def _arguments(arguments: ast.arguments, name: str) -> Iterator[tuple[str, str]]:
    plain = [*arguments.posonlyargs, *arguments.args]
    first = len(plain) - len(arguments.defaults)
    pairs = [(argument, index < first) for index, argument in enumerate(plain)]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    pairs += [(argument, default is None) for argument, default in named]
    for argument, is_required in pairs:
        if argument.arg != "self":
            annotation = ast.unparse(argument.annotation) if argument.annotation else ""
            yield f"{name}({argument.arg})", f"{annotation}{', required' if is_required else ''}"


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[ApiChange]:
    """Compare two states. A new argument that must be given breaks callers as well."""
    found = [ApiChange(name, "is gone", is_breaking=True) for name in before.keys() - after.keys()]
    for name in after.keys() - before.keys():
        is_new = "(" in name and name.partition("(")[0] not in before
        is_breaking = not is_new and name.endswith(")") and after[name].endswith(", required")
        found.append(ApiChange(name, "is new" + (", required" if is_breaking else ""), is_breaking))
    for name in before.keys() & after.keys():
        if before[name] != after[name]:
            widened = set(before[name].split(" | ")) < set(after[name].split(" | ")) and name.endswith(")")
            what = f"was {before[name] or 'nothing'}, is {after[name] or 'nothing'}"
            eased = before[name] == f"{after[name]}, required" or before[name].endswith(", required") > after[
                name
            ].endswith(", required")
            found.append(ApiChange(name, what, not (widened or eased)))
    return sorted(found, key=lambda change: (not change.is_breaking, change.name))


def version_step(found: list[ApiChange], version: str) -> str:
    """Propose a version; below 1.0 a breaking change raises the second number."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    if any(change.is_breaking for change in found):
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if found:
        return f"{major}.{minor + 1}.0" if major else f"0.{minor}.{patch + 1}"
    return f"{major}.{minor}.{patch}"


def changelog(found: list[ApiChange]) -> str:
    """Return an entry for the changelog, ready to paste."""
    groups = {
        "Added": [change for change in found if change.what == "is new"],
        "Changed": [change for change in found if change.what not in ("is new", "is gone")],
        "Removed": [change for change in found if change.what == "is gone"],
    }
    lines: list[str] = []
    for title, members in groups.items():
        if members:
            lines += [f"### {title}", ""]
            lines += [f"- {'**Breaking:** ' if each.is_breaking else ''}`{each.name}` {each.what}." for each in members]
            lines.append("")
    return "\n".join(lines)
