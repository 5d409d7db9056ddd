"""What a profile holds for people to read: read from its file, course by course."""

from __future__ import annotations

from datetime import date
from typing import cast

from kursapp.domain.case import Case
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.own_things import (
    AnsweredQuestion,
    CaseTaken,
    EvaluatedItem,
    FilledItem,
    OwnCourse,
    OwnThings,
)
from kursapp.domain.question import Question
from kursapp.domain.record import Profile
from kursapp.storage.participant.profile_file import ProfileFile


def own_things(file: ProfileFile, profile: Profile, today: date, language: str) -> OwnThings:
    """Read what is to be read by people, course by course, whether the courses are on the machine or not."""
    titles = {each.course_id: each.title for each in file.enrolments.all()}
    found = {*file.fields.courses(), *(step.course_id for step in file.plan_steps.all())}
    found |= {note.course_id for note in (*file.notes.all(), *file.notes.removed())}
    others = found - titles.keys()
    courses = tuple(_course(file, each, titles.get(each, each)) for each in [*titles, *sorted(others)])
    return OwnThings(profile.name, today, language, courses)


def _course(file: ProfileFile, course_id: str, title: str) -> OwnCourse:
    return OwnCourse(
        course_id,
        title,
        _answers(file, course_id),
        _cases(file, course_id),
        _fields(file, course_id),
        _evaluations(file, course_id),
        file.plan_steps.of_course(course_id),
        tuple(value for value in file.drafts.of_course(course_id).values() if value.strip()),
        tuple(note for note in (*file.notes.all(), *file.notes.removed()) if note.course_id == course_id),
    )


def _answers(file: ProfileFile, course_id: str) -> tuple[AnsweredQuestion, ...]:
    answers = sorted(file.answers.of_course(course_id), key=lambda each: each.answered_at)
    asked = file.asked.many(each.asked for each in answers)
    attempts = {each.id: each.number for each in file.attempts.of_course(course_id)}
    return tuple(
        AnsweredQuestion(each, cast("Question | None", asked.get(each.asked)), attempts.get(each.attempt_id or 0, 0))
        for each in answers
    )


def _cases(file: ProfileFile, course_id: str) -> tuple[CaseTaken, ...]:
    runs = file.cases.of_course(course_id)
    asked = file.asked.many(each.asked for each in runs)
    return tuple(CaseTaken(each, cast("Case | None", asked.get(each.asked))) for each in runs)


def _fields(file: ProfileFile, course_id: str) -> tuple[FilledItem, ...]:
    fields = file.fields.of_course(course_id)
    asked = file.asked.many(each.asked for each in fields if each.asked)
    parts: dict[str, dict[str, str]] = {}
    item_of: dict[str, str] = {}
    for each in fields:
        parts.setdefault(each.item_id, {})[each.part] = each.value
        item_of[each.item_id] = each.asked or item_of.get(each.item_id, "")
    return tuple(FilledItem(item_id, asked.get(item_of[item_id]), held) for item_id, held in parts.items())


def _evaluations(file: ProfileFile, course_id: str) -> tuple[EvaluatedItem, ...]:
    found = []
    for form_id in sorted(file.evaluations.begun(course_id)):
        kept = file.evaluations.of_form(course_id, form_id)
        asked = file.asked.many(each.asked for each in kept.values())
        together: dict[str, dict[str, EvaluationAnswer]] = {}
        for answer_id, each in kept.items():
            together.setdefault(each.asked or answer_id, {})[answer_id] = each.answer
        for fingerprint, answers in together.items():
            item = cast("EvaluationItem | None", asked.get(fingerprint))
            item_id = item.id if item is not None else next(iter(answers))
            found.append(EvaluatedItem(form_id, item_id, item, answers))
    return tuple(found)
