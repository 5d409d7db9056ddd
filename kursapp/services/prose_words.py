"""Which words of a line of kurs-Markdown are a person's words, to be spelt: not code, addresses, settings or marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from kursapp.content.items.heading import FARTHEST_COLON, keyword_of
from kursapp.content.keywords import PAGES, fold
from kursapp.content.lines import code_spans

LONGEST_LINE = 20_000
"""Characters of a line that is looked at."""

_HIDDEN = re.compile(
    r"<!-{2}.*?(?:-->|$)"  # comments and settings
    r"|<(?:https?://|mailto:)[^>\s]*>"  # addresses between angle brackets
    r"|https?://\S+|www\.\S+|\S+@\S+\.\w+"  # addresses as they are
    r"|(?<=\])\((?:<[^>]*>|[^()\s]*)(?:\s+\"[^\"]*\")?\)"  # where a link leads, or a picture lies
    r"|\]\[[^\]]*\]"  # names of links defined elsewhere
    r"|\[[!^][^\]]*\]"  # [!MERK], footnotes
    r"|</?[A-Za-z][^>]*>"  # HTML, which is shown as text
    r"|&\w+;"
)
_FENCES = ("```", "~~~")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*\S+")
_ABBREVIATION = re.compile(r" {0,3}\*\[[^\]]+\]:")
_HEADING = re.compile(r" {0,3}#{1,6} +")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Word(NamedTuple):
    """A word of a line, and where it begins (counted from 0)."""

    start: int
    text: str


def words_in(line: str) -> tuple[Word, ...]:
    """Return the words of a line that can be spelt right or wrong.

    Left out are single letters, words with figures in them, words in capitals (they are abbreviations and names), and
    keywords of the format.
    """
    if len(line) > LONGEST_LINE or not line.strip() or line.lstrip(" >").startswith(_FENCES):
        return ()
    masked = _masked(line)
    return tuple(
        Word(found.start(), found[0])
        for found in _WORD.finditer(masked)
        if len(found[0]) > 1 and not found[0].isupper() and not _beside_figures(masked, found.start(), found.end())
    )


def words_of_term(term: str) -> tuple[str, ...]:
    """Return the words of a glossary's term: each of them is right."""
    return tuple(found[0] for found in _WORD.finditer(term) if len(found[0]) > 1)


def _masked(line: str) -> str:
    """Return the line with spaces in place of everything that is nobody's words."""
    masked = line
    for start, end in code_spans(line):
        masked = _blanked(masked, start, end)
    for pattern in (_DEFINITION, _ABBREVIATION):
        found = pattern.match(masked)
        if found:
            masked = _blanked(masked, 0, found.end())
    masked = _HIDDEN.sub(lambda found: " " * len(found[0]), masked)
    heading = _HEADING.match(masked)
    return _blanked(masked, 0, heading.end() + _keyword_length(masked[heading.end() :])) if heading else masked


def _keyword_length(heading: str) -> int:
    """Return how much of a heading's text is a keyword with its variant and colon."""
    keyword = keyword_of(heading, on_evaluation_page=True)
    if keyword:
        return keyword.end
    head, colon, _ = heading.partition(":")
    return len(head) + 1 if colon and len(head) < FARTHEST_COLON and PAGES.find(fold(head)) else 0


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _beside_figures(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of something that is no word: ``A4``, ``under_score``."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(_part_of_name(before) or _part_of_name(after))


def _part_of_name(letter: str) -> bool:
    return letter.isdigit() or letter == "_"
