"""What was answered on evaluation forms, and kept on this machine."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import (
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Stand,
    Written,
)
from kursapp.domain.own_things import EvaluatedItem, OwnCourse
from kursapp.export.mine.lines import heading, listed, meta, quoted
from kursapp.texts.phrases import Phrases


def evaluations_of(course: OwnCourse, say: Phrases) -> Iterator[str]:
    """Yield the answers to each item, form by form."""
    form = ""
    for each in course.evaluations:
        if each.form_id != form:
            form = each.form_id
            yield from heading(3, say("form", form=form))
        yield from heading(4, each.item.title if each.item is not None else each.item_id)
        yield from _answers(each, say)


def _answers(each: EvaluatedItem, say: Phrases) -> Iterator[str]:
    item = each.item
    statements = {one.id: one.text.plain for one in item.statements} if item is not None else {}
    for answer_id, answer in each.answers.items():
        if statements.get(answer_id):
            yield from meta(statements[answer_id])
        if isinstance(answer, Written) and (item is None or item.item is EvaluationKind.TEXT):
            yield from quoted(answer.text)
        else:
            yield from listed(_rows(item, answer, say), numbered=isinstance(answer, Ranked))


def _rows(item: EvaluationItem | None, answer: EvaluationAnswer, say: Phrases) -> list[str]:
    options = {one.id: one.text.plain for one in item.options} if item is not None else {}
    match answer:
        case Rated(step):
            return [_stand(item, step)]
        case RatedTwice(before, now):
            halves = (("before", before), ("now", now))
            return [say(key, stand=_stand(item, stand)) for key, stand in halves if stand is not None]
        case Picked(picked, other):
            return [*(options.get(each, each) for each in picked), *([other] if other else [])]
        case Ranked(ranked):
            return [options.get(each, each) for each in ranked]
        case Written(text):
            return [text]
    return []


def _stand(item: EvaluationItem | None, stand: Stand) -> str:
    if item is None:
        return str(stand)
    if not isinstance(stand, int):
        return item.apart
    return item.steps[stand - 1] if 0 < stand <= len(item.steps) else str(stand)
