"""What somebody typed in a search field, as the words to look for. Whatever was typed, there is a meaning in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kursapp.domain.search_words import STOP_WORDS, is_joined, words_in

LONGEST = 500
"""Characters of a query that count."""

MOST_PARTS = 12
"""Words of a query that count."""

_QUOTED = re.compile('«([^«»]*)»|"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]')


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to find: a word, or several that follow each other.

    ``words`` are folded. ``quoted``: nothing is guessed at, the words stand there in some form and in this order.
    """

    words: tuple[str, ...]
    quoted: bool = False

    @property
    def joined(self) -> str:
        """Return several words written as one, the way a word with a hyphen may be."""
        return "".join(self.words)


def parse(typed: str) -> tuple[Part, ...]:
    """Return what is to be found, all of it; nothing where there are no words in what was typed.

    Words between quotation marks follow each other; small words are left out where there are greater ones.
    """
    typed = typed[:LONGEST]
    found: list[Part] = []
    begin = 0
    for match in _QUOTED.finditer(typed):
        found.extend(_plain(typed[begin : match.start()]))
        words = tuple(word.folded for word in words_in(match.group(match.lastindex or 0)))
        if words:
            found.append(Part(words[:MOST_PARTS], quoted=True))
        begin = match.end()
    found.extend(_plain(typed[begin:]))
    parts = tuple(dict.fromkeys(found))
    telling = tuple(part for part in parts if part.quoted or part.joined not in STOP_WORDS)
    return (telling or parts)[:MOST_PARTS]


def _plain(text: str) -> Iterator[Part]:
    """Yield the words outside quotation marks; those with hyphens between them are one thing."""
    chain: list[str] = []
    before = None
    for word in words_in(text):
        if before is not None and is_joined(text, before, word):
            chain.append(word.folded)
        else:
            if chain:
                yield Part(tuple(chain))
            chain = [word.folded]
        before = word
    if chain:
        yield Part(tuple(chain))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part of a query as it stands in an index: ``stems`` that follow each other, or ``joined`` as one.

    A single word that is not quoted is also found by its ``beginning`` (``begun``: the words that begin so), in
    ``compounds``, and, where nothing else is found, in the words ``near`` it.
    """

    stems: tuple[str, ...]
    joined: str = ""
    beginning: str = ""
    begun: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
