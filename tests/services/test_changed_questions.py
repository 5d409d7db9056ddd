"""The questions that have changed since they were answered: offered once more, until they are answered anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kursapp.domain.course import Course
from kursapp.domain.question import Question
from kursapp.domain.response import Chosen
from kursapp.services.changed_questions import ChangedQuestion


@dataclass
class Now:
    """A version of the course with some questions in it."""

    course: Course
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question | None:
        return next((each for each in self.questions if each.id == question_id), None)


def changed(world, *questions: Question) -> tuple[ChangedQuestion, ...]:
    return world.participant.changed_questions(Now(world.opened.course, questions))


def test_a_changed_question_is_offered_until_it_is_answered_anew(world) -> None:
    """By its new words; what is unchanged, only moved, or gone is not."""
    other = world.single("q-annen")
    for question in (world.practice, other):
        world.desk.take.answer(question, Chosen((f"{question.id}-a",)))
    world.use_version("2.0.0")
    moved = replace(other, place=replace(other.place, first=99))
    new = replace(world.practice, title="Nye ord")
    assert changed(world, new, moved) == (ChangedQuestion("q-frist", "Nye ord"),)
    assert changed(world, moved) == ()
    world.desk.take.answer(new, Chosen(("q-frist-a",)))
    assert changed(world, new, moved) == ()
