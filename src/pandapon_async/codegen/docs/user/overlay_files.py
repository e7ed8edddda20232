"""The overlay files of a user: one for each surface, such as ``overlays/pandapon-v1.overlay.yaml``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pandapon_async.catalogue import read_catalogue, read_specification, specification_names
from pandapon_async.codegen.docs.drift.navigation import CatalogueEntry
from pandapon_async.codegen.docs.drift.specifications import Specifications
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.overlays import OverlayError, apply_overlays, check_overlay
from pandapon_async.codegen.specification import Specification

if TYPE_CHECKING:
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject

__all__ = ["OverlayFiles"]

_SUFFIX: Final = ".overlay.yaml"


class OverlayFiles:
    """The overlays in a folder.

    Args:
        folder: The folder. It is created when the first overlay is written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, surface: str) -> Path:
        """Return the file of a surface."""
        return self.folder / (surface + _SUFFIX)

    def read(self, surface: str) -> JsonObject | None:
        """Return the overlay of a surface; None if there is none.

        Raises:
            CodegenError: The file is not a valid overlay.
        """
        path = self.path(surface)
        if not path.exists():
            return None
        try:
            document = cast("object", YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))  # pyright: ignore[reportUnknownMemberType]
            if not isinstance(document, dict):
                raise CodegenError(f"{path}: not an object")
            check_overlay(cast("JsonObject", document))
        except (OSError, UnicodeError, YAMLError, OverlayError) as error:
            raise CodegenError(f"{path}: {error}") from error
        return cast("JsonObject", document)

    def append(self, surface: str, actions: list[JsonObject]) -> Path:
        """Add actions to the overlay of a surface. Comments and order of the file stay."""
        path = self.path(surface)
        writer = YAML()
        writer.width = 4096
        if path.exists():
            document = cast("Any", writer).load(path.read_text(encoding="utf-8"))
        else:
            info = {"title": f"Additions to {surface}", "version": "1.0.0"}
            document = cast("Any", {"overlay": "1.0.0", "info": info, "actions": []})
        document["actions"].extend(actions)
        stream = io.StringIO()
        cast("Any", writer).dump(document, stream)
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(path.name + ".part")
        partial.write_text(stream.getvalue(), encoding="utf-8", newline="\n")
        partial.replace(path)
        return path

    def merged(self, surface: str) -> JsonObject:
        """Return the shipped specification of a surface with the overlay applied.

        Raises:
            CodegenError: The overlay does not fit the specification.
        """
        overlay = self.read(surface)
        try:
            return apply_overlays(read_specification(surface), [overlay] if overlay else [])
        except OverlayError as error:
            raise CodegenError(f"{self.path(surface)}: {error}") from error

    def specifications(self) -> Specifications:
        """Return all specifications with their overlays, and the shipped catalogue."""
        by_surface = {name: Specification(name, self.merged(name)) for name in specification_names()}
        entries = [
            CatalogueEntry(
                entry.surface,
                entry.group,
                number,
                {
                    "title": entry.title,
                    "title_zh": entry.title_zh,
                    "method": entry.method,
                    "path": entry.path if entry.status in ("documented", "partial") else None,
                    "push": entry.push,
                    "note": entry.note,
                },
            )
            for number, entry in enumerate(read_catalogue())
        ]
        return Specifications(by_surface, entries)
