"""How a command writes where something stands, and what others have named."""

from __future__ import annotations

import unicodedata

from kursapp.domain.problem import Problem

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of letters that a terminal obeys instead of showing."""
_HYPHEN = "\u00ad"


def place_of(found: Problem) -> str:
    """Return ``file:line:column`` as editors read it; the file alone where no line is meant, empty for no file."""
    if not found.file or not found.line:
        return found.file
    return f"{found.file}:{found.line}:{found.column}"


def seen(words: str) -> str:
    """Return a line with what cannot be seen in it written out.

    A title or a file's name is somebody else's: it could empty the terminal, or make lines that nobody has written.
    """
    return "".join(f"\\u{ord(letter):04x}" if _is_unseen(letter) else letter for letter in words)


def _is_unseen(letter: str) -> bool:
    return letter != _HYPHEN and unicodedata.category(letter) in _UNSEEN
