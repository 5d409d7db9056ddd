"""Four words tell one cohort file from any other."""

from __future__ import annotations

import re
import subprocess
import sys

from kursapp.delivery.cohort_file import write
from kursapp.delivery.kullmerke import mark, words
from kursapp.delivery.mark_words import WORDS
from kursapp.domain.cohort import Cohort


def test_the_words_are_1024_short_plain_ones() -> None:
    """Each once, sorted, three to nine small letters: easy to say across a room."""
    assert len(WORDS) == len(set(WORDS)) == 1024
    assert all(re.fullmatch("[a-zæøå]{3,9}", word) for word in WORDS)
    assert list(WORDS) == sorted(WORDS)


def test_the_same_file_always_has_the_same_mark() -> None:
    """Written once and never to change: a mark may hang on a wall."""
    assert words(b"kull") == words(b"kull")
    assert mark(b"kull") == " · ".join(words(b"kull"))
    assert mark(b"kull") == "vårløk · rune · drakt · hengsel"


def test_any_change_of_the_file_changes_the_mark(cohort: Cohort) -> None:
    """One bit anywhere: of the whole file, not of parts of it."""
    data = write(cohort)
    mine = words(data)
    for at in (0, len(data) // 2, len(data) - 1):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert words(changed) != mine


def test_reading_a_cohort_file_loads_no_cryptography() -> None:
    """A start with a cohort stays light: the library is loaded when something is sealed or marked."""
    names = "cohort_file, kullmerke, canonical, files"
    check = f"import sys; from kursapp.delivery import {names}; sys.exit('nacl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
