"""Gathers what is wrong with a bank that is being read, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.problem import Problem, Severity, refusal


@dataclass
class Findings:
    """What was found wrong with one file, and who may want the reading stopped."""

    file: str
    watch: Watch = field(default_factory=Unwatched)
    problems: list[Problem] = field(default_factory=list)

    def begin_entry(self) -> None:
        """Be told that another entry is to be read. Raises KursappError: ``import-cancelled``."""
        if self.watch.cancelled():
            raise refusal("import-cancelled")

    def error(self, code: str, line: int, **values: object) -> None:
        """Note what keeps an entry from being the question it was meant as."""
        self._note(code, line, Severity.ERROR, values)

    def warning(self, code: str, line: int, **values: object) -> None:
        """Note what is read, but not all of it or not as it was."""
        self._note(code, line, Severity.WARNING, values)

    def _note(self, code: str, line: int, severity: Severity, values: Mapping[str, object]) -> None:
        pairs = tuple(sorted((name, str(value)) for name, value in values.items()))
        self.problems.append(Problem(self.file, line, 1, code, severity, values=pairs))


class UnreadableError(Exception):
    """An entry that is no question, and why: a code and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
