"""What is defined once and holds for a whole file: link addresses, footnotes and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from kursapp.content.lines import Line, heading_of, indent_of

T = TypeVar("T")

_DEFINITION = re.compile(
    r" {0,3}(?:\[\^(?P<note>[^\]\s]+)\]|\*\[(?P<short>[^\]]+)\]|\[(?P<link>[^\]]+)\]): *(?P<rest>.*)$"
)
_ADDRESS = re.compile(r"""<?(?P<address>[^\s<>]+)>?(?: +["'(](?P<title>.*)["')])? *$""")
_ITEM = re.compile(r" {0,3}(?:[-*+>|]|\d{1,9}[.)]|#{1,6}) ")


@dataclass(frozen=True, slots=True)
class LinkDefinition:
    """``[name]: address``, and the line it stands on."""

    address: str
    line: int


@dataclass(slots=True)
class Definitions:
    """A file's definitions by name; names of links are folded, those of footnotes and abbreviations as written."""

    links: dict[str, LinkDefinition] = field(default_factory=dict)
    notes: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    twice: list[tuple[str, int]] = field(default_factory=list)


def take_definitions(lines: Sequence[Line]) -> tuple[Definitions, tuple[Line, ...]]:
    """Part a file's definitions from its lines; what stood on them is blank in the lines given back."""
    found = Definitions()
    kept = list(lines)
    at = 0
    while at < len(lines):
        match = None if lines[at].fenced or "]:" not in lines[at].text else _DEFINITION.match(lines[at].text)
        end = _take(match, lines, at, found) if match else at
        for taken in range(at, end):
            kept[taken] = Line(lines[taken].number, "")
        at = max(end, at + 1)
    return found, tuple(kept)


class Written(NamedTuple):
    """Where a definition stands: indexes from ``first`` up to before ``end``. ``kind``: note, short or link."""

    kind: str
    name: str
    first: int
    end: int


def places_of(lines: Sequence[Line]) -> tuple[Written, ...]:
    """Return where a file's definitions stand, in order; of two of one name, both."""
    found: list[Written] = []
    at = 0
    while at < len(lines):
        match = None if lines[at].fenced or "]:" not in lines[at].text else _DEFINITION.match(lines[at].text)
        end = _take(match, lines, at, Definitions()) if match else at
        if match and end > at:
            kind = next(kind for kind in ("note", "short", "link") if match[kind])
            found.append(Written(kind, match[kind].strip(), at, end))
        at = max(end, at + 1)
    return tuple(found)


def _take(match: re.Match[str], lines: Sequence[Line], at: int, found: Definitions) -> int:
    """Put one definition where it belongs and return the index after its last line; ``at`` where it is none."""
    if match["link"]:
        address = _ADDRESS.match(match["rest"])
        if not address:
            return at
        definition = LinkDefinition(address["address"], lines[at].number)
        _put(found, found.links, " ".join(match["link"].split()).lower(), definition, lines[at].number)
        return at + 1
    if match["short"]:
        _put(found, found.abbreviations, match["short"].strip(), match["rest"].strip(), lines[at].number)
        return at + 1
    end = _note_end(lines, at + 1)
    texts = [Line(lines[at].number, match["rest"])]
    texts += [Line(line.number, line.text[min(4, indent_of(line.text)) :], line.fenced) for line in lines[at + 1 : end]]
    _put(found, found.notes, match["note"], tuple(texts), lines[at].number)
    return end


def _put(found: Definitions, names: dict[str, T], name: str, value: T, line: int) -> None:
    if name in names:
        found.twice.append((name, line))
    else:
        names[name] = value


def _note_end(lines: Sequence[Line], at: int) -> int:
    """Return the index after a footnote's last line: text that goes on, and indented paragraphs after blank lines."""
    end = at
    after_blank = False
    while at < len(lines):
        line = lines[at]
        if line.blank:
            after_blank = True
        elif indent_of(line.text) >= 2 or (not after_blank and not _starts_something(line)):
            end = at + 1
            after_blank = False
        else:
            break
        at += 1
    return end


def _starts_something(line: Line) -> bool:
    return (
        line.fenced
        or heading_of(line) is not None
        or _ITEM.match(line.text) is not None
        or _DEFINITION.match(line.text) is not None
    )
