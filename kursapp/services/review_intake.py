"""From a course to the cards of Øving: which questions are repeated, and what a new version changes.

What is asked again is what she has been through: the questions in the text of a session whose pages she has all read,
those of quizzes and banks once they have been drawn for an attempt she handed in, and cases she has played to an end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Protocol

from kursapp.domain.case import Case, Ending
from kursapp.domain.course import Course, Page, PageHead, PageKind, Session, SessionHead
from kursapp.domain.days import day_after, local_day
from kursapp.domain.path import follow
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Question
from kursapp.domain.review import SHORTEST_CASE_WAIT, CardKind, ReviewCard, Reviewed, grade_of_case
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.schedule import schedule
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint

MISSED_FIRST = 1_000_000
"""What the place of a question that was answered rightly is moved by: those missed are met first."""


class PractisedCourse(Protocol):
    """A course that has been read (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course: ...

    @property
    def digest(self) -> str: ...

    def session(self, session_id: str) -> Session: ...

    def page_of(self, target_id: str) -> tuple[str, str] | None: ...


@dataclass(frozen=True, slots=True)
class Played:
    """The newest run through a case that came to an end: its number, how it ended, and when."""

    number: int
    ending: Ending
    at: datetime


@dataclass(frozen=True, slots=True)
class Ready:
    """What of a course may be repeated, by what has been done: see the module.

    ``sessions`` and ``met`` (questions) lead to the moment they became so. ``known`` are the items there are cards of.
    ``done`` is the mark of all this.
    """

    course_id: str
    digest: str
    done: str
    sessions: Mapping[str, datetime]
    met: Mapping[str, datetime]
    played: Mapping[str, Played]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question or case of the course as it is now. ``since`` is when it became ready."""

    item_id: str
    kind: CardKind
    session_id: str
    page_id: str
    mark: str
    goals: tuple[str, ...]
    since: datetime | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many cards are new, are others than before, rest from now on, and are back."""

    new: int = 0
    changed: int = 0
    resting: int = 0
    back: int = 0
    changes: Changes = NOTHING


def ready(profile: ProfileFile, opened: PractisedCourse) -> Ready | None:
    """Return what may be repeated; None where the cards are made from just this already."""
    course = opened.course
    pages = {page_id: page.done_at for page_id, page in profile.pages.of_course(course.id).items() if page.done_at}
    attempts = [attempt for attempt in profile.attempts.of_course(course.id) if attempt.submitted_at is not None]
    handed_in = {attempt.page_id: attempt.submitted_at for attempt in attempts if attempt.submitted_at}
    sessions = dict(_finished(course, pages, handed_in))
    met: dict[str, datetime] = {}
    for attempt in attempts:
        for one in attempt.drawn:
            if attempt.submitted_at is not None:
                met.setdefault(one.question_id, attempt.submitted_at)
    played = _played(profile, course.id)
    done = _mark(sessions, met, (f"{case_id} {run.number}" for case_id, run in played.items()))
    if profile.review_setup.taken_in(course.id) == (opened.digest, done):
        return None
    known = frozenset(profile.review_cards.of_course(course.id))
    return Ready(course.id, opened.digest, done, sessions, met, played, known)


def candidates(opened: PractisedCourse, found: Ready) -> tuple[Candidate, ...]:
    """Return the questions and cases to repeat as they are now, in the order of the course.

    This reads the sessions, and belongs where courses are read.
    """
    wanted = {*found.met, *found.played, *found.known}
    pages = {where for item_id in wanted if (where := opened.page_of(item_id)) is not None}
    made: list[Candidate] = []
    for head in opened.course.sessions(banks=True):
        if head.id in found.sessions or any(session_id == head.id for session_id, _page in pages):
            made += _of_session(opened.session(head.id), head, found)
    return tuple({one.item_id: one for one in made}.values())


def take_in(
    profile: ProfileFile, found: Ready, now: tuple[Candidate, ...], today: date, local: date, zone: tzinfo | None
) -> TakenIn:
    """Make the cards what the course is now. ``today`` is the day of Øving, ``local`` the same by the clock."""
    cards = profile.review_cards.of_course(found.course_id)
    updated = profile.review_setup.taken_in(found.course_id)[0] != found.digest
    missed = profile.review_log.missed(found.course_id)
    saved: list[ReviewCard] = []
    counts = dict.fromkeys(("new", "changed", "resting", "back"), 0)
    for place, one in enumerate(now):
        rank = place if one.item_id in missed else place + MISSED_FIRST
        card = cards.get(one.item_id)
        if card is None:
            waits = one.since is None or local_day(one.since, zone) >= local
            fresh = _new_card(found.course_id, one, day_after(today, 1) if waits else today, rank)
            saved.append(fresh)
            counts["new"] += 1
        else:
            after = _as_now(card, one, rank, today, updated=updated)
            counts["changed"] += after.changed and not card.changed
            counts["back"] += card.resting
            if after != card:
                saved.append(after)
    there = {one.item_id for one in now}
    gone = [card for item_id, card in cards.items() if item_id not in there and not card.resting]
    counts["resting"] = len(gone)
    with profile.transaction():
        profile.review_cards.save([*saved, *(replace(card, resting=True) for card in gone)])
        played = _count_runs(profile, found, today, local, zone)
        profile.review_setup.save_taken_in(found.course_id, found.digest, found.done)
    is_another = bool(saved or gone or played)
    return TakenIn(**counts, changes=Changes.of(Change.REVIEW, ids=[found.course_id]) if is_another else NOTHING)


def _finished(
    course: Course, read: Mapping[str, datetime], handed_in: Mapping[str, datetime]
) -> Iterator[tuple[str, datetime]]:
    """Yield the sessions gone through to the end, and when. An evaluation is nobody's duty, and no part of that."""
    for head in course.sessions():
        pages = [page for page in head.pages if page.kind is not PageKind.EVALUATION]
        moments = [handed_in.get(page.id) if page.kind is PageKind.QUIZ else read.get(page.id) for page in pages]
        known = [moment for moment in moments if moment is not None]
        if pages and len(known) == len(pages):
            yield head.id, max(known)


def _played(profile: ProfileFile, course_id: str) -> dict[str, Played]:
    found: dict[str, Played] = {}
    for run in profile.cases.of_course(course_id):
        if run.finished_at is None:
            continue
        case = profile.asked.get(run.asked)
        ending = follow(case, run.steps).ending if isinstance(case, Case) else None
        found[run.case_id] = Played(run.number, ending or Ending.OPEN, run.finished_at)
    return found


def _mark(sessions: Iterable[str], met: Iterable[str], played: Iterable[str]) -> str:
    told = "\n\n".join("\n".join(sorted(each)) for each in (sessions, met, played))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _of_session(session: Session, head: SessionHead, found: Ready) -> Iterator[Candidate]:
    heads = {page.id: page for page in head.pages}
    for page in session.pages:
        if page.kind is not PageKind.EVALUATION and page.id in heads:
            yield from _of_page(page, heads[page.id], session, found)


def _of_page(page: Page, head: PageHead, session: Session, found: Ready) -> Iterator[Candidate]:
    """Yield what of a page is repeated. What stands in the scenes of a case is repeated with the case."""
    graded = head.graded or page.kind is PageKind.QUIZ
    since = None if graded else found.sessions.get(session.id)
    for block in page.blocks:
        if isinstance(block, Case):
            run = found.played.get(block.id)
            kind, moment, goals = CardKind.CASE, run.at if run is not None else None, block.goals
        elif isinstance(block, Question) and _has_key(block) and not block.settings.measures:
            kind, moment, goals = CardKind.QUESTION, since or found.met.get(block.id), block.settings.goals
        else:
            continue
        if moment is not None or block.id in found.known:
            mark = fingerprint(block)
            yield Candidate(block.id, kind, session.id, page.id, mark, goals or session.goals, moment)


def _has_key(question: Question) -> bool:
    return not (isinstance(question, ChoiceQuestion) and question.choice is ChoiceKind.DILEMMA)


def _new_card(course_id: str, one: Candidate, due: date, rank: int) -> ReviewCard:
    return ReviewCard(
        course_id, one.item_id, one.kind, one.session_id, one.page_id, one.mark, due, goals=one.goals, rank=rank
    )


def _as_now(card: ReviewCard, one: Candidate, rank: int, today: date, *, updated: bool) -> ReviewCard:
    """Return a card as the course has it now; one that is another question than was repeated comes back today."""
    changed = card.changed or (updated and card.mark != one.mark and not card.is_new)
    return replace(
        card,
        session_id=one.session_id,
        page_id=one.page_id,
        mark=one.mark,
        goals=one.goals,
        rank=rank,
        changed=changed,
        resting=False,
        due=min(card.due, today) if changed else card.due,
    )


def _count_runs(profile: ProfileFile, found: Ready, today: date, local: date, zone: tzinfo | None) -> int:
    """Let a case that has been played to an end since last time count as repeated, wherever it was played.

    Return how many cases that were.
    """
    counted = 0
    for case_id, run in found.played.items():
        card = profile.review_cards.get(found.course_id, case_id)
        if card is None or card.run >= run.number or card.kind is not CardKind.CASE:
            continue
        day = day_after(today, -max((local - local_day(run.at, zone)).days, 0))
        grade = grade_of_case(run.ending)
        after = schedule(card.memory, grade, day, found.course_id, case_id, card.times)
        right = run.ending not in (Ending.WEAK, Ending.SERIOUS)
        told = Reviewed(
            found.course_id, case_id, day, run.at, grade, right, card.is_new, None, None, card.memory, card.lapses
        )
        due = max(after.due, day_after(day, SHORTEST_CASE_WAIT))
        again = replace(card, memory=after.memory, due=due, times=card.times + 1, run=run.number, changed=False)
        profile.review_log.add(told)
        profile.review_cards.save([again])
        counted += 1
    return counted
