"""Compares the specifications with the facts that were gathered from the documentation, one fact at a time.

The facts stand in JSON files beside this module: for each operation its method, path, effect, signature and envelope,
and for each field its place, JSON types, whether it is required, an identifier or JSON inside a string. ``seen`` marks
what was read off an example. What is not known is left out. ``differences.yaml`` lists the facts that the
specifications deliberately do not follow, each with its reason.

Run it on other specifications::

    python tests/facts/fact_check.py path/to/openapi
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
OPENAPI = FOLDER.parents[1] / "openapi"
#: Xportcn's ordinary platform has the operations of PandaPon v1.
SPECIFICATIONS = {
    "pandapon-v1": "pandapon-v1",
    "pandapon-v2": "pandapon-v2",
    "xportcn-ka": "xportcn-ka",
    "xportcn-openapi": "pandapon-v1",
}
SECTIONS = {"path_fields": "path", "query_fields": "query", "body_fields": "body", "data_fields": "data"}
SCHEMES = {"header": "HeaderSignature", "query": "QuerySignature"}

Schema = dict[str, Any]


class Fact(NamedTuple):
    """Something that is known, and what is wrong about it in the specifications.

    Attributes:
        key: Names it, such as ``pandapon-v1 POST /open/order body.receiver required``.
        problem: Empty where the specification says the same.
    """

    key: str
    problem: str


@dataclass
class Specification:
    """One OpenAPI document."""

    document: Schema

    def operation(self, method: str, path: str) -> Schema | None:
        return self.document["paths"].get(path, {}).get(method.lower())

    def follow(self, schema: Schema) -> Schema:
        """Take references and the branch for null off."""
        while True:
            beside = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf")}
            others = [branch for branch in schema.get("anyOf", ()) if branch != {"type": "null"}]
            if "$ref" in schema:
                target: Any = self.document
                for part in schema["$ref"].removeprefix("#/").split("/"):
                    target = target[part]
                schema = {**target, **beside}
            elif len(others) == 1:
                schema = {**self.follow(others[0]), **beside, "nullable": True}
            else:
                return schema

    def properties(self, schema: Schema) -> dict[str, Schema]:
        found: dict[str, Schema] = {}
        for part in schema.get("allOf", ()):
            found |= self.properties(self.follow(part))
        return {**found, **schema.get("properties", {})}

    def required(self, schema: Schema) -> set[str]:
        return set(schema.get("required", ())).union(*(self.required(self.follow(p)) for p in schema.get("allOf", ())))

    def inner(self, schema: Schema) -> Schema:
        """A schema without the string around it, where it is JSON inside a string."""
        proper = self.follow(schema)
        return self.follow(proper["contentSchema"]) if "contentSchema" in proper else proper

    def find(self, schema: Schema, at: str) -> tuple[Schema, bool] | None:
        """The field at a place such as ``lines[].sku.id``, and whether it is required there."""
        required = False
        for segment in at.split(".") if at else ():
            name = segment.rstrip("[]")
            schema = self.inner(schema)
            if name:
                if name not in self.properties(schema):
                    return None
                required = name in self.required(schema)
                schema = self.properties(schema)[name]
            for _ in range(segment.count("[]")):
                schema = self.inner(schema)
                if "items" not in schema:
                    return None
                schema = schema["items"]
        return schema, required

    def types(self, schema: Schema) -> set[str]:
        proper = self.follow(schema)
        kinds = proper.get("type", ())
        found = {kinds} if isinstance(kinds, str) else set(kinds)
        for key in ("anyOf", "oneOf"):
            for branch in proper.get(key, ()):
                found |= self.types(branch)
        return found | ({"null"} if proper.get("nullable") else set())

    def enums(self) -> Iterator[list[Any]]:
        waiting: list[Any] = [self.document]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                if isinstance(node.get("enum"), list):
                    yield node["enum"]
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node


def read_documents(openapi: Path = OPENAPI) -> dict[str, Schema]:
    """The specifications in a folder, by name."""
    return {name: YAML(typ="safe").load(openapi / f"{name}.yaml") for name in sorted(set(SPECIFICATIONS.values()))}


def all_facts(documents: dict[str, Schema], *, complete: bool) -> Iterator[Fact]:
    """Yield every fact.

    Args:
        documents: The specifications by name.
        complete: Demand all operations and enums; otherwise those of the operations that the specifications have.
    """
    specifications = {name: Specification(document) for name, document in documents.items()}
    for surface, name in SPECIFICATIONS.items():
        for operation in json.loads((FOLDER / f"{surface}.json").read_text(encoding="utf-8"))["operations"]:
            key = f"{surface} {operation['method']} {operation['path']}"
            found = specifications[name].operation(operation["method"], operation["path"])
            if found is not None:
                yield Fact(f"{key} operation", "")
                yield from _operation_facts(specifications[name], found, operation, key)
            elif complete:
                yield Fact(f"{key} operation", "is missing")
    if complete:
        listed = [enum for specification in specifications.values() for enum in specification.enums()]
        for enum in json.loads((FOLDER / "guides.json").read_text(encoding="utf-8"))["enums"]:
            missing = min((set(enum["values"]) - set(map(_plain, each)) for each in listed), key=len, default=set())
            for value in enum["values"]:
                yield Fact(f"guides {enum['name']} {value}", "is in no enum" if value in missing else "")


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int) else None


def _operation_facts(specification: Specification, found: Schema, operation: Any, key: str) -> Iterator[Fact]:
    said = {
        "effect": found["x-pandapon-effect"],
        "auth": next(iter(found["security"][0])),
        "envelope": found["x-pandapon-envelope"],
    }
    for name, value in said.items():
        known = SCHEMES.get(operation[name], operation[name])
        if known != "unknown":
            yield Fact(f"{key} {name}", "" if value == known else f"is {value}, known is {known}")
    sections = _sections(specification, found)
    for source, section in SECTIONS.items():
        for field in operation.get(source, ()):
            place = f"{section}.{field['at']}" if field["at"] else section
            yield from _field_facts(specification, sections[section], field, f"{key} {place}")


def _sections(specification: Specification, found: Schema) -> dict[str, Schema]:
    sections: dict[str, Schema] = {}
    parameters = [specification.follow(each) for each in found.get("parameters", ())]
    for location in ("path", "query"):
        those = [each for each in parameters if each["in"] == location]
        sections[location] = {
            "properties": {each["name"]: each.get("schema", {}) for each in those},
            "required": [each["name"] for each in those if each.get("required")],
        }
    body = found.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    sections["body"] = body
    answer = found["responses"]["200"]["content"]["application/json"]["schema"]
    sections["data"] = specification.properties(specification.follow(answer)).get("data", {})
    return sections


def _field_facts(specification: Specification, section: Schema, field: Any, key: str) -> Iterator[Fact]:
    place = specification.find(section, field["at"])
    if place is None:
        yield Fact(f"{key} field", "is missing")
        return
    yield Fact(f"{key} field", "")
    schema, required = place
    proper = specification.follow(schema)
    if types := set(field.get("type", ())):
        lacking = types - specification.types(schema)
        yield Fact(f"{key} type", f"has {_text(specification.types(schema))}, not {_text(lacking)}" if lacking else "")
    if items := set(field.get("items", ())) - {"object"}:
        inner = specification.types(specification.inner(schema).get("items", {}))
        yield Fact(f"{key} items", "" if items <= inner else f"has {_text(inner)}, not {_text(items)}")
    if "required" in field and field["at"]:
        yield Fact(
            f"{key} required", "" if required is field["required"] else f"is {required}, known is {field['required']}"
        )
    if field.get("id_like"):
        marked = [proper, specification.follow(proper.get("items", {}))]
        is_id = any(each.get("x-pandapon-id") is True for each in marked)
        yield Fact(f"{key} id", "" if is_id else "is not marked as an identifier")
    if field.get("json_in_string"):
        is_json = "contentSchema" in proper and proper.get("contentMediaType") == "application/json"
        yield Fact(f"{key} json", "" if is_json else "is not marked as JSON inside a string")


def _text(types: set[str]) -> str:
    return ", ".join(sorted(types)) or "no type"


class Difference(NamedTuple):
    """Facts that the specifications deliberately do not follow: a pattern with ``*``, and the reason."""

    fact: str
    why: str

    def covers(self, key: str) -> bool:
        return re.fullmatch(".*".join(map(re.escape, self.fact.split("*"))), key) is not None


def read_differences() -> list[Difference]:
    entries = YAML(typ="safe").load(FOLDER / "differences.yaml") or []
    return [Difference(entry["fact"], entry["why"]) for entry in entries]


def unexplained(facts: list[Fact], differences: list[Difference]) -> list[Fact]:
    """The facts that the specifications do not follow without a reason."""
    return [fact for fact in facts if fact.problem and not any(each.covers(fact.key) for each in differences)]


def main(folder: str) -> None:
    facts = list(all_facts(read_documents(Path(folder)), complete=True))
    for fact in unexplained(facts, read_differences()):
        sys.stdout.write(f"{fact.key}: {fact.problem}\n")
    sys.stdout.write(f"{len(facts)} facts\n")


if __name__ == "__main__":
    main(sys.argv[1])
