"""A file being made: its owner's alone, and there only when it is whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from kursapp.files.writing import PRIVATE, replacing


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that becomes ``path`` at the end. Raises KursappError as ``files.failure.write_failure`` names it."""
    with replacing(path) as temporary:
        temporary.touch(PRIVATE)
        with temporary.open("wb") as file:
            yield file


@contextlib.contextmanager
def new_text_file(path: Path, encoding: str = "utf-8", newline: str = "\n") -> Iterator[TextIO]:
    """Open a text file in the same way; what the encoding cannot hold is written as its escape."""
    with replacing(path) as temporary:
        temporary.touch(PRIVATE)
        with temporary.open("w", encoding=encoding, errors="backslashreplace", newline=newline) as file:
            yield file
