"""What the words of a line of kurs-Markdown are, for whoever colours them: a keyword, a key, a setting, a link.

A line is read by itself, with what the lines above it left open (:class:`Above`). It is a quick reading for the eye;
what a course means is read in ``content``, from whose one table of keywords the words come.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kursapp.content.comments import take_comments
from kursapp.content.items.heading import keyword_of
from kursapp.content.items.marks import answer_line, is_delimiter, option_mark
from kursapp.content.items.pages import open_page
from kursapp.content.keywords import CALL_OUTS, FRONT_MATTER, LABELS, SETTINGS
from kursapp.content.lines import Line, code_spans, heading_of, is_rule
from kursapp.content.settings import FLAGS
from kursapp.domain.course import PageKind

LONGEST = 4_000
"""Characters of a line that are looked at: a longer one is no text somebody wrote."""


class Kind(enum.IntEnum):
    """What a piece of a line is."""

    PLAIN = 0
    MARK = enum.auto()
    HEADING = enum.auto()
    KEYWORD = enum.auto()
    VARIANT = enum.auto()
    COMMENT = enum.auto()
    NOTE = enum.auto()
    SETTING = enum.auto()
    KEY = enum.auto()
    BOX = enum.auto()
    GAP = enum.auto()
    ANSWER = enum.auto()
    CALL_OUT = enum.auto()
    LABEL = enum.auto()
    LINK = enum.auto()
    TARGET = enum.auto()
    CODE = enum.auto()
    STRONG = enum.auto()
    EMPHASIS = enum.auto()
    FIELD = enum.auto()
    MISSPELT = enum.auto()
    FOUND = enum.auto()


class Span(NamedTuple):
    """A piece of a line: its first character counted from 0, how many characters, and what it is."""

    start: int
    length: int
    kind: Kind


class Above(NamedTuple):
    """What the lines above leave open: the file's beginning, its front matter, a fence, a comment; and which page."""

    first: bool = False
    front: bool = False
    fence: str = ""
    quoted: bool = False
    comment: bool = False
    evaluation: bool = False


BEGINNING = Above(first=True)
"""What stands above a file's first line."""

_FENCE = re.compile(r"(?P<lead>[ >]*)(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_QUOTES = re.compile(r" *(?:> ?)+")
_CALL_OUT = re.compile(r"\[! *(?P<name>[^\]\[]{1,40}?) *\]")
_LIST = re.compile(r" *(?P<mark>[-*+]|\d{1,9}[.)])(?= |$)")
_BOX = re.compile(r"\[[ \u00a0]*[xX×✓]?[ \u00a0]*\]")
_LABEL = re.compile(r"\*\*(?P<name>[^*]{1,60}?):?\*\*:?")
_INLINE = re.compile(
    r"(?P<gap>(?<!\\)\[\[[^\[\]]{1,300}(?:\[[^\[\]]{0,40}\][^\[\]]{0,100}){0,3}\]\])"
    r"|(?P<link>!?\[[^\[\]]{0,400}\]\([^()\s]{0,400}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?(?: +\"[^\"]{0,300}\")?\))"
    r"|(?P<footnote>\[\^[^\[\]\s]{1,60}\])"
    r"|(?P<strong>\*\*(?=[^\s*])[^*]{1,500}(?<=\S)\*\*|\b__(?=[^\s_])[^_]{1,500}(?<=\S)__\b)"
    r"|(?P<emphasis>(?<![*\w])\*(?=[^\s*])[^*]{1,500}(?<=\S)\*(?!\*)|\b_(?=[^\s_])[^_]{1,500}(?<=\S)_\b)"
)
_SPECIAL = frozenset("[*_`")
_FIELD = re.compile(r"(?P<name>[^\s:-][^:]{0,40}):")
_PIPE = re.compile(r"(?<!\\)\|")


def spans(text: str, above: Above) -> tuple[list[Span], Above]:
    """Return what the pieces of a line are, in order and apart from each other, and what it leaves open."""
    below = after(text, above)
    shown = text[:LONGEST]
    kinds = [Kind.PLAIN] * len(shown)
    if above.front or (above.first and below.front):
        _front_matter(shown, kinds)
    elif above.fence or below.fence:
        kinds[:] = [Kind.CODE] * len(shown)
    else:
        _Reader(shown, above, kinds).read()
    return list(_runs(kinds)), below


def after(text: str, above: Above) -> Above:
    """Return what is open after a line, without looking at more of it than that takes."""
    if above.first:
        return Above(front=True) if text.rstrip() == "---" else after(text, Above())
    if above.front:
        return Above() if text.rstrip() == "---" else above
    if above.fence:
        return _in_fence(text, above)
    if above.comment or "<!" in text:
        comment = _leaves_comment(text, above.comment)
        return above if comment is above.comment else above._replace(comment=comment)
    if text.startswith(("# ", "## ")):
        return _page(text, above)
    opened = _FENCE.match(text) if "```" in text or "~~~" in text else None
    return above._replace(fence=opened["fence"], quoted=">" in opened["lead"]) if opened else above


def _page(text: str, above: Above) -> Above:
    evaluation = text.startswith("## ") and open_page(text[3:].strip())[0] is PageKind.EVALUATION
    return above if evaluation is above.evaluation else above._replace(evaluation=evaluation)


def _in_fence(text: str, above: Above) -> Above:
    if above.quoted and not text.lstrip().startswith(">"):
        return after(text, above._replace(fence="", quoted=False))
    inner = text.strip(" >")
    closes = len(inner) >= len(above.fence) and not inner.strip(above.fence[0])
    return above._replace(fence="", quoted=False) if closes else above


def _leaves_comment(text: str, inside: bool) -> bool:
    """Say whether a comment is open at the end of a line. One that another one begins in has ended before it."""
    if not inside and text.endswith("-->") and text.count("<!") == 1 and "`" not in text:
        return False
    opened = text.rfind("<!-")
    if opened >= 0 and any(start <= opened < end for start, end in code_spans(text)):
        opened = -1
    closed = max(text.rfind("-->"), text.rfind("–>"), text.rfind("—>"))
    return closed < opened if opened >= 0 else inside and closed < 0


def _runs(kinds: Sequence[Kind]) -> Iterator[Span]:
    start = 0
    for kind, run in groupby(kinds):
        length = len(list(run))
        if kind is not Kind.PLAIN:
            yield Span(start, length, kind)
        start += length


def _front_matter(text: str, kinds: list[Kind]) -> None:
    found = _FIELD.match(text)
    if text.rstrip() == "---":
        kinds[:] = [Kind.MARK] * len(kinds)
    elif found:
        known = FRONT_MATTER.find(found["name"]) is not None
        _put(kinds, 0, found.end(), Kind.FIELD if known else Kind.PLAIN)


def _put(kinds: list[Kind], start: int, end: int, kind: Kind) -> None:
    kinds[start:end] = [kind] * (min(end, len(kinds)) - start)


class _Reader:
    """Reads one line of Markdown: its comments first, then what it begins with, then what stands inside it."""

    def __init__(self, text: str, above: Above, kinds: list[Kind]) -> None:
        self._text, self._above, self._kinds = text, above, kinds

    def read(self) -> None:
        """Say of every character what it is."""
        text = self._without_comments() if self._above.comment or "<!" in self._text else self._text
        if not text.strip():
            return
        if text.startswith(("#", " #", "  #", "   #")) and self._heading(text):
            return
        if is_rule(Line(1, text)):
            self._put(0, len(text), Kind.MARK)
            return
        self._put_table(text)
        at = self._quote(text)
        at = self._list(text, at)
        self._inline(text, at)

    def _put(self, start: int, end: int, kind: Kind) -> None:
        _put(self._kinds, start, end, kind)

    def _without_comments(self) -> str:
        """Colour the comments, and return the line with spaces in their place."""
        text = self._text
        if self._above.comment:
            end = max(text.find("-->"), text.find("–>"), text.find("—>"))
            opens = text.find("<!-")
            if not 0 <= opens < end and not (end < 0 <= opens):
                end = len(text) if end < 0 else text.index(">", end) + 1
                self._comment(0, end)
                text = " " * end + text[end:]
        for comment in take_comments([Line(1, text)]).on(1):
            end = comment.end - 1 if comment.closed else len(text)
            self._comment(comment.column - 1, end)
            text = text[: comment.column - 1] + " " * (end - comment.column + 1) + text[end:]
        return text

    def _comment(self, start: int, end: int) -> None:
        """Colour a comment: its settings' names, or all of it as a note where it sets nothing."""
        inner = self._text[start:end]
        separator = "|" if "|" in inner else ";"
        at, known = start, False
        self._put(start, end, Kind.COMMENT)
        for part in inner.split(separator):
            name = part.partition(":")[0].removeprefix("<!--").removesuffix("-->").strip()
            key = SETTINGS.find(name) if 0 < len(name) <= 40 else None
            if key and (":" in part or key in FLAGS):
                first = at + part.index(name)
                self._put(first, first + len(name), Kind.SETTING)
                known = True
            at += len(part) + 1
        if not known and not self._above.comment:
            self._put(start, end, Kind.NOTE)

    def _heading(self, text: str) -> bool:
        heading = heading_of(Line(1, text))
        if heading is None:
            return False
        self._put(0, len(text.rstrip()), Kind.HEADING)
        self._put(0, text.index("#") + heading.level, Kind.MARK)
        begin = heading.column - 1
        keyword = keyword_of(heading.text, on_evaluation_page=self._above.evaluation) if heading.level > 2 else None
        if keyword and not keyword.slip:
            self._put(begin + keyword.start, begin + keyword.stop, Kind.KEYWORD)
            if keyword.variant:
                variant = text.index(f"({keyword.variant})", begin)
                self._put(variant, variant + len(keyword.variant) + 2, Kind.VARIANT)
        elif heading.level == 2 and open_page(heading.text)[0] is not PageKind.TEXT:
            self._put(begin, begin + heading.text.index(":"), Kind.KEYWORD)
        return True

    def _put_table(self, text: str) -> None:
        if not text.lstrip(" >").startswith("|"):
            return
        if is_delimiter(Line(1, text)):
            self._put(0, len(text), Kind.MARK)
        for pipe in _PIPE.finditer(text):
            self._put(pipe.start(), pipe.end(), Kind.MARK)

    def _quote(self, text: str) -> int:
        """Colour the marks of a quote and the label or call-out it begins with; return where its words begin."""
        marks = _QUOTES.match(text)
        if marks is None:
            return 0
        at = marks.end()
        self._put(0, at, Kind.MARK)
        call_out = _CALL_OUT.match(text, at)
        if call_out and CALL_OUTS.find(call_out["name"]):
            self._put(at, call_out.end(), Kind.CALL_OUT)
            return call_out.end()
        label = _LABEL.match(text, at)
        if label and LABELS.find(label["name"]):
            self._put(at, label.end(), Kind.LABEL)
            return label.end()
        return at

    def _list(self, text: str, at: int) -> int:
        """Colour the mark of a list item and its box, or the word of an answer line; return where its words begin."""
        line = Line(1, text[at:])
        if answer_line(line):
            end = text.index(":", at) + 1
            self._put(at, end, Kind.ANSWER)
            return end
        found = _LIST.match(text, at)
        if found is None:
            return at
        self._put(found.start("mark"), found.end(), Kind.MARK)
        box = _BOX.search(text, found.end())
        mark = option_mark(line)
        if mark is None or box is None:
            return found.end()
        self._put(box.start(), box.end(), Kind.KEY if mark.box else Kind.BOX)
        return box.end()

    def _inline(self, text: str, at: int) -> None:
        if _SPECIAL.isdisjoint(text):
            return
        masked = text
        for start, end in code_spans(text):
            self._put(start, end, Kind.CODE)
            masked = masked[:start] + " " * (end - start) + masked[end:]
        for found in _INLINE.finditer(masked, at):
            self._piece(found)

    def _piece(self, found: re.Match[str]) -> None:
        start, end = found.span()
        if found["link"]:
            middle = found[0].index("](") + start
            self._put(start, middle + 1, Kind.LINK)
            self._put(middle + 1, end, Kind.TARGET)
        elif found["gap"]:
            self._put(start, end, Kind.GAP)
        elif found["footnote"]:
            self._put(start, end, Kind.LINK)
        else:
            self._put(start, end, Kind.STRONG if found["strong"] else Kind.EMPHASIS)
