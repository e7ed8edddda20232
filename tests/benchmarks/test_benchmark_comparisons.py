import json

import pytest
from benchmarks.__main__ import compare_calls, compare_codecs, compare_footprints
from benchmarks.samples import page

from benchmarks import codecs


def test_calls_are_compared_side_by_side() -> None:
    results = compare_calls(("ours", "aiohttp + json"), 1, 0.05, None, (1, 2))

    assert set(results) == {"calls_1", "calls_2", "call_cost_1", "call_cost_2", "cost_growth_1_to_2"}
    for row in results.values():
        assert row["ours"] > 0
        assert row["ratio"]["aiohttp + json"] > 0


@pytest.mark.parametrize(
    ("what", "peer"), [("decode", "pydantic v2"), ("read", "msgspec"), ("encode", "pydantic v2, same bytes")]
)
def test_codecs_are_compared_side_by_side(what: str, peer: str) -> None:
    row = compare_codecs(what, ["ours", peer], 1, 0.01, None)

    assert row["ours"] > 0
    assert row["ratio"][peer] == row["ours"] / row["peers"][peer]


def test_importing_and_building_a_client_imports_no_model() -> None:
    assert compare_footprints(1)["import_and_build"]["model_modules_imported"] == 0


def test_all_decode_the_same_page() -> None:
    ours = codecs.DECODE["ours"](page(3))()
    pydantic = codecs.DECODE["pydantic v2"](page(3))()
    msgspec = codecs.DECODE["msgspec"](page(3))()

    for mine, theirs, fastest in zip(ours, pydantic, msgspec, strict=True):
        assert (mine.item_id, mine.title) == (theirs.item_id, theirs.title)
        assert mine.sku_list[3].promotion_price == theirs.sku_list[3].promotion_price
        assert mine.sku_list[3].promotion_price == fastest.sku_list[3].promotion_price
        assert mine.sku_list[1].properties[0].value_name == fastest.sku_list[1].properties[0].value_name


def test_the_page_is_what_the_goals_are_about() -> None:
    assert len(json.loads(page())) == 50
    assert 80_000 < len(page()) < 120_000


@pytest.mark.parametrize("peer", ["pydantic v2, same bytes", "pydantic v2, same bytes of texts"])
def test_the_same_bytes_are_the_same_bytes(peer: str) -> None:
    ours = json.loads(codecs.ENCODE["ours"]()())
    theirs = json.loads(codecs.ENCODE[peer]()())

    # On the wire of the platform, receiver and lines are JSON inside strings; fields may stand in any order.
    for name in ("receiver", "orderLineList"):
        assert json.loads(theirs.pop(name)) == json.loads(ours.pop(name))
    assert theirs == ours


def test_plain_json_is_of_the_same_order() -> None:
    ours = json.loads(codecs.ENCODE["ours"]()())
    theirs = json.loads(codecs.ENCODE["pydantic v2, plain JSON"]()())

    lines = json.loads(ours["orderLineList"])
    assert [{**line, "quantity": int(line["quantity"]), "price": int(line["price"])} for line in lines] == theirs[
        "orderLineList"
    ]
    assert json.loads(ours["receiver"]) == theirs["receiver"]
