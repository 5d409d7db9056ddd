"""Øving with twenty thousand cards: how long it takes from the door to the queue."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.figure import Figure
from benchmarks.measure import best
from benchmarks.scale import of
from kursapp.domain.course import Course, Place, Rich
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option
from kursapp.domain.response import Chosen
from kursapp.domain.review import CardKind, Grade, Memory, ReviewCard, Reviewed
from kursapp.services.review import Review
from kursapp.storage.participant.profile_file import ProfileFile, open_profile

CARDS, ANSWERS, COURSES = of(20_000, 1_000), of(60_000, 2_000), 10
OPENS = 100.0
ANSWERED = 20.0
NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)


class Then:
    """A clock that shows one time."""

    def now(self) -> datetime:
        """Return it."""
        return NOW


def fill(profile: ProfileFile, amount: int = CARDS, answers: int = ANSWERS) -> None:
    """Put in cards of half a year: most of them met, a tenth of them waiting."""
    chance = Random(6)
    today = NOW.date()
    cards = []
    for number in range(amount):
        course, name = f"kurs-{number % COURSES}", f"q{number:05}"
        place = (course, name, CardKind.QUESTION, f"økt-{number % 60}", f"side-{number % 300}", f"{number:032x}")
        if number % 20 == 0:
            cards.append(ReviewCard(*place, today, goals=("m1",), rank=number))
            continue
        stability = chance.uniform(1, 200)
        last = today - timedelta(days=chance.randint(1, 120))
        due = today + timedelta(days=chance.randint(-10, 90))
        memory = Memory(stability, chance.uniform(1, 10), last)
        cards.append(ReviewCard(*place, due, goals=("m1",), rank=number, memory=memory, times=3))
    profile.review_cards.save(cards)
    with profile.transaction():
        for number in range(answers):
            day = today - timedelta(days=1 + number % 180)
            at = NOW - timedelta(days=1 + number % 180)
            card = cards[number % amount]
            told = (card.course_id, card.item_id, day, at, Grade.GOOD, number % 7 > 0, number < amount)
            profile.review_log.add(Reviewed(*told, response=Chosen(("a",))))


def question(name: str) -> ChoiceQuestion:
    """Make the question of a card."""
    place = Place("kurs.md", 1, 1)
    return ChoiceQuestion(
        name, name, place, ChoiceKind.SINGLE, (Option("a", _rich(), right=True), Option("b", _rich()))
    )


def measure() -> list[Figure]:
    """Open the queue and the overview, answer, and tell the goals of one course."""
    with tempfile.TemporaryDirectory() as folder:
        profile = open_profile(Path(folder) / "profil.db", create=True)
        try:
            fill(profile)
            return _measured(Review(profile, Then()))
        finally:
            profile.close()


def _measured(review: Review) -> list[Figure]:
    def opens() -> None:
        review.overview()
        review.queue()

    def counts() -> None:
        review.due_count()

    def goals() -> None:
        review.goals(Course("kurs-1", "1", "Kurs", ()))

    def answers() -> None:
        card = next(queue)
        review.judge(review.answer(card.course_id, question(card.item_id), Chosen(("a",))).log, knew=True)

    review.set_up(5, 100, cases=True)
    queue = iter(review.queue())
    review.set_up(5, 15, cases=True)
    note = f"{CARDS} cards, {ANSWERS} answers"
    return [
        Figure("review: the queue and the overview open", 1000 * best(opens), "ms", OPENS, note),
        Figure("review: the number in the sidebar", 1000 * best(counts), "ms", OPENS, note),
        Figure("review: an answer and its word are kept", 1000 * best(answers), "ms", ANSWERED, note),
        Figure("review: the goals of a course", 1000 * best(goals), "ms", None, f"of {CARDS // COURSES} cards"),
    ]


def _rich() -> Rich:
    return Rich("<p>svar</p>", "svar")
