"""What can be wrong, as a value: a code, a place and the values a sentence needs. The sentences live in ``texts``."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How much a problem matters: an error makes ``check`` fail, a warning only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong at one place.

    ``file`` is relative to the course folder with ``/`` between parts (empty for the course as a whole), ``line`` and
    ``column`` count from 1. ``values`` are the names and numbers the sentence is filled with, as sorted pairs.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity = Severity.ERROR
    fixable: bool = False
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """Return one value by name, or an empty text where the problem carries none of that name."""
        return dict(self.values).get(name, "")


def problem(
    code: str,
    file: str,
    line: int,
    column: int = 1,
    *,
    severity: Severity = Severity.ERROR,
    fixable: bool = False,
    **values: object,
) -> Problem:
    """Build a problem from plain values: ``problem("no-key", "dag-1/01.md", 13, title="Hva gjør du?")``."""
    return Problem(file, line, column, code, severity, fixable, _pairs(values))


def _pairs(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in values.items()))


class KursappError(Exception):
    """Something that could not be done, for a reason a person can act on.

    Carries the :class:`Problem` that ``texts.problems`` turns into one sentence with its remedy. Everything the
    program raises on purpose for a person to read is one of these.
    """

    def __init__(self, found: Problem) -> None:
        super().__init__(f"{found.code} {found.file}:{found.line} {dict(found.values)}")
        self.problem = found


def refusal(code: str, **values: object) -> KursappError:
    """Build the error for something that concerns no line of a course: a locked file, a full disk."""
    return KursappError(Problem("", 0, 0, code, values=_pairs(values)))
