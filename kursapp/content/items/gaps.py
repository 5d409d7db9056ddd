"""Texts with gaps: ``[[én / 1]]`` is typed, ``[[leder / (saksbehandler) / politiet]]`` is a menu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kursapp.content.items.body import BodyReader
from kursapp.content.items.frame import Reading, question_frame
from kursapp.content.items.html_pieces import MARKED, marker, pieces
from kursapp.content.items.item import Context, Item
from kursapp.content.items.marks import is_quote, is_table, item_mark
from kursapp.content.items.text import Text
from kursapp.content.items.typed_answers import spellings_of
from kursapp.content.items.values import yes
from kursapp.content.lines import Line, code_spans, heading_of, is_rule
from kursapp.domain.question import Gap, GapQuestion

_OPEN = re.compile(r"(?<!\\)\[\[")
_BULLET = "• "

Paragraph = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Hole:
    """A gap as written: where it begins and ends in its paragraph's text, and what stands inside."""

    start: int
    end: int
    text: str


class GapReader:
    """Reads one question whose answers are gaps in its text."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._text, self._context = item, text, context
        self._paragraphs: list[Paragraph] = []
        self._gaps: list[Gap] = []
        self._sound = True
        self._begun = False
        self._first = self._first_paragraph()

    def read(self) -> Reading:
        """Read the question; without a value where a gap cannot be filled."""
        body = BodyReader(self._item, self._text, self._context, self._take).read()
        frame = question_frame(self._item, body, self._text, self._context, ("exact",))
        exact = bool(yes(self._item.settings, "exact", self._context))
        if not self._gaps and self._sound:
            self._context.report("no-gap", self._item.heading_line.number, title=frame.title)
            self._sound = False
        if not self._sound:
            return Reading(None, body.used)
        return Reading(
            GapQuestion(
                frame.id,
                frame.title,
                frame.place,
                tuple(self._paragraphs),
                tuple(self._gaps),
                exact,
                frame.heading,
                frame.stem,
                frame.settings,
                frame.feedback,
            ),
            body.used,
        )

    def _take(self, at: int) -> int:
        """Read from the first paragraph with a gap to the last one; those between them belong to the text."""
        if self._begun or at < self._first:
            return at
        self._begun = True
        runs = list(self._runs(at))
        ends = [last for first, last in runs if self._has_gap(first, last)]
        end = max(ends, default=at)
        for first, last in runs:
            if last <= end:
                self._paragraph(self._text.lines[first:last])
        return end

    def _first_paragraph(self) -> int:
        """Return where the first paragraph with a gap begins; past the end where there is none."""
        lines, at = self._text.lines, 0
        while at < len(lines):
            end = self._paragraph_end(at)
            if self._has_gap(at, end):
                return at
            at = max(end, at + 1)
        return len(lines)

    def _paragraph_end(self, at: int) -> int:
        lines = self._text.lines
        if lines[at].blank or lines[at].fenced:
            return at
        end = at + 1
        while end < len(lines) and not self._breaks(end):
            end += 1
        return end

    def _breaks(self, at: int) -> bool:
        line = self._text.lines[at]
        return line.blank or line.fenced or self._ends(at) or item_mark(line) is not None

    def _ends(self, at: int) -> bool:
        line = self._text.lines[at]
        return is_quote(line) or heading_of(line) is not None or is_rule(line)

    def _runs(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs and list items from an index up to a quote or a heading."""
        lines = self._text.lines
        while at < len(lines) and not self._ends(at):
            end = self._paragraph_end(at)
            if not lines[at].blank and not lines[at].fenced:
                yield at, end
            at = max(end, at + 1)

    def _has_gap(self, first: int, last: int) -> bool:
        text = "\n".join(line.text for line in self._text.lines[first:last])
        return "[[" in text and any(True for _ in self._openings(text))

    def _openings(self, text: str) -> Iterator[int]:
        spans = code_spans(text)
        for found in _OPEN.finditer(text):
            if not any(start <= found.start() < end for start, end in spans):
                yield found.start()

    def _paragraph(self, lines: Sequence[Line]) -> None:
        """Read one paragraph: its gaps, and the HTML between them."""
        number = lines[0].number
        text, prefix = _words(lines)
        holes = self._holes(text, number)
        if holes and is_table(self._text.lines, number - self._text.lines[0].number):
            self._fault("gap-in-table", number)
            return
        if not self._sound:
            return
        kept, start, first = "", 0, len(self._gaps)
        for hole in holes:
            self._gap(hole, number + text.count("\n", 0, hole.start))
            kept += text[start : hole.start] + marker(len(self._gaps) - 1)
            start = hole.end
        html = self._context.markup.inline(kept + text[start:], number).html
        found = pieces(prefix + html, [(at, self._gaps[at].id) for at in range(first, len(self._gaps))])
        if found is None:
            self._fault("gap-in-link", number)
        else:
            self._paragraphs.append(found)

    def _holes(self, text: str, number: int) -> list[_Hole]:
        holes: list[_Hole] = []
        for start in self._openings(text):
            if holes and start < holes[-1].end:
                continue
            end = text.find("]]", start)
            if end < 0:
                self._fault("open-gap", number + text.count("\n", 0, start))
                break
            holes.append(_Hole(start, end + 2, " ".join(text[start + 2 : end].split())))
        return holes

    def _gap(self, hole: _Hole, line: int) -> None:
        parts = [part for part in spellings_of(hole.text) if part]
        keys = [part for part in parts if in_brackets(part)]
        name = f"gap-{len(self._gaps) + 1}"
        if not parts:
            self._fault("empty-gap", line)
        if len(parts) > 1 and len(keys) > 1:
            self._context.report("two-keys-in-gap", line, written=hole.text)
        if len(parts) > 1 and len(keys) == 1:
            menu = tuple(dict.fromkeys(part[1:-1].strip() if part is keys[0] else part for part in parts))
            self._gaps.append(Gap(name, (keys[0][1:-1].strip(),), menu))
        else:
            self._gaps.append(Gap(name, tuple(dict.fromkeys(parts))))

    def _fault(self, code: str, line: int) -> None:
        self._context.report(code, line)
        self._sound = False


def _words(lines: Sequence[Line]) -> tuple[str, str]:
    """Return a paragraph's text, and the mark of a list item as it is shown before it."""
    mark = item_mark(lines[0])
    texts = [line.text.strip() for line in lines]
    if mark is None:
        return MARKED.sub("", "\n".join(texts)), ""
    written = lines[0].text[mark.start - 1 : mark.text_at - 1].strip()
    return MARKED.sub("", "\n".join([mark.text, *texts[1:]])), f"{written} " if mark.number else _BULLET


def in_brackets(part: str) -> bool:
    """Say whether round brackets open at the first letter and close at the last one."""
    depth = 0
    for at, letter in enumerate(part):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return at == len(part) - 1 and part[1:-1].strip() != "" and letter == ")"
    return False
