import json
from pathlib import Path

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


@pytest.mark.parametrize(("bound", "ratio", "met"), [("at least", 0.8, True), ("at least", 0.79, False)])
@pytest.mark.parametrize("turned", [False, True])
def test_a_goal_is_a_bound_on_one_ratio(bound: str, ratio: float, met: bool, turned: bool) -> None:
    goal = Goal("row", "peer", "at most" if turned else "at least", -0.8 if turned else 0.8)

    assert bound == "at least"
    assert reached({"row": {"ratio": {"peer": -ratio if turned else ratio}}}, goal) is met


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    assert reached({}, GOALS[0]) is None
    assert "not measured" in verdicts({})


def test_tables_show_every_peer() -> None:
    shown = table({"machine": {}, "row": compare({"ours": [1.0], "one": [2.0], "two": [4.0]}, "s")})

    assert "| row | s | 1 | one | 2 | 0.50 |" in shown
    assert "| row | s | 1 | two | 4 | 0.25 |" in shown
