"""The glossaries of all courses as one dictionary: in Norwegian order, and found by any of a term's languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kursapp.domain.course import Course, Term
from kursapp.domain.finding import folded

NO_LETTER = "#"
"""The heading over words that begin with a figure or a sign; they come before A."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_ORDER = {letter: chr(0x100 + place) for place, letter in enumerate(_LETTERS)}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means in one or several courses that explain it in the same words."""

    term: Term
    courses: tuple[Course, ...]


@dataclass(frozen=True)
class Headword:
    """A word of the dictionary and all it means."""

    word: str
    meanings: tuple[Meaning, ...]

    def has(self, term: str) -> bool:
        """Say whether a course writes the word so."""
        return any(meaning.term.term == term for meaning in self.meanings)

    @property
    def letter(self) -> str:
        """The letter it stands under."""
        first = self._letters[:1]
        return first.upper() if first in _ORDER else NO_LETTER

    @cached_property
    def _letters(self) -> str:
        return folded(self.word).letters.strip()

    @cached_property
    def order(self) -> str:
        """What it is put in order by: Norwegian letters, signs and figures before them."""
        return "".join(_ORDER.get(letter, letter) for letter in self._letters)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The word in nynorsk and English, each once, where it is not the same."""
        words = [word for meaning in self.meanings for word in (meaning.term.nynorsk, meaning.term.english)]
        return tuple(dict.fromkeys(word for word in words if word and folded(word).letters != self._letters))

    def rank(self, sought: str) -> int | None:
        """Return how well it fits folded letters, 0 the best, None where it does not.

        Words that begin so come first, then those of another language, words that hold them, and explanations.
        """
        others = [folded(word).letters for word in self.others]
        if self._letters.startswith(sought):
            return 0
        if any(other.startswith(sought) for other in others):
            return 1
        if any(sought in word for word in (self._letters, *others)):
            return 2
        return 3 if any(sought in explanation for explanation in self._explained) else None

    @cached_property
    def _explained(self) -> tuple[str, ...]:
        return tuple(folded(meaning.term.explanation).letters for meaning in self.meanings)


def dictionary(courses: Iterable[Course]) -> tuple[Headword, ...]:
    """Return the words of the courses' glossaries in Norwegian order; what several explain alike is one meaning."""
    words: dict[str, list[tuple[Term, Course]]] = {}
    for course in courses:
        for term in course.glossary:
            words.setdefault(folded(term.term).letters.strip(), []).append((term, course))
    return tuple(sorted((_headword(pairs) for pairs in words.values()), key=_order))


def looked_up(words: Sequence[Headword], text: str) -> tuple[Headword, ...]:
    """Return the words that fit what is typed, the best first; all in order where nothing is typed."""
    sought = folded(text.strip()).letters.strip()
    if not sought:
        return tuple(words)
    found = [(rank, word) for word in words if (rank := word.rank(sought)) is not None]
    return tuple(word for _rank, word in sorted(found, key=_rank_of))


def _headword(pairs: Sequence[tuple[Term, Course]]) -> Headword:
    meanings: dict[tuple[str, str, str], list[tuple[Term, Course]]] = {}
    for term, course in pairs:
        meanings.setdefault((term.explanation, term.nynorsk, term.english), []).append((term, course))
    made = (Meaning(same[0][0], tuple(course for _term, course in same)) for same in meanings.values())
    return Headword(pairs[0][0].term, tuple(made))


def _order(word: Headword) -> tuple[str, str]:
    return word.order, word.word


def _rank_of(found: tuple[int, Headword]) -> int:
    return found[0]
