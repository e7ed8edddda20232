"""Saved HTML of a page, turned into the lines that a browser shows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from codegen.docs.reading.text_form import read_text

if TYPE_CHECKING:
    from codegen.docs.model.page import Page

__all__ = ["html_lines", "read_html"]

_HIDDEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "textarea"})
#: Elements that stay on the line of the text around them; a span is none, because fields and types are spans.
_INLINE: Final = frozenset({"a", "b", "i", "em", "strong", "u", "small", "sup", "sub", "mark", "font", "wbr"})
_LISTS: Final = frozenset({"ul", "ol"})
#: Elements without an end.
_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr"})


def read_html(text: str, source: str) -> Page:
    """Read a saved page; line numbers count the lines of its text."""
    return read_text("\n".join(html_lines(text)) + "\n", source, "html")


def html_lines(text: str) -> list[str]:
    """Return the lines that a browser shows: lists as indented bullets, preformatted text as it stands."""
    parser = _Lines()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.lines


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._text: list[str] = []
        self._hidden: list[str] = []
        self._lists: list[str] = []
        self._numbers: list[int] = []
        self._formatted = 0
        self._bullet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a list or a hidden part."""
        _ = attrs
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if self._hidden:
            return
        if tag in _INLINE:
            return
        if self._formatted and tag != "pre":
            # Colours of code are spans; only line breaks count.
            self._text += ["\n"] if tag == "br" else []
            return
        self.flush()
        if tag in _LISTS:
            self._lists.append(tag)
            self._numbers.append(0)
        elif tag == "li":
            self._bullet = True
            if self._numbers:
                self._numbers[-1] += 1
        elif tag == "pre":
            self._formatted += 1

    def handle_endtag(self, tag: str) -> None:
        """End a line, a list or a hidden part."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag in _INLINE or tag in _VOID or (self._formatted and tag != "pre"):
            return
        self.flush()
        if tag in _LISTS and self._lists:
            self._lists.pop()
            self._numbers.pop()
        elif tag == "li":
            self._bullet = False
        elif tag == "pre":
            self._formatted = max(0, self._formatted - 1)

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if not self._hidden:
            self._text.append(data)

    def flush(self) -> None:
        """End the line."""
        text = "".join(self._text)
        self._text = []
        if self._formatted:
            self.lines += text.strip("\n").split("\n") if text.strip() else []
            return
        text = " ".join(text.split())
        if not text:
            return
        if self._bullet:
            mark = f"{self._numbers[-1]}." if self._lists and self._lists[-1] == "ol" else "\u2022"
            text = f"{'  ' * len(self._lists)}{mark} {text}"
            self._bullet = False
        self.lines.append(text)
