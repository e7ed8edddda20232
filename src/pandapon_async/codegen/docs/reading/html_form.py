"""Converts saved HTML of a page to the lines that a browser shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from pandapon_async.codegen.docs.reading.text_form import read_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["html_lines", "read_html"]

_HIDDEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "textarea"})
#: Elements that stay on the line of their surrounding text. A span is not: fields and types are spans.
_INLINE: Final = frozenset({"a", "b", "i", "em", "strong", "u", "small", "sup", "sub", "mark", "font", "wbr"})
_LISTS: Final = frozenset({"ul", "ol"})


def read_html(text: str, source: str) -> list[Page]:
    """Parse a saved page. Line numbers count the lines of its text."""
    return read_text("\n".join(html_lines(text)) + "\n", source, "html")


def html_lines(text: str) -> list[str]:
    """Return the lines that a browser shows: lists as indented bullets, preformatted text unchanged."""
    root = LexborHTMLParser(text).root
    lines = _Lines()
    if root is not None:
        lines.add(root)
    return lines.found


class _Lines:
    """Collects lines while walking the tree, without recursion: saved pages nest deeply."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text: list[str] = []
        self._lists: list[str] = []
        self._numbers: list[int] = []
        self._formatted = 0
        self._bullet = False

    def add(self, root: LexborNode) -> None:
        """Add the lines of a tree."""
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, is_end = waiting.pop()
            tag = (node.tag or "").lower()
            if tag == "-text":
                self._text.append(node.text_content or "")
                continue
            if is_end:
                self._leave(tag)
                continue
            if tag in _HIDDEN or tag.startswith(("-", "!")):
                continue
            self._enter(tag)
            waiting.append((node, True))
            waiting += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
        self._flush()

    def _enter(self, tag: str) -> None:
        if tag in _INLINE:
            return
        if self._formatted and tag != "pre":
            # Syntax colours are spans; only line breaks count.
            self._text += ["\n"] if tag == "br" else []
            return
        self._flush()
        if tag in _LISTS:
            self._lists.append(tag)
            self._numbers.append(0)
        elif tag == "li":
            self._bullet = True
            if self._numbers:
                self._numbers[-1] += 1
        elif tag == "pre":
            self._formatted += 1

    def _leave(self, tag: str) -> None:
        if tag in _INLINE or (self._formatted and tag != "pre"):
            return
        self._flush()
        if tag in _LISTS:
            self._lists.pop()
            self._numbers.pop()
        elif tag == "li":
            self._bullet = False
        elif tag == "pre":
            self._formatted -= 1

    def _flush(self) -> None:
        """End the line."""
        text = "".join(self._text)
        self._text = []
        if self._formatted:
            self.found += text.strip("\n").split("\n") if text.strip() else []
            return
        text = " ".join(text.split())
        if not text:
            return
        if self._bullet:
            mark = f"{self._numbers[-1]}." if self._lists and self._lists[-1] == "ol" else "\u2022"
            text = f"{'  ' * len(self._lists)}{mark} {text}"
            self._bullet = False
        self.found.append(text)
