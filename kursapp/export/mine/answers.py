"""Answers with their questions as they stood, cases with the choices made, and answers that were only begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kursapp.domain.days import local_day
from kursapp.domain.own_things import AnsweredQuestion, CaseTaken, OwnCourse
from kursapp.domain.question import (
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
)
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.export.mine.lines import heading, listed, meta, quoted
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases


def answers_of(course: OwnCourse, say: Phrases, language: str) -> Iterator[str]:
    """Yield what was answered in one course, in the order it was answered."""
    for each in course.answers:
        yield from _answer(each, say, language)
    for taken in course.cases:
        yield from _case(taken, say, language)
    if course.drafts:
        yield from heading(3, say("draft"))
        for draft in course.drafts:
            yield from quoted(draft)


def _answer(each: AnsweredQuestion, say: Phrases, language: str) -> Iterator[str]:
    answer, question = each.answer, each.question
    yield from heading(3, question.title if question is not None else answer.question_id)
    if question is not None and question.stem.plain:
        yield from quoted(question.stem.plain)
    told = [_when(answer.answered_at, language)]
    if each.attempt:
        told.append(say("attempt", number=each.attempt))
    if answer.right is not None:
        told.append(say("right" if answer.right else "wrong"))
        points = (amounts.number(value, language, 1).removesuffix(",0") for value in (answer.points, answer.maximum))
        told.append(say("points", points=next(points), maximum=next(points)))
    if question is None:
        told.append(say("gone"))
    yield from meta(*told)
    yield from listed(_rows(question, answer.response), numbered=isinstance(answer.response, Ordered))


def _rows(question: Question | None, response: Response) -> list[str]:
    names = _names(question)
    match response:
        case Chosen(options):
            return [names.get(option, option) for option in options]
        case Ordered(items):
            return [names.get(item, item) for item in items]
        case Matched(pairs):
            return [f"{names.get(left, left)} – {names.get(right, right)}" for left, right in pairs]
        case Typed(texts):
            return list(texts)
        case Filled(gaps):
            return [f"{names.get(gap, gap)}: {text}" for gap, text in gaps]
    return []


def _names(question: Question | None) -> dict[str, str]:
    """Return the words of a question's parts by their ids; gaps are called by their number."""
    if isinstance(question, ChoiceQuestion):
        return {option.id: option.text.plain for option in question.options}
    if isinstance(question, OrderQuestion):
        return {item.id: item.text.plain for item in question.items}
    if isinstance(question, MatchQuestion):
        lefts = {part.id: part.text.plain for part in question.lefts}
        return {**lefts, **{part.id: part.text.plain for part in question.rights}}
    if isinstance(question, GapQuestion):
        return {gap.id: f"({number})" for number, gap in enumerate(question.gaps, 1)}
    return {}


def _case(taken: CaseTaken, say: Phrases, language: str) -> Iterator[str]:
    run, case = taken.run, taken.case
    yield from heading(3, say("case", title=case.title if case is not None else run.case_id))
    yield from meta(_when(run.started_at, language), say("run", number=run.number))
    scenes = {scene.id: scene for scene in case.scenes} if case is not None else {}
    rows = []
    for step in run.steps:
        scene = scenes.get(step.scene_id)
        choices = {choice.id: choice.text.plain for choice in scene.choices} if scene is not None else {}
        where = scene.title if scene is not None else step.scene_id
        rows.append(f"{where}: {choices.get(step.choice_id, step.choice_id)}")
    yield from listed(rows, numbered=True)


def _when(moment: datetime, language: str) -> str:
    return amounts.day(local_day(moment), language)
