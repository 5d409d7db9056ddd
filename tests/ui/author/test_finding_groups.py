"""The order findings are shown in, and which of them."""

from __future__ import annotations

import pytest

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.domain.problem import Problem, Severity, problem
from kursapp.ui.author.finding_groups import Shown, chosen, grouped, in_order
from kursapp.ui.author.finding_rows import Heading

PAGES = tuple(PageHead(name, name.title(), PageKind.TEXT, line=line) for name, line in (("en", 5), ("to", 20)))
COURSE = Course("k", "1", "K", (Module("d", "Dag 1", (SessionHead("s", "a.md", "A", 0, PAGES),)),))


def found(line: int, *, file: str = "a.md", error: bool = True, fixable: bool = False) -> Problem:
    """Return a finding."""
    severity = Severity.ERROR if error else Severity.WARNING
    return problem("no-colon", file, line, severity=severity, fixable=fixable, item="Spørsmål", title="Hva nå?")


def test_errors_first_and_then_by_page() -> None:
    """Each group says how many, and each page is named once as long as its findings follow each other."""
    wide = problem("no-sessions", "", 0)
    warned, first, second, third = found(6, error=False), found(6), found(8), found(20)
    rows = grouped([wide, warned, first, second, third, found(3), found(1, file="b.md")], COURSE)
    assert [row.words if isinstance(row, Heading) else row for row in rows] == [
        "6 feil: rettes før kurset deles",
        "Hele kurset",
        wide,
        "a.md · En",
        first,
        second,
        "a.md · To",
        third,
        "a.md",
        found(3),
        "b.md",
        found(1, file="b.md"),
        "1 advarsel: verdt en ekstra titt",
        "a.md · En",
        warned,
    ]
    assert len(in_order(rows)) == 7


def test_without_a_course_the_file_is_said() -> None:
    """Where no course could be read there are no pages."""
    assert grouped([found(6)], None)[1] == Heading("a.md", 2)


@pytest.mark.parametrize(
    ("shown", "words", "count"),
    [
        (Shown.ALL, "", 3),
        (Shown.ERRORS, "", 2),
        (Shown.WARNINGS, "", 1),
        (Shown.REPAIRABLE, "", 1),
        (Shown.ALL, "  mangler   KOLON ", 3),
        (Shown.ALL, "b.md", 1),
        (Shown.ERRORS, "finnes ikke", 0),
    ],
)
def test_a_choice_and_some_words_narrow_it_down(shown: Shown, words: str, count: int) -> None:
    """Capitals and spaces do not matter; the file and the remedy are looked through too."""
    problems = [found(1), found(2, error=False), found(3, file="b.md", fixable=True)]
    assert len(chosen(problems, shown, words)) == count
