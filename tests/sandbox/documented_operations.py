"""What the specifications say about requests and answers, read without the sandbox's own reader."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from pandapon_async.catalogue import read_specification, specification_names

_TEXTS = {"china-time": "2026-01-01 00:00:00", "decimal": "2.50", "integer": "3", "epoch-seconds": "1750000000"}
_formats = FormatChecker(formats=())


@_formats.checks("int64")
def _is_int64(value: object) -> bool:
    return not isinstance(value, int) or abs(value) < 2**63


@_formats.checks("decimal", raises=ValueError)
def _is_decimal(value: object) -> bool:
    return not isinstance(value, str) or value in {"", "string"} or bool(float(value) + 1)


@dataclass
class Documented:
    """One operation of a specification."""

    surface: str
    method: str
    path: str
    node: dict[str, Any]
    document: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.surface} {self.node['operationId']}"

    @property
    def served_path(self) -> str:
        return ("/api" if self.surface == "xportcn-ka" else "") + self.path

    @property
    def is_query_signed(self) -> bool:
        return "QuerySignature" in self.node["security"][0]

    @property
    def body_schema(self) -> dict[str, Any] | None:
        content = self.node.get("requestBody", {}).get("content", {}).get("application/json")
        return None if content is None else self.followed(content["schema"])

    @property
    def example(self) -> dict[str, Any] | None:
        return self._answer.get("example")

    @property
    def _answer(self) -> dict[str, Any]:
        return self.node["responses"]["200"]["content"]["application/json"]

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return [self.followed(node) for node in self.node.get("parameters", ())]

    def request(self, known: dict[str, Any]) -> tuple[str, dict[str, Any], Any]:
        """Return path, query and body: the documented ones, else the least that is required with ids that exist."""
        values = {
            part["name"]: part["example"] if "example" in part else known.get(part["name"], "1")
            for part in self.parameters
        }
        query = {part["name"]: values[part["name"]] for part in self.parameters if part["in"] == "query"}
        content = self.node.get("requestBody", {}).get("content", {}).get("application/json", {})
        body = content.get("example")
        if body is None and content:
            body = self.least(content["schema"])
            fields = self.followed(content["schema"])["properties"]
            for name in fields.keys() & known.keys():
                body[name] = int(known[name]) if "integer" in str(fields[name]["type"]) else known[name]
        return self.served_path.format(**values), query, body

    def least(self, schema: Any) -> Any:
        """Return a value with the required fields only."""
        schema = self.followed(schema)
        if "anyOf" in schema:
            return self.least(schema["anyOf"][0])
        if "enum" in schema:
            return schema["enum"][0]
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            return {name: self.least(schema["properties"][name]) for name in schema.get("required", ())}
        if kind == "array":
            return [self.least(schema["items"])]
        if kind == "boolean":
            return True
        if kind in {"integer", "number"}:
            return 1
        if "contentSchema" in schema:
            return json.dumps(self.least(schema["contentSchema"]))
        return _TEXTS.get(schema.get("format", ""), "1")

    def complaints(self, answer: Any) -> list[str]:
        """Say what the documented type does not allow in an answer; fields that it does not name count."""
        sealed = _sealed(self._answer["schema"], self.document)
        validator = Draft202012Validator(sealed, format_checker=_formats)
        return [f"{error.json_path} {error.message[:200]}" for error in validator.iter_errors(answer)]

    def followed(self, schema: Any) -> Any:
        while "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            schema = self.document["components"][schema["$ref"].split("/")[2]][name]
        return schema


def _sealed(schema: Any, document: dict[str, Any], depth: int = 0) -> Any:
    """Return a schema without references and enums, which takes no other fields than those it names."""
    if isinstance(schema, bool) or depth > 14:
        return True
    if "$ref" in schema:
        return _sealed(document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document, depth + 1)
    found = {key: schema[key] for key in ("type", "required", "format", "pattern") if key in schema}
    if "properties" in schema:
        found["properties"] = {name: _sealed(part, document, depth + 1) for name, part in schema["properties"].items()}
    if "items" in schema:
        found["items"] = _sealed(schema["items"], document, depth + 1)
    if "anyOf" in schema:
        found["anyOf"] = [_sealed(part, document, depth + 1) for part in schema["anyOf"]]
    for part in schema.get("allOf", ()):
        whole = _sealed(part, document, depth + 1)
        found.setdefault("type", "object") if "properties" in whole else found.update(whole)
        if "properties" in whole:
            found["properties"] = {**whole["properties"], **found.get("properties", {})}
    if "properties" in found:
        found["additionalProperties"] = False
    return found


def documented_operations() -> Iterator[Documented]:
    for surface in specification_names():
        document = read_specification(surface)
        for path, item in document["paths"].items():
            for method in ("get", "post", "put", "delete"):
                if method in item:
                    yield Documented(surface, method.upper(), path, item[method], document)


OPERATIONS = tuple(each for each in documented_operations() if "x-pandapon-path" not in each.node)
BY_NAME = {operation.name: operation for operation in OPERATIONS}


def push_complaints(push: Any) -> list[str]:
    """Say what the documented type of a message does not allow in a push; fields that it does not name count."""
    for surface in specification_names():
        document = read_specification(surface)
        item = document.get("webhooks", {}).get(push["messageType"])
        if item is not None:
            schema = item["post"]["requestBody"]["content"]["application/json"]["schema"]
            body = schema["properties"]["messageBody"]
            content = json.loads(push["messageBody"]) if "contentSchema" in body else push["messageBody"]
            found = [
                (_sealed(schema, document), push),
                (_sealed(body.get("contentSchema", body), document), content),
            ]
            return [
                f"{error.json_path} {error.message[:200]}"
                for sealed, value in found
                for error in Draft202012Validator(sealed, format_checker=_formats).iter_errors(value)
            ]
    return ["no such type is documented"]
