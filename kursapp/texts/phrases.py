"""Short texts of one table in the language asked for: headings, labels, sentences without a remedy."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.texts.sentence import fill
from kursapp.texts.value_words import Words

_COLUMNS = {"nb": 0, "nn": 1, "en": 2}


class Phrases:
    """The texts of a table in one language; bokmål for a language that is not ours.

    Texts may name values in braces, as those of :class:`kursapp.texts.sentence.Said` do.
    """

    def __init__(self, table: Mapping[str, Words], language: str) -> None:
        self._table = table
        self._column = _COLUMNS.get(language, 0)

    def __call__(self, key: str, **values: object) -> str:
        """Return one text filled with its values; KeyError where the table has none of this key."""
        text = self._table[key][self._column]
        return fill(text, tuple((name, str(value)) for name, value in values.items())) if values else text
