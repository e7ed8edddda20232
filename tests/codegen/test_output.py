"""Files: reproducible, written as a whole, compared to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.__main__ import main
from tiny_specifications import ROOT, document, operation

from pandapon_async.codegen.generation import generate
from pandapon_async.codegen.inference import inferred_entries
from pandapon_async.codegen.surfaces import SURFACES

if TYPE_CHECKING:
    import pytest
    from tiny_specifications import Repository

SIMPLE = document(
    {"/a": {"get": operation("things.get", {"$ref": "#/components/schemas/Thing"})}},
    {
        "Thing": {
            "type": "object",
            "description": "A thing.",
            "properties": {"name": {"type": "string", "description": "名称."}},
        }
    },
)


def test_other_folders_hash_seeds_and_locales_give_the_same_bytes(tmp_path: Path) -> None:
    roots = [tmp_path / "one", tmp_path / "two"]
    for seed, root in enumerate(roots):
        shutil.copytree(ROOT / "openapi", root / "openapi")
        where = {
            "cwd": tmp_path,
            "env": {
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
                "PYTHONHASHSEED": str(seed),
                "LC_ALL": "C",
            },
        }
        command = [sys.executable, "-m", "codegen", "--root", str(root), "generate"]
        subprocess.run(command, check=True, capture_output=True, **where)
    one, two = (_content(root / "src") for root in roots)
    assert one
    assert one == two


def test_the_number_of_operations_is_that_of_the_specifications() -> None:
    output = generate(SURFACES, ROOT)
    for surface in SURFACES:
        table = output.folders[surface.folder][Path("operations.py")].decode()
        written = (ROOT / surface.source).read_text(encoding="utf-8").count("\n      operationId: ")
        inferred = len(inferred_entries(ROOT)["inferred"][surface.name])
        assert written > 0
        assert inferred > 0
        assert table.count("]] = Operation(\n") == written + inferred
        assert table.count("    inference=Inference(\n") == inferred


def test_every_python_file_says_where_it_comes_from(repository: Repository) -> None:
    folder = repository.save(SIMPLE).generate()
    for path in folder.rglob("*.py"):
        head = path.read_text(encoding="utf-8").partition("from __future__")[0]
        assert head.startswith('"""'), path
        assert "Generated from openapi/tiny.yaml by ``make generate``; do not edit." in head, path


def test_the_specification_is_written_as_json(repository: Repository) -> None:
    repository.save(SIMPLE).generate()
    text = (repository.root / repository.surface.dump).read_text(encoding="utf-8")
    assert text.startswith('{\n"openapi":"3.1.0",\n"info":{')
    assert "名称." in text
    assert text.endswith("}\n")


def test_a_second_run_touches_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repository.save(SIMPLE).generate()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert _run(repository, "generate") == 0
    assert capsys.readouterr().out == "nothing to change\n"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_check_names_stale_missing_and_extra_files(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repository.save(SIMPLE).generate()
    assert _run(repository, "check") == 0
    (folder / "operations.py").write_text("# edited\n")
    (folder / "models" / "thing.py").unlink()
    (folder / "models" / "leftover.py").write_text("")
    dump = repository.root / repository.surface.dump
    dump.with_name("gone.json").write_text("{}")
    capsys.readouterr()

    assert _run(repository, "check") == 1

    lines = capsys.readouterr().err.splitlines()
    assert sorted(lines[:-1]) == [
        "extra: src/pandapon_async/catalogue/specifications/gone.json",
        "extra: src/tiny_api/models/leftover.py",
        "missing: src/tiny_api/models/thing.py",
        "stale: src/tiny_api/operations.py",
    ]
    assert "make generate" in lines[-1]
    assert _run(repository, "generate") == 0
    assert _run(repository, "check") == 0


def test_a_folder_is_emptied_first_and_bytecode_does_not_count(repository: Repository) -> None:
    folder = repository.save(SIMPLE).generate()
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "operations.cpython-311.pyc").write_bytes(b"")
    assert _run(repository, "check") == 0
    (folder / "notes.txt").write_text("by hand")
    assert _run(repository, "generate") == 0
    assert not (folder / "notes.txt").exists()
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []


def test_a_failure_leaves_what_was_there(repository: Repository) -> None:
    folder = repository.save(SIMPLE).generate()
    before = _content(folder)
    broken = document({"/a": {"get": operation("things.get", {"$ref": "#/components/schemas/Gone"})}})
    repository.save(broken)
    assert _run(repository, "generate") == 1
    assert _content(folder) == before


def _run(repository: Repository, command: str) -> int:
    return main(["--root", str(repository.root), command], surfaces=[repository.surface])


def _content(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
