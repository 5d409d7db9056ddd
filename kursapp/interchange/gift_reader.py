"""Reads GIFT, Moodle's plain-text format for questions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kursapp.domain.course import Block, Faulty, Place, Prose, Rich
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.question import Feedback, Gap, GapQuestion, Question, Reflection
from kursapp.domain.question_bank import Bank, BankItem
from kursapp.interchange import keys
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.gift_answers import (
    Bounds,
    bounds_of,
    kind_of,
    options_of,
    pairs_of,
    spellings_of,
    truth_of,
)
from kursapp.interchange.gift_blocks import GiftEntry, entries_of
from kursapp.interchange.gift_text import format_of, hidden, in_format, shown, text_in, without_controls
from kursapp.interchange.keys import Answer, Start
from kursapp.interchange.shape import parted, plain, shortened
from kursapp.interchange.truth import true_false

LONGEST_ENTRY = 60_000
"""Characters of one entry."""

GAP = "_____"
"""What Moodle shows in the place of the answers when words follow them."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """An entry taken apart, its escaped characters still stand-ins."""

    name: str
    format: str
    before: str
    answers: str
    after: str
    general: str


def read_gift(text: str, file: str, watch: Watch | None = None) -> Bank:
    """Read a GIFT file. An entry that is no question is kept as it is written, and never stops the rest.

    Raises KursappError: ``import-cancelled``.
    """
    findings = Findings(file, watch or Unwatched())
    items = [_item(entry, file, findings) for entry in entries_of(without_controls(text))]
    return Bank(tuple(items), tuple(findings.problems))


def _item(entry: GiftEntry, file: str, findings: Findings) -> BankItem:
    findings.begin_entry()
    place = Place(file, entry.first, entry.last)
    name = ""
    try:
        if len(entry.text) > LONGEST_ENTRY:
            raise UnreadableError("import-entry-too-long")
        parts = _parts(hidden(entry.text.strip()))
        name = parts.name if parts else _name(hidden(entry.text.strip()))[0]
        block = _block(parts, place, findings) if parts else _description(entry, place)
        block = _tagged(block, name, entry, findings)
    except UnreadableError as fault:
        title = shortened(name or " ".join(entry.text.split()))
        findings.error(fault.code, entry.first, title=title, **fault.values)
        block = Faulty(place, (fault.code,), title, entry.text)
    return BankItem(block, name, entry.category, entry.id)


def _tagged(block: Block, name: str, entry: GiftEntry, findings: Findings) -> Block:
    """Return a question with the first of its tags as its theme; the rest are told of."""
    tags = tuple(dict.fromkeys(words for tag in entry.tags if (words := " ".join(tag.split()))))
    themed = bool(tags) and isinstance(block, Question)
    lost = tags[1:] if themed else tags
    if lost:
        title = getattr(block, "title", "") or name or shortened(" ".join(entry.text.split()))
        findings.warning("import-tags-lost", entry.first, title=title, written=", ".join(lost)[:200])
    if not themed:
        return block
    return replace(block, settings=replace(block.settings, theme=tags[0]))  # type: ignore[type-var,attr-defined]


def _name(text: str) -> tuple[str, str]:
    """Return an entry's name between double colons, and what follows it."""
    if not text.startswith("::"):
        return "", text
    end = text.find("::", 2)
    if end < 0:
        return "", text
    return " ".join(shown(text[2:end]).split()), text[end + 2 :].strip()


def _parts(text: str) -> _Parts | None:
    """Take an entry apart at its braces; None where it has none and is a description."""
    name, rest = _name(text)
    start, end = rest.find("{"), rest.rfind("}")
    if start < 0 and end < 0:
        return None
    if start < 0 or end < start:
        raise UnreadableError("import-braces")
    answers = rest[start + 1 : end]
    if "{" in answers or "}" in answers:
        raise UnreadableError("import-braces")
    how, before = format_of(rest[:start])
    answers, _, general = answers.partition("####")
    return _Parts(name, how, before, answers.strip(), rest[end + 1 :], general.strip())


def _description(entry: GiftEntry, place: Place) -> Block:
    _, rest = _name(hidden(entry.text.strip()))
    how, words = format_of(rest)
    return Prose(place, in_format(words, how))


def _block(parts: _Parts, place: Place, findings: Findings) -> Block:
    kind = kind_of(parts.answers)
    text = parts.before
    if parts.after.strip():
        gaps = _gaps(parts, kind, place)
        if gaps:
            return _said(gaps, parts)
        text = f"{parts.before}{GAP}{parts.after}"
    heading, stem = parted(in_format(text, parts.format).html, parts.name)
    if not heading:
        raise UnreadableError("import-no-text")
    start = Start(place, heading, stem)
    if kind == "essay":
        example = text_in(parts.general, parts.format) if parts.general else Rich()
        return Reflection("", start.title, place, heading, stem, example)
    return _said(_question(kind, parts, start, findings), parts)


def _question(kind: str, parts: _Parts, start: Start, findings: Findings) -> Question:
    how = parts.format
    if kind == "numerical":
        return _number(bounds_of(parts.answers, how), start, findings)
    if kind == "multichoice":
        return keys.choice(start, *options_of(parts.answers, how), findings)
    if kind == "match":
        return keys.match(start, pairs_of(parts.answers, how))
    if kind == "truefalse":
        is_true, wrong, right = truth_of(parts.answers, how)
        said = (right, wrong) if is_true else (wrong, right)
        return true_false(start.title, start.place, start.heading, start.stem, is_true, said)
    return keys.short_answer(start, spellings_of(parts.answers), findings)


def _number(found: tuple[Bounds, ...], start: Start, findings: Findings) -> Question:
    full = [bounds for bounds in found if bounds.weight >= keys.FULL]
    if not full:
        raise UnreadableError("import-no-right-option")
    if len(found) > 1:
        findings.warning("import-partial-answers-lost", start.place.first, title=start.title, written=_told(found))
    answers = [Answer(Rich(), bounds.weight, bounds.feedback) for bounds in found]
    keys.tell_lost_feedback(start, answers, findings)
    return keys.number(start, full[0].low, full[0].high)


def _told(found: tuple[Bounds, ...]) -> str:
    full = next(bounds for bounds in found if bounds.weight >= keys.FULL)
    others = [bounds for bounds in found if bounds is not full]
    return ", ".join(f"{bounds.low}–{bounds.high}" for bounds in others)[:200]


def _gaps(parts: _Parts, kind: str, place: Place) -> GapQuestion | None:
    """Return a text with one gap, where the answers are words or one choice without feedback; None otherwise."""
    if kind not in ("shortanswer", "multichoice"):
        return None
    before, after = (in_format(text, parts.format).html for text in (parts.before, parts.after))
    answers = spellings_of(parts.answers) if kind == "shortanswer" else ()
    single = True
    if kind == "multichoice":
        answers, single = options_of(parts.answers, parts.format)
    right = [answer for answer in answers if answer.weight >= keys.FULL]
    equal = all(answer.weight in (0.0, 100.0) and not answer.feedback for answer in answers)
    if not (equal and single and right) or "<" in before + after or (kind == "multichoice" and len(right) != 1):
        return None
    menu = tuple(answer.text.plain for answer in answers) if kind == "multichoice" else ()
    words = [answer.text.plain if menu else keys.unstarred(answer.text.plain) for answer in right]
    gap = Gap("gap-1", tuple(dict.fromkeys(words)), menu)
    title = parts.name or shortened(" ".join(f"{shown(parts.before)} … {shown(parts.after)}".split()))
    space = " " if parts.before[-1:].isspace() and before else ""
    between = " " if parts.after[:1].isspace() else ""
    paragraph = ((before + space, gap.id), (between + after, ""))
    return GapQuestion("", title, place, (paragraph,), (gap,), False, plain(title))


def _said(question: Question, parts: _Parts) -> Question:
    """Return a question with what is said to everyone after answering."""
    if not parts.general:
        return question
    said = Feedback(explanation=text_in(parts.general, parts.format))
    return replace(question, feedback=said)  # type: ignore[type-var]
