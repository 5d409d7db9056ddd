"""A corrected key travels in a new version: earlier answers are scored by it, and no result gets lower."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from kursapp.domain.course import Course, QuizSettings
from kursapp.domain.question import ChoiceQuestion, Question
from kursapp.domain.response import Chosen
from kursapp.services.changes import Change
from kursapp.services.correct_answers import Corrected


@dataclass
class Version:
    """A version of the course that corrects some keys."""

    course: Course
    corrections: Mapping[str, Question]
    settings: QuizSettings | None = None

    def quiz(self, page_id: str) -> QuizSettings | None:
        return self.settings


def keyed(question: ChoiceQuestion, right: str) -> ChoiceQuestion:
    """Return a choice question with another key."""
    options = tuple(replace(option, right=option.id.endswith(f"-{right}")) for option in question.options)
    return replace(question, options=options)


def take(world, page, letters: str) -> int:
    """Take the quiz with these answers, and return the attempt."""
    attempt = world.desk.quiz.start(page)
    for one, letter in zip(attempt.questions, letters, strict=True):
        world.desk.quiz.answer(page, attempt.attempt_id, one.question.id, Chosen((f"{one.question.id}-{letter}",)))
    world.desk.quiz.submit(page, attempt.attempt_id)
    return attempt.attempt_id


def version(world, *questions: ChoiceQuestion) -> Version:
    return Version(world.course, {question.id: question for question in questions}, world.quiz.quiz)


def test_an_answer_that_was_right_all_along_becomes_so(world) -> None:
    """Told before it is done, done durably, and an attempt that now reaches the mark is passed."""
    attempt = take(world, world.quiz, "bbaa")
    z0, z1 = (keyed(question, "b") for question in world.quiz.blocks[:2])
    correct = world.participant.correct(version(world, z0, z1))
    told = correct.preview()
    assert (told.questions, told.right, told.wrong, told.passed, told.kept) == (("z0", "z1"), 2, 0, 1, 0)
    assert not world.desk.quiz.outcome(world.quiz, attempt).result.passed, "a preview changes nothing"
    assert correct.apply() == told
    assert {Change.ANSWERS, Change.QUIZ, Change.PROGRESS} == told.changes.kinds
    world.restart()
    result = world.desk.quiz.outcome(world.quiz, attempt).result
    assert (result.points, result.percent, result.passed, result.missed) == (4, 100, True, ())
    assert world.desk.quiz.overview(world.quiz).best.percent == 100


def test_no_result_gets_lower(world) -> None:
    """Who was right by the wrong key keeps points, per cent, band and that it is passed; the key she sees is right."""
    attempt = take(world, world.quiz, "aaaa")
    told = world.participant.correct(version(world, *(keyed(each, "b") for each in world.quiz.blocks))).apply()
    assert (told.wrong, told.passed, told.kept) == (4, 0, 1)
    outcome = world.desk.quiz.outcome(world.quiz, attempt)
    assert (outcome.result.points, outcome.result.percent, outcome.result.passed) == (4, 100, True)
    assert outcome.result.band.text.plain == "Bra"
    assert [one.score.right for one in outcome.questions] == [False] * 4


def test_applying_again_changes_nothing(world) -> None:
    """What is corrected is known by its key, so every start may try once more."""
    take(world, world.quiz, "bbbb")
    correct = world.participant.correct(version(world, keyed(world.quiz.blocks[0], "b")))
    assert correct.apply()
    assert correct.apply() == Corrected()


def test_a_question_nobody_answered_is_shown_with_its_new_key(world) -> None:
    """In an attempt that is handed in and in one under way, which is then scored by the new key."""
    attempt = world.desk.quiz.start(world.quiz)
    told = world.participant.correct(version(world, keyed(world.quiz.blocks[0], "b"))).apply()
    assert (told.questions, told.right, told.wrong) == (("z0",), 0, 0)
    world.desk.quiz.answer(world.quiz, attempt.attempt_id, "z0", Chosen(("z0-b",)))
    outcome = world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    assert (outcome.result.points, outcome.result.passed) == (1, False)


def test_practice_is_scored_by_the_new_key_with_the_old_words(world) -> None:
    """The words that were answered stay with the answer, though the version has others too."""
    world.desk.take.answer(world.practice, Chosen(("q-frist-b",)))
    now = replace(keyed(world.practice, "b"), title="Nye ord")
    told = world.participant.correct(version(world, now)).apply()
    assert (told.right, told.wrong) == (1, 0)
    state = world.desk.take.question_states([now])["q-frist"]
    assert state.score.right
    assert state.asked.title == world.practice.title


def test_an_answer_to_other_options_stays_as_it_was(world) -> None:
    """A key cannot be laid on options that were not there."""
    world.desk.take.answer(world.practice, Chosen(("q-frist-b",)))
    fewer = replace(world.practice, options=world.practice.options[:2])
    assert not world.participant.correct(version(world, keyed(fewer, "b"))).apply()
    assert world.desk.take.question_states([world.practice])["q-frist"].score.right is False


@pytest.mark.parametrize("page_settings", [None, QuizSettings(pass_percent=100)])
def test_what_was_passed_stays_passed(world, page_settings: QuizSettings | None) -> None:
    """Where the quiz is gone from the version, or asks for more than it did."""
    attempt = take(world, world.quiz, "aaab")
    corrects = replace(version(world, keyed(world.quiz.blocks[0], "b")), settings=page_settings)
    world.participant.correct(corrects).apply()
    assert world.desk.quiz.outcome(world.quiz, attempt).result.passed


def test_all_or_nothing(world, monkeypatch) -> None:
    """A failure on the way leaves every answer and result as it was."""
    attempt = take(world, world.quiz, "bbaa")
    correct = world.participant.correct(version(world, *(keyed(each, "b") for each in world.quiz.blocks[:2])))
    monkeypatch.setattr(type(world.profile.attempts), "rescore", lambda *_each: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        correct.apply()
    assert world.desk.quiz.outcome(world.quiz, attempt).result.points == 2
    assert correct.preview().right == 2
