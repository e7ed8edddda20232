"""The page for people: what the sandbox did, and a search by the caller's order number."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import Template
from typing import Any
from urllib.parse import urlencode

_PAGE = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PandaPon sandbox</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; color: #1c2530; background: #f5f6f8; margin: 0; }
  main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.4rem; } h1 small { color: #6b7785; font-weight: normal; font-size: .9rem; }
  h2 { font-size: 1rem; margin: 0 0 .5rem; }
  section { background: #fff; border: 1px solid #dde1e6; border-radius: 8px; padding: 1rem; margin-bottom: 1rem; }
  .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: left; color: #6b7785; font-weight: 600; }
  th, td { padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #eef0f2; overflow-wrap: anywhere; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  input { font: inherit; padding: .35rem .6rem; width: 22rem; max-width: 60%; }
  button { font: inherit; padding: .35rem .9rem; }
  .empty { color: #6b7785; }
</style>
</head>
<body>
<main>
<h1>PandaPon sandbox <small>a local stand-in, no real orders</small></h1>
<div class="counts">
$counts
</div>
<section>
<form method="get">
<h2><label for="number">Orders by the caller's order number</label></h2>
<input id="number" name="sellerOrderNumber" value="$number" placeholder="sellerOrderNumber">
<button>Search</button>
</form>
</section>
<section>
<h2>$heading</h2>
$orders
<p>$links</p>
</section>
<section>
<h2>Message pushes, newest first</h2>
$pushes
</section>
</main>
</body>
</html>
""")

_COLUMNS = {
    "purchaseOrderId": "Purchase order",
    "kind": "Kind",
    "sellerOrderNumber": "Caller's number",
    "status": "Status",
    "createdAt": "Created",
    "amount": "Amount (fen)",
    "lineCount": "Lines",
    "payments": "Payments",
    "warehouse": "Warehouse",
}
_PUSH_COLUMNS = {
    "number": "Push",
    "messageType": "Type",
    "orderId": "Order",
    "state": "State",
    "attempts": "Attempts",
    "lastResult": "Last result",
}
_NUMBERS = frozenset({"amount", "lineCount", "payments", "attempts"})
_NONE = '<p class="empty">None.</p>'


def render_console(  # noqa: PLR0913, PLR0917 - what the page shows
    summary: Mapping[str, Any],
    number: str,
    total: int,
    offset: int,
    limit: int,
    orders: Sequence[Mapping[str, Any]],
    pushes: Sequence[Mapping[str, Any]],
) -> str:
    """Return the page.

    Args:
        summary: Counts, as the summary of the admin interface has them.
        number: What was searched for, empty for all orders.
        total: How many orders were found.
        offset: How many of them come before those shown.
        limit: How many are shown on a page.
        orders: Those shown.
        pushes: The message pushes to show.
    """
    calls = {
        f"{surface} {operation}": count
        for surface, counts in summary["calls"].items()
        for operation, count in counts.items()
    }
    counts = [
        _count_table("Calls", calls),
        _count_table("Refusals", summary["refusals"]),
        _count_table("Faults", summary["faults"]),
        _count_table("Pushes", summary["pushes"]),
    ]
    shown = f", {offset + 1} to {offset + len(orders)}" if orders else ""
    return _PAGE.substitute(
        counts="\n".join(counts),
        number=escape(number),
        heading=f"{total} {'order' if total == 1 else 'orders'}{' with this number' if number else ''}{shown}",
        orders=_rows_table(_COLUMNS, orders) if orders else _NONE,
        pushes=_rows_table(_PUSH_COLUMNS, pushes) if pushes else _NONE,
        links=" · ".join(_links(number, total, offset, limit)),
    )


def _count_table(title: str, counts: Mapping[str, int]) -> str:
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="number">{count}</td></tr>' for name, count in sorted(counts.items())
    )
    table = f"<table>{rows}</table>" if rows else _NONE
    return f"<section><h2>{title}</h2>{table}</section>"


def _rows_table(columns: Mapping[str, str], rows_shown: Iterable[Mapping[str, Any]]) -> str:
    head = "".join(f"<th{_class(name)}>{escape(title)}</th>" for name, title in columns.items())
    rows = "\n".join(
        "<tr>"
        + "".join(f"<td{_class(name)}>{'' if row[name] is None else escape(str(row[name]))}</td>" for name in columns)
        + "</tr>"
        for row in rows_shown
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>"


def _class(column: str) -> str:
    return ' class="number"' if column in _NUMBERS else ""


def _links(number: str, total: int, offset: int, limit: int) -> Iterable[str]:
    if offset > 0:
        yield _link("Earlier", number, max(0, offset - limit), limit)
    if offset + limit < total:
        yield _link("Later", number, offset + limit, limit)


def _link(text: str, number: str, offset: int, limit: int) -> str:
    query = urlencode({"sellerOrderNumber": number, "offset": offset, "limit": limit})
    return f'<a href="?{escape(query)}">{text}</a>'
