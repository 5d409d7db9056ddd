"""Looks for what could identify a real person: national identity numbers and telephone numbers.

A course's people are made up and have neither. A national identity number is eleven digits whose last two are check
digits over the others (the Norwegian Tax Administration's rule); numbers that fail the check are other numbers. Since
2032-series numbers relax the first check digit, only the second one is required here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kursapp.domain.problem import Problem, Severity, problem

IDENTITY_NUMBER = re.compile(r"(?<![\d-])(\d{6})[ \u00a0-]?(\d{5})(?![\d-])")
TELEPHONE = re.compile(
    r"(?<![\w+./§-])(?:\+47[ \u00a0]?|0047[ \u00a0]?)?"
    r"(?:[2-79]\d(?:[ \u00a0]\d\d){3}|[49]\d\d[ \u00a0]\d\d[ \u00a0]\d{3}|[49]\d{7})"
    r"(?![\w-]|[ \u00a0]\d)"
)
DIGITS = re.compile(r"\d(?:[ \u00a0-]?\d){7}")
"""As many digits as the shortest of these has; most lines have not, and need no closer look."""
SECOND_CHECK_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def check_personal_data(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Yield a warning for each number in ``(line number, text)`` lines that looks like a real person's."""
    for number, text in lines:
        if not DIGITS.search(text):
            continue
        for found in IDENTITY_NUMBER.finditer(text):
            if is_identity_number("".join(found.groups())):
                yield _warning("identity-number", file, number, found)
        for found in TELEPHONE.finditer(text):
            yield _warning("telephone-number", file, number, found)


def is_identity_number(digits: str) -> bool:
    """Tell whether eleven digits are a day, a month and a valid second check digit.

    A day above 40 is a D number, a month above 40 or 80 a synthetic or test person; these are taken for real ones,
    because a reader cannot tell.
    """
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 40
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(SECOND_CHECK_WEIGHTS, digits, strict=True))
    return total % 11 == 0


def _warning(code: str, file: str, line: int, found: re.Match[str]) -> Problem:
    return problem(code, file, line, found.start() + 1, severity=Severity.WARNING, text=found.group().strip())
