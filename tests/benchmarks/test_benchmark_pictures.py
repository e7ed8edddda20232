import pytest
from benchmarks.pictures import DOCS, RESULTS, between_markers, costs, described, memory
from benchmarks.results import compare, load, table, verdicts


def test_what_stands_between_markers_is_replaced() -> None:
    text = "a\n<!-- x -->\nold\n<!-- end of x -->\nb"

    assert between_markers(text, "x", "new") == "a\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nb"
    assert between_markers(between_markers(text, "x", "1"), "x", "2") == between_markers(text, "x", "2")
    with pytest.raises(ValueError, match="not found"):
        between_markers(text, "y", "new")


def test_costs_are_read_in_the_order_of_concurrency() -> None:
    results = {f"call_cost_{number}": compare({"ours": [number], "peer": [2.0]}, "µs") for number in (64, 4, 16)}

    assert costs(results) == {"ours": [(4, 4), (16, 16), (64, 64)], "peer": [(4, 2.0), (16, 2.0), (64, 2.0)]}
    assert memory(results) == []
    assert memory({"orders_memory_growth": {"peak_mb_per_100k": [90.0, 91.0]}}) == [(1, 90.0), (2, 91.0)]


def test_the_page_says_what_the_results_say() -> None:
    results = load(RESULTS)
    page = (DOCS / "performance.md").read_text(encoding="utf-8")

    for content in (verdicts(results), table(results), described(results)):
        assert content in page
    assert (DOCS / "pictures" / "cost-by-concurrency.svg").exists()
