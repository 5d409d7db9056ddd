"""What a participant saves, one act after another, each known by its number alone: what it was can be asked later.

A run has a name, and a course of its own in the profile. Act number 17 of the run ``3fa9c1d2`` is the same act with the
same words whoever asks, so that ``3fa9c1d2-17`` is all a receipt has to say.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from kursapp.domain.annotation import Anchor
from kursapp.domain.evaluation_answer import Written
from kursapp.domain.page_items import questions_of
from kursapp.domain.plan import NewStep
from kursapp.domain.record import Attempt, Position
from kursapp.domain.response import Response, Typed
from kursapp.services.annotate import NotedPage
from kursapp.services.participant import CourseDesk, Participant
from kursapp.services.review_intake import candidates
from tests.faults.course import (
    CASE,
    COMMENTS,
    FIELDS,
    FORM,
    LONG,
    PRACTICE,
    QUIZ,
    READING,
    REFLECTIONS,
    WORKBOOK,
    FaultsCourse,
)

WORDS = ("melding", "frist", "tilsyn", "barnet", "vedtak", "møte", "natt", "skole", "uro", "ring", "æøå", "«sitat»")
LONGEST = 900
"""Words of the longest text: more than a page of the database holds, so that it goes on in others."""

BEGUN, HANDED_IN = "begynt", "levert"
"""What stands in an attempt at the quiz beside its answers."""

Found = Mapping[str, Set[str]]
"""What stands in a profile, by the place it stands in."""


class Hand:
    """One participant at one run's course, doing acts."""

    def __init__(self, participant: Participant, run: str) -> None:
        self.run = run
        self.participant = participant
        self.opened = FaultsCourse.called(f"kurs-{run}")
        self.course_id = self.opened.course.id
        self.desk: CourseDesk = participant.on(self.opened)

    def begin(self) -> None:
        """Begin the course, and read its text to the end, so that Øving has something to ask."""
        self.desk.take.enrol()
        self.desk.take.read_page(READING.id)
        review = self.participant.review
        ready = review.ready(self.opened)
        if ready is not None:
            review.take_in(ready, candidates(self.opened, ready))


@dataclass(frozen=True)
class Act:
    """One thing saved: the place it stands in, what then stands there, and whether it takes the place of what stood."""

    number: int
    place: str
    value: str
    takes_place: bool
    do: Callable[[Hand], object]


def act(run: str, number: int) -> Act:
    """Return one act of a run, by its number from 1."""
    lap, place = divmod(number - 1, len(_LAP))
    return _LAP[place](run, number, lap)


def found_in(hand: Hand) -> Found:
    """Return what stands in the profile of a run's course, read as the program reads it."""
    profile, course_id, desk = hand.participant.profile, hand.course_id, hand.desk
    found: dict[str, set[str]] = defaultdict(set)
    found["svar"] = {_typed(answer.response) for answer in profile.answers.of_question(course_id, PRACTICE.id)}
    for attempt in profile.attempts.on_page(course_id, QUIZ.id):
        answers = profile.answers.in_attempt(attempt.id)
        found[_quiz(attempt.number)] = {f"{name}: {_typed(answer.response)}" for name, answer in answers.items()}
        found[_quiz(attempt.number)] |= {BEGUN} if attempt.submitted_at is None else {BEGUN, HANDED_IN}
    for name, text in desk.fill.reflections(REFLECTIONS).items():
        found[name].add(text)
    for row in desk.fill.state(WORKBOOK).rows:
        found[row.id].add(row.texts.get("fare", ""))
    for name, text in desk.take.drafts(LONG).items():
        found[name].add(text)
    for item, kept in profile.evaluations.of_form(course_id, FORM.id).items():
        found[item].add(kept.answer.text if isinstance(kept.answer, Written) else "")
    found["notat"] = {note.words for note in hand.participant.notes.of_page(course_id, READING.id)}
    found["plan"] = {step.text for step in hand.participant.plan.steps(course_id)}
    found["øving"] = {
        _typed(one.response) for one in profile.review_log.of_item(course_id, PRACTICE.id) if one.response
    }
    found["case"] = {f"valg {number}" for number, _ in enumerate(desk.case.state(CASE).path.taken, start=1)}
    place = desk.take.place()
    found["sted"] = {str(place.position.block)} if place else set()
    return found


def words(run: str, number: int) -> str:
    """Return what is written in an act: most often a sentence, now and then pages."""
    chance = random.Random(f"{run}-{number}")
    length = chance.randrange(LONGEST) if chance.random() < 0.1 else chance.randrange(3, 40)
    return f"{number}: {' '.join(chance.choices(WORDS, k=length))}"


def number_of(value: str) -> int:
    """Return the number of the act that wrote a value that takes the place of another; 0 where none did."""
    number = value.partition(":")[0]
    return int(number) if number.isdecimal() else 0


def _answer(run: str, number: int, _lap: int) -> Act:
    text = words(run, number)
    return Act(number, "svar", text, False, lambda hand: hand.desk.take.answer(PRACTICE, Typed((text,))))


def _reflect(run: str, number: int, lap: int) -> Act:
    text, item = words(run, number), REFLECTIONS[lap % FIELDS]
    return Act(number, item.id, text, True, lambda hand: hand.desk.fill.reflect(item, text))


def _cell(run: str, number: int, lap: int) -> Act:
    text, row = words(run, number), f"r{lap % FIELDS}"
    return Act(number, row, text, True, lambda hand: hand.desk.fill.fill(WORKBOOK, row, "fare", text))


def _draft(run: str, number: int, lap: int) -> Act:
    text, item = words(run, number), LONG[lap % FIELDS].id
    return Act(number, item, text, True, lambda hand: hand.desk.take.draft(item, text))


def _comment(run: str, number: int, lap: int) -> Act:
    text, item = words(run, number), COMMENTS[lap % FIELDS].id
    return Act(number, item, text, True, lambda hand: hand.desk.evaluate.answer(FORM, item, Written(text)))


def _note(run: str, number: int, _lap: int) -> Act:
    text = words(run, number)

    def do(hand: Hand) -> object:
        page = NotedPage(hand.course_id, "okt-lesing", READING.id, READING.title)
        return hand.participant.notes.note(page, text, Anchor.of("En melding kommer til KS.", 3, 10))

    return Act(number, "notat", text, False, do)


def _step(run: str, number: int, _lap: int) -> Act:
    text = words(run, number)
    return Act(number, "plan", text, False, lambda hand: hand.participant.plan.add(hand.course_id, NewStep(text)))


def _repeat(run: str, number: int, _lap: int) -> Act:
    text = words(run, number)
    return Act(
        number,
        "øving",
        text,
        False,
        lambda hand: hand.participant.review.answer(hand.course_id, PRACTICE, Typed((text,))),
    )


def _choose(_run: str, number: int, lap: int) -> Act:
    choice = ("vent", "tilbake")[lap % 2]

    def do(hand: Hand) -> None:
        # What was refused may have been saved all the same: nobody can know until the file is opened anew.
        if len(hand.desk.case.state(CASE).path.taken) == lap:
            hand.desk.case.choose(CASE, choice)

    return Act(number, "case", f"valg {lap + 1}", False, do)


def _stand(_run: str, number: int, _lap: int) -> Act:
    position = Position(block=number)
    return Act(
        number,
        "sted",
        str(number),
        True,
        lambda hand: hand.desk.take.remember_place("okt-lesing", READING.id, position),
    )


def _begin(_run: str, number: int, lap: int) -> Act:
    return Act(number, _quiz(lap + 1), BEGUN, False, lambda hand: hand.desk.quiz.start(QUIZ))


def _first(run: str, number: int, lap: int) -> Act:
    return _in_quiz(run, number, lap, questions_of(QUIZ)[0].id)


def _second(run: str, number: int, lap: int) -> Act:
    return _in_quiz(run, number, lap, questions_of(QUIZ)[1].id)


def _in_quiz(run: str, number: int, lap: int, question: str) -> Act:
    text = words(run, number)

    def do(hand: Hand) -> object:
        return hand.desk.quiz.answer(QUIZ, _attempt(hand, lap).id, question, Typed((text,)))

    return Act(number, _quiz(lap + 1), f"{question}: {text}", False, do)


def _hand_in(_run: str, number: int, lap: int) -> Act:
    def do(hand: Hand) -> None:
        attempt = _attempt(hand, lap)
        if attempt.submitted_at is None:
            hand.desk.quiz.submit(QUIZ, attempt.id)

    return Act(number, _quiz(lap + 1), HANDED_IN, False, do)


def _quiz(attempt: int) -> str:
    return f"quiz {attempt}"


def _attempt(hand: Hand, lap: int) -> Attempt:
    attempts = hand.participant.profile.attempts.on_page(hand.course_id, QUIZ.id)
    return next(attempt for attempt in attempts if attempt.number == lap + 1)


def _typed(response: Response) -> str:
    return response.texts[0] if isinstance(response, Typed) else ""


_LAP: tuple[Callable[[str, int, int], Act], ...] = (
    _answer,
    _reflect,
    _note,
    _begin,
    _cell,
    _step,
    _first,
    _draft,
    _repeat,
    _second,
    _choose,
    _comment,
    _hand_in,
    _stand,
)
