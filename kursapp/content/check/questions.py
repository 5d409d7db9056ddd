"""Findings about how questions are made: missing feedback, and keys that can be guessed without knowing the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kursapp.domain.course import Page, PageKind, Session
from kursapp.domain.page_items import blocks_of
from kursapp.domain.problem import Problem, Severity, problem
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option

ENOUGH_TO_SEE_A_HABIT = 4
"""Fewer single-choice questions than this show no habit: three of three the same way happens by chance."""

ALL_OF_THE_ABOVE = re.compile(
    r"^(alle|ingen|begge|all|none|both)\b.{0,12}\b(over|ovenfor|ovanfor|ovenstående|ovanståande|above)\b",
    re.IGNORECASE,
)


def check_questions(session: Session) -> Iterator[Problem]:
    """Yield what a session's choice questions lack or give away."""
    chosen = [(page, block) for page in session.pages for block in blocks_of(page) if isinstance(block, ChoiceQuestion)]
    for page, question in chosen:
        if page.kind is not PageKind.EVALUATION:
            yield from _wrong_options_without_feedback(question)
        yield from _all_of_the_above(question, page)
    single = [question for _, question in chosen if _shows_a_habit(question)]
    if len(single) >= ENOUGH_TO_SEE_A_HABIT:
        yield from _longest_is_right(single)
        yield from _same_place(single)


def _shows_a_habit(question: ChoiceQuestion) -> bool:
    return question.choice is ChoiceKind.SINGLE and len(question.options) >= 3


def _wrong_options_without_feedback(question: ChoiceQuestion) -> Iterator[Problem]:
    """A dilemma has no wrong options; what is said on "wrong" answers as a whole serves every option."""
    if question.choice is ChoiceKind.DILEMMA or question.feedback.wrong:
        return
    two_sided = question.choice is ChoiceKind.TRUE_FALSE and question.feedback.explanation
    for option in question.options:
        if not option.right and not option.feedback and not two_sided:
            yield problem(
                "no-wrong-feedback",
                question.place.file,
                question.place.first,
                severity=Severity.WARNING,
                title=question.title,
                option=option.text.plain,
            )


def _all_of_the_above(question: ChoiceQuestion, page: Page) -> Iterator[Problem]:
    shuffled = question.settings.shuffle
    if shuffled is None:
        shuffled = page.quiz is not None and page.quiz.shuffle
    for option in question.options:
        if shuffled and not option.fixed and ALL_OF_THE_ABOVE.match(option.text.plain):
            yield problem(
                "all-above-shuffled",
                question.place.file,
                question.place.first,
                severity=Severity.WARNING,
                fixable=True,
                title=question.title,
                option=option.text.plain,
            )


def _right(question: ChoiceQuestion) -> Option:
    return next(option for option in question.options if option.right)


def _longest_is_right(questions: Sequence[ChoiceQuestion]) -> Iterator[Problem]:
    if all(_right_is_longest(question) for question in questions):
        yield _habit("longest-is-right", questions)


def _right_is_longest(question: ChoiceQuestion) -> bool:
    right = len(_right(question).text.plain)
    return all(len(option.text.plain) < right for option in question.options if not option.right)


def _same_place(questions: Sequence[ChoiceQuestion]) -> Iterator[Problem]:
    places = {question.options.index(_right(question)) for question in questions}
    if len(places) == 1:
        yield _habit("right-in-same-place", questions, place=places.pop() + 1)


def _habit(code: str, questions: Sequence[ChoiceQuestion], place: int = 0) -> Problem:
    """Say what the questions have in common, at the first of them; ``place`` is the key's, from 1."""
    first = questions[0].place
    return problem(code, first.file, first.first, severity=Severity.WARNING, count=len(questions), place=place)
