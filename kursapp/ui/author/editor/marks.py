"""The findings of the file on screen, by line. They move with their lines until the next check."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.domain.problem import Problem, Severity
from kursapp.texts.problems import tell
from kursapp.ui.i18n import language


class Marks:
    """What is wrong at which line."""

    def __init__(self) -> None:
        self._by_line: dict[int, list[Problem]] = {}

    def show(self, problems: Iterable[Problem]) -> None:
        """Take the findings of a check in place of those there are. A finding without a line belongs to the first."""
        self._by_line = {}
        for found in sorted(problems):
            self._by_line.setdefault(max(found.line, 1), []).append(found)

    def shift(self, after: int, by: int) -> None:
        """Move the findings of the lines after a line: lines came (or, below zero, went) there."""
        moved: dict[int, list[Problem]] = {}
        for line, found in self._by_line.items():
            here = line if line <= after else max(after, line + by)
            moved.setdefault(max(here, 1), []).extend(found)
        self._by_line = moved

    def at(self, line: int) -> tuple[Problem, ...]:
        """Return the findings of a line, errors first."""
        return tuple(sorted(self._by_line.get(line, ()), key=lambda found: found.severity is not Severity.ERROR))

    def worst(self, line: int) -> Severity | None:
        """Return how much the worst finding of a line matters; None where there is none."""
        found = self._by_line.get(line)
        if not found:
            return None
        return Severity.ERROR if any(one.severity is Severity.ERROR for one in found) else Severity.WARNING

    def lines(self) -> tuple[int, ...]:
        """Return the lines with a finding, in order."""
        return tuple(sorted(self._by_line))

    def words(self, line: int) -> str:
        """Return what is wrong at a line and what to do, a paragraph each; empty where nothing is."""
        return "\n".join(str(tell(found, language())) for found in self.at(line))
