"""HTML of the console: the frame of a page, tables and forms. Every value is escaped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from string import Template
from typing import Any

_FRAME = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="sandbox-token" content="$token">
<title>$title</title>
<style>
  :root { color-scheme: light; }
  body { font: 15px/1.5 system-ui, sans-serif; color: #1c2530; background: #f5f6f8; margin: 0; }
  main { max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.4rem; margin: 0 0 1rem; } h1 small { color: #6b7785; font-weight: normal; font-size: .9rem; }
  h2 { font-size: 1rem; margin: 0 0 .5rem; }
  a { color: #0b57a4; }
  section { background: #fff; border: 1px solid #dde1e6; border-radius: 8px; padding: 1rem; margin-bottom: 1rem; }
  .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
  .columns section { margin: 0; } .columns { margin-bottom: 1rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: left; color: #6b7785; font-weight: 600; }
  th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #eef0f2; white-space: nowrap; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  tr.double td { background: #fff1e8; } .badge { background: #c2410c; color: #fff; border-radius: 4px;
    padding: 0 .4rem; font-size: .8rem; margin-left: .4rem; }
  form.inline { display: inline-block; margin: 0 .8rem .5rem 0; }
  input, select, button { font: inherit; padding: .3rem .6rem; border: 1px solid #c3cad2; border-radius: 6px; }
  input[type=number] { width: 8rem; }
  button { background: #0b57a4; border-color: #0b57a4; color: #fff; cursor: pointer; }
  button:disabled { background: #e6e9ed; border-color: #e6e9ed; color: #6b7785; cursor: default; }
  pre { background: #f5f6f8; border-radius: 6px; padding: .8rem; overflow-x: auto; margin: 0; }
  .empty { color: #6b7785; margin: 0; } #result { min-height: 1.5rem; margin: 0 0 .5rem; }
  .failed { color: #b42318; } .done { color: #18794e; }
</style>
<script src="$script" defer></script>
</head>
<body>
<main>
$content
</main>
</body>
</html>
""")
NONE = '<p class="empty">None.</p>'


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is already escaped."""

    text: str

    def __str__(self) -> str:
        return self.text


def frame(title: str, token: str, root: str, content: str) -> str:
    """Return a whole page.

    Args:
        title: Title of the window.
        token: Token for the buttons.
        root: Path of the console, ending in a slash.
        content: HTML inside ``main``.
    """
    return _FRAME.substitute(
        title=escape(title), token=escape(token), script=escape(f"{root}console.js"), content=content
    )


def section(identifier: str, title: str, content: str) -> str:
    """Return a part of the page that is refreshed while the page is open."""
    return f'<section id="{identifier}" data-live><h2>{escape(title)}</h2>{content}</section>'


def table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]], numbers: Iterable[str] = ()) -> str:
    """Return a table, or "None." without rows.

    Args:
        columns: Titles by the names of the rows' values.
        rows: The rows. A value of type Html is not escaped; ``class`` is the class of the row.
        numbers: Columns that are aligned as numbers.
    """
    right = set(numbers)
    head = "".join(_cell("th", name in right, title) for name, title in columns.items())
    body = "".join(
        f"<tr{_class(str(row.get('class', '')))}>"
        + "".join(_cell("td", name in right, row[name]) for name in columns)
        + "</tr>\n"
        for row in rows
    )
    if not body:
        return NONE
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>'


def counts(title: str, found: Mapping[str, int], identifier: str) -> str:
    """Return a section with one count per line."""
    rows = [{"name": name, "count": count} for name, count in sorted(found.items())]
    return section(identifier, title, table({"name": "Name", "count": "Count"}, rows, ["count"]))


def action(  # noqa: PLR0913 - one argument per part of a form
    label: str,
    path: str,
    done: str,
    *,
    method: str = "POST",
    fields: str = "",
    body: str = "",
    enabled: bool = True,
) -> str:
    """Return a form with one button that calls the admin interface.

    Args:
        label: Text of the button.
        path: Path of the call.
        done: Message after success, without a full stop.
        method: HTTP method.
        fields: HTML of its fields.
        body: ``fault`` to send a fault rule.
        enabled: Whether the button can be used.
    """
    state = "" if enabled else " disabled"
    return (
        f'<form class="inline" data-path="{escape(path)}" data-method="{method}" data-done="{escape(done)}"'
        f' data-body="{body}">{fields} <button{state}>{escape(label)}</button></form>'
    )


def hidden(name: str, value: str) -> str:
    """Return a hidden field."""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def text_field(name: str, label: str, value: str = "", kind: str = "text") -> str:
    """Return an input with its label as the placeholder and accessible name."""
    return (
        f'<input name="{escape(name)}" type="{kind}" value="{escape(value)}" placeholder="{escape(label)}"'
        f' aria-label="{escape(label)}">'
    )


def choice(name: str, label: str, options: Iterable[str]) -> str:
    """Return a list to choose from."""
    items = "".join(f"<option>{escape(option)}</option>" for option in options)
    return f'<select name="{escape(name)}" aria-label="{escape(label)}">{items}</select>'


def link(path: str, text: str) -> Html:
    """Return a link."""
    return Html(f'<a href="{escape(path)}">{escape(text)}</a>')


def _cell(tag: str, is_number: bool, value: Any) -> str:  # noqa: FBT001 - a private helper
    content = "" if value is None else str(value) if isinstance(value, Html) else escape(str(value))
    return f"<{tag}{_class('number' if is_number else '')}>{content}</{tag}>"


def _class(name: str) -> str:
    return f' class="{escape(name)}"' if name else ""
