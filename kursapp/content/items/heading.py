"""Whether a heading opens an item, and what its author meant where it nearly does (course-format §3 and §7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kursapp.content.keywords import EVALUATION_ITEMS, ITEMS, Vocabulary, fold
from kursapp.domain.matching_text import same_text

FARTHEST_COLON = 80
"""Characters among which the colon after a keyword is looked for."""

_WORD = re.compile(r"(?P<open>[*_]{0,3})(?:\d{1,3}[.)] +)?(?P<word>[^\W\d_](?:[^\d()*_:]*[^\W\d_])?)")
_AFTER_WORD = re.compile(
    r"[*_]{0,3} *(?:nr\.? +)?(?:\d{1,3}[a-zA-Z]?[.)]?)? *[*_]{0,3} *(?:\((?P<variant>[^()]*)\))? *[*_]{0,3} *$"
)
_FIRST_WORD = re.compile(r"\w+(?: *\([^()]*\))?(?= \S)")
_DASH = re.compile(r" *[-–—] +")
_MARKS = "*_"
_OTHER_LETTERS = str.maketrans({"ø": "o", "å": "a", "æ": "a", "ö": "o", "ä": "a"})


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword with what stands around it. ``end`` is where the title begins in the heading's text.

    ``slip`` says how it is written wrong: ``misspelt``; ``dash`` for a dash, ``words`` for the title itself and
    ``bare`` for nothing where the colon should be; empty where all is well. ``start`` and ``stop`` are
    the word's own place.
    """

    name: str
    variant: str
    title: str
    start: int
    stop: int
    end: int
    slip: str = ""


def keyword_of(text: str, *, on_evaluation_page: bool) -> Keyword | None:
    """Read the keyword a heading's text begins with, also where it is nearly one; None where it is plain words."""
    vocabularies = (ITEMS, EVALUATION_ITEMS) if on_evaluation_page else (ITEMS,)
    colon = text.find(":", 0, FARTHEST_COLON)
    if colon >= 0:
        return _before(text, colon, colon + 1, vocabularies)
    dash = _DASH.search(text, 1, FARTHEST_COLON)
    found = _before(text, dash.start(), dash.end(), vocabularies) if dash else None
    if found and not found.slip:
        return Keyword(found.name, found.variant, found.title, found.start, found.stop, found.end, "dash")
    if len(text) > FARTHEST_COLON:
        return None
    bare = _before(text, len(text), len(text), vocabularies)
    if bare and not bare.slip:
        return Keyword(bare.name, bare.variant, "", bare.start, bare.stop, bare.end, "bare")
    return None


def question_without_colon(text: str) -> Keyword | None:
    """Read a heading that begins with the word for a question and goes on with plain words; None for any other.

    Only what stands below it can tell whether a question was meant.
    """
    first = _FIRST_WORD.match(text)
    found = _before(text, first.end(), first.end(), (ITEMS,)) if first else None
    if first is None or found is None or found.slip or found.name != "question":
        return None
    end = first.end() + 1
    return Keyword(found.name, found.variant, text[end:].strip(), found.start, found.stop, end, "words")


def _before(text: str, stop: int, end: int, vocabularies: tuple[Vocabulary, ...]) -> Keyword | None:
    """Read the keyword in the text before ``stop``; the title begins at ``end``."""
    found = _WORD.match(text, 0, stop)
    if found is None:
        return None
    word = found["word"].removesuffix(" nr")
    word_end = found.start("word") + len(word)
    rest = _AFTER_WORD.match(text, word_end, stop)
    name, slip = _find(word, vocabularies) if rest else ("", "")
    if rest is None or not name:
        return None
    title = _unwrapped(text[end:].strip(), found["open"], rest[0])
    return Keyword(name, rest["variant"] or "", title, found.start("word"), word_end, end, slip)


# A file's headings are asked about again and again while it is written, and often begin with the same word.
@lru_cache(maxsize=4096)
def _find(word: str, vocabularies: tuple[Vocabulary, ...]) -> tuple[str, str]:
    for vocabulary in vocabularies:
        name = vocabulary.find(word)
        if name:
            return name, ""
    for vocabulary in vocabularies:
        for known in vocabulary.words():
            if _misspelt(fold(word), known):
                return vocabulary.find(known) or "", "misspelt"
    return "", ""


def _misspelt(word: str, known: str) -> bool:
    """Say whether a word is a known one with a slip in it; an inflected form of it is another word."""
    if word.startswith(known) or abs(len(word) - len(known)) > 3:
        return False
    return same_text(word, known) or same_text(_plain(word), _plain(known))


def _plain(word: str) -> str:
    return word.replace("aa", "å").replace("oe", "ø").replace("ae", "æ").translate(_OTHER_LETTERS)


def _unwrapped(title: str, opened: str, between: str) -> str:
    """Take away the other end of the marks that made the keyword, or the whole heading, bold."""
    if not opened or any(mark in between for mark in _MARKS):
        return title
    if title.startswith(opened):
        return title[len(opened) :].strip()
    return title.removesuffix(opened).strip()
