"""Mappings of columns in TOML: what is wrong with one is told before a row is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pandapon_async.orders import DraftFile, DraftFileError, TaobaoOrder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[columns", "is no TOML"),
        ("[colums]\n", "'colums' is unknown"),
        ("columns = 3", "'columns' must be a table"),
        ("[columns]\nA = 3", "'A' must be the name of a field"),
        ('[columns]\nA = "recever.name"', "names 'recever.name', and there is no such field"),
        ('[columns]\nA = {fiel = "receiver.name"}', "unknown key 'fiel'"),
        ('[columns]\nA = {unit = "yuan"}', "must name a field"),
        ('[columns]\nA = {field = "purchase_amount", unit = "dollar"}', "another unit"),
        ('[columns]\nA = {fields = ["receiver.name"]}', "either split or pattern"),
        ('[columns]\nA = {fields = ["receiver.name"], split = ""}', "a text to split at"),
        ('[columns]\nA = {fields = ["receiver.name"], pattern = "("}', "no regular expression"),
        ('[columns]\nA = {fields = ["receiver.name"], pattern = "a"}', "0 groups in its pattern and 1 fields"),
        ('[constants]\n"receiver.nam" = "x"', "no such field"),
        ('[constants]\n"receiver.name" = 1.5', "a text or a whole number"),
        ("ignore_others = 1", "must be true or false"),
    ],
)
async def test_a_mapping_that_names_what_there_is_not_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "shop.toml").write_text(text, encoding="utf-8")
    (tmp_path / "orders.csv").write_text("A\n1\n", encoding="utf-8")
    with pytest.raises(DraftFileError, match=r"^shop.toml") as caught:
        await DraftFile(tmp_path / "orders.csv", TaobaoOrder, column_map=tmp_path / "shop.toml").check()
    assert told in str(caught.value)


async def test_a_missing_mapping_is_told(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("A\n1\n", encoding="utf-8")
    with pytest.raises(DraftFileError, match=r"name another file with --map"):
        await DraftFile(tmp_path / "orders.csv", TaobaoOrder, column_map=tmp_path / "none.toml").check()


async def test_a_cell_without_the_parts_that_the_mapping_names_is_a_problem_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(
        '[columns]\nWho = {split = "/", fields = ["receiver.name", "receiver.phone"]}\n', encoding="utf-8"
    )
    (tmp_path / "orders.csv").write_text("Who\nPlanted Person\n", encoding="utf-8")
    file = DraftFile(
        tmp_path / "orders.csv", TaobaoOrder, column_map=tmp_path / "shop.toml", skip_invalid=tmp_path / "aside.csv"
    )
    assert [each async for each in file] == []
    assert str(file.problems[0]) == "orders.csv:2: Who: has not the 2 parts that --map names"
