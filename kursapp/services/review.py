"""Øving: what a participant repeats, day by day, long after the course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo

from kursapp.domain.attempt import attempt_seed, shown_order
from kursapp.domain.course import Course, Rich
from kursapp.domain.days import day_after, local_day
from kursapp.domain.goal_progress import GoalProgress, goal_progress
from kursapp.domain.question import Question
from kursapp.domain.record import Draft
from kursapp.domain.response import Response, is_blank
from kursapp.domain.review import (
    FORECAST_DAYS,
    LAST_DAY,
    DayLoad,
    Grade,
    Memory,
    ReviewCard,
    Reviewed,
    ReviewSettings,
    SeenDay,
    day_seen,
    grade_of,
)
from kursapp.domain.review_forecast import Forecast, forecast, share_right
from kursapp.domain.scoring import Score, feedback_for, score
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.review_intake import Candidate, PractisedCourse, Ready, TakenIn, ready, take_in
from kursapp.services.schedule import schedule
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.participant.review_cards import Waiting
from kursapp.storage.snapshot import fingerprint

CASE_PUT_OFF_DAYS = 7
DRAFTS = "review/"
"""What the keys of drafts of Øving begin with: they are others than those on the pages."""


@dataclass(frozen=True, slots=True)
class Portion:
    """How much a day still holds: questions met before, new ones, and cases."""

    reviews: int = 0
    new: int = 0
    cases: int = 0

    @property
    def questions(self) -> int:
        """Return how many questions it is."""
        return self.reviews + self.new


@dataclass(frozen=True, slots=True)
class ReviewOverview:
    """Øving as it stands today. Days are those of the calendar on the wall.

    ``left_over`` is how many questions wait beyond today's, ``more`` how many could be put today if she wants to.
    ``done`` counts the questions put today, ``total`` all cards that do not rest, ``resting`` those that do.
    ``next_day`` is the next day on which anything comes back.
    """

    today: date
    portion: Portion
    changed: int
    cases: tuple[ReviewCard, ...]
    left_over: int
    more: int
    days_to_catch_up: int
    done: int
    total: int
    settings: ReviewSettings
    days: tuple[DayLoad, ...] = ()
    next_day: date | None = None
    resting: int = 0


@dataclass(frozen=True, slots=True)
class Repeated:
    """What an answer in Øving is met with, and the day the question comes back. ``log`` names it for ``judge``."""

    log: int
    item_id: str
    score: Score
    feedback: tuple[Rich, ...]
    grade: Grade
    days: int
    due: date
    changes: Changes = field(default=NOTHING)


class Review:
    """One participant's Øving, over all her courses. ``zone`` None is the machine's own."""

    def __init__(self, profile: ProfileFile, clock: Clock, zone: tzinfo | None = None) -> None:
        self._profile = profile
        self._clock = clock
        self._zone = zone

    # What there is -----------------------------------------------------------------------------

    def due_count(self, now: datetime | None = None) -> int:
        """Return how many questions and cases Øving puts today, within the day's limits; none while it is paused."""
        portion = self._portion(self._settings(), self._seen(now).day)
        return portion.questions + portion.cases

    def overview(self) -> ReviewOverview:
        """Return Øving as it stands, with about what the next fourteen days hold."""
        settings, seen = self._settings(), self._seen()
        waiting = self._profile.review_cards.waiting(seen.day)
        portion = self._portion(settings, seen.day, waiting)
        done = self._profile.review_log.done_on(seen.day)
        is_paused = settings.paused_on is not None
        to_come = Forecast((), 0) if is_paused else self._forecast(settings, seen.day, done, waiting.reviews)
        following = None if is_paused else self._profile.review_cards.next_day(seen.day)
        cases = self._profile.review_cards.cases(seen.day, portion.cases) if portion.cases else ()
        return ReviewOverview(
            today=seen.local,
            portion=portion,
            changed=0 if is_paused else min(waiting.changed, portion.reviews),
            cases=cases,
            left_over=0 if is_paused else waiting.reviews - portion.reviews,
            more=0 if is_paused else waiting.reviews + waiting.new - portion.questions,
            days_to_catch_up=to_come.days_to_catch_up,
            done=sum(done),
            total=self._profile.review_cards.total(),
            settings=replace(settings, paused_on=_on_the_wall(settings.paused_on, seen)),
            days=tuple(replace(load, day=_on_the_wall(load.day, seen) or load.day) for load in to_come.days),
            next_day=_on_the_wall(following, seen),
            resting=self._profile.review_cards.resting(),
        )

    def queue(self, extra: int = 0) -> tuple[ReviewCard, ...]:
        """Return the questions to put now, in order: changed ones, others met before, new ones.

        ``extra`` is how many more than the day's own she has asked for.
        """
        settings, seen = self._settings(), self._seen()
        waiting = self._profile.review_cards.waiting(seen.day)
        portion = self._portion(settings, seen.day, waiting)
        if settings.paused_on is not None:
            return ()
        more = min(waiting.reviews - portion.reviews, extra)
        more_new = min(waiting.new - portion.new, extra - more)
        reviews = self._profile.review_cards.due(seen.day, portion.reviews + more)
        return (*reviews, *self._profile.review_cards.new(seen.day, portion.new + more_new))

    def goals(self, course: Course) -> tuple[GoalProgress, ...]:
        """Return how far one is with each goal of a course that any card belongs to."""
        questions = self._profile.review_cards.goals(course.id)
        told = {one.item_id: (one.first, one.now) for one in self._profile.review_log.first_and_now(course.id)}
        goals = [goal for module in course.modules for goal in module.goals]
        return goal_progress(goals, questions, {item: pair for item, pair in told.items() if item in questions})

    def drafts(self, cards: Iterable[ReviewCard]) -> dict[tuple[str, str], str]:
        """Return what has been begun of answers to some cards' questions, by course and question."""
        found: dict[tuple[str, str], str] = {}
        for course_id in {card.course_id for card in cards}:
            kept = self._profile.drafts.of_course(course_id, DRAFTS)
            found |= {(course_id, key.removeprefix(DRAFTS)): text for key, text in kept.items()}
        return found

    # What is done ------------------------------------------------------------------------------

    def answer(self, course_id: str, question: Question, response: Response) -> Repeated:
        """Answer a question as it is now, and let it come back when it is about to be forgotten.

        Until she says whether she knew it (``judge``), a right answer counts as guessed. KeyError where there is no
        card of it; ValueError where nothing is answered, or the question has no key.
        """
        got = score(question, response)
        if is_blank(response) or got.right is None:
            raise ValueError(f"nothing is answered to {question.id}")
        card = self._card(course_id, question.id)
        seen = self._see_day()
        grade = grade_of(got.right, knew=False)
        told = Reviewed(
            course_id,
            question.id,
            seen.day,
            self._clock.now(),
            grade,
            got.right,
            card.is_new,
            None,
            response,
            card.memory,
            card.lapses,
        )
        card = replace(card, times=card.times + 1, changed=False, mark=fingerprint(question))
        with self._profile.transaction():
            kept = self._profile.review_log.add(told, question)
            self._profile.drafts.remove(course_id, DRAFTS + question.id)
            due = self._reschedule(card, kept, grade)
        feedback = feedback_for(question, response)
        changes = Changes.of(Change.REVIEW, ids=[question.id])
        wall = _on_the_wall(due, seen) or due
        return Repeated(kept.id, question.id, got, feedback, grade, (due - seen.day).days, wall, changes)

    def draft(self, course_id: str, item_id: str, text: str) -> Changes:
        """Keep what stands in an answer that is not given yet; an empty text is not kept."""
        key = DRAFTS + item_id
        if text:
            self._profile.drafts.save(Draft(course_id, key, text, self._clock.now()))
        else:
            self._profile.drafts.remove(course_id, key)
        return Changes.of(Change.DRAFTS, ids=[item_id])

    def judge(self, log_id: int, knew: bool) -> Changes:
        """Say of a right answer whether it was known or guessed. Of one that was wrong there is nothing to say.

        An answer that has been followed by another to the same question stands as it is.
        """
        told = self._profile.review_log.get(log_id)
        if told is None:
            raise KeyError(log_id)
        later = self._profile.review_log.of_item(told.course_id, told.item_id)
        if not told.right or later[-1].id != log_id:
            return NOTHING
        grade = grade_of(told.right, knew)
        with self._profile.transaction():
            self._profile.review_log.regrade(log_id, grade, knew)
            self._reschedule(self._card(told.course_id, told.item_id), told, grade)
        return Changes.of(Change.REVIEW, ids=[told.item_id])

    def put_off_case(self, course_id: str, case_id: str) -> Changes:
        """Let a case wait a week more."""
        card, seen = self._card(course_id, case_id), self._see_day()
        self._profile.review_cards.save([replace(card, due=day_after(seen.day, CASE_PUT_OFF_DAYS))])
        return Changes.of(Change.REVIEW, ids=[case_id])

    def set_up(self, new_a_day: int, reviews_a_day: int, *, cases: bool) -> Changes:
        """Say how much is put a day at most, and whether cases come back too."""
        before = self._settings()
        after = replace(before, new_a_day=new_a_day, reviews_a_day=reviews_a_day, cases=cases).within_bounds()
        self._profile.review_setup.save_settings(after)
        return Changes.of(Change.REVIEW)

    def pause(self) -> Changes:
        """Let nothing come back until ``resume``. A second time changes nothing."""
        settings = self._settings()
        if settings.paused_on is None:
            self._profile.review_setup.save_settings(replace(settings, paused_on=self._see_day().day))
        return Changes.of(Change.REVIEW)

    def resume(self) -> Changes:
        """Go on as if the days of the pause had not been: nothing has piled up meanwhile."""
        settings = self._settings()
        with self._profile.transaction():
            if settings.paused_on is not None:
                today = self._see_day().day
                self._profile.review_cards.put_off((today - settings.paused_on).days)
                self._profile.review_cards.make_ready(today)
                self._profile.review_setup.save_settings(replace(settings, paused_on=None))
        return Changes.of(Change.REVIEW)

    # The courses -------------------------------------------------------------------------------

    def ready(self, opened: PractisedCourse) -> Ready | None:
        """Return what of a course may be repeated; None where its cards are as they should be."""
        return ready(self._profile, opened)

    def take_in(self, found: Ready, now: tuple[Candidate, ...]) -> TakenIn:
        """Make the cards of a course what it is now (``services.review_intake.candidates``)."""
        seen = self._see_day()
        return take_in(self._profile, found, now, seen.day, seen.local, self._zone)

    def keep_to(self, course_ids: frozenset[str]) -> Changes:
        """Let the cards of all courses but these rest: the others are not on this machine now."""
        awake = {course for course, rests in self._profile.review_cards.courses().items() if not rests}
        gone = sorted(awake - course_ids)
        if not gone:
            return NOTHING
        with self._profile.transaction():
            self._profile.review_cards.rest(gone)
            self._profile.review_setup.forget_taken_in(gone)
        return Changes.of(Change.REVIEW, ids=gone)

    def see_day(self) -> None:
        """Take note of the day, so that days go on one by one also where the clock is set back."""
        self._see_day()

    # Inside ------------------------------------------------------------------------------------

    def _settings(self) -> ReviewSettings:
        return self._profile.review_setup.settings()

    def _seen(self, now: datetime | None = None) -> SeenDay:
        return day_seen(local_day(now or self._clock.now(), self._zone), self._profile.review_setup.seen())

    def _see_day(self) -> SeenDay:
        before, seen = self._profile.review_setup.seen(), self._seen()
        if seen != before:
            with self._profile.transaction():
                self._profile.review_setup.save_seen(seen)
                if before is not None and before.day >= LAST_DAY > seen.day:
                    self._profile.review_cards.bring_back(LAST_DAY, seen.day)
        return seen

    def _card(self, course_id: str, item_id: str) -> ReviewCard:
        card = self._profile.review_cards.get(course_id, item_id)
        if card is None:
            raise KeyError(item_id)
        return card

    def _portion(self, settings: ReviewSettings, day: date, waiting: Waiting | None = None) -> Portion:
        """Return what is left of a day. New questions wait while there are more of the others than a day takes."""
        if settings.paused_on is not None:
            return Portion()
        waiting = waiting or self._profile.review_cards.waiting(day)
        done, introduced = self._profile.review_log.done_on(day)
        reviews = min(waiting.reviews, max(settings.reviews_a_day - done, 0))
        new = 0 if waiting.reviews > reviews else min(waiting.new, max(settings.new_a_day - introduced, 0))
        has_case = settings.cases and waiting.cases and not self._profile.review_log.cases_on(day)
        return Portion(reviews, new, 1 if has_case else 0)

    def _reschedule(self, card: ReviewCard, told: Reviewed, grade: Grade) -> date:
        after = schedule(told.before, grade, told.day, card.course_id, card.item_id, card.times)
        lapses = told.lapses_before + (grade is Grade.AGAIN and not told.was_new)
        self._profile.review_cards.save([replace(card, memory=after.memory, due=after.due, lapses=lapses)])
        return after.due

    def _forecast(self, settings: ReviewSettings, day: date, done: tuple[int, int], due: int) -> Forecast:
        until = day_after(day, FORECAST_DAYS - 1)
        most = settings.reviews_a_day * FORECAST_DAYS
        cards = self._profile.review_cards
        waiting = cards.memories(until, most)
        beyond = due - sum(back <= day for back, _memory in waiting)
        right = share_right(*self._profile.review_log.right_of_late())
        fresh = cards.new_ready(until)
        return forecast(waiting, fresh, settings, day, _repeat, done=done, right=right, beyond=max(beyond, 0))


def shown_parts(card: ReviewCard, question: Question) -> tuple[str, ...]:
    """Return the order a question's parts are shown in: another each time, and the same until it is answered."""
    return shown_order(question, attempt_seed(card.course_id, question.id, "review", card.times), shuffle=True)


def _repeat(memory: Memory | None, grade: Grade, day: date) -> tuple[Memory, date]:
    after = schedule(memory, grade, day)
    return after.memory, after.due


def _on_the_wall(day: date | None, seen: SeenDay) -> date | None:
    """Return the day the calendar on the wall shows on a day of Øving."""
    return None if day is None else day_after(seen.local, (day - seen.day).days)
