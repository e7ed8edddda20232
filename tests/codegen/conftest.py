"""Repositories with a tiny specification, and packages generated from them."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import pytest
from tiny_specifications import Repository, tiny_surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from tiny_specifications import Document


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path, tiny_surface())


@pytest.fixture
def load(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Document], ModuleType]]:
    """Generate a package from a specification and import it."""
    paths: list[str] = []
    modules = set(sys.modules)

    def generate_and_import(content: Document) -> ModuleType:
        root = tmp_path_factory.mktemp("tiny")
        Repository(root, tiny_surface()).save(content).generate()
        paths.append(str(root / "src"))
        sys.path.insert(0, paths[-1])
        importlib.invalidate_caches()
        return importlib.import_module("tiny_api")

    yield generate_and_import
    for path in paths:
        sys.path.remove(path)
    for name in [name for name in sys.modules if name.split(".")[0] == "tiny_api" and name not in modules]:
        del sys.modules[name]
