import json
from pathlib import Path
from typing import Literal

import pytest
from benchmarks.results import GOALS, Goal, compare, load, machine, reached, save, table, verdicts


def test_a_comparison_holds_medians_and_the_ratio_of_medians() -> None:
    row = compare({"ours": [3.0, 1.0, 2.0], "peer": [8.0, 4.0, 100.0]}, "ms")

    assert row["ours"] == 2.0
    assert row["peers"] == {"peer": 8.0}
    assert row["ratio"] == {"peer": 0.25}
    assert row["unit"] == "ms"
    assert row["rounds"] == 3
    assert row["spread"] == [1.0, 3.0]


def test_results_are_merged_into_what_a_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    save(path, {"machine": machine(), "a": compare({"ours": [1.0], "peer": [2.0]}, "s")})
    save(path, {"b": compare({"ours": [1.0], "peer": [2.0]}, "s")})

    written = load(path)
    assert set(written) == {"machine", "a", "b"}
    assert written["machine"]["versions"]["aiohttp"]
    assert json.loads(path.read_text(encoding="utf-8")) == written


@pytest.mark.parametrize(
    ("bound", "ratio", "met"),
    [
        ("at least", 0.8, True),
        ("at least", 0.81, True),
        ("at least", 0.79, False),
        ("at most", 0.8, True),
        ("at most", 0.79, True),
        ("at most", 0.81, False),
    ],
)
def test_a_goal_is_a_bound_on_one_ratio(bound: Literal["at least", "at most"], ratio: float, met: bool) -> None:
    assert reached({"row": {"ratio": {"peer": ratio}}}, Goal("row", "peer", bound, 0.8)) is met


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    assert reached({}, GOALS[0]) is None
    assert "not measured" in verdicts({})


def test_tables_show_every_peer() -> None:
    shown = table({"machine": {}, "row": compare({"ours": [1.0], "one": [2.0], "two": [4.0]}, "s")})

    assert "| row | s | 1 | one | 2 | 0.50 |" in shown
    assert "| row | s | 1 | two | 4 | 0.25 |" in shown
