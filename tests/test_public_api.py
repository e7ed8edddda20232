"""The public door: what it offers, what it costs, and which way imports run."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import pandapon_async

ROOT = Path(pandapon_async.__file__).parent


def modules_after(statement: str) -> set[str]:
    """Names of the modules that a fresh interpreter has imported after a statement."""
    code = f"{statement}\nimport sys; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_every_exported_name_exists_and_nothing_else_is_public() -> None:
    for name in pandapon_async.__all__:
        assert getattr(pandapon_async, name) is not None
    assert sorted(pandapon_async.__all__) == sorted(set(pandapon_async.__all__))
    assert set(pandapon_async._HOME_OF) == set(pandapon_async.__all__)
    assert set(pandapon_async.__all__) <= set(dir(pandapon_async))
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = pandapon_async.Nothing


def test_exported_names_are_importable_by_star() -> None:
    assert modules_after("from pandapon_async import *") >= {"pandapon_async.clients"}


def test_importing_the_package_imports_only_its_lazy_names() -> None:
    ours = {name for name in modules_after("import pandapon_async") if name.startswith("pandapon_async")}
    assert ours == {"pandapon_async", "pandapon_async._core", "pandapon_async._core.lazy_imports"}
    assert "httpx" not in modules_after("import pandapon_async")


def test_building_a_client_imports_no_model_no_operation_no_httpx_and_no_aiohttp() -> None:
    imported = modules_after(
        "from pandapon_async import *\n"
        "from pandapon_async.clients import PandaPonClient\n"
        "c = PandaPonClient(Credentials(access_key='k', access_secret='s', user_id='u'), base_url='http://x')".replace(
            "from pandapon_async import *", "from pandapon_async import Credentials"
        )
    )
    assert "pandapon_async._core.http.aiohttp_transport" not in imported
    assert not {"aiohttp", "httpx"} & imported
    assert not {name for name in imported if ".models." in name or name.endswith(".operations")}


def test_using_a_resource_imports_that_resource_alone() -> None:
    imported = modules_after(
        "from pandapon_async import Credentials, PandaPonClient\n"
        "c = PandaPonClient(Credentials(access_key='k', access_secret='s', user_id='u'))\n"
        "c.taobao.orders"
    )
    assert "pandapon_async.pandapon_v1.resources.taobao_orders" in imported
    assert "pandapon_async.pandapon_v1.resources.logistics" not in imported
    assert not {name for name in imported if ".models." in name}


#: A layer may import those below it, and itself.
LAYERS = [
    "catalogue",
    "_core",
    "pandapon_v1 pandapon_v2 xportcn_ka _storage",
    "clients",
    "orders messages",
    "sandbox",
    "codegen",
    "cli",
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names.split()}


def imports_of(path: Path) -> set[str]:
    """Top-level parts of this package that a file imports, at run time or for types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("pandapon_async.")}
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if part == "__init__":
        return
    for imported in imports_of(path) & LEVEL.keys():
        same = imported == part
        assert same or LEVEL[imported] < LEVEL[part], f"{part} imports {imported}"
        # The sandbox must be able to catch the client's mistakes; the catalogue is data.
        assert same or part != "sandbox" or imported == "catalogue", f"the sandbox imports {imported}"
