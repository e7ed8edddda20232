"""Reading what a specification says of a field: references followed, parts of ``allOf`` joined."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Schema", "data_schema", "follow", "properties", "required_names", "value_texts", "wire_type_text"]

Schema: TypeAlias = "dict[str, Any]"


def follow(document: Schema, schema: Schema) -> Schema:
    """Return a schema without references and without the ``null`` branch; what stands beside a reference wins."""
    for _ in range(50):
        beside = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf")}
        if "$ref" in schema:
            target: Any = document
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            schema = {**target, **beside}
            continue
        others = [branch for branch in schema.get("anyOf", ()) if branch != {"type": "null"}]
        if len(others) != 1:
            return schema
        schema = {**others[0], **beside, "x-nullable": True}
    raise ValueError("a reference leads back to itself")


def properties(document: Schema, schema: Schema) -> dict[str, Schema]:
    """Return the fields of an object schema."""
    found: dict[str, Schema] = {}
    for part in schema.get("allOf", ()):
        found.update(properties(document, follow(document, part)))
    return {**found, **schema.get("properties", {})}


def required_names(document: Schema, schema: Schema) -> set[str]:
    """Return the names of the fields that must be there."""
    found: set[str] = set(schema.get("required", ()))
    return found.union(*(required_names(document, follow(document, part)) for part in schema.get("allOf", ())))


def data_schema(document: Schema, operation: Schema) -> Schema:
    """Return the schema of what an answer holds in ``data``."""
    content = operation["responses"]["200"].get("content", {}).get("application/json", {})
    return properties(document, follow(document, content.get("schema", {}))).get("data", {})


def wire_type_text(document: Schema, schema: Schema) -> str:
    """Say how a value is written in JSON, such as ``string (JSON text of array)``."""
    proper = follow(document, schema)
    kinds = proper.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    if proper.get("x-nullable") and "null" not in kinds:
        kinds.append("null")
    text = " | ".join(kinds) or "any"
    if "contentSchema" in proper:
        text += f" (JSON text of {wire_type_text(document, proper['contentSchema'])})"
    elif "array" in kinds and "items" in proper:
        text += f" of {wire_type_text(document, proper['items'])}"
    elif "format" in proper:
        text += f" ({proper['format']})"
    return text


def value_texts(document: Schema, schema: Schema) -> list[str]:
    """Return the documented values of a field, each with its meaning where that is documented."""
    proper = follow(document, schema)
    if "items" in proper and "enum" not in proper:
        proper = follow(document, proper["items"])
    meanings = proper.get("x-enum-descriptions") or proper.get("x-enum-varnames") or ()
    values = [value for value in proper.get("enum", ()) if value is not None]
    return [
        f"{value} ({meanings[index].rstrip('.')})" if index < len(meanings) else str(value)
        for index, value in enumerate(values)
    ]
