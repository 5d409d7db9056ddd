"""Where the addresses of links and pictures stand in the text of a file, so that they can be written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursapp.content.lines import Line, code_spans

_HIDDEN = "\0"
_INLINE = re.compile(
    r"""\]\( *(?:<(?P<angled>[^<>\n]*)>|(?P<plain>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*))"""
    r"""(?: +(?:"[^"]*"|'[^']*'|\([^()]*\)))? *\)"""
)
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]: *(?:<(?P<angled>[^<>]+)>|(?P<plain>[^\s<>]+))")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_END = "-->"


class Spot(NamedTuple):
    """An address in a row's text, from ``start`` up to before ``end``.

    ``opens`` is where the link's ``[`` stands (-1 where not on this row) and ``closes`` the place after its ``)``;
    a picture's ``!`` is no part of it. ``picture`` and ``definition`` say which kind it is.
    """

    start: int
    end: int
    address: str
    opens: int
    closes: int
    picture: bool = False
    definition: bool = False


def has_addresses(text: str) -> bool:
    """Say whether a text may hold an address at all."""
    return "](" in text or "]:" in text


def spots_of(text: str, line: Line) -> Iterator[Spot]:
    """Yield the addresses of one row. ``line`` says what the row is: code and comments hold none."""
    if line.fenced or not has_addresses(text):
        return
    shown = _shown(text, line)
    found = _DEFINITION.match(shown)
    if found:
        yield _spot(found, -1, definition=True)
        return
    for found in _INLINE.finditer(shown):
        opens = _opening(shown, found.start())
        yield _spot(found, opens, picture=opens > 0 and shown[opens - 1] == "!")


def _spot(found: re.Match[str], opens: int, *, picture: bool = False, definition: bool = False) -> Spot:
    name = "angled" if found["angled"] is not None else "plain"
    return Spot(found.start(name), found.end(name), found[name], opens, found.end(), picture, definition)


def _shown(text: str, line: Line) -> str:
    """Return the text with code spans and comments made unreadable, each letter in its place."""
    spans = code_spans(text)
    if line.hidden:
        end = text.find(_END)
        spans.append((0, end + len(_END) if end >= 0 else len(text)))
    letters = list(text)
    for start, end in spans:
        letters[start:end] = _HIDDEN * (end - start)
    return _COMMENT.sub(lambda found: _HIDDEN * len(found[0]), "".join(letters))


def _opening(text: str, close: int) -> int:
    """Return where the bracket closed at ``close`` was opened, or -1."""
    depth = 0
    for at in range(close, -1, -1):
        if at and text[at - 1] == "\\":
            continue
        if text[at] == "]":
            depth += 1
        elif text[at] == "[":
            depth -= 1
            if not depth:
                return at
    return -1


def lines_by_number(lines: Sequence[Line]) -> dict[int, Line]:
    """Return lines by their number."""
    return {line.number: line for line in lines}
