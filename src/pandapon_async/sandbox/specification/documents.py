"""Additional specifications: OpenAPI documents that users extend or write themselves."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pandapon_async.catalogue import read_specification, specification_names


def read_document(file: Path) -> tuple[str, Mapping[str, Any]]:
    """Read an OpenAPI 3.1 document from a JSON or YAML file.

    Args:
        file: The file. YAML needs ruamel.yaml, which the extra ``codegen`` installs.

    Returns:
        The name of the surface and the document. A document with the title of a shipped specification, such as the
        result of an overlay, takes its place; another one is a surface with the name of the file.

    Raises:
        OSError: the file cannot be read.
        ValueError: the file is not an OpenAPI document.
    """
    text = file.read_text(encoding="utf-8")
    document: Any = json.loads(text) if file.suffix == ".json" else _read_yaml(text)
    match document:
        case {"openapi": str(), "info": {"title": str(title)}, "paths": dict()}:
            pass
        case _:
            raise ValueError(f"{file} is not an OpenAPI document: openapi, info.title or paths is missing")
    shipped = {read_specification(name)["info"]["title"]: name for name in specification_names()}
    return shipped.get(title, file.stem), cast("Mapping[str, Any]", document)


def _read_yaml(text: str) -> Any:
    try:
        from ruamel.yaml import YAML  # noqa: PLC0415 - an optional dependency
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415
    except ImportError:
        raise ValueError('YAML needs ruamel.yaml: pip install "pandapon-async[codegen]", or convert to JSON') from None
    try:
        return YAML(typ="safe", pure=True).load(text)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    except YAMLError as error:
        raise ValueError(f"not YAML: {error}") from None
