"""Prepares schemas for validation: resolves references, drops annotations, and closes objects in strict mode.

The JSON Schema library resolves each ``$ref`` on every call, which costs more than the validation itself, so each
reference is replaced by its schema once. Recursive schemas become cyclic dictionaries; a validator descends only as far
as the instance does.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

Schema: TypeAlias = dict[str, Any] | bool

# Keywords without meaning for a validator. `x-` keys are dropped as well.
_ANNOTATIONS = frozenset(
    {
        "$comment",
        "contentEncoding",
        "contentMediaType",
        "default",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    }
)
_MAPS_OF_SCHEMAS = frozenset({"properties", "patternProperties", "dependentSchemas"})
_LISTS_OF_SCHEMAS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMAS = frozenset(
    {"additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then"}
)


def look_up(document: Mapping[str, Any], reference: str) -> Any:
    """Resolve a local reference such as ``#/components/schemas/Receiver``.

    Raises:
        ValueError: the reference leaves the document or has no target.
    """
    if not reference.startswith("#/"):
        raise ValueError(f"reference {reference} leaves the specification")
    node: Any = document
    for part in reference[2:].split("/"):
        try:
            node = node[part.replace("~1", "/").replace("~0", "~")]
        except (KeyError, TypeError):
            raise ValueError(f"reference {reference} has no target") from None
    return node


class SchemaLibrary:
    """Prepares the schemas of one specification.

    Args:
        document: The whole specification.
        strict: Close every object schema that names its fields, so that other fields are refused, and enforce enums.
            Otherwise both are open.
    """

    def __init__(self, document: Mapping[str, Any], *, strict: bool) -> None:
        self._document = document
        self._strict = strict
        self._prepared: dict[tuple[str, bool], dict[str, Any]] = {}

    def prepare(self, schema: Any) -> Schema:
        """Return the schema without references and annotations and, in strict mode, closed to unknown fields."""
        return self._prepare(schema, seal=self._strict)

    def _prepare(self, schema: Any, *, seal: bool) -> Schema:
        if isinstance(schema, bool):
            return schema
        keywords = {
            key: value
            for key, value in cast("dict[str, Any]", schema).items()
            if key not in _ANNOTATIONS and not key.startswith("x-") and (self._strict or key != "enum")
        }
        reference = keywords.pop("$ref", None)
        if reference is not None:
            if not keywords:
                return self._referenced(reference, seal=seal)
            keywords["allOf"] = [*keywords.get("allOf", ()), {"$ref": reference}]
        if schema.get("contentMediaType") == "application/json":
            keywords.setdefault("contentSchema", True)
        else:
            keywords.pop("contentSchema", None)
        return self._prepare_keywords(keywords, seal=seal)

    def _prepare_keywords(self, keywords: dict[str, Any], *, seal: bool) -> dict[str, Any]:
        # A part of a composition names only its own fields, so the composition is closed as a whole. Alternatives
        # without sibling properties are complete schemas and are closed one by one.
        is_composed = "allOf" in keywords or (
            "properties" in keywords and not keywords.keys().isdisjoint(_ALTERNATIVES)
        )
        prepared: dict[str, Any] = {}
        for key, value in keywords.items():
            if key in _MAPS_OF_SCHEMAS:
                prepared[key] = {name: self._prepare(part, seal=self._strict) for name, part in value.items()}
            elif key in _LISTS_OF_SCHEMAS:
                seal_parts = self._strict if key == "prefixItems" else seal and not is_composed
                prepared[key] = [self._prepare(part, seal=seal_parts) for part in value]
            elif key in _SCHEMAS:
                prepared[key] = self._prepare(value, seal=self._strict)
            else:
                prepared[key] = value
        if seal and "additionalProperties" not in prepared:
            if is_composed:
                prepared.setdefault("unevaluatedProperties", False)
            elif "properties" in prepared:
                prepared["additionalProperties"] = False
        return prepared

    def _referenced(self, reference: str, *, seal: bool) -> dict[str, Any]:
        key = (reference, seal)
        if key not in self._prepared:
            # Stored before it is filled, so that a recursive schema finds itself.
            placeholder = self._prepared[key] = {}
            prepared = self._prepare(look_up(self._document, reference), seal=seal)
            placeholder.update({"not": {}} if prepared is False else {} if prepared is True else prepared)
        return self._prepared[key]


_ALTERNATIVES = frozenset({"anyOf", "oneOf"})
