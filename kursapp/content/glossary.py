"""The glossary: ``begreper.md``, and where its terms are used in running text (course-format §1 and §2)."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kursapp.content.findings import Findings
from kursapp.content.keywords import GLOSSARY_COLUMNS
from kursapp.content.marking import pieces_of, running
from kursapp.content.parsed import ParsedGlossary
from kursapp.content.reference_table import read_entries
from kursapp.domain.course import Block, CallOut, CallOutKind, Prose, Rich, Term

# Tried where a term has been found, so that no pattern is made for each of them: that takes longer than the finding.
_ENDINGS = re.compile(r"(?:s|es?|e[nrt]s?|enes?|nes?|as?|anes?)?(?!\w)")
_ENDINGS_AFTER_E = re.compile(r"(?:[nrt]s?|nes?|s)?(?!\w)")
_LETTER = re.compile(r"\w")


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
        written = [(term.term, term.in_language(language)) for term in terms]
        written.sort(key=lambda pair: len(pair[1]), reverse=True)
        self._looked_for = [_Term.of(name, words) for name, words in written]
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

    def in_text(self, text: Searched, but: Container[str] = ()) -> set[str]:
        """Return the names of the terms that a text uses, ``but`` those that are not asked about."""
        return {term.name for term in self._looked_for if term.name not in but and term.find(text)}

    def look_through(self, text: Searched) -> None:
        """Take the terms that a text uses off ``unused``."""
        for term in self._looked_for:
            if term.name in self.unused and term.find(text):
                self.unused.discard(term.name)


class Searched(NamedTuple):
    """A text as it is written, and with small letters in the same places."""

    written: str
    small: str

    @classmethod
    def plain(cls, words: str) -> Searched:
        """Return plain words as they stand in HTML."""
        return cls.of(html.escape(words, quote=False))

    @classmethod
    def of(cls, text: str) -> Searched:
        """Return a piece of HTML."""
        small = text.lower()
        if len(small) != len(text):
            # Some letters of other alphabets have a small form of two.
            small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        return cls(text, small)


class _Term(NamedTuple):
    """``words`` stand as in HTML, in small letters unless capitals count, which they do where all are."""

    name: str
    words: str
    capitals: bool
    endings: re.Pattern[str]

    @classmethod
    def of(cls, name: str, words: str) -> _Term:
        capitals, escaped = words.isupper(), html.escape(words, quote=False)
        endings = _ENDINGS_AFTER_E if words.casefold().endswith("e") else _ENDINGS
        return cls(name, escaped if capitals else Searched.of(escaped).small, capitals, endings)

    def find(self, text: Searched) -> tuple[int, int] | None:
        """Return where the term first stands alone, or with a Norwegian ending; None where it does not."""
        searched = text.written if self.capitals else text.small
        at = searched.find(self.words)
        while at >= 0:
            ending = self.endings.match(searched, at + len(self.words))
            if ending and not (at and _LETTER.match(searched, at - 1)):
                return at, ending.end()
            at = searched.find(self.words, at + 1)
        return None


def _mark_first_uses(shown: str, waiting: Sequence[_Term]) -> tuple[str, list[_Term]]:
    """Mark the terms waited for, longest first; return the HTML and the terms it did not hold."""
    left = []
    text = Searched.of(shown)
    for term in waiting:
        marked = _mark_first(shown, term) if term.find(text) else shown
        if marked == shown:
            left.append(term)
        else:
            shown, text = marked, Searched.of(marked)
    return shown, left


def _mark_first(shown: str, term: _Term) -> str:
    pieces = pieces_of(shown)
    for number in running(pieces):
        found = term.find(Searched.of(pieces[number]))
        if found:
            start, end = found
            words = pieces[number]
            link = f'<a href="begrep:{html.escape(term.name)}">{words[start:end]}</a>'
            pieces[number] = f"{words[:start]}{link}{words[end:]}"
            break
    return "".join(pieces)
