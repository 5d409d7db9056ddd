"""An evaluation form as it is filled in: its themes one page each, what is missing, and what its answers show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kursapp.domain.course import Block, Page
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, Statement
from kursapp.domain.evaluation_answer import EvaluationAnswer, Rated, RatedTwice, Stand, fits, is_given
from kursapp.domain.page_items import questions_of
from kursapp.domain.question import Question
from kursapp.domain.scoring import Score

Answers = Mapping[str, EvaluationAnswer]


@dataclass(frozen=True, slots=True)
class ThemePage:
    """The blocks of one theme, in the author's order: what is shown at a time. ``title`` may be empty."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row answered for "before the course" and for "now".

    ``change`` is in steps, and more is better, also where the row is reversed; None unless both are steps.
    """

    statement: Statement
    before: Stand | None
    now: Stand | None
    change: int | None


@dataclass(frozen=True, slots=True)
class KnowledgeGap:
    """How sure a person said to be of something, and what the questions that measure it showed, both from 0 to 1.

    ``rated`` is None where the row has no step as answer, ``known`` until one of its questions has been answered.
    """

    statement: Statement
    rated: float | None
    known: float | None
    questions: tuple[str, ...]


def items_of(page: Page) -> tuple[EvaluationItem, ...]:
    """Return the items of a form in order."""
    return tuple(block for block in page.blocks if isinstance(block, EvaluationItem))


def item_for(page: Page, answer_id: str) -> EvaluationItem:
    """Return the item an answer is kept under; KeyError where the form has none."""
    for item in items_of(page):
        if answer_id in item.answer_ids():
            return item
    raise KeyError(answer_id)


def themes_of(page: Page) -> tuple[ThemePage, ...]:
    """Part a form into its themes, in the order each is first met.

    Text belongs to the item it stands before, or after the last one to that; a question to its own theme.
    """
    themes: dict[str, list[Block]] = {}
    waiting: list[Block] = []
    last = ""
    for block in page.blocks:
        waiting.append(block)
        if isinstance(block, EvaluationItem | Question):
            last = block.theme if isinstance(block, EvaluationItem) else block.settings.theme or last
            themes.setdefault(last, []).extend(waiting)
            waiting = []
    if waiting:
        themes.setdefault(last, []).extend(waiting)
    return tuple(ThemePage(title, tuple(blocks)) for title, blocks in themes.items())


def valid_answers(page: Page, answers: Answers) -> dict[str, EvaluationAnswer]:
    """Return the answers that the form as it is now can have: one to an item that has changed its shape is left out."""
    found = {}
    for item in items_of(page):
        for answer_id in item.answer_ids():
            answer = answers.get(answer_id)
            if answer is not None and fits(item, answer):
                found[answer_id] = answer
    return found


def missing_items(page: Page, answers: Answers) -> tuple[str, ...]:
    """Return the ids of items that must be answered (``må: ja``) and are not, or not in every row."""
    return tuple(item.id for item in items_of(page) if item.required and not _is_whole(item, answers))


def count_given(page: Page, answers: Answers) -> tuple[int, int]:
    """Count the rows and items that are answered, and all there are."""
    outcomes = [is_given(item, answers.get(answer_id)) for item in items_of(page) for answer_id in item.answer_ids()]
    return sum(outcomes), len(outcomes)


def pairs_of(page: Page, answers: Answers) -> tuple[Pair, ...]:
    """Return the rows answered twice, in order, with how far each has moved."""
    found = []
    for item in items_of(page):
        if item.item is EvaluationKind.BEFORE_NOW:
            for statement in item.statements:
                answer = answers.get(statement.id)
                twice = answer if isinstance(answer, RatedTwice) else RatedTwice()
                found.append(Pair(statement, twice.before, twice.now, _change(statement, twice)))
    return tuple(found)


def gaps_of(page: Page, answers: Answers, scores: Mapping[str, Score]) -> tuple[KnowledgeGap, ...]:
    """Hold each measured row up against its knowledge questions; ``scores`` by question id."""
    measuring: dict[str, list[Question]] = {}
    for question in questions_of(page):
        if question.settings.measures:
            measuring.setdefault(question.settings.measures, []).append(question)
    return tuple(
        KnowledgeGap(
            statement,
            _rated(item, statement, answers.get(statement.id)),
            _known(measuring[statement.id], scores),
            tuple(question.id for question in measuring[statement.id]),
        )
        for item, statement in _rows(page)
        if statement.id in measuring
    )


def _is_whole(item: EvaluationItem, answers: Answers) -> bool:
    return all(is_given(item, answers.get(answer_id)) for answer_id in item.answer_ids())


def _rows(page: Page) -> Iterator[tuple[EvaluationItem, Statement]]:
    for item in items_of(page):
        for statement in item.statements:
            yield item, statement


def _change(statement: Statement, twice: RatedTwice) -> int | None:
    if not isinstance(twice.before, int) or not isinstance(twice.now, int):
        return None
    change = twice.now - twice.before
    return -change if statement.reversed else change


def _rated(item: EvaluationItem, statement: Statement, answer: EvaluationAnswer | None) -> float | None:
    """Return where on its scale a self-rating stands, 0 to 1; of a pair, the "now"."""
    stand = answer.step if isinstance(answer, Rated) else answer.now if isinstance(answer, RatedTwice) else None
    if not isinstance(stand, int) or len(item.steps) < 2:
        return None
    share = (stand - 1) / (len(item.steps) - 1)
    return 1 - share if statement.reversed else share


def _known(questions: list[Question], scores: Mapping[str, Score]) -> float | None:
    given = [scores[question.id] for question in questions if question.id in scores and scores[question.id].maximum]
    if not given:
        return None
    return sum(score.points for score in given) / sum(score.maximum for score in given)
