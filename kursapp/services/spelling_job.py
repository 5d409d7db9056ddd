"""What the worker does for spelling. Hunspell is C++ and reads files of others, so it runs in a process of its own.

A dictionary is read once a process and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kursapp.content.codec import decode, encode

if TYPE_CHECKING:
    from hunspell import Hunspell

SHORTEST_PART = 4
"""Letters of the parts of a compound. With fewer, «kommunn» would be «kom» and «munn»."""

SHORTEST_BEFORE_LONGER = 3
"""Letters the first part may have before one that is longer: «fagleder», «årshjulet»."""

LONGEST = 80
"""Letters of a word that is looked up; nobody writes a longer one."""

MOST_SUGGESTIONS = 8

_LINKS = ("s", "e")
"""Letters between the two words of a compound."""

_COMPOUNDING = ("nb", "nn")
_ENDINGS = frozenset(
    {"n", "en", "et", "a", "er", "ene", "r", "ne", "s", "ens", "ets", "as"}
    | {"ers", "enes", "rs", "nes", "ns", "e", "t", "ts", "'s", "’s"}
)
"""How names and terms end: what an author has said is right, is right in all its forms."""
_WRITTEN_OUT = re.compile("ae|oe|aa", re.IGNORECASE)


_PARTS = "pa:"
"""What Hunspell says of a word it has put together itself."""

_LETTERS = "abcdefghijklmnoprstuvyæøå"


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of a language, the dictionary's files, and the words that are right although it does not know them."""

    folder: str
    name: str
    language: str
    words: tuple[str, ...]
    known: tuple[str, ...] = ()


def wrong_words(payload: bytes) -> bytes:
    """``Asked`` → the words of it that are wrong."""
    asked = decode(payload, Asked)
    speller = _speller(asked.folder, asked.name, asked.language, asked.known)
    return encode([word for word in asked.words if not speller.is_right(word)])


def suggestions(payload: bytes) -> bytes:
    """``Asked`` with one word → the words that may have been meant, the likeliest first."""
    asked = decode(payload, Asked)
    speller = _speller(asked.folder, asked.name, asked.language, asked.known)
    return encode(list(speller.suggest(asked.words[0])))


class _Speller:
    """One dictionary, and what it lacks."""

    def __init__(self, dictionary: Hunspell, language: str, known: frozenset[str]) -> None:
        self._dictionary = dictionary
        self._compounds = language in _COMPOUNDING
        self._known = known
        self.is_right: Callable[[str], bool] = lru_cache(maxsize=50_000)(self._is_right)
        self._is_part: Callable[[str], bool] = lru_cache(maxsize=20_000)(self._is_one)
        # The widespread Norwegian dictionary was made without every word with ae, oe or aa: «noen» is wrong to it.
        self._leaves_out = self._compounds and not self._is_one("noen" if language == "nb" else "nokre")

    def _is_right(self, word: str) -> bool:
        """Say whether a word is in the dictionary, known, or put together of such words."""
        if len(word) > LONGEST or self._is_part(word):
            return True
        if self._leaves_out and _WRITTEN_OUT.search(word):
            return True
        return self._compounds and self._is_compound(word.lower())

    def suggest(self, word: str) -> Iterator[str]:
        """Yield what may have been meant."""
        found = self._dictionary.suggest(word) if len(word) <= LONGEST and self._can_be_asked(word) else ()
        yield from found[:MOST_SUGGESTIONS]

    def _is_one(self, word: str) -> bool:
        """Say whether this is one word. What cannot be written in the dictionary's letters is not for it to judge."""
        if self._is_known(word.casefold()):
            return True
        return not self._can_be_asked(word) or bool(self._dictionary.spell(word))

    def _is_known(self, word: str) -> bool:
        if word in self._known:
            return True
        return any(word[-length:] in _ENDINGS and word[:-length] in self._known for length in (1, 2, 3, 4))

    def _can_be_asked(self, word: str) -> bool:
        try:
            word.encode(self._dictionary._dic_encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def _is_compound(self, word: str) -> bool:
        """Say whether a word is two words written as one, as Norwegian does: «myndighets» + «kartet».

        Hunspell has rules for this too; they know too few of the words that may come first.
        """
        for at in range(len(word) - SHORTEST_PART, SHORTEST_BEFORE_LONGER - 1, -1):
            longer = len(word) - at > SHORTEST_PART
            shortest = SHORTEST_BEFORE_LONGER if longer else SHORTEST_PART
            if self._is_part(word[at:]) and self._can_come_first(word[:at], shortest):
                return not self._is_slip(word)
        return False

    def _can_come_first(self, word: str, shortest: int) -> bool:
        stems = {word} | {word.removesuffix(link) for link in _LINKS}
        return any(len(stem) >= shortest and self._is_part(stem) for stem in stems)

    def _is_slip(self, word: str) -> bool:
        """Say whether one letter too many, too few or another makes a word of the dictionary: «vurder» + «ring».

        Words the dictionary itself puts together do not count: to it, «avviksleggen» is as good as «avviksloggen».
        """
        return any(self._can_be_asked(near) and self._is_whole(near) for near in _one_letter_away(word))

    def _is_whole(self, word: str) -> bool:
        if not self._dictionary.spell(word):
            return False
        return any(_PARTS not in told for told in self._dictionary.analyze(word))


def _one_letter_away(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]


@lru_cache(maxsize=2)
def _speller(folder: str, name: str, language: str, known: tuple[str, ...]) -> _Speller:
    return _Speller(_dictionary(folder, name), language, frozenset(word.casefold() for word in known))


@lru_cache(maxsize=2)
def _dictionary(folder: str, name: str) -> Hunspell:
    # Only this process loads it: elsewhere there is nothing to look up with.
    from hunspell import Hunspell

    return Hunspell(name, hunspell_data_dir=folder, system_encoding="UTF-8")
