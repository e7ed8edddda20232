"""Validates requests against the specification with a JSON Schema library.

The schemas are prepared (see :mod:`~pandapon_async.sandbox.specification.schemas`) and contain no references. Some
keywords are replaced by versions that cache one validator per schema: the library creates a new validator at each step
into an instance, which is most of its cost.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from jsonschema.protocols import Validator

from pandapon_async.sandbox.json_text import JsonTextError, read_json
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.specification.operations import JSON_MEDIA_TYPE, Operation, Parameter
from pandapon_async.sandbox.specification.schemas import Schema

if TYPE_CHECKING:
    from collections.abc import Callable

    _Keyword: TypeAlias = Callable[[Any, Any, Any, Any], Iterator[ValidationError]]


class _ValidatorClass(Protocol):
    def __call__(self, schema: Schema, *, format_checker: FormatChecker) -> Validator: ...


_MAX_ERRORS = 5
_SAFE_NAME = re.compile(r"[A-Za-z_][\w.-]{0,63}", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]{1,300}")
_NUMBER = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?")
_CHINA_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)
_MAX_EPOCH_DIGITS = 15
# The documentation generator prints these if it has no sample.
_PLACEHOLDERS = frozenset({"", "string"})
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_PYTHON_TYPES: Mapping[str, type] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "object": dict,
    "string": str,
}

_formats = FormatChecker(formats=())


@_formats.checks("int32")
def _is_int32(value: object) -> bool:
    return not isinstance(value, int) or -(2**31) <= value < 2**31


@_formats.checks("int64")
def _is_int64(value: object) -> bool:
    return not isinstance(value, int) or -(2**63) <= value < 2**63


@_formats.checks("china-time")
def _is_china_time(value: object) -> bool:
    if not isinstance(value, str) or value in _PLACEHOLDERS:
        return True
    try:
        return _CHINA_TIME.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


@_formats.checks("epoch-seconds")
@_formats.checks("epoch-milliseconds")
def _is_epoch(value: object) -> bool:
    if isinstance(value, str):
        return value in _PLACEHOLDERS or (value.isascii() and value.isdigit() and len(value) <= _MAX_EPOCH_DIGITS)
    return not isinstance(value, int) or 0 <= value < 10**_MAX_EPOCH_DIGITS


@_formats.checks("decimal")
def _is_decimal(value: object) -> bool:
    return not isinstance(value, str) or _DECIMAL.fullmatch(value) is not None


class CompiledSchema:
    """A validator of one prepared schema and its subschemas."""

    def __init__(self, schema: Schema) -> None:
        self._parts: dict[int, tuple[frozenset[type], Validator]] = {}
        keywords: dict[str, _Keyword] = {
            "contentSchema": self._content_schema,
            "items": self._items,
            "properties": self._properties,
            "required": _required,
            "type": _type,
        }
        # The library does not type this function.
        self._validator_class: _ValidatorClass = cast("Any", validators).extend(Draft202012Validator, keywords)
        self._validator = self._compile(schema)

    def errors(self, instance: Any, root: str) -> list[str]:
        """Return at most five errors of an instance as text. No text contains a value of the instance."""
        return [_describe(error, root) for error in islice(self._validator.iter_errors(instance), _MAX_ERRORS)]

    def _compile(self, schema: Schema) -> Validator:
        return self._validator_class(schema, format_checker=_formats)

    def _part(self, schema: Schema) -> tuple[frozenset[type], Validator]:
        # The validator keeps the schema alive, so its id is unique.
        part = self._parts.get(id(schema))
        if part is None:
            part = self._parts[id(schema)] = (_types_that_suffice(schema), self._compile(schema))
        return part

    def _properties(self, _validator: Any, properties: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
        if isinstance(instance, dict):
            fields = cast("Mapping[str, Any]", instance)
            for name, schema in properties.items():
                if name in fields:
                    types, validator = self._part(schema)
                    if type(fields[name]) not in types:
                        yield from _errors_at(name, validator, fields[name])

    def _items(self, _validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        match instance:
            case [*entries]:
                start = len(schema.get("prefixItems", ()))
                types, validator = self._part(items)
                for index, entry in enumerate(entries[start:], start):
                    if type(entry) not in types:
                        yield from _errors_at(index, validator, entry)
            case _:
                pass

    def _content_schema(self, _validator: Any, inner: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
        if isinstance(instance, str):
            try:
                content = read_json(instance)
            except JsonTextError as error:
                yield ValidationError(str(error))
            else:
                yield from self._part(inner)[1].iter_errors(content)


def _errors_at(path: str | int, validator: Validator, instance: Any) -> Iterator[ValidationError]:
    for error in validator.iter_errors(instance):
        error.path.appendleft(path)
        yield error


def _type(validator: Any, types: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if type(instance) is not _PYTHON_TYPES.get(types if isinstance(types, str) else ""):
        yield from Draft202012Validator.VALIDATORS["type"](validator, types, instance, schema) or ()


def _required(_validator: Any, required: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for name in required:
            if name not in instance:
                yield ValidationError("missing", path=[name])


def _types_that_suffice(schema: Schema) -> frozenset[type]:
    """Return the Python types whose values are always valid. Most schemas have a type only and skip the library."""
    if isinstance(schema, bool) or schema.keys() != {"type"}:
        return frozenset()
    names: list[str] = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return frozenset(_PYTHON_TYPES[name] for name in names if name in _PYTHON_TYPES)


def _describe(error: ValidationError, root: str) -> str:
    return f"{_describe_path(root, error.absolute_path)} {_describe_rule(error)}"


def _describe_path(root: str, path: Sequence[str | int]) -> str:
    return root + "".join(f"[{part}]" if isinstance(part, int) else f".{_safe_name(part)}" for part in path)


def _safe_name(name: str) -> str:
    # Unknown names come from the request and may contain anything.
    return name if _SAFE_NAME.fullmatch(name) else "(a name that is not an identifier)"


def _describe_rule(error: ValidationError) -> str:
    # The library's message quotes the instance; this text comes from the schema.
    expected: Any = error.validator_value
    match error.validator:
        case "required":
            return "is missing"
        case "type":
            return f"must be {expected if isinstance(expected, str) else ' or '.join(expected)}"
        case "additionalProperties":
            known: Mapping[str, Any] = cast("Mapping[str, Any]", error.schema).get("properties", {})
            unknown = [_safe_name(name) for name in cast("Mapping[str, Any]", error.instance) if name not in known]
            return f"has fields that the documentation does not name: {', '.join(unknown[:_MAX_ERRORS])}"
        case "unevaluatedProperties":
            return "has fields that the documentation does not name"
        case "contentSchema":
            return f"must be JSON inside a string: {error.message}"
        case "anyOf" | "oneOf":
            return "matches none of the documented forms"
        case str() as rule:
            return f"violates {rule} {expected}"
        case _:
            return "is not allowed"


class RequestValidator:
    """Validates the requests of one operation."""

    def __init__(self, operation: Operation, *, strict: bool) -> None:
        self._operation = operation
        self._strict = strict
        self._query = {part.name: part for part in operation.parameters if part.location == "query"}
        self._path = {part.name: part for part in operation.parameters if part.location == "path"}
        self._query_schema = _parameter_schema(self._query.values())
        self._path_schema = _parameter_schema(self._path.values())
        body = operation.body
        self._body_schema = None if body is None or body.json_schema is None else CompiledSchema(body.json_schema)

    def check_parameters(self, query: Mapping[str, Sequence[str]], path: Mapping[str, str]) -> dict[str, Any]:
        """Validate query and path parameters and return them in the types of the specification.

        Raises:
            RefusedError: a parameter is missing, repeated, invalid or, in strict mode, unknown.
        """
        values: dict[str, Any] = {}
        for name, given in query.items():
            parameter = self._query.get(name)
            if parameter is not None:
                values[name] = _typed(parameter, given)
            elif self._strict and not (self._operation.signing == "query" and name in {"timestamp", "sign"}):
                raise RefusedError(Reason.SCHEMA, f"query.{_safe_name(name)} is not documented")
        path_values = {name: _typed(self._path[name], [text]) for name, text in path.items() if name in self._path}
        if self._query_schema is not None:
            _refuse(self._query_schema.errors(values, "query"))
        if self._path_schema is not None:
            _refuse(self._path_schema.errors(path_values, "path"))
        return values | path_values

    def check_content_type(self, content_type: str) -> None:
        """Validate the media type of the body.

        Raises:
            RefusedError: the documented body has a different media type.
        """
        body = self._operation.body
        media_type = content_type.partition(";")[0].strip().lower()
        if body is not None and media_type not in body.media_types and (media_type or body.is_required):
            raise RefusedError(Reason.CONTENT_TYPE, f"content-type must be {' or '.join(body.media_types)}")

    def check_body(self, content_type: str, content: bytes) -> Any:
        """Validate the body and return it decoded; None if there is none or its media type has no schema.

        Outside strict mode an undocumented body is accepted, and decoded if it is JSON.

        Raises:
            RefusedError: the body is missing, not JSON, or invalid.
        """
        body = self._operation.body
        if body is None:
            if content and self._strict:
                raise RefusedError(Reason.SCHEMA, "body is not documented")
            return _read_leniently(content)
        if not content:
            if body.is_required:
                raise RefusedError(Reason.JSON, "body is missing")
            return None
        if self._body_schema is None or content_type.partition(";")[0].strip().lower() != JSON_MEDIA_TYPE:
            return None
        try:
            value = read_json(content)
        except JsonTextError as error:
            raise RefusedError(Reason.JSON, f"body is not valid JSON: {error}") from None
        _refuse(self._body_schema.errors(value, "body"))
        return value


def _read_leniently(content: bytes) -> Any:
    if not content:
        return None
    try:
        return read_json(content)
    except JsonTextError:
        return None


def _refuse(errors: list[str]) -> None:
    if errors:
        raise RefusedError(Reason.SCHEMA, "; ".join(errors))


def _parameter_schema(parameters: Collection[Parameter]) -> CompiledSchema | None:
    if not parameters:
        return None
    return CompiledSchema(
        {
            "properties": {part.name: part.schema for part in parameters},
            "required": [part.name for part in parameters if part.is_required],
        }
    )


def _typed(parameter: Parameter, given: Sequence[str]) -> Any:
    """Convert a parameter to the type of its schema; text that cannot be converted stays text."""
    schema: Mapping[str, Any] = parameter.schema if isinstance(parameter.schema, dict) else {}
    kinds: list[str] = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if "array" in kinds:
        items = Parameter(parameter.name, parameter.location, is_required=True, schema=schema.get("items", True))
        return [_typed(items, [text]) for text in given]
    if len(given) > 1:
        raise RefusedError(Reason.SCHEMA, f"{parameter.location}.{parameter.name} is repeated")
    text = given[0]
    if "string" in kinds:
        return text
    if "integer" in kinds and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in kinds and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in kinds and text in {"true", "false"}:
        return text == "true"
    return text
