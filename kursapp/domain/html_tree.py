"""HTML from anywhere as a small tree: read without ever failing, bounded in depth, told as plain words.

Question banks of other systems bring HTML that nobody has cleaned. Nothing here shows it: it is read for its words and
marks, and written again as Markdown (``domain.html_markdown``).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

DEEPEST = 32
"""Levels of elements that are kept apart; what nests deeper is read as if it stood on this level."""

BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "pre",
        "blockquote",
        "hr",
        "br",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "address",
    ]
)
"""Elements that begin on a line of their own."""

_EMPTY = frozenset(["br", "hr", "img", "input", "wbr", "source", "track", "col", "embed", "area", "meta", "link"])
_HIDDEN = frozenset({"script", "style", "title", "template", "head"})
_CLOSED_BY = {
    "p": BLOCKS - {"br"},
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
}
"""What ends an element whose end tag may be left out."""


@dataclass(slots=True)
class Element:
    """An element: its name in lower case, its attributes, and its parts in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | str] = field(default_factory=list)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        if self._hidden:
            return
        while tag in _CLOSED_BY.get(self._open[-1].name, ()):
            self._open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(element)
        if tag not in _EMPTY and len(self._open) <= DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
            return
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._open[-1].parts.append(data)


def read_html(text: str) -> Element:
    """Read HTML, well formed or not, as an element without a name that holds it all. Comments are left out."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


def is_bare(text: str) -> bool:
    """Say whether a text has neither elements nor references: it is its own words."""
    return "<" not in text and "&" not in text


def words_of(text: str) -> str:
    """Return the words of HTML: a line per block, an image as its alternative text."""
    if is_bare(text):
        return text
    if "<" not in text:
        return html.unescape(text)
    lines = "".join(_words(read_html(text))).split("\n")
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def _words(element: Element) -> Iterator[str]:
    block = element.name in BLOCKS
    if block:
        yield "\n"
    if element.name == "img":
        yield element.attributes.get("alt", "")
    for part in element.parts:
        if isinstance(part, Element):
            yield from _words(part)
        else:
            yield part.replace("\n", " ")
    if block:
        yield "\n"


def elements_of(root: Element) -> Iterator[Element]:
    """Yield every element below another, in order."""
    for part in root.parts:
        if isinstance(part, Element):
            yield part
            yield from elements_of(part)
