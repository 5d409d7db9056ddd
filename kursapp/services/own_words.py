"""The words an author has said are right, in all her drafts: a text file with a word on each line."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.folder import make_folder
from kursapp.files.writing import write_text

LARGEST = 1_000_000
"""Bytes the file may hold; a larger one is not a list of words."""

LONGEST = 80


class OwnWords:
    """The list, read at the first asking. It is hers: she may edit the file in any program."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._words: tuple[str, ...] | None = None

    def all(self) -> tuple[str, ...]:
        """Return the words, sorted; none where the file is not there or cannot be read."""
        if self._words is None:
            self._words = self._read() or ()
        return self._words

    def add(self, word: str) -> None:
        """Keep a word, durably. A word that is there already is not written again.

        Raises KursappError ``own-words-unreadable`` where the file is there but is no list of words: it is left alone;
        and as ``files.writing`` does.
        """
        word = " ".join(word.split())[:LONGEST]
        words = self._read()
        if words is None:
            raise refusal("own-words-unreadable", file=self._file)
        if word and word not in words:
            words = tuple(sorted({*words, word}))
            make_folder(self._file.parent)
            write_text(self._file, "\n".join(words) + "\n")
        self._words = words

    def _read(self) -> tuple[str, ...] | None:
        """Return what the file says, None where it says nothing that can be read."""
        try:
            if self._file.stat().st_size > LARGEST:
                return None
            lines = self._file.read_text(encoding="utf-8-sig").splitlines()
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError):
            return None
        return tuple(sorted({line.strip() for line in lines if line.strip() and len(line) <= LONGEST}))
