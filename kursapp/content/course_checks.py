"""Findings that only the whole course can give: facts, draws, workloads, drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kursapp.content.folder import is_markdown
from kursapp.content.keywords import FACT_STATUSES
from kursapp.content.nearest import nearest
from kursapp.content.parsed import FactUse, ParsedSession
from kursapp.content.workload import is_off
from kursapp.domain.course import CallOut, CallOutKind, Fact, Page, PageKind, QuizSettings, Session, SessionHead
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import Problem, Severity, problem
from kursapp.domain.question import Question

KNOWN_FILES = frozenset({"begreper.md", "kilder.md", "kvalitetssikring.md", "readme.md"})
"""Markdown files that belong to a course without being sessions, in lower case."""


def fact_problems(facts: Iterable[Fact], sessions: Iterable[ParsedSession]) -> Iterator[Problem]:
    """Yield facts that are named but not known, and unconfirmed ones that a call-out states as a rule."""
    known = {fact.id: fact for fact in facts}
    for parsed in sessions:
        file = parsed.session.file
        for use in parsed.facts:
            fact = known.get(use.fact)
            if fact is None:
                near = nearest(use.fact, known)
                yield problem("unknown-fact", file, use.line, use.column, fixable=bool(near), id=use.fact, nearest=near)
            elif FACT_STATUSES.find(fact.status) == "unconfirmed" and _is_rule(use, parsed.session):
                yield problem("unconfirmed-as-rule", file, use.line, use.column, severity=Severity.WARNING, id=use.fact)


def _is_rule(use: FactUse, session: Session) -> bool:
    """Say whether a fact is named inside a legal call-out, or on the line right before or after one."""
    return any(
        isinstance(block, CallOut)
        and block.call_out is CallOutKind.LAW
        and block.place.first - 1 <= use.line <= block.place.last + 1
        for page in session.pages
        for block in page.blocks
    )


def quiz_problems(sessions: Iterable[Session]) -> Iterator[Problem]:
    """Yield the draws that ask for more questions than there are."""
    pages = [page for session in sessions for page in session.pages]
    banks: dict[str, list[Question]] = {}
    for page in pages:
        for question in questions_of(page):
            banks.setdefault(question.settings.bank, []).append(question)
    for page in pages:
        if page.kind is PageKind.QUIZ and page.quiz:
            yield from _draw_problems(page, page.quiz, banks)


def _draw_problems(page: Page, quiz: QuizSettings, banks: Mapping[str, list[Question]]) -> Iterator[Problem]:
    for draw in quiz.draws:
        there = _drawable(banks.get(draw.bank, []) if draw.bank else questions_of(page))
        if draw.count > there:
            yield problem(
                "draw-too-many", page.place.file, page.place.first, bank=draw.bank, wanted=draw.count, there=there
            )
    if not quiz.draws and not questions_of(page):
        yield problem("quiz-without-questions", page.place.file, page.place.first, title=page.title)


def _drawable(questions: Iterable[Question]) -> int:
    """Return how many questions one attempt can meet: those of no form, and of one form (A or B)."""
    forms = Counter(question.settings.form for question in questions)
    free = forms.pop("", 0)
    return free + min(forms.values(), default=0)


def workload_problems(heads: Iterable[SessionHead]) -> Iterator[Problem]:
    """Yield the sessions that take much longer or shorter than they say."""
    for head in heads:
        if is_off(head.workload, head.minutes):
            says, takes = f"{head.minutes:g}", f"{head.workload:.3g}"
            yield problem(
                "workload-off", head.file, 1, severity=Severity.WARNING, title=head.title, says=says, takes=takes
            )


def draft_problems(files: Iterable[str], listed: Iterable[str]) -> Iterator[Problem]:
    """Yield the Markdown files that no list names."""
    used = frozenset(listed)
    for file in files:
        if is_markdown(file) and file not in used and file.casefold() not in KNOWN_FILES:
            yield problem("file-in-no-list", file, 1, severity=Severity.WARNING)
