"""Lists of goods, page by page."""

from typing import Any

import pytest
from documented_operations import OPERATIONS, Documented
from sandbox_caller import Checked

LISTS = [operation for operation in OPERATIONS if "x-pandapon-paging" in operation.node]


@pytest.mark.parametrize("operation", LISTS, ids=lambda operation: operation.name)
async def test_a_list_has_whole_pages_a_short_one_and_empty_ones(checked: Checked, operation: Documented) -> None:
    paging = operation.node["x-pandapon-paging"]
    _, _, request = operation.request({})

    async def rows(page: int) -> list[Any]:
        data = await checked.data(operation.name, {**request, paging["page"]: page, paging["size"]: 20})
        found: list[Any] = data[paging["items"]] if paging["items"] else data
        return found

    pages = [await rows(page) for page in (1, 2, 3, 4, 0)]
    assert [len(page) for page in pages] == [20, 20, 5, 0, 0]
    ids = [row.get("offerId") or row.get("itemId") or row.get("offerMapId") for page in pages for row in page]
    assert len(set(ids)) == 45


async def test_a_page_tells_its_number_and_all_there_is(checked: Checked) -> None:
    data = await checked.data("pandapon-v2 alibaba.goods.search", {"keyword": "x", "beginPage": 3, "pageSize": 20})
    assert {name: data[name] for name in ("totalRecords", "totalPage", "pageSize", "currentPage")} == {
        "totalRecords": 45,
        "totalPage": 3,
        "pageSize": 20,
        "currentPage": 3,
    }


async def test_a_page_of_thousands_is_refused(checked: Checked) -> None:
    assert await checked.code("pandapon-v2 alibaba.goods.search", {"beginPage": 1, "pageSize": 1001}) == 400
