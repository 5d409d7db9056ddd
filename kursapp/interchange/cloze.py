"""Moodle's embedded answers (cloze): ``{1:SHORTANSWER:=Oslo~%50%Kristiania#nesten}`` inside a text, both ways."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursapp.domain.course import Place
from kursapp.domain.html_tree import elements_of, read_html, words_of
from kursapp.domain.question import Gap, GapQuestion
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.keys import FULL
from kursapp.interchange.shape import plain, shortened

_TYPED = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM"})
_NUMBERS = frozenset({"NUMERICAL", "NM"})
_CASED = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_MENU = frozenset({"MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS"})
_HOLE = re.compile(r"\{(?P<weight>\d*):(?P<kind>[A-Z_]+):(?P<answers>(?:\\.|[^\\{}])*)\}", re.DOTALL)
_ANSWER = re.compile(r"(?:\\.|[^\\~])+", re.DOTALL)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_COMMENT = re.compile(r"(?<!\\)#")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = re.compile(r"[\\}#~/\"{]")
_PARAGRAPH = re.compile(r"<p(?: [^<>]*)?>|</p>|<div(?: [^<>]*)?>|</div>|<br ?/?>|\n{2,}", re.IGNORECASE)
_INLINE = frozenset({"b", "strong", "i", "em", "code", "a", "sub", "sup", "span", "img"})

Paragraph = tuple[tuple[str, str], ...]


class _Answer(NamedTuple):
    """One answer of a gap as Moodle has it: its words, its weight in per cent, and what is said to it."""

    words: str
    weight: float
    said: str


class _Hole(NamedTuple):
    """What Moodle says about a gap that one here cannot: its share of the points, and what of its answers is lost."""

    weight: str
    cased: bool
    typed: bool
    partial: str
    said: str
    near: str


def read_cloze(text: str, name: str, place: Place, findings: Findings) -> GapQuestion:
    """Return a text with gaps. UnreadableError where it has none, or one of a kind there is no gap for."""
    gaps: list[Gap] = []
    paragraphs: list[Paragraph] = []
    title = name or shortened(words_of(_HOLE.sub("…", text)))
    holes: list[_Hole] = []
    for written in _PARAGRAPH.split(text):
        if written.strip():
            paragraphs.append(_paragraph(written.strip(), gaps, holes))
    if not gaps:
        raise UnreadableError("import-no-gap")
    if not title:
        raise UnreadableError("import-no-text")
    for code, told in _losses(holes):
        findings.warning(code, place.first, title=title, written=told[:200])
    exact = all(hole.cased for hole in holes)
    return GapQuestion("", title, place, tuple(paragraphs), tuple(gaps), exact, plain(title))


def _losses(holes: Sequence[_Hole]) -> Iterator[tuple[str, str]]:
    """Yield the code of each kind of loss, with what is lost."""
    kinds = (
        ("import-partial-answers-lost", [hole.partial for hole in holes]),
        ("import-answer-feedback-lost", [hole.said for hole in holes]),
        ("import-tolerance-lost", [hole.near for hole in holes]),
    )
    for code, found in kinds:
        if any(found):
            yield code, ", ".join(filter(None, found))
    if len({hole.weight for hole in holes}) > 1:
        yield "import-weights-lost", ""
    if len({hole.cased for hole in holes if hole.typed}) > 1:
        yield "import-case-lost", ""


def _paragraph(written: str, gaps: list[Gap], holes: list[_Hole]) -> Paragraph:
    pieces: list[tuple[str, str]] = []
    start = 0
    for found in _HOLE.finditer(written):
        gap, hole = _gap(found, len(gaps) + 1)
        gaps.append(gap)
        holes.append(hole)
        pieces.append((_sound(written[start : found.start()]), gap.id))
        start = found.end()
    rest = written[start:]
    return (*pieces, (_sound(rest), "")) if rest or not pieces else tuple(pieces)


def _sound(piece: str) -> str:
    """Return a piece of text, its marks left out where they would be cut by a gap or are no inline marks."""
    if "<" not in piece:
        return piece
    names = {element.name for element in elements_of(read_html(piece))}
    balanced = all(piece.count(f"<{name}") == piece.count(f"</{name}>") for name in names if name != "img")
    return piece if names <= _INLINE and balanced else html.escape(words_of(piece), quote=False)


def _gap(found: re.Match[str], number: int) -> tuple[Gap, _Hole]:
    """Return one gap, and what Moodle says about it that a gap here cannot."""
    kind = found["kind"]
    if kind not in _TYPED | _MENU:
        raise UnreadableError("import-cloze-kind", written=kind)
    answers = [_answer(part) for part in _ANSWER.findall(found["answers"])]
    right = tuple(dict.fromkeys(one.words for one in answers if one.weight >= FULL and one.words))
    if not right:
        raise UnreadableError("import-no-right-option")
    partial = [one.words for one in answers if 0 < one.weight < FULL]
    said = next((one.said for one in answers if one.said), "")
    near = ""
    menu: tuple[str, ...] = ()
    if kind in _NUMBERS:
        near = ", ".join(words for words in right if _tolerance(words))
        right = tuple(dict.fromkeys(words.partition(":")[0] for words in right))
    if kind in _MENU:
        menu = tuple(dict.fromkeys(one.words for one in answers if one.words))
        if len(menu) < 2:
            raise UnreadableError("import-too-few-options")
        partial, right = [*right[1:], *partial], right[:1]
    elif not partial:
        partial = [one.words for one in answers if one.weight <= 0 and one.words != "*"]
    hole = _Hole(found["weight"] or "1", kind in _CASED, kind in _TYPED, ", ".join(partial), said, near)
    return Gap(f"gap-{number}", right, menu), hole


def _answer(part: str) -> _Answer:
    words, *said = _COMMENT.split(part, maxsplit=1)
    weight = 0.0
    found = _WEIGHT.match(words)
    if found:
        weight, words = float(found[1].rstrip(".")), words[found.end() :]
    elif words.startswith("="):
        weight, words = 100.0, words[1:]
    return _Answer(_shown(words), weight, _shown(said[0]) if said else "")


def _shown(words: str) -> str:
    return " ".join(words_of(_ESCAPED.sub(r"\1", words)).split())


def _tolerance(words: str) -> str:
    """Return how far from a number an answer may be; empty where it must be the number itself."""
    return words.partition(":")[2].strip().strip("0.,")


def write_cloze(question: GapQuestion) -> str:
    """Return a text with gaps as Moodle embeds them, a paragraph each."""
    gaps = {gap.id: _written(gap, question.exact) for gap in question.gaps}
    return "\n".join(
        f"<p>{''.join(words + gaps.get(name, '') for words, name in paragraph)}</p>"
        for paragraph in question.paragraphs
    )


def _written(gap: Gap, exact: bool) -> str:
    kind = "MULTICHOICE" if gap.menu else "SHORTANSWER_C" if exact else "SHORTANSWER"
    parts: Sequence[str] = gap.menu or gap.answers
    answers = "~".join(
        f"{'=' if part in gap.answers else '%0%' if part[:1] in '%=' else ''}{_escape(part)}" for part in parts
    )
    return f"{{1:{kind}:{answers}}}"


def _escape(words: str) -> str:
    return html.escape(_SPECIAL.sub(lambda found: "\\" + found[0], words), quote=False)
