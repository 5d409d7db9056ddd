"""HTML from anywhere as a small tree: read without ever failing, bounded in depth, told as plain words.

Question banks of other systems bring HTML that nobody has cleaned. Nothing here shows it: it is read for its words and
marks, and written again as Markdown (``domain.html_markdown``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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


_NAME = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+)))?"
)
_MOST_QUOTED = 8
"""Marks that look like the end of a tag inside the quotes of its attributes."""


@dataclass(slots=True)
class Element:
    """An element: its name in lower case, its attributes, and its parts in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | str] = field(default_factory=list)


class _Builder:
    def __init__(self) -> None:
        self.root = Element("")
        self._open = [self.root]
        self._hidden = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element, ending those that cannot hold it."""
        if name in _HIDDEN:
            self._hidden += 1
        if self._hidden:
            return
        while name in _CLOSED_BY.get(self._open[-1].name, ()):
            self._open.pop()
        element = Element(name, attributes)
        self._open[-1].parts.append(element)
        if name not in _EMPTY and len(self._open) <= DEEPEST:
            self._open.append(element)

    def end(self, name: str) -> None:
        """Close the nearest open element of a name, and those inside it."""
        if name in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
            return
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name == name:
                del self._open[at:]
                return

    def words(self, words: str) -> None:
        """Add words."""
        if words and not self._hidden:
            self._open[-1].parts.append(html.unescape(words) if "&" in words else words)


def read_html(text: str) -> Element:
    """Read HTML, well formed or not, as an element without a name that holds it all. Comments are left out.

    It takes time in proportion to the text, which the standard library's parser does not promise.
    """
    builder = _Builder()
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            break
        builder.words(text[at:start])
        at = _tag(text, start, builder)
        if at < 0:
            at = start
            break
    builder.words(text[at:])
    return builder.root


def _tag(text: str, start: int, builder: _Builder) -> int:
    """Take what begins at a ``<``; return where the words go on, or -1 where nothing more is ever closed."""
    found = _NAME.match(text, start)
    if found is None and not text.startswith(("<!", "<?"), start):
        builder.words("<")
        return start + 1
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4)
        return end + 3 if end >= 0 else -1
    end = _end(text, start)
    if end >= 0 and found:
        name = found["name"].lower()
        if found["slash"]:
            builder.end(name)
        else:
            builder.begin(name, _attributes(text[found.end() : end]))
            if text[end - 1] == "/" and name not in _EMPTY:
                builder.end(name)
    return end + 1 if end >= 0 else -1


def _end(text: str, start: int) -> int:
    """Return where a tag ends: at the first ``>`` outside quotes, of the first few."""
    end = first = text.find(">", start)
    for _ in range(_MOST_QUOTED):
        if end < 0 or not text.count('"', start, end) % 2:
            break
        end = text.find(">", end + 1)
    return end if end >= 0 else first


def _attributes(written: str) -> dict[str, str]:
    return {
        found["name"].lower(): html.unescape(found["double"] or found["single"] or found["bare"] or "")
        for found in _ATTRIBUTE.finditer(written)
    }


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
