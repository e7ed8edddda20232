"""Compares the Python API of two states of the generated packages and proposes the next version.

griffe finds what breaks callers. It does not report additions or changed types of arguments and fields, and assumes
that ``**options`` accepts every removed keyword, so both states are also compared member by member.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import griffe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["ApiChange", "ApiState", "changelog", "changes", "public_api", "version_step"]

_REQUIRED: Final = ", required"


class ApiChange(NamedTuple):
    """A change that is visible to callers."""

    name: str
    what: str
    is_breaking: bool

    def __str__(self) -> str:
        return f"{'breaking' if self.is_breaking else 'additive'}: {self.name} {self.what}"


@dataclass(frozen=True, slots=True)
class ApiState:
    """A state of the packages.

    Attributes:
        packages: The packages that griffe read, by name.
        members: Every public class, method, argument and field, with its type.
    """

    packages: dict[str, griffe.Object | griffe.Alias] = field(default_factory=dict[str, "griffe.Object | griffe.Alias"])
    members: dict[str, str] = field(default_factory=dict[str, str])


def public_api(folders: Mapping[str, Path]) -> ApiState:
    """Read the current packages; a missing package has no members.

    Args:
        folders: The folder of each package by its name.
    """
    state = ApiState()
    for name, folder in folders.items():
        if not (folder / "__init__.py").is_file():
            continue
        # Read only: the package is not imported.
        package = griffe.load(
            folder.name,
            search_paths=[folder.parent],
            try_relative_path=False,
            allow_inspection=False,
            store_source=False,
        )
        state.packages[name] = package
        outer = name.removesuffix(folder.name)
        state.members.update((outer + member, kind) for member, kind in _members(package))
    return state


def _members(owner: griffe.Object | griffe.Alias) -> Iterator[tuple[str, str]]:
    for name, member in owner.members.items():
        if name.startswith("_") or member.is_alias:
            continue
        if isinstance(member, griffe.Module):
            yield from _members(member)
        elif isinstance(member, griffe.Class):
            yield member.path, "class"
            yield from _members(member)
        elif isinstance(member, griffe.Function):
            yield member.path, str(member.returns or "")
            yield from _arguments(member)
        elif isinstance(member, griffe.Attribute) and (member.annotation is not None or owner.is_class):
            yield member.path, str(member.annotation or "value")


def _arguments(function: griffe.Function) -> Iterator[tuple[str, str]]:
    for parameter in function.parameters:
        if parameter.name != "self":
            text = str(parameter.annotation or "") + (_REQUIRED if parameter.required else "")
            yield f"{function.path}({parameter.name})", text


def changes(before: ApiState, after: ApiState) -> list[ApiChange]:
    """Compare two states, breaking changes first. Parts of a new or removed member are not listed."""
    broken = dict(_broken(before, after))
    gone, new = before.members.keys() - after.members, after.members.keys() - before.members
    found = {name: ApiChange(name, "is gone", is_breaking=True) for name in gone if _owner(name) not in gone}
    for name in new:
        if _owner(name) not in new:
            found[name] = _new(name, before, after)
    for name in before.members.keys() & after.members.keys():
        was, now = before.members[name], after.members[name]
        if was != now:
            what = f"was {was or 'nothing'}, is {now or 'nothing'}"
            found[name] = ApiChange(name, what, name in broken or not _is_wider(name, was, now))
    for name, what in broken.items():
        if name not in gone:
            found.setdefault(name, ApiChange(name, what, is_breaking=True))
    return sorted(found.values(), key=lambda change: (not change.is_breaking, change.name))


def _owner(name: str) -> str:
    """Return the method of an argument, or the class of a method or field."""
    method, bracket, _ = name.partition("(")
    return method if bracket else name.rpartition(".")[0]


def _new(name: str, before: ApiState, after: ApiState) -> ApiChange:
    """Describe a new member: a required argument of an existing method breaks callers."""
    is_breaking = _owner(name) in before.members and after.members[name].endswith(_REQUIRED)
    return ApiChange(name, "is new" + (_REQUIRED if is_breaking else ""), is_breaking)


def _is_wider(name: str, old: str, new: str) -> bool:
    """Tell whether an argument still accepts all previous types and is not newly required."""
    is_argument = name.endswith(")")
    if not is_argument or new.endswith(_REQUIRED) > old.endswith(_REQUIRED):
        return False
    return set(old.removesuffix(_REQUIRED).split(" | ")) <= set(new.removesuffix(_REQUIRED).split(" | "))


def _broken(before: ApiState, after: ApiState) -> Iterator[tuple[str, str]]:
    """Yield the breaking changes that griffe finds, by the same names."""
    for name in before.packages.keys() & after.packages.keys():
        old, new = before.packages[name], after.packages[name]
        outer = name.removesuffix(old.path)
        for breakage in griffe.find_breaking_changes(old, new):
            if breakage.kind is griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE:
                continue  # wire details, which callers do not write
            given = breakage.old_value or breakage.new_value
            argument = f"({given.name})" if isinstance(given, griffe.Parameter) else ""
            yield f"{outer}{breakage.obj.path}{argument}", breakage.kind.value.lower()


def version_step(found: list[ApiChange], version: str) -> str:
    """Propose a version; below 1.0, a breaking change raises the second number."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    if any(change.is_breaking for change in found):
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if found:
        return f"{major}.{minor + 1}.0" if major else f"0.{minor}.{patch + 1}"
    return f"{major}.{minor}.{patch}"


def changelog(found: list[ApiChange]) -> str:
    """Return an entry for the changelog."""
    groups = {
        "Added": [change for change in found if change.what.startswith("is new")],
        "Changed": [change for change in found if not change.what.startswith(("is new", "is gone"))],
        "Removed": [change for change in found if change.what == "is gone"],
    }
    lines: list[str] = []
    for title, members in groups.items():
        if members:
            lines += [f"### {title}", ""]
            lines += [f"- {'**Breaking:** ' if each.is_breaking else ''}`{each.name}` {each.what}." for each in members]
            lines.append("")
    return "\n".join(lines)
