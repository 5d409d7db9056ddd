"""The words the insert menu writes are there in three languages, and none is left over."""

from __future__ import annotations

import re

from kursapp.content.templates import TEMPLATES
from kursapp.texts.insertions import INSERTED

SLOT = re.compile(r"\{\*?([a-zA-Z][\w-]*)\}")


def test_every_phrase_is_there_and_used() -> None:
    """Each slot of a structure has its words, and each of the words a slot."""
    used = {name.lower() for text in TEMPLATES.values() for name in SLOT.findall(text)} - {"id"}
    assert used == set(INSERTED)


def test_every_phrase_is_in_three_languages() -> None:
    """Short enough for a heading, and nobody is shouted at."""
    for words in INSERTED.values():
        assert len(words) == 3
        for text in words:
            assert 0 < len(text) <= 80
            assert "!" not in text


def test_every_structure_chooses_one_phrase() -> None:
    """Exactly one is to be written over first."""
    for kind, text in TEMPLATES.items():
        assert text.count("{*") == 1, kind
