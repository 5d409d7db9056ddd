"""How a command writes where something stands."""

from __future__ import annotations

from kursapp.domain.problem import Problem


def place_of(found: Problem) -> str:
    """Return ``file:line:column`` as editors read it; the file alone where no line is meant, empty for no file."""
    if not found.file or not found.line:
        return found.file
    return f"{found.file}:{found.line}:{found.column}"
