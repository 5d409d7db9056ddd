"""How far a participant has come: per page, session, day and course, and what the certificate still lacks."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kursapp.domain.course import (
    Course,
    ItemKind,
    Module,
    PageHead,
    PageKind,
    Requirement,
    RequirementKind,
    SessionHead,
)

LEAST_WEIGHT = 0.5
"""Minutes a page counts for at least, so that a page of few words is not nothing."""

COUNTED = (ItemKind.QUESTION, ItemKind.REFLECTION, ItemKind.WORKBOOK, ItemKind.CASE)
"""The items that belong to doing a page. Checklists are the participant's own affair."""


@dataclass(frozen=True, slots=True)
class Target:
    """A page to go to, with its session."""

    session_id: str
    page_id: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a participant has done in one course, as ids.

    ``read``: pages read to their end. ``items``: questions and reflections answered, workbooks marked finished, cases
    played to an ending. ``submitted``/``passed``: quiz pages. ``finished``: evaluation pages. ``begun``: quizzes and
    evaluations under way.
    """

    read: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    submitted: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()


class State(enum.StrEnum):
    """How far something is: a page, a session, a day."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something is done, 0 to 1: exactly 1 only when all of it is."""

    id: str
    fill: float

    @property
    def state(self) -> State:
        """Return new, started or done."""
        if self.fill >= 1:
            return State.DONE
        return State.STARTED if self.fill > 0 else State.NEW


@dataclass(frozen=True, slots=True)
class Lack:
    """A line of ``## Krav``. ``missing`` are the ids of what it still lacks; none when it is met."""

    requirement: Requirement
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Say whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a participant is in a course. ``days`` are the bars of the dagsrad, ``modules`` all that is shown.

    ``course`` is the course itself: parts that open some time after it are no part of having taken it.
    """

    pages: tuple[Share, ...]
    sessions: tuple[Share, ...]
    modules: tuple[Share, ...]
    days: tuple[Share, ...]
    course: Share
    requirements: tuple[Lack, ...]

    def page(self, page_id: str) -> Share:
        """Return one page's share; that of a page not in the outline is new."""
        return _find(self.pages, page_id)

    def session(self, session_id: str) -> Share:
        """Return one session's share."""
        return _find(self.sessions, session_id)

    def module(self, module_id: str) -> Share:
        """Return one module's share."""
        return _find(self.modules, module_id)


def progress(course: Course, done: Done) -> Progress:
    """Work out how far someone is. Pages weigh as much as the minutes they take; banks are no part of it."""
    shown = [module for module in course.modules if not module.bank]
    sessions = [head for module in shown for head in module.sessions]
    modules = {module.id: _module_share(module, done) for module in shown}
    return Progress(
        pages=tuple(Share(page.id, page_fill(page, done)) for head in sessions for page in head.pages),
        sessions=tuple(Share(head.id, _fill(head.pages, done)) for head in sessions),
        modules=tuple(modules.values()),
        days=tuple(modules[module.id] for module in course.days() if module.id in modules),
        course=Share(course.id, _fill([page for head in _itself(course) for page in head.pages], done)),
        requirements=tuple(Lack(line, tuple(_missing(course, line, done))) for line in course.requirements),
    )


def page_fill(page: PageHead, done: Done) -> float:
    """Return how much of a page is done, 0 to 1.

    A text page is as many parts as it has items, and one more for reading it. A quiz is done when an attempt has been
    handed in, an evaluation when the participant has finished it; while under way they are half done.
    """
    if page.kind is not PageKind.TEXT:
        whole = done.submitted if page.kind is PageKind.QUIZ else done.finished
        return 1.0 if page.id in whole else 0.5 if page.id in done.begun else 0.0
    items = [item.id in done.items for item in page.items if item.kind in COUNTED]
    return (sum(items) + (page.id in done.read)) / (len(items) + 1)


def continue_at(
    course: Course, done: Done, last: Target | None, closed: Collection[str] = frozenset()
) -> Target | None:
    """Return where "Fortsett" leads; None where the course has no page. ``closed``: modules that are not open yet.

    To the page one was last on. From a quiz or an evaluation that is done, from a page that a new version of the course
    no longer has, and from any page once the course itself is done, to the next page that is not done; where all is
    done, to the last page or the first.
    """
    pages = list(_targets(course, closed))
    found = next((number for number, (_, page) in enumerate(pages) if last and page.id == last.page_id), None)
    if found is not None:
        here = pages[found][1]
        is_done = page_fill(here, done) >= 1
        if not is_done or (here.kind is PageKind.TEXT and progress(course, done).course.fill < 1):
            return pages[found][0]
    start = found if found is not None else _session_start(pages, last)
    for target, page in pages[start:] + pages[:start]:
        if page_fill(page, done) < 1:
            return target
    return pages[start][0] if pages else None


def _targets(course: Course, closed: Collection[str]) -> Iterator[tuple[Target, PageHead]]:
    for module in course.modules:
        if not module.bank and module.id not in closed:
            yield from ((Target(head.id, page.id), page) for head in module.sessions for page in head.pages)


def _session_start(pages: list[tuple[Target, PageHead]], last: Target | None) -> int:
    found = (number for number, (target, _) in enumerate(pages) if last and target.session_id == last.session_id)
    return next(found, 0)


def _module_share(module: Module, done: Done) -> Share:
    return Share(module.id, _fill([page for head in module.sessions for page in head.pages], done))


def _fill(pages: Iterable[PageHead], done: Done) -> float:
    weighed = [(max(page.workload, LEAST_WEIGHT), page_fill(page, done)) for page in pages]
    if not weighed:
        return 0.0
    return sum(weight * fill for weight, fill in weighed) / sum(weight for weight, _ in weighed)


def _missing(course: Course, requirement: Requirement, done: Done) -> Iterator[str]:
    match requirement.kind:
        case RequirementKind.QUIZ:
            wanted, had = [requirement.target], done.passed
        case RequirementKind.WORKBOOK:
            wanted, had = [requirement.target], done.items
        case RequirementKind.REFLECTIONS:
            wanted, had = list(_reflections(_itself(course))), done.items
    yield from (target for target in wanted if target not in had)


def _itself(course: Course) -> Iterator[SessionHead]:
    """Yield the sessions of the course itself, without those that open some time after it."""
    for module in course.modules:
        if not module.bank and module.opens_after_days is None:
            yield from module.sessions


def _reflections(sessions: Iterable[SessionHead]) -> Iterator[str]:
    for head in sessions:
        for page in head.pages:
            yield from (item.id for item in page.items if item.kind is ItemKind.REFLECTION)


def _find(shares: Iterable[Share], wanted: str) -> Share:
    return next((share for share in shares if share.id == wanted), Share(wanted, 0.0))
