"""Findings in the order *Sjekk* shows them: errors before warnings, and under each heading those of one page."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kursapp.domain.course import Course
from kursapp.domain.problem import Problem, Severity
from kursapp.ui.author.finding_rows import Heading, Row
from kursapp.ui.author.finding_words import told
from kursapp.ui.i18n import _, n_


class Shown(enum.StrEnum):
    """Which findings are shown."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    REPAIRABLE = "repairable"


def holds(found: Problem, shown: Shown) -> bool:
    """Say whether a finding is among those shown."""
    if shown is Shown.REPAIRABLE:
        return found.fixable
    if shown is Shown.ALL:
        return True
    return (found.severity is Severity.ERROR) is (shown is Shown.ERRORS)


def chosen(problems: Iterable[Problem], shown: Shown, words: str = "") -> tuple[Problem, ...]:
    """Return the findings of a choice whose sentence or file holds some words, in their order."""
    wanted = " ".join(words.casefold().split())
    return tuple(found for found in problems if holds(found, shown) and wanted in _searched(found, wanted))


def _searched(found: Problem, wanted: str) -> str:
    if not wanted:
        return ""
    said = told(found)
    return " ".join(f"{found.file} {said.message} {said.remedy} {found.code}".casefold().split())


def grouped(problems: Sequence[Problem], course: Course | None) -> list[Row]:
    """Return the findings with their headings: errors first, then by the pages they are on as these come."""
    rows: list[Row] = []
    places = _Places(course)
    for severity in Severity:
        of_it = [found for found in problems if found.severity is severity]
        if of_it:
            rows += [Heading(_severity_words(severity, len(of_it)), 1), *_by_page(of_it, places)]
    return rows


def in_order(rows: Iterable[Row]) -> tuple[Problem, ...]:
    """Return the findings among some rows."""
    return tuple(row for row in rows if isinstance(row, Problem))


def _by_page(problems: Sequence[Problem], places: _Places) -> Iterator[Row]:
    for words, of_page in groupby(problems, places.words):
        yield Heading(words, 2)
        yield from of_page


class _Places:
    """Says which page a finding is on."""

    def __init__(self, course: Course | None) -> None:
        heads = course.sessions(banks=True) if course is not None else ()
        self._pages = {head.file: head.pages[::-1] for head in heads}

    def words(self, found: Problem) -> str:
        """Return a finding's file and page; the file alone where it is on no page."""
        if not found.file:
            return _("Hele kurset")
        pages = self._pages.get(found.file, ())
        title = next((page.title for page in pages if page.line <= found.line), "")
        return f"{found.file} · {title}" if title else found.file


def _severity_words(severity: Severity, count: int) -> str:
    if severity is Severity.ERROR:
        return n_("{n} feil: rettes før kurset deles", "{n} feil: rettes før kurset deles", count).format(n=count)
    return n_("{n} advarsel: verdt en ekstra titt", "{n} advarsler: verdt en ekstra titt", count).format(n=count)
