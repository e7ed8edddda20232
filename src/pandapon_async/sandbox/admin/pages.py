"""The two pages of the console: everything, and one order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from pandapon_async.sandbox.admin import html
from pandapon_async.sandbox.faults.recipes import RECIPES

_COLUMNS = {
    "link": "Order",
    "kind": "Kind",
    "number": "Caller's number",
    "status": "Status",
    "createdAt": "Created (UTC)",
    "amount": "Amount (fen)",
    "lineCount": "Lines",
    "missingLines": "Missing",
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
_RULE_COLUMNS = {
    "fault": "Fault",
    "operation": "Operation",
    "key": "Key",
    "probability": "Share",
    "timesLeft": "Times left",
    "matched": "Applied",
    "remove": "",
}
_INJECTED_COLUMNS = {"faults": "Fault", "operation": "Operation", "done": "Carried out", "orderIds": "Orders created"}
_NUMBERS = ("amount", "lineCount", "missingLines", "payments", "attempts", "probability", "timesLeft", "matched")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the first page shows.

    Attributes:
        summary: Counts.
        number: The order number searched for, empty for all orders.
        total: Number of orders found.
        offset: Number of orders before those shown.
        limit: Maximum number of orders shown.
        orders: The orders shown, each with ``double``: the number of calls that created orders with its number.
        pushes: The pushes shown.
        rules: The fault rules in force.
        injected: The latest injected faults.
        time: The sandbox's clock, readable.
    """

    summary: Mapping[str, Any]
    number: str
    total: int
    offset: int
    limit: int
    orders: Sequence[Mapping[str, Any]]
    pushes: Sequence[Mapping[str, Any]]
    rules: Sequence[Mapping[str, Any]]
    injected: Sequence[Mapping[str, Any]]
    time: str


def render_overview(shown: Overview, token: str, root: str) -> str:
    """Return the first page of the console.

    Args:
        shown: What it shows.
        token: Token for the buttons.
        root: Path of the console, ending in a slash.
    """
    calls = {
        f"{surface} {operation}": count
        for surface, found in shown.summary["calls"].items()
        for operation, count in found.items()
    }
    search = (
        '<form method="get"><h2><label for="number">Orders by the caller\'s order number</label></h2>'
        f'<input id="number" name="sellerOrderNumber" value="{escape(shown.number)}" placeholder="sellerOrderNumber">'
        " <button>Search</button></form>"
    )
    range_shown = f", {shown.offset + 1} to {shown.offset + len(shown.orders)}" if shown.orders else ""
    noun = "order" if shown.total == 1 else "orders"
    heading = f"{shown.total} {noun}{' with this number' if shown.number else ''}{range_shown}"
    orders = html.table(_COLUMNS, [_order_row(order, root) for order in shown.orders], _NUMBERS)
    content = [
        "<h1>PandaPon sandbox <small>a local stand-in, no real orders</small></h1>",
        '<p id="result" role="status"></p>',
        f"<section>{search}</section>",
        html.section("orders", heading, f"{orders}<p>{' · '.join(_links(shown))}</p>"),
        _faults(shown, root),
        html.section("pushes", "Message pushes, newest first", html.table(_PUSH_COLUMNS, shown.pushes, _NUMBERS)),
        '<div class="columns">',
        html.counts("Calls", calls, "calls"),
        html.counts("Refusals", shown.summary["refusals"], "refusals"),
        html.counts("Faults", shown.summary["faults"], "fault-counts"),
        html.counts("Pushes", shown.summary["pushes"], "push-counts"),
        "</div>",
    ]
    return html.frame("PandaPon sandbox", token, root, "\n".join(content))


def render_order(
    order: Mapping[str, Any], details: Mapping[str, Any], types: Iterable[str], token: str, root: str
) -> str:
    """Return the page of one order.

    Args:
        order: What the list shows of it, with ``double`` and the actions that are possible.
        details: Its JSON.
        types: The documented types of messages about it.
        token: Token for the buttons.
        root: Path of the console, ending in a slash.
    """
    order_id = str(order["purchaseOrderId"])
    target = html.hidden("orderId", order_id)
    possible: Sequence[str] = order["actions"]
    amount = html.text_field("amount", "New amount in fen", str(order["amount"]), "number")
    buttons = [
        html.action("Pay", f"{root}payments", "Paid", fields=target, enabled="pay" in possible),
        html.action("Ship", f"{root}shipments", "Shipped", fields=target, enabled="ship" in possible),
        html.action("Cancel", f"{root}cancellations", "Cancelled", fields=target, enabled="cancel" in possible),
        html.action(
            "Change price", f"{root}prices", "Price changed", fields=target + amount, enabled="price" in possible
        ),
    ]
    known = list(types)
    if known:
        chosen = html.choice("messageType", "Message type", known)
        buttons.append(html.action("Push", f"{root}pushes", "Push queued", fields=target + chosen))
    buttons.append(_fault_form(root, html.hidden("key", str(order["number"] or order_id))))
    double = f'<span class="badge">double: {order["double"]} calls</span>' if order["double"] > 1 else ""
    content = [
        f'<p><a href="{escape(root)}">All orders</a></p>',
        f"<h1>Order {escape(order_id)} <small>{escape(order['kind'])}</small></h1>",
        '<p id="result" role="status"></p>',
        html.section("state", "State", f"<p>{escape(order['status'])} {double}</p>"),
        html.section("actions", "Actions", "\n".join(buttons)),
        html.section("json", "JSON", f"<pre>{escape(json.dumps(details, ensure_ascii=False, indent=2))}</pre>"),
    ]
    return html.frame(f"Order {order_id}", token, root, "\n".join(content))


def _order_row(order: Mapping[str, Any], root: str) -> dict[str, Any]:
    is_double = order["double"] > 1
    badge = f'<span class="badge">double: {order["double"]} calls</span>' if is_double else ""
    number = "" if order["number"] is None else escape(str(order["number"]))
    order_id = str(order["purchaseOrderId"])
    return {
        **order,
        "link": html.link(f"{root}orders/{order_id}", order_id),
        "number": html.Html(f"{number} {badge}".strip()),
        "createdAt": str(order["createdAt"])[:19].replace("T", " "),
        "class": "double" if is_double else "",
    }


def _faults(shown: Overview, root: str) -> str:
    rules = [
        {**rule, "remove": html.Html(html.action("Remove", f"{root}faults/{rule['id']}", "Removed", method="DELETE"))}
        for rule in shown.rules
    ]
    injected = [
        {**entry, "faults": ", ".join(entry["faults"]), "orderIds": ", ".join(entry["orderIds"])}
        for entry in shown.injected
    ]
    hour = html.action("Move forward one hour", f"{root}clock", "Moved", method="PUT", fields=_HOUR)
    return "\n".join(
        [
            f"<section><h2>Inject a fault</h2>{_fault_form(root, html.text_field('key', 'Order number'))}</section>",
            html.section("rules", "Fault rules", html.table(_RULE_COLUMNS, rules, _NUMBERS)),
            html.section("injected", "Calls that met faults, newest first", html.table(_INJECTED_COLUMNS, injected)),
            html.section("clock", "Clock", f"<p>{escape(shown.time)}</p>{hour}"),
        ]
    )


_HOUR = '<input type="number" name="advance" value="3600" hidden>'


def _fault_form(root: str, key: str) -> str:
    fields = html.choice("name", "Fault", RECIPES) + " " + html.text_field("arguments", "Arguments, such as seconds=3")
    return html.action("Inject fault", f"{root}faults", "Fault rule added", fields=f"{fields} {key}", body="fault")


def _links(shown: Overview) -> Iterable[str]:
    if shown.offset > 0:
        yield _page_link("Earlier", shown, max(0, shown.offset - shown.limit))
    if shown.offset + shown.limit < shown.total:
        yield _page_link("Later", shown, shown.offset + shown.limit)


def _page_link(text: str, shown: Overview, offset: int) -> str:
    query = urlencode({"sellerOrderNumber": shown.number, "offset": offset, "limit": shown.limit})
    return str(html.link(f"?{query}", text))
