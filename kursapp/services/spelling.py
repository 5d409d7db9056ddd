"""Spelling of a course's text, where this machine has a dictionary of its language.

Everything is on one thread that may wait: the words are looked up in a worker process. A dictionary that fails twice in
a row is left alone until the program is started again; writing never depends on it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path

from kursapp.content.codec import DamagedError, decode, encode
from kursapp.domain.problem import KursappError, refusal
from kursapp.services.dictionaries import Dictionary, find_dictionary
from kursapp.services.own_words import OwnWords
from kursapp.services.prose_words import words_of_term
from kursapp.services.spelling_job import Asked
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError

LOOK_SECONDS = 5.0
"""How long words may take to look up, the reading of the dictionary included."""

SUGGEST_SECONDS = 3.0
AT_A_TIME = 200
"""Words looked up in one go. A compound takes some ten milliseconds, everything else microseconds."""

OWN_NAMES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
"""What a dictionary of a language is to be called, where somebody puts it in by hand."""

_LIBRARY = "hunspell"


class Speller:
    """Looks words up in the dictionary of a course's language.

    ``places`` are searched at the first asking for a language; ``own_words`` is the author's own list.
    """

    def __init__(self, places: Sequence[Path], own_words: Path, worker: Worker | None = None) -> None:
        self._places = tuple(places)
        self._own = OwnWords(own_words)
        self._worker = worker or Worker()
        self._dictionaries: dict[str, Dictionary | None] = {}

    def has_dictionary(self, language: str) -> bool:
        """Say whether spelling of a language (``nb``, ``nn``, ``en``) can be looked up here."""
        return self._dictionary(language) is not None

    def need_dictionary(self, language: str) -> None:
        """Raise KursappError ``no-dictionary`` where spelling of a language cannot be looked up here."""
        if not self.has_dictionary(language):
            folder = self._places[0] if self._places else ""
            raise refusal("no-dictionary", folder=folder, name=OWN_NAMES.get(language, language))

    def wrong(self, language: str, words: Iterable[str], known: Iterable[str] = ()) -> frozenset[str]:
        """Return the words that are wrong; none where there is no dictionary.

        ``known`` are right in all their forms: the glossary's terms. So is the author's own list.

        Raises KursappError ``dictionary-unusable`` when the dictionary has failed twice; from then on there is none.
        """
        asked, terms = tuple(dict.fromkeys(words)), tuple(known)
        found: set[str] = set()
        for at in range(0, len(asked), AT_A_TIME):
            found.update(self._ask("wrong_words", language, asked[at : at + AT_A_TIME], terms, LOOK_SECONDS))
        return frozenset(found)

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first. Raises as ``wrong`` does."""
        return tuple(self._ask("suggestions", language, (word,), (), SUGGEST_SECONDS))

    def add(self, word: str) -> None:
        """Take a word as right from now on, in all drafts. Raises KursappError as ``OwnWords.add`` does."""
        self._own.add(word)

    def close(self) -> None:
        """End the worker process."""
        self._worker.close()

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._dictionaries:
            there = importlib.util.find_spec(_LIBRARY) is not None
            self._dictionaries[language] = find_dictionary(language, self._places) if there else None
        return self._dictionaries[language]

    def _ask(
        self, job: str, language: str, words: tuple[str, ...], known: Iterable[str], seconds: float
    ) -> Sequence[str]:
        dictionary = self._dictionary(language)
        if dictionary is None or not words:
            return ()
        right = (*self._own.all(), *(part for term in known for part in words_of_term(term)))
        asked = Asked(str(dictionary.folder), dictionary.name, language, words, tuple(sorted(set(right))))
        for last in (False, True):
            try:
                answer = self._worker.call(f"kursapp.services.spelling_job:{job}", encode(asked), seconds)
                return decode(answer, list[str])
            except (WorkerLimitError, WorkerJobError, DamagedError, KursappError) as error:
                # A slow disk may be quicker the second time.
                if last:
                    self._dictionaries[language] = None
                    file = dictionary.folder / f"{dictionary.name}.dic"
                    raise refusal("dictionary-unusable", file=file) from error
        return ()
