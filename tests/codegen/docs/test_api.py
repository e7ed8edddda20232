"""What a change of generated packages means to callers: what breaks them, the changelog entry, the next version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pandapon_async.codegen.docs.editing.python_api import ApiState, changelog, changes, public_api, version_step

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = '''\
from attrs import define


@define
class Order:
    """An order."""

    id: str
    remark: str | None = None


class Orders:
    async def cancel(self, *, order_id: str, reason: str = "", **options: object) -> bool:
        """Cancel."""

    async def _hidden(self) -> None: ...
'''


def state(root: Path, text: str) -> ApiState:
    folder = root / "shop"
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "orders.py").write_text(text, encoding="utf-8")
    return public_api({"pandapon_async.shop": folder})


CHANGES = [
    ("nothing", "Cancel.", "Cancel it.", []),
    ("a field more", "    remark: str", "    note: str = ''\n    remark: str", ["additive: Order.note is new"]),
    ("a field gone", "    remark: str | None = None\n", "", ["breaking: Order.remark is gone"]),
    ("a field's type", "id: str", "id: int", ["breaking: Order.id was str, is int"]),
    ("an optional argument", "order_id: str,", "order_id: str, note: str = '',",
     ["additive: Orders.cancel(note) is new"]),
    ("a required argument", "order_id: str,", "order_id: str, note: str,",
     ["breaking: Orders.cancel(note) is new, required"]),
    ("an argument gone, though options take any", ' reason: str = "",', "",
     ["breaking: Orders.cancel(reason) is gone"]),
    ("an argument required now", 'reason: str = ""', "reason: str",
     ["breaking: Orders.cancel(reason) was str, is str, required"]),
    ("an argument optional now", "order_id: str", "order_id: str = ''",
     ["additive: Orders.cancel(order_id) was str, required, is str"]),
    ("an argument that takes more", "order_id: str", "order_id: str | int",
     ["additive: Orders.cancel(order_id) was str, required, is str | int, required"]),
    ("an argument that takes less", 'reason: str = ""', 'reason: bytes = ""',
     ["breaking: Orders.cancel(reason) was str, is bytes"]),
    ("another default", 'reason: str = ""', 'reason: str = "none"',
     ["breaking: Orders.cancel(reason) parameter default was changed"]),
    ("arguments by position", "self, *, ", "self, note: str, *, ",
     ["breaking: Orders.cancel(note) is new, required"]),
    ("another result", "-> bool", "-> str", ["breaking: Orders.cancel was bool, is str"]),
    ("a class gone", "class Orders:", "class Purchases:",
     ["breaking: Orders is gone", "additive: Purchases is new"]),
    ("a method more", "    async def _hidden", "    async def pay(self, order_id: str): ...\n    async def _hidden",
     ["additive: Orders.pay is new"]),
    ("what is private", "_hidden(self)", "_other(self, x: int)", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [change[1:] for change in CHANGES], ids=[c[0] for c in CHANGES])
def test_a_change_of_the_api(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    before = state(tmp_path, BEFORE)
    assert old in BEFORE
    found = changes(before, state(tmp_path, BEFORE.replace(old, new, 1)))
    assert [str(change).replace("pandapon_async.shop.orders.", "") for change in found] == expected


def test_a_package_that_was_not_there_is_new(tmp_path: Path) -> None:
    nothing = public_api({"pandapon_async.shop": tmp_path / "shop"})
    found = changes(nothing, state(tmp_path, BEFORE))
    assert not any(change.is_breaking for change in found)
    assert [change.name.rpartition(".")[2] for change in found] == ["Order", "Orders"]


def test_versions_follow_what_changed(tmp_path: Path) -> None:
    before = state(tmp_path, BEFORE)
    breaking = changes(before, state(tmp_path, BEFORE.replace("id: str\n", "id: int\n")))
    additive = changes(before, state(tmp_path, BEFORE + "    shop: int\n"))
    assert (version_step(breaking, "0.1.0"), version_step(breaking, "1.2.3")) == ("0.2.0", "2.0.0")
    assert (version_step(additive, "0.1.0"), version_step(additive, "1.2.3")) == ("0.1.1", "1.3.0")
    assert version_step([], "1.2.3") == "1.2.3"


def test_the_changelog_entry_is_ready_to_paste(tmp_path: Path) -> None:
    before = state(tmp_path, BEFORE)
    text = BEFORE.replace("id: str\n", "id: int\n").replace("    remark: str | None = None\n", "    note: str = ''\n")
    text = text.replace("order_id: str,", "order_id: str, note: str,")
    assert changelog(changes(before, state(tmp_path, text))) == (
        "### Added\n\n"
        "- **Breaking:** `pandapon_async.shop.orders.Orders.cancel(note)` is new, required.\n"
        "- `pandapon_async.shop.orders.Order.note` is new.\n\n"
        "### Changed\n\n"
        "- **Breaking:** `pandapon_async.shop.orders.Order.id` was str, is int.\n\n"
        "### Removed\n\n"
        "- **Breaking:** `pandapon_async.shop.orders.Order.remark` is gone.\n"
    )
