"""The surfaces: which specification becomes which package."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["SPECIFICATION_FOLDER", "SURFACES", "Surface"]

#: Folder of the specifications as JSON, which an installation reads without a YAML parser.
SPECIFICATION_FOLDER: Final = Path("src/pandapon_async/catalogue/specifications")


class Surface(NamedTuple):
    """One specification and the package generated from it."""

    name: str
    module: str
    root_class: str

    @property
    def source(self) -> str:
        """Path of the specification below the root of the repository, with forward slashes everywhere."""
        return f"openapi/{self.name}.yaml"

    @property
    def folder(self) -> Path:
        """Folder of the package below the root of the repository."""
        return Path("src", *self.module.split("."))

    @property
    def dump(self) -> Path:
        """Path of the specification as JSON below the root of the repository."""
        return SPECIFICATION_FOLDER / f"{self.name}.json"


SURFACES: Final = (
    Surface("pandapon-v1", "pandapon_async.pandapon_v1", "PandaPonV1Resources"),
    Surface("pandapon-v2", "pandapon_async.pandapon_v2", "PandaPonV2Resources"),
    Surface("xportcn-ka", "pandapon_async.xportcn_ka", "XportcnKAResources"),
)
