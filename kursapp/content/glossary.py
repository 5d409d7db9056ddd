"""The glossary: ``begreper.md``, and where its terms are used in running text (course-format §1 and §2)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kursapp.content.findings import Findings
from kursapp.content.keywords import GLOSSARY_COLUMNS
from kursapp.content.marking import mark_words
from kursapp.content.parsed import ParsedGlossary
from kursapp.content.reference_table import read_entries
from kursapp.domain.course import Block, CallOut, CallOutKind, Prose, Rich, Term

_ENDINGS = r"(?:s|es?|e[nrt]s?|enes?|nes?|as?|anes?)?"
_ENDINGS_AFTER_E = r"(?:[nrt]s?|nes?|s)?"


def read_glossary(file: str, data: bytes) -> ParsedGlossary:
    """Read the glossary's table. A term explained twice keeps its first explanation."""
    findings = Findings(file)
    terms: dict[str, Term] = {}
    lines: list[int] = []
    for entry in read_entries(file, data, GLOSSARY_COLUMNS, ("term", "explanation"), findings):
        words = entry.words
        if words["term"].casefold() in terms:
            findings.error("term-twice", entry.line, term=words["term"])
            continue
        term = Term(words["term"], words["explanation"], words.get("nynorsk", ""), words.get("english", ""))
        terms[term.term.casefold()] = term
        lines.append(entry.line)
    return ParsedGlossary(file, tuple(terms.values()), tuple(lines), tuple(findings.problems))


class Terms:
    """The glossary's terms as they are looked for in a course of one language, with their usual endings.

    ``unused`` shrinks as sessions are looked through.
    """

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        written = [(term.term, _in_language(term, language)) for term in terms]
        written.sort(key=lambda pair: len(pair[1]), reverse=True)
        self._looked_for = [
            _Term(name, words.casefold(), html.escape(words, quote=False).casefold(), _pattern(words))
            for name, words in written
        ]
        self.unused = {name for name, _ in written}

    def mark(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return a page's blocks with the first use of each term in prose made a link to its explanation."""
        waiting = self._looked_for
        marked: list[Block] = []
        for block in blocks:
            if isinstance(block, Prose) or (
                isinstance(block, CallOut) and block.call_out is not CallOutKind.INSTRUCTOR
            ):
                shown, waiting = _mark_first_uses(block.text.html, waiting)
                if shown != block.text.html:
                    block = replace(block, text=Rich(shown, block.text.plain))
            marked.append(block)
        return tuple(marked)

    def look_through(self, words: str) -> None:
        """Take the terms that these words use off ``unused``."""
        shown = html.escape(words, quote=False)
        folded = shown.casefold()
        aligned = len(folded) == len(shown)
        for term in self._looked_for:
            at = folded.find(term.escaped) if term.name in self.unused else -1
            if at >= 0 and term.pattern.search(shown, at if aligned else 0):
                self.unused.discard(term.name)


class _Term(NamedTuple):
    """``folded`` are the words without capitals, ``escaped`` the same as they stand in HTML."""

    name: str
    folded: str
    escaped: str
    pattern: re.Pattern[str]


def _in_language(term: Term, language: str) -> str:
    return {"nn": term.nynorsk, "en": term.english}.get(language, "") or term.term


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for the words standing alone, or with a Norwegian ending; capitals count where all are."""
    endings = _ENDINGS_AFTER_E if words.casefold().endswith("e") else _ENDINGS
    flags = re.NOFLAG if words.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(html.escape(words, quote=False))}{endings}(?!\w)", flags)


def _mark_first_uses(shown: str, waiting: Sequence[_Term]) -> tuple[str, list[_Term]]:
    """Mark the terms waited for, longest first; return the HTML and the terms it did not hold."""
    folded = html.unescape(shown).casefold()
    left = []
    for term in waiting:
        marked = _mark_first(shown, term) if term.folded in folded else shown
        if marked == shown:
            left.append(term)
        shown = marked
    return shown, left


def _mark_first(shown: str, term: _Term) -> str:
    found = False

    def link(match: re.Match[str]) -> str:
        nonlocal found
        if found:
            return match[0]
        found = True
        return f'<a href="begrep:{html.escape(term.name)}">{match[0]}</a>'

    return mark_words(shown, term.pattern, link)
