"""Moodle's embedded answers (cloze): ``{1:SHORTANSWER:=Oslo~%50%Kristiania#nesten}`` inside a text, both ways."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from kursapp.domain.course import Place
from kursapp.domain.html_tree import elements_of, read_html, words_of
from kursapp.domain.question import Gap, GapQuestion
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.keys import FULL
from kursapp.interchange.shape import plain, shortened

_TYPED = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM"})
_CASED = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_MENU = frozenset({"MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS"})
_HOLE = re.compile(r"\{\d*:(?P<kind>[A-Z_]+):(?P<answers>(?:\\.|[^\\{}])*)\}", re.DOTALL)
_ANSWER = re.compile(r"(?:\\.|[^\\~])+", re.DOTALL)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_COMMENT = re.compile(r"(?<!\\)#")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = re.compile(r"[\\}#~/\"{]")
_PARAGRAPH = re.compile(r"<p(?: [^<>]*)?>|</p>|<div(?: [^<>]*)?>|</div>|<br ?/?>|\n{2,}", re.IGNORECASE)
_INLINE = frozenset({"b", "strong", "i", "em", "code", "a", "sub", "sup", "span", "img"})

Paragraph = tuple[tuple[str, str], ...]


def read_cloze(text: str, name: str, place: Place, findings: Findings) -> GapQuestion:
    """Return a text with gaps. UnreadableError where it has none, or one of a kind there is no gap for."""
    gaps: list[Gap] = []
    paragraphs: list[Paragraph] = []
    title = name or shortened(words_of(_HOLE.sub("…", text)))
    cased: list[bool] = []
    for written in _PARAGRAPH.split(text):
        if written.strip():
            paragraphs.append(_paragraph(written.strip(), gaps, cased, title, place, findings))
    if not gaps:
        raise UnreadableError("import-no-gap")
    if not title:
        raise UnreadableError("import-no-text")
    return GapQuestion("", title, place, tuple(paragraphs), tuple(gaps), all(cased), plain(title))


def _paragraph(
    written: str, gaps: list[Gap], cased: list[bool], title: str, place: Place, findings: Findings
) -> Paragraph:
    pieces: list[tuple[str, str]] = []
    start = 0
    for found in _HOLE.finditer(written):
        gap, partial = _gap(found["kind"], found["answers"], len(gaps) + 1)
        if partial:
            findings.warning("import-partial-answers-lost", place.first, title=title, written=partial[:200])
        gaps.append(gap)
        cased.append(found["kind"] in _CASED)
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


def _gap(kind: str, answers: str, number: int) -> tuple[Gap, str]:
    """Return one gap, and the answers that give some of the points only."""
    if kind not in _TYPED | _MENU:
        raise UnreadableError("import-cloze-kind", written=kind)
    weighed = [_answer(part) for part in _ANSWER.findall(answers)]
    right = tuple(dict.fromkeys(words for words, weight in weighed if weight >= FULL and words))
    if not right:
        raise UnreadableError("import-no-right-option")
    some = ", ".join(words for words, weight in weighed if 0 < weight < FULL)
    if kind in _TYPED:
        some = some or ", ".join(words for words, weight in weighed if weight <= 0 and words != "*")
        return Gap(
            f"gap-{number}", tuple(_amount(one) for one in right) if kind in ("NUMERICAL", "NM") else right
        ), some
    menu = tuple(dict.fromkeys(words for words, _ in weighed if words))
    if len(menu) < 2:
        raise UnreadableError("import-too-few-options")
    return Gap(f"gap-{number}", right[:1], menu), ", ".join([*right[1:], *([some] if some else [])])


def _answer(part: str) -> tuple[str, float]:
    words = _COMMENT.split(part, maxsplit=1)[0]
    weight = 0.0
    found = _WEIGHT.match(words)
    if found:
        weight, words = float(found[1].rstrip(".")), words[found.end() :]
    elif words.startswith("="):
        weight, words = 100.0, words[1:]
    return " ".join(words_of(_ESCAPED.sub(r"\1", words)).split()), weight


def _amount(words: str) -> str:
    return words.partition(":")[0]


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
