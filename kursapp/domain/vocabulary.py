"""All the words of some texts, to find those that hold another: ``meldefrist`` by ``frist``.

Norwegian writes compounds in one word. Which letters of a word are words themselves is learnt from the texts: a part
counts where the rest of the word is made of words that stand there too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from kursapp.domain.matching_text import same_text

SHORTEST_PART = 3
SHORTEST_INSIDE = 4
"""Letters of a word that is looked for in the middle of others, or anywhere where it does not stand by itself."""

SHORTEST_COMPOUND = 8
SHORTEST_MISSPELT = 5
MOST_FOUND = 40
MOST_LOOKED_AT = 200
"""Words that are looked at for each question: of so many any will do."""

_LINKS = ("", "s", "e")
_DEEPEST = 2


class Vocabulary:
    """The stems of some texts. It only grows: a word that has gone from the texts finds nothing, and harms nobody.

    Not ``strict``: the texts are too few to know every word, so that the length of the parts alone decides.
    """

    def __init__(self, stems: Iterable[str] = (), *, strict: bool = True) -> None:
        self._is_strict = strict
        self._stems = {stem for stem in stems if _is_word(stem)}
        self._forwards: list[str] | None = None
        self._backwards: list[str] = []
        self._heap = ""

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def __len__(self) -> int:
        return len(self._stems)

    def add(self, stems: Iterable[str]) -> None:
        """Learn more words."""
        new = {stem for stem in stems if stem not in self._stems and _is_word(stem)}
        if new:
            self._stems |= new
            self._forwards = None

    def holding(self, wanted: Collection[str]) -> tuple[str, ...]:
        """Return the compounds that have one of these words as their last part or between others."""
        self._sort()
        found: dict[str, None] = {}
        for part in wanted:
            if len(part) >= SHORTEST_PART and _is_word(part):
                found.update(dict.fromkeys(islice(self._ending(part), MOST_FOUND)))
            if len(part) >= SHORTEST_INSIDE and _is_word(part):
                found.update(dict.fromkeys(islice(self._around(part), MOST_FOUND)))
        return tuple(sorted(found.keys() - set(wanted), key=_short_first)[:MOST_FOUND])

    def near(self, misspelt: str) -> tuple[str, ...]:
        """Return the words one slip away: a letter too many, too few, another, or two that changed places."""
        if len(misspelt) < SHORTEST_MISSPELT:
            return ()
        self._sort()
        assert self._forwards is not None
        half = len(misspelt) // 2
        # One slip leaves the first half or the last whole.
        begun = _beginning(self._forwards, misspelt[:half])
        ended = (word[::-1] for word in _beginning(self._backwards, misspelt[half + 1 :][::-1]))
        close = (word for word in {*begun, *ended} if abs(len(word) - len(misspelt)) <= 1)
        return tuple(sorted(word for word in close if same_text(misspelt, word))[:MOST_FOUND])

    def beginning(self, letters: str) -> tuple[str, ...]:
        """Return the words that begin with these letters and go on, the shortest first."""
        self._sort()
        assert self._forwards is not None
        found = islice((word for word in _beginning(self._forwards, letters) if word != letters), MOST_LOOKED_AT)
        return tuple(sorted(found, key=_short_first)[:MOST_FOUND])

    def has_beginning(self, letters: str) -> bool:
        """Say whether some word begins with these letters."""
        self._sort()
        assert self._forwards is not None
        return next(_beginning(self._forwards, letters), None) is not None

    def _sort(self) -> None:
        if self._forwards is None:
            self._forwards = sorted(self._stems)
            self._backwards = sorted(word[::-1] for word in self._stems)
            self._heap = "\n".join(["", *self._forwards, ""])

    def _ending(self, part: str) -> Iterator[str]:
        for backwards in islice(_beginning(self._backwards, part[::-1]), MOST_LOOKED_AT):
            word = backwards[::-1]
            before = word[: -len(part)]
            # The dearest question comes last, here and below.
            if before and (self._is_likely(part, before) or self._is_made_of_words(before)):
                yield word

    def _around(self, part: str) -> Iterator[str]:
        at, left = self._heap.find(part), MOST_LOOKED_AT
        while at >= 0 and left:
            left -= 1
            begin, end = self._heap.rfind("\n", 0, at) + 1, self._heap.find("\n", at)
            before, after = self._heap[begin:at], self._heap[at + len(part) : end]
            likely = not self._is_strict and len(part) > SHORTEST_INSIDE and self._is_likely(part, before)
            if before and after and (likely or (self._goes_on(after) and self._is_made_of_words(before))):
                yield self._heap[begin:end]
            at = self._heap.find(part, end)

    def _is_made_of_words(self, letters: str, depth: int = _DEEPEST) -> bool:
        """Say whether letters before a part are a word, or several, each perhaps with a letter that links them."""
        for link in _LINKS:
            if letters.endswith(link):
                word = letters.removesuffix(link)
                if len(word) >= SHORTEST_PART and word in self._stems:
                    return True
        if depth == 1:
            return False
        cuts = range(SHORTEST_PART, len(letters) - SHORTEST_PART + 1)
        return any(
            self._is_made_of_words(letters[:cut], 1) and self._is_made_of_words(letters[cut:], depth - 1)
            for cut in cuts
        )

    def _goes_on(self, letters: str) -> bool:
        return any(letters.startswith(link) and letters[len(link) :] in self._stems for link in _LINKS)

    def _is_likely(self, part: str, before: str) -> bool:
        """Say whether so much of a word is left on both sides that it hardly is there by chance."""
        if not self._is_strict:
            return len(before) >= SHORTEST_PART and len(before) + len(part) >= SHORTEST_COMPOUND
        return part in self._stems and len(part) > SHORTEST_INSIDE and len(before) > SHORTEST_INSIDE


def _beginning(words: list[str], letters: str) -> Iterator[str]:
    for at in range(bisect_left(words, letters), len(words)):
        if not words[at].startswith(letters):
            return
        yield words[at]


def _is_word(stem: str) -> bool:
    return stem.isalpha()


def _short_first(word: str) -> tuple[int, str]:
    return len(word), word
