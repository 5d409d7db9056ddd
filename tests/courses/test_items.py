"""What a bundled course asks: every question can be answered, every case can be played to an end."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest

from kursapp.domain.attempt import draw
from kursapp.domain.case import Case
from kursapp.domain.page_items import blocks_of, questions_of
from kursapp.domain.path import follow
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Question
from kursapp.domain.record import CaseStep
from kursapp.domain.scoring import feedback_for, score
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from tests.answer_key import key_to, wrong_answers
from tests.courses.conftest import BundledCourse

LEAST_QUESTIONS = 20
LEAST_KINDS = 7
FEW = 4
"""So few questions of a kind that nothing can be read from where their answers stand."""
MOST_STATES = 50_000

State = tuple[str, frozenset[str]]
"""A scene, and the choices taken on the way to it: each counts once, so this is all that what comes next hangs on."""


def kind_of(question: Question) -> str:
    """Return which of the format's types of question it is."""
    return question.choice if isinstance(question, ChoiceQuestion) else question.kind


def cases_of(course: BundledCourse) -> list[Case]:
    """Return the cases of a course."""
    return [block for page in course.pages for block in blocks_of(page) if isinstance(block, Case)]


# Questions -----------------------------------------------------------------------------------------


def test_right_is_full_marks_and_wrong_is_less(course: BundledCourse) -> None:
    """The key to every question scores all its points, and each way of being wrong scores fewer."""
    questions = [question for page in course.pages for question in questions_of(page)]
    assert questions
    for question in questions:
        full = score(question, key_to(question))
        if kind_of(question) == ChoiceKind.DILEMMA:
            assert (full.right, full.maximum) == (None, 0)
            continue
        assert full.right, question.id
        assert full.points == full.maximum > 0, question.id
        for wrong in wrong_answers(question):
            assert score(question, wrong).points < full.points, (question.id, wrong)


def test_the_key_is_full_marks_through_the_service_too(course: BundledCourse, tmp_path: Path) -> None:
    """As a participant answers, on a real file."""
    profile = open_profile(tmp_path / "profil.db", create=True)
    take = Participant(profile, SystemClock()).on(course.opened).take
    for question in (question for page in course.pages for question in questions_of(page)):
        assert take.answer(question, key_to(question)).score.right is not False, question.id
    profile.close()


def test_every_wrong_option_is_answered(course: BundledCourse) -> None:
    """Who chooses it is told something about just that choice; every other question says something afterwards."""
    for question in (question for page in course.pages for question in questions_of(page)):
        if isinstance(question, ChoiceQuestion):
            assert [option.id for option in question.options if not option.right and not option.feedback] == []
        for wrong in wrong_answers(question):
            assert feedback_for(question, wrong), question.id


# Quizzes -------------------------------------------------------------------------------------------


def test_a_quiz_has_enough_to_draw_from(course: BundledCourse) -> None:
    """At least twenty questions of seven kinds or more, and of each part twice what is drawn."""
    assert course.quizzes
    for quiz in course.quizzes:
        pools = course.pools(quiz)
        questions = [question for _, pool in pools for question in pool]
        assert len(questions) >= LEAST_QUESTIONS, quiz.id
        assert len({kind_of(question) for question in questions}) >= LEAST_KINDS, quiz.id
        assert [count for count, pool in pools if len(pool) < 2 * count] == [], quiz.id


@pytest.mark.parametrize("seed", range(5))
def test_two_attempts_differ(course: BundledCourse, seed: int) -> None:
    """The second attempt asks what the first did not; each asks as many as it says, none twice."""
    for quiz in course.quizzes:
        assert quiz.quiz is not None
        own = questions_of(quiz)
        banks = {part.bank: course.opened.bank(part.bank) for part in quiz.quiz.draws if part.bank}
        count = sum(count for count, _ in course.pools(quiz))
        first = [question.id for question, _ in draw(quiz.quiz, own, banks, number=1, asked=(), seed=seed)]
        second = [question.id for question, _ in draw(quiz.quiz, own, banks, number=2, asked=first, seed=seed + 100)]
        assert len(set(first)) == len(first) == count
        assert len(set(second)) == len(second) == count
        assert set(first).isdisjoint(second), quiz.id


def test_the_right_option_is_not_given_away(course: BundledCourse) -> None:
    """It is the longest in no more than half of a session's single choices, and not always in the same place."""
    for head, session in course.sessions:
        asked = [one for page in session.pages for one in questions_of(page) if kind_of(one) == ChoiceKind.SINGLE]
        if len(asked) < FEW:
            continue
        longest = [one for one in asked if is_longest(one)]
        assert len(longest) <= len(asked) / 2, (head.file, [one.id for one in longest])
        assert len({place_of_right(one) for one in asked}) > 1, head.file


def is_longest(question: Question) -> bool:
    """Say whether the right option is clearly longer than every other."""
    assert isinstance(question, ChoiceQuestion)
    right = next(len(option.text.plain) for option in question.options if option.right)
    return right > 1.1 * max(len(option.text.plain) for option in question.options if not option.right)


def place_of_right(question: Question) -> int:
    """Return where the right option stands, from 0."""
    assert isinstance(question, ChoiceQuestion)
    return next(place for place, option in enumerate(question.options) if option.right)


def test_every_scored_question_of_a_quiz_has_a_goal(course: BundledCourse) -> None:
    """A goal of the course's own, so that one can be told what to read again."""
    goals = {goal.id for module in course.opened.course.modules for goal in module.goals}
    assert goals
    for quiz in course.quizzes:
        for question in (question for _, pool in course.pools(quiz) for question in pool):
            assert set(question.settings.goals) & goals, question.id


# Cases ---------------------------------------------------------------------------------------------


def walk(case: Case) -> tuple[set[State], dict[State, set[State]]]:
    """Go every way through a case; return the endings come to, and each state with those that lead to it."""
    start: State = (case.scenes[0].id, frozenset())
    ways: dict[State, tuple[CaseStep, ...]] = {start: ()}
    led_by: dict[State, set[State]] = {start: set()}
    endings: set[State] = set()
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        path = follow(case, ways[state])
        assert path.lost == 0
        assert not path.is_stuck, (case.id, state)
        if path.ending is not None:
            endings.add(state)
        for choice in path.choices:
            to = (choice.target, state[1] | {choice.id})
            if to not in ways:
                ways[to] = (*ways[state], CaseStep(path.scene.id, choice.id, None))
                led_by[to] = set()
                waiting.append(to)
            led_by[to].add(state)
        assert len(ways) <= MOST_STATES, case.id
    return endings, led_by


def test_every_way_through_a_case_can_be_ended(course: BundledCourse) -> None:
    """Whatever one has chosen, there is a choice, and some choices lead to an end."""
    for case in cases_of(course):
        endings, led_by = walk(case)
        reaching, waiting = set(endings), deque(endings)
        while waiting:
            for before in led_by[waiting.popleft()] - reaching:
                reaching.add(before)
                waiting.append(before)
        assert set(led_by) - reaching == set(), case.id


def test_every_scene_and_choice_of_a_case_is_met(course: BundledCourse) -> None:
    """Nothing is written that nobody can come to, and there is more than one way to end."""
    for case in cases_of(course):
        endings, led_by = walk(case)
        assert {scene for scene, _ in led_by} == {scene.id for scene in case.scenes}, case.id
        taken = set().union(*(choices for _, choices in led_by))
        assert taken == {choice.id for scene in case.scenes for choice in scene.choices}, case.id
        assert len({scene for scene, _ in endings}) >= 2, case.id


def test_every_choice_of_a_case_is_answered(course: BundledCourse) -> None:
    """One is told what came of it, and why an axis moved."""
    for case in cases_of(course):
        for choice in (choice for scene in case.scenes for choice in scene.choices):
            going_back = any(scene.id == choice.target == case.id for scene in case.scenes)
            assert choice.feedback or choice.effects or going_back, (case.id, choice.id)
            assert all(effect.reason for effect in choice.effects), (case.id, choice.id)
