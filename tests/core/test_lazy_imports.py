"""Packages whose names are imported when first used."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from pandapon_async._core.lazy_imports import lazy_names


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with a module ``inner`` that has the name ``Thing``, and ``broken`` that lacks what it should have."""
    outer, inner, broken = ModuleType("lazy_test"), ModuleType("lazy_test.inner"), ModuleType("lazy_test.broken")
    vars(inner)["Thing"] = object()
    vars(outer)["__getattr__"], vars(outer)["__dir__"] = lazy_names("lazy_test", {"Thing": "inner", "Gone": "broken"})
    for module in (outer, inner, broken):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return outer


def test_a_name_is_looked_up_once(package: ModuleType) -> None:
    assert "Thing" not in vars(package)
    assert package.Thing is sys.modules["lazy_test.inner"].Thing
    assert vars(package)["Thing"] is package.Thing


def test_an_unknown_name_is_an_attribute_error_that_names_the_package(package: ModuleType) -> None:
    with pytest.raises(AttributeError, match="module 'lazy_test' has no attribute 'Other'"):
        _ = package.Other
    with pytest.raises(AttributeError, match="Gone"):
        _ = package.Gone


def test_all_names_are_listed_before_they_are_imported(package: ModuleType) -> None:
    assert {"Thing", "Gone", "__name__"} <= set(dir(package))
    assert dir(package) == sorted(dir(package))


@pytest.mark.parametrize(
    ("package", "name", "extra"), [("orders", "open_ledger", "orders"), ("messages", "open_inbox", "messages")]
)
def test_a_library_that_is_not_installed_is_named_with_its_extra(package: str, name: str, extra: str) -> None:
    program = (
        "import sys; sys.modules['sqlalchemy'] = None\n"
        f"import pandapon_async.{package} as package\n"
        f"try: package.{name}\n"
        "except ModuleNotFoundError as error: print(error.name, *error.__notes__)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert run.stdout.startswith("sqlalchemy ")
    assert f'pip install "pandapon-async[{extra}]"' in run.stdout
