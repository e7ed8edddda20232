"""Tiny specifications that follow all rules, and the folder in which packages are generated from them."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).parents[2]
# The generator is a tool of the repository and not installed.
sys.path.insert(0, str(ROOT))

from pandapon_async.codegen.generation import generate  # noqa: E402
from pandapon_async.codegen.output import write  # noqa: E402
from pandapon_async.codegen.surfaces import Surface  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping


Document = dict[str, Any]


def tiny_surface() -> Surface:
    """The surface that all tiny specifications describe."""
    return Surface("tiny", "tiny_api", "TinyResources")


def text(description: str = "Text.", **keywords: object) -> Document:
    """A string schema."""
    return {"type": "string", "description": description, **keywords}


def operation(name: str, data: Mapping[str, object], **extra: object) -> Document:
    """An operation that follows all rules, with ``data`` as the schema of its result."""
    return {
        "operationId": name,
        "tags": [name.rpartition(".")[0]],
        "summary": "Do something.",
        "security": [{"HeaderSignature": []}],
        "x-pandapon-title": "Something",
        "x-pandapon-envelope": "code",
        "x-pandapon-effect": "read",
        "x-pandapon-source": {"pages": ["docs.test/1"], "modified": None},
        "x-pandapon-completeness": {"request": "full", "response": "full"},
        "responses": {
            "200": {
                "description": "What came of it.",
                "content": {
                    "application/json": {
                        "schema": {
                            "allOf": [{"$ref": "#/components/schemas/CodeEnvelope"}],
                            "properties": {"data": dict(data)},
                        }
                    }
                },
            }
        },
        **extra,
    }


def body(properties: Mapping[str, object], *required: str, **beside: object) -> Document:
    """A request body."""
    schema = {"type": "object", "required": list(required), "properties": dict(properties)}
    return {"required": True, "content": {"application/json": {"schema": schema, **beside}}}


def message(body: Mapping[str, object], **changes: object) -> Document:
    """A message push of the type LINE_CHANGED."""
    fields = {
        "messageType": text(description="Type."),
        "messageBody": body,
        "messagePlatform": {"type": "integer", "description": "Platform."},
        "timestamp": text(description="Time."),
    }
    content = {"schema": {"type": "object", "properties": fields}, "example": {"messageType": "LINE_CHANGED"}}
    post = {
        "summary": "A line changed.",
        "x-pandapon-title": "Line changed",
        "x-pandapon-event": "LineChanged",
        "x-pandapon-order-id": ["itemId"],
        "x-pandapon-source": {"pages": ["docs.test/2"], "modified": None},
        "requestBody": {"content": {"application/json": content}},
        "responses": {"200": {"description": "Taken."}},
    }
    return {"LINE_CHANGED": {"post": {**post, **changes}}}


def document(paths: Mapping[str, object], schemas: Mapping[str, object] | None = None, *tags: str) -> Document:
    """A whole specification; resources ``things`` and those in ``tags`` are described."""
    return copy.deepcopy(
        {
            "openapi": "3.1.0",
            "info": {"title": "Tiny", "version": "1", "description": "A tiny interface."},
            "tags": [{"name": name, "description": f"All about {name}."} for name in ("things", *tags)],
            "paths": dict(paths),
            "components": {
                "securitySchemes": {
                    "HeaderSignature": {"type": "apiKey", "in": "header", "name": "signature"},
                    "QuerySignature": {"type": "apiKey", "in": "query", "name": "sign"},
                },
                "schemas": {
                    "CodeEnvelope": {
                        "type": "object",
                        "description": "Envelope.",
                        "properties": {"code": {"type": "integer", "description": "Code."}},
                    },
                    **(schemas or {}),
                },
            },
        }
    )


class Repository(NamedTuple):
    """A root folder with one specification."""

    root: Path
    surface: Surface

    def save(self, content: Document) -> Repository:
        """Write the specification; JSON is YAML."""
        path = self.root / self.surface.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return self

    def generate(self) -> Path:
        """Generate and return the folder of the package."""
        write(generate([self.surface], self.root), self.root)
        return self.root / self.surface.folder


class Recorder:
    """Stands for a client: keeps what is called."""

    def __init__(self, result: object = None) -> None:
        self.calls: list[tuple[Any, dict[str, object], dict[str, object]]] = []
        self.result = result

    async def call(self, called: Any, arguments: Mapping[str, object], options: Mapping[str, object]) -> Any:
        self.calls.append((called, dict(arguments), dict(options)))
        return self.result
