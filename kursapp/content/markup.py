"""Inner texts become sanitised HTML; Python-Markdown is only asked where a text has marks it must know about."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from kursapp.content.comments import take_comments
from kursapp.content.definitions import Definitions
from kursapp.content.findings import Findings
from kursapp.content.instructor_notes import note_column
from kursapp.content.lines import Line
from kursapp.content.loosen import loosen
from kursapp.content.marking import mark_words, word_pattern
from kursapp.content.media import media_kind
from kursapp.content.parsed import Address
from kursapp.content.processor import Processor
from kursapp.content.runs import QUOTE, Run, runs_of
from kursapp.content.sanitise import DEEPEST, IMAGE, LINK, clean, too_deep, words_of
from kursapp.content.simple_marks import is_simple, with_simple_marks
from kursapp.domain.course import Rich

_INLINE_MARKS = re.compile(r"[\\`*_\[<&]")
_STRUCTURE = re.compile(r"\||  \n|^(?: |[-+#>:=~]|\d{1,9}[.)])", re.MULTILINE)
_ITEM = "- "
_MEANING = re.compile(r" *: ")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:[ /][^<>]*)?>|<[!?]")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


class Markup:
    """Turns the texts of one file into HTML.

    Links and images become stand-ins (``lenke:0``, ``bilde:0``) whose addresses are kept in ``links`` and ``images``
    until the whole course is known. Footnotes are numbered from 1 on each page, in the order they are referred to.
    Comments are left out. Nothing here raises: what cannot be shown as meant is reported, and shown as it is written.

    ``numbers`` are those the stand-ins of links and of images get. ``looked_up`` says whether something has been found
    among the file's definitions, of which the line counts, since it was last made False.
    """

    def __init__(
        self, definitions: Definitions, findings: Findings, numbers: tuple[Iterator[int], Iterator[int]] | None = None
    ) -> None:
        self._findings = findings
        self.definitions = definitions
        self._link_numbers, self._image_numbers = numbers or (count(), count())
        self.looked_up = False
        self._processor = Processor(
            {name: link.address for name, link in definitions.links.items()},
            link=self._link,
            image=self._image,
            footnote=self._footnote,
        )
        self._abbreviations = word_pattern(definitions.abbreviations)
        self._notes: list[str] = []
        self._lines: Sequence[Line] = ()
        self._looked_to = 0
        self.links: list[Address] = []
        self.images: list[Address] = []

    def inline(self, text: str, line: int) -> Rich:
        """Return a text of one paragraph, without the paragraph around it."""
        if not _INLINE_MARKS.search(text):
            return self._rich(html.escape(text, quote=False))
        lines = take_comments((Line(line, text),)).lines
        text = lines[0].text.strip()
        if is_simple(text):
            return self._rich(self._simple(text, lines))
        return self._rich(self._convert(self._processor.inline, text, lines))

    def block(self, lines: Sequence[Line]) -> Rich:
        """Return paragraphs, lists, tables, quotes and code."""
        cleaned = self._for_participants(take_comments(lines).lines)
        shown = self._blocks(cleaned, 0)
        return self._rich(self._as_written(cleaned) if "<blockquote>" in shown and too_deep(shown) else shown)

    def footnotes(self) -> Rich:
        """Return the notes referred to since last asked, as a numbered list; empty where there were none."""
        items: list[str] = []
        while len(items) < len(self._notes):
            items.append(f"<li>{self._blocks(self.definitions.notes[self._notes[len(items)]], 1)}</li>")
        self._notes.clear()
        return self._rich(f"<ol>{''.join(items)}</ol>") if items else Rich()

    def image_at(self, target: str, line: int, words: str) -> str:
        """Keep the address of an image, sound or film that stands alone, and return its stand-in."""
        self.images.append(Address(target, line, words, next(self._image_numbers)))
        return f"{IMAGE}:{self.images[-1].number}"

    def _rich(self, shown: str) -> Rich:
        if self._abbreviations:
            shown = mark_words(shown, self._abbreviations, self._abbreviation)
        return Rich(shown, words_of(shown))

    def _abbreviation(self, found: re.Match[str]) -> str:
        meaning = html.escape(self.definitions.abbreviations[html.unescape(found[0])])
        return f'<abbr title="{meaning}">{found[0]}</abbr>'

    def _blocks(self, lines: Sequence[Line], depth: int) -> str:
        return "\n".join(self._part(kind, part, depth) for kind, part in _parts(self._for_participants(lines)))

    def _for_participants(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Return a text as far as a note to the instructor that is no call-out of its own, and report that one.

        Where such a note ends cannot be told, and none of it may ever be shown to anybody else.
        """
        for at, line in enumerate(lines):
            if column := note_column(line):
                self._findings.error("instructor-note-here", line.number, column)
                return lines[:at]
        return lines

    def _part(self, kind: str, lines: Sequence[Line], depth: int) -> str:
        if kind == "plain":
            return _paragraph(lines)
        if kind == "list":
            self._lines, self._looked_to = lines, 0
            items = (with_simple_marks(line.text[len(_ITEM) :], self._link) for line in lines)
            return "\n".join(["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"])
        if kind == "simple":
            return f"<p>{self._simple(_joined(lines), lines)}</p>"
        if kind == "code":
            return f"<pre><code>{html.escape(_joined(lines[1:-1]), quote=False)}\n</code></pre>"
        if kind == "quote":
            if depth >= DEEPEST:
                return self._as_written(lines)
            inner = [line._replace(text=QUOTE.sub("", line.text, count=1)) for line in lines]
            return f"<blockquote>\n{self._blocks(inner, depth + 1)}\n</blockquote>"
        return self._convert(self._processor.block, "\n".join(loosen(line.text for line in lines)), lines)

    def _simple(self, text: str, lines: Sequence[Line]) -> str:
        self._lines, self._looked_to = lines, 0
        return with_simple_marks(text, self._link)

    def _convert(self, convert: Callable[[str], str], text: str, lines: Sequence[Line]) -> str:
        """Let Python-Markdown have a text, and clean what comes out."""
        self._report_raw_html(lines)
        self._lines, self._looked_to = lines, 0
        try:
            shown = clean(convert(text))
        except RecursionError:
            return self._as_written(lines)
        return self._as_written(lines) if too_deep(shown) else shown

    def _as_written(self, lines: Sequence[Line]) -> str:
        self._findings.error("too-deep", lines[0].number, limit=DEEPEST)
        return _paragraph(lines)

    def _link(self, target: str) -> str:
        self.links.append(Address(target, self._line_of(target), number=next(self._link_numbers)))
        return f"{LINK}:{self.links[-1].number}"

    def _image(self, target: str, words: str) -> str:
        line = self._line_of(target)
        if media_kind(target) in ("sound", "film"):
            self._findings.warning("media-not-alone", line, target=target)
        elif not words.strip():
            self._findings.warning("no-alt-text", line, target=target)
        return self.image_at(target, line, words)

    def _footnote(self, name: str) -> int | None:
        """Return the number a footnote has on this page, or None where the file defines none of that name."""
        if name not in self.definitions.notes:
            self._findings.warning("unknown-footnote", self._line_of(f"[^{name}]"), name=name)
            return None
        self.looked_up = True
        if name not in self._notes:
            self._notes.append(name)
        return self._notes.index(name) + 1

    def _line_of(self, written: str) -> int:
        """Return the line something stands on: of the lines being read, from where the last one stood."""
        for at in range(self._looked_to, len(self._lines)):
            if written in self._lines[at].text:
                self._looked_to = at
                return self._lines[at].number
        for definition in self.definitions.links.values():
            if definition.address == written:
                self.looked_up = True
                return definition.line
        return self._lines[0].number

    def _report_raw_html(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if "<" in line.text and not line.fenced:
                tag = _TAG.search(_CODE_SPAN.sub(lambda span: " " * len(span[0]), line.text))
                if tag:
                    self._findings.warning("raw-html", line.number, tag.start() + 1, tag=tag[0])


def _parts(lines: Sequence[Line]) -> Iterator[tuple[str, Sequence[Line]]]:
    """Part lines into code, quotes, simple lists and paragraphs (``plain``, ``simple``), and stretches of the rest."""
    marked: list[Line] = []
    runs = list(runs_of(lines))
    for at, run in enumerate(runs):
        kind = _paragraph_kind(run, runs[at + 1 : at + 2]) or run.kind
        if not marked and _is_list(run, runs[at + 1 : at + 3]):
            kind = "list"
        if kind in ("plain", "simple", "list", "code", "quote"):
            if marked:
                yield "marked", marked
                marked = []
            yield kind, run.lines
        else:
            marked += [*run.lines, Line(run.last, "")]
    if marked:
        yield "marked", marked


def _paragraph_kind(run: Run, following: Sequence[Run]) -> str:
    """Return whether a run is a paragraph without marks (``plain``) or with ``simple`` ones; empty for anything else.

    A word whose meaning follows (``: …``) is no paragraph.
    """
    text = _joined(run.lines)
    if run.kind != "text" or _STRUCTURE.search(text):
        return ""
    if following and _MEANING.match(following[0].lines[0].text):
        return ""
    if not _INLINE_MARKS.search(text):
        return "plain"
    return "simple" if is_simple(text) and not text.endswith(" ") else ""


def _is_list(run: Run, following: Sequence[Run]) -> bool:
    """Say whether a run is a list of simple lines, and nothing after it can be part of the list."""
    if run.kind != "text" or not all(_is_item(line.text) for line in run.lines):
        return False
    return not following or following[0].kind in ("code", "quote") or bool(_paragraph_kind(following[0], following[1:]))


def _is_item(text: str) -> bool:
    inner = text[len(_ITEM) :]
    return text.startswith(_ITEM) and inner == inner.strip() and is_simple(inner) and not _STRUCTURE.search(inner)


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _paragraph(lines: Sequence[Line]) -> str:
    return f"<p>{html.escape(_joined(lines), quote=False)}</p>"
