"""Aiken: one line of question, lettered options, and the letter that is right. Nothing else fits in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_uppercase

from kursapp.domain.course import Faulty, Place
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.question import ChoiceQuestion
from kursapp.domain.question_bank import Bank, BankItem
from kursapp.interchange import keys
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.gift_text import without_controls
from kursapp.interchange.keys import Answer, Start
from kursapp.interchange.shape import parted, plain, shortened

_OPTION = re.compile(r"(?P<letter>[A-Z])[.)]\s+(?P<text>.*)$")
_KEY = re.compile(r"ANSWER:\s*(?P<letter>.*?)\s*$", re.IGNORECASE)


@dataclass
class _Entry:
    first: int
    question: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def read_aiken(text: str, file: str, watch: Watch | None = None) -> Bank:
    """Read an Aiken file. What is no question is kept as it is written, and never stops the rest.

    Raises KursappError: ``import-cancelled``.
    """
    findings = Findings(file, watch or Unwatched())
    items: list[BankItem] = []
    entry: _Entry | None = None
    number = 0
    for number, raw in enumerate(without_controls(text).split("\n"), start=1):
        line = raw.strip()
        if not line:
            continue
        entry = entry or _Entry(number)
        entry.lines.append(line)
        key = _KEY.match(line)
        option = _OPTION.match(line)
        if key:
            items.append(_item(entry, key["letter"], Place(file, entry.first, number), findings))
            entry = None
        elif option and (entry.question or entry.options):
            entry.options.append((option["letter"], option["text"].strip()))
        elif entry.options:
            # Words after the options begin the next question: this one never had its key.
            entry.lines.pop()
            items.append(_item(entry, "", Place(file, entry.first, number - 1), findings))
            entry = _Entry(number, [line], lines=[line])
        else:
            entry.question.append(line)
    if entry:
        items.append(_item(entry, "", Place(file, entry.first, number), findings))
    return Bank(tuple(items), tuple(findings.problems))


def _item(entry: _Entry, letter: str, place: Place, findings: Findings) -> BankItem:
    findings.begin_entry()
    words = "\n".join(entry.question)
    try:
        if not words:
            raise UnreadableError("import-no-text")
        if not letter:
            raise UnreadableError("import-no-answer")
        if letter.upper() not in {each for each, _ in entry.options}:
            raise UnreadableError("import-answer-not-an-option", written=letter[:80])
        heading, stem = parted(plain(words).html, words)
        answers = [Answer(plain(text), 100.0 if each == letter.upper() else 0.0) for each, text in entry.options]
        block = keys.choice(Start(place, heading, stem), answers, True, findings)
    except UnreadableError as fault:
        title = shortened(" ".join(words.split()) or entry.lines[0])
        findings.error(fault.code, place.first, title=title, **fault.values)
        return BankItem(Faulty(place, (fault.code,), title, "\n".join(entry.lines)))
    return BankItem(block)


def write_aiken(items: Iterable[BankItem]) -> str:
    """Return single-choice questions as Aiken."""
    lines: list[str] = []
    for item in items:
        question = item.block
        assert isinstance(question, ChoiceQuestion)
        lines.append(_one_line(question.heading.plain))
        lines += [
            f"{letter}. {_one_line(option.text.plain)}"
            for letter, option in zip(ascii_uppercase, question.options, strict=False)
        ]
        right = next(at for at, option in enumerate(question.options) if option.right)
        lines += [f"ANSWER: {ascii_uppercase[right]}", ""]
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())
