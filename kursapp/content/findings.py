"""Collects what is wrong with one file while it is read."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.content.repair import VALUE, Edit, is_repairable, write_edits
from kursapp.domain.problem import Problem, Severity, problem


def in_order(problems: Iterable[Problem], cover: str, sessions: Iterable[str]) -> tuple[Problem, ...]:
    """Return each problem once, by file in the order of the course and then by line."""
    order = {file: at for at, file in enumerate(["", cover, *sessions])}
    return tuple(sorted(set(problems), key=lambda found: (order.get(found.file, len(order)), found)))


class Findings:
    """The problems of one file, in the order they are found. Those with a ``repair`` can be mended in one step."""

    def __init__(self, file: str, problems: Iterable[Problem] = ()) -> None:
        self.file = file
        self.problems: list[Problem] = list(problems)

    def error(self, code: str, line: int, column: int = 1, *, repair: Iterable[Edit] = (), **values: object) -> None:
        """Add something that must be put right."""
        self._add(code, line, column, Severity.ERROR, repair, values)

    def warning(self, code: str, line: int, column: int = 1, *, repair: Iterable[Edit] = (), **values: object) -> None:
        """Add something worth a look."""
        self._add(code, line, column, Severity.WARNING, repair, values)

    def _add(
        self, code: str, line: int, column: int, severity: Severity, repair: Iterable[Edit], values: dict[str, object]
    ) -> None:
        edits = tuple(repair)
        if edits:
            values[VALUE] = write_edits(edits)
        found = problem(code, self.file, line, column, severity=severity, fixable=is_repairable(code, values), **values)
        self.problems.append(found)
