"""Paged lists of goods. The rows are made up and ignore the search terms."""

from typing import Any, Final

from pandapon_async.sandbox.handlers.call import Call, mapping, objects
from pandapon_async.sandbox.json_text import read_json
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.specification.operations import Paging
from pandapon_async.sandbox.specification.schemas import Schema
from pandapon_async.sandbox.specification.synthesis import fitting_object

#: Number of rows of every list of goods.
TOTAL_ROWS: Final = 45

_DEFAULT_SIZE: Final = 20
_LARGEST_SIZE: Final = 1000
_FIRST_ID: Final = 700_000_000_001
_TITLES = frozenset({"itemTitle", "subject", "subjectTrans", "title"})
_IDS = frozenset({"itemId", "itemMapId", "offerId", "offerMapId"})


def page(call: Call, paging: Paging) -> object:
    """Return one page of 45 made-up rows. The last page is short; pages beyond it are empty.

    A row is the documented row, if any, completed from its schema. Its id is its position.
    """
    total = TOTAL_ROWS if call.row_count is None else call.row_count
    number, size = requested_page(call, paging.page, paging.size)
    start, end = page_bounds(number, size)
    end = min(end, total)
    whole = fitting_object(call.operation.data_schema)
    documented = read_json(call.operation.example_data or b"null")
    if not paging.items:
        return _rows(call, call.operation.data_schema, documented, start, end)
    item_schema = _part(call.operation.data_schema, paging.items)
    rows = _rows(call, item_schema, mapping(documented).get(paging.items), start, end)
    told = {
        "totalRecords": total,
        "totalPage": -(-total // size) if size > 0 else 0,
        "pageSize": size,
        "currentPage": number,
        "pageNo": number,
    }
    return {**whole, **{name: value for name, value in told.items() if name in whole}, paging.items: rows}


def requested_page(call: Call, page_field: str, size_field: str, size: int = _DEFAULT_SIZE) -> tuple[int, int]:
    """Return number and size of the requested page.

    Raises:
        RefusedError: the size exceeds the sandbox's limit.
    """
    found = call.arguments
    number = found.get(page_field)
    wanted = found.get(size_field)
    wanted = wanted if isinstance(wanted, int) else size
    if wanted > _LARGEST_SIZE:
        raise RefusedError(Reason.SCHEMA, f"{size_field} must not exceed {_LARGEST_SIZE}")
    if call.max_page_size is not None:
        wanted = min(wanted, call.max_page_size)
    return number if isinstance(number, int) else 1, wanted


def page_bounds(number: int, size: int) -> tuple[int, int]:
    """Return start and end of a page. Pages before the first are empty."""
    if number < 1 or size < 1:
        return 0, 0
    return (number - 1) * size, number * size


def _rows(call: Call, schema: Schema, documented: Any, start: int, end: int) -> list[Any]:
    samples = objects(documented)
    sample = mapping(samples[0] if samples else None)
    row = fitting_object(_items(schema))
    if not isinstance(row, dict):
        return [row] * max(0, end - start)
    return [_titled(call, _numbered({**row, **sample}, position), position) for position in range(start, end)]


def _titled(call: Call, row: dict[str, Any], position: int) -> dict[str, Any]:
    """Return a row with the title of the seeded goods at its position, if there are any."""
    goods = call.state.goods
    if position >= len(goods):
        return row
    title = goods[position].title
    return {name: title if name in _TITLES and isinstance(value, str) else value for name, value in row.items()}


def _numbered(row: dict[str, Any], position: int) -> dict[str, Any]:
    return {
        name: value
        if name not in _IDS
        else str(_FIRST_ID + position)
        if isinstance(value, str)
        else _FIRST_ID + position
        for name, value in row.items()
    }


def _alternatives(schema: Schema) -> list[dict[str, Any]]:
    if isinstance(schema, bool):
        return []
    return [
        schema,
        *(
            part
            for name in ("anyOf", "oneOf", "allOf")
            for each in schema.get(name, ())
            for part in _alternatives(each)
        ),
    ]


def _part(schema: Schema, name: str) -> Schema:
    return next(
        (each["properties"][name] for each in _alternatives(schema) if name in each.get("properties", {})), True
    )


def _items(schema: Schema) -> Schema:
    return next((each["items"] for each in _alternatives(schema) if "items" in each), True)
