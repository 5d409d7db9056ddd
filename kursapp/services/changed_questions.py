"""The questions that are others than when they were answered: what a participant may want to answer once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kursapp.domain.course import Course
from kursapp.domain.question import Question
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint


class CourseNow(Protocol):
    """The version of a course that is taken now (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course: ...

    def question(self, question_id: str) -> Question | None:
        """Return a question as it is now; None where there is none of this id."""
        ...


@dataclass(frozen=True, slots=True)
class ChangedQuestion:
    """A question whose newest answer at practice is to an earlier wording or key."""

    id: str
    title: str


def changed_questions(profile: ProfileFile, now: CourseNow) -> tuple[ChangedQuestion, ...]:
    """Return the practice questions that have changed since they were answered, in the order they were answered.

    One that is answered anew is none any more; one the course no longer has is left out.
    """
    course = now.course
    newest = profile.answers.last(course.id, profile.answers.answered(course.id))
    found: list[ChangedQuestion] = []
    for answer in sorted(newest.values(), key=lambda each: each.id):
        # What was answered in this version is answered as it is.
        question = now.question(answer.question_id) if answer.course_version != course.version else None
        if question is not None and fingerprint(question) != answer.asked:
            found.append(ChangedQuestion(question.id, question.title))
    return tuple(found)
