"""The stems of Norwegian words, so that ``fristen``, ``frister`` and ``frist`` are found by each other."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec

from kursapp.domain.search_words import Word, is_joined, number_parts, words_in
from kursapp.domain.word_forms import basic_form

MOST_REMEMBERED = 200_000
"""Words whose stems are remembered: computing one costs a thousand times as much as looking it up."""

_SHORTEST = 3
_PEOPLE = re.compile("ernes?$")
"""The plural of those who lead, teach, work: the one common ending that Snowball does not know."""


class Stems:
    """Finds the stem of a folded word, and remembers it.

    The rules are those of Snowball for Norwegian, applied until nothing more comes off: they take ``lederen`` to
    ``leder``, and that to ``led`` where all the other forms are.
    """

    def __init__(self) -> None:
        self._cut = _norwegian()
        self._known: dict[str, str] = {}

    def of(self, folded: str) -> str:
        """Return the stem of a folded word. A number has none but itself."""
        known = self._known.get(folded)
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            known = self._known[folded] = self._find(folded)
        return known

    def _find(self, folded: str) -> str:
        word = basic_form(folded)
        if word[0].isdigit():
            return word
        if len(word) >= _SHORTEST + len("erne"):
            word = _PEOPLE.sub("er", word)
        while True:
            shorter = self._cut(word)
            if shorter == word or len(shorter) < _SHORTEST:
                return word
            word = shorter

    def text(self, text: str) -> tuple[str, str]:
        """Return a text's stems with blanks between them, and what else its words are found by.

        That is the parts of compound numbers, and words with hyphens written as one.
        """
        stems: list[str] = []
        more: list[str] = []
        before: Word | None = None
        chain = ""
        for word in words_in(text):
            stems.append(self.of(word.folded))
            more.extend(number_parts(word.folded))
            if before is not None and is_joined(text, before, word):
                chain = (chain or before.folded) + word.folded
            elif chain:
                more.append(self.of(chain))
                chain = ""
            before = word
        if chain:
            more.append(self.of(chain))
        return " ".join(stems), " ".join(more)


def _norwegian() -> Callable[[str], str]:
    """Load the Norwegian rules, when the first text is searched: no start waits for them.

    Only those. The package itself brings in the rules of three dozen languages, and several MiB of tables; so it is put
    in place without being run while one of its modules is imported.
    """
    spec = find_spec("snowballstemmer")
    if spec is None:
        raise ModuleNotFoundError(name="snowballstemmer")
    sys.modules["snowballstemmer"] = module_from_spec(spec)
    try:
        from snowballstemmer.norwegian_stemmer import NorwegianStemmer
    finally:
        sys.modules.pop("snowballstemmer", None)
    cut: Callable[[str], str] = NorwegianStemmer().stemWord
    return cut
