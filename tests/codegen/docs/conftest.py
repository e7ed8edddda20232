"""Helpers of these tests are imported by name; what several of them start from stands here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from doc_pages import ROOT
from tiny_repository import CATALOGUE, SURFACE, cut_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with updateWarehouse only, cut out of the real specification byte for byte."""
    (tmp_path / "openapi").mkdir()
    (tmp_path / SURFACE.source).write_text(cut_out(), encoding="utf-8")
    (tmp_path / "openapi/catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    shutil.copy(ROOT / "openapi/codes.yaml", tmp_path / "openapi")
    return tmp_path
