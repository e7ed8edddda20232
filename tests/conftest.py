"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Enough to find what is wrong, few enough to stay quick; deadlines would measure the machine.
settings.register_profile("default", max_examples=60, deadline=None)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def _clean_environment() -> Iterator[None]:
    """Keep credentials and proxies of the machine out of the tests."""
    kept = dict(os.environ)
    for name in list(os.environ):
        if name.startswith(("PANDAPON_", "XPORTCN_")) or name.lower().endswith("_proxy"):
            del os.environ[name]
    yield
    os.environ.clear()
    os.environ.update(kept)
