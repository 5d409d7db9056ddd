"""XML from strangers as a small tree, read by the standard library's own parser with everything dangerous refused.

A document type, an entity, an outside reference, too many nodes or too deep a nesting stops the reading at that very
place: nothing is expanded, nothing fetched. expat tells the line of every element, which a finding needs; that is why
neither lxml nor defusedxml is used here (defusedxml guards the same doors, by the same handlers).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from xml.parsers import expat

from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.html_tree import words_of
from kursapp.domain.problem import refusal

T = TypeVar("T")

MOST_NODES = 1_000_000
"""Elements of a file, from which it is refused."""
DEEPEST = 40
BETWEEN_LOOKS = 10_000
"""Elements between two looks at the watch."""


@dataclass(slots=True)
class Node:
    """An element: its name, attributes, children, the words right in it, and its lines.

    Most elements of a large file hold nothing, and share one empty tuple.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: Sequence[Node] = ()
    pieces: Sequence[str] = ()
    last: int = 0

    @property
    def words(self) -> str:
        """Return the words right in this element, those of children left out."""
        return "".join(self.pieces)

    def add(self, child: Node) -> None:
        """Put a child after the others."""
        self.children = _with(self.children, child)

    def say(self, words: str) -> None:
        """Put words after the others; the space between elements says nothing."""
        if self.pieces or not words.isspace():
            self.pieces = _with(self.pieces, words)

    def child(self, name: str) -> Node | None:
        """Return the first child of a name, or None."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Node]:
        """Return the children of a name."""
        return [child for child in self.children if child.name == name]

    def value(self, name: str) -> str:
        """Return the words of the first child of a name, those of its ``<text>`` where it has one, trimmed."""
        child = self.child(name)
        if child is None:
            return ""
        return (child.child("text") or child).words.strip()


class _Reader:
    def __init__(self, file: str, watch: Watch) -> None:
        self.file = file
        self.watch = watch
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.ExternalEntityRefHandler = self.outside
        self.root: Node | None = None
        self.open: list[Node] = []
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count >= MOST_NODES:
            raise refusal("import-too-many-nodes", file=self.file, limit=MOST_NODES)
        if not self.count % BETWEEN_LOOKS and self.watch.cancelled():
            raise refusal("import-cancelled")
        if len(self.open) >= DEEPEST:
            raise refusal("import-too-deep", file=self.file, line=self.parser.CurrentLineNumber)
        node = Node(name, attributes, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].add(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, name: str) -> None:
        self.open.pop().last = self.parser.CurrentLineNumber

    def words(self, words: str) -> None:
        if self.open:
            self.open[-1].say(words)

    def doctype(self, *declared: object) -> None:
        raise refusal("import-entities", file=self.file, line=self.parser.CurrentLineNumber)

    def entity(self, *declared: object) -> None:
        raise refusal("import-entities", file=self.file, line=self.parser.CurrentLineNumber)

    def outside(self, *asked: object) -> int:
        raise refusal("import-entities", file=self.file, line=self.parser.CurrentLineNumber)


def _with(many: Sequence[T], one: T) -> Sequence[T]:
    if isinstance(many, list):
        many.append(one)
        return many
    return [one]


def read_xml(data: bytes, file: str, watch: Watch | None = None) -> Node:
    """Read XML as its outermost element.

    Raises KursappError ``import-entities``, ``import-too-many-nodes``, ``import-too-deep``, ``import-broken-xml`` where
    it is not well formed, and ``import-cancelled`` where the watch says stop.
    """
    reader = _Reader(file, watch or Unwatched())
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 1)
        raise refusal("import-broken-xml", file=file, line=line) from None
    assert reader.root is not None
    return reader.root


def told(node: Node) -> str:
    """Return everything an element says, a line per text, each led by the name of what holds it; marks left out."""
    lines = []
    words = words_of(node.words).strip()
    if words:
        lines.append(f"{node.name}: {words}" if node.name != "text" else words)
    for child in node.children:
        if child.name != "file":
            lines += [told(child)] if told_any(child) else []
    return "\n".join(lines)


def told_any(node: Node) -> bool:
    """Say whether an element, or one below it, holds words."""
    return bool(node.words.strip()) or any(told_any(child) for child in node.children)
