"""Attempts at a quiz: draw, time, answers, flags, handing in, and what it came to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import Draw
from kursapp.domain.problem import KursappError
from kursapp.domain.response import Certainty, Chosen
from kursapp.services.changes import Change


def right(question_id: str) -> Chosen:
    return Chosen((f"{question_id}-a",))


def wrong(question_id: str) -> Chosen:
    return Chosen((f"{question_id}-b",))


def names(state) -> list[str]:
    return [one.question.id for one in state.questions]


def test_a_quiz_tells_what_it_is_before_it_is_begun(world) -> None:
    """Questions, mark, time, feedback and attempts, with nothing written."""
    page = world.quiz_of(draws=(Draw(3),), attempts=2, minutes=20, pass_percent=75)
    overview = world.desk.quiz.overview(page)
    assert (overview.questions, overview.pass_percent, overview.minutes, overview.immediate) == (3, 75, 20, False)
    assert (overview.attempts_used, overview.attempts_left, overview.running, overview.best) == (0, 2, None, None)
    assert not overview.passed
    assert world.profile.attempts.on_page(world.course.id, page.id) == ()


def test_an_attempt_is_answered_flagged_and_handed_in(world) -> None:
    """The review page knows what is answered, open and flagged; the result knows what was missed."""
    quiz = world.desk.quiz
    attempt = quiz.start(world.quiz)
    assert names(attempt) == ["z0", "z1", "z2", "z3"]
    for name, response in (("z0", right("z0")), ("z1", right("z1")), ("z2", wrong("z2"))):
        assert quiz.answer(world.quiz, attempt.attempt_id, name, response).score is None
    assert Change.QUIZ in quiz.flag(world.quiz, attempt.attempt_id, "z3", True)
    quiz.answer(world.quiz, attempt.attempt_id, "z2", right("z2"))
    state = quiz.state(world.quiz, attempt.attempt_id)
    assert (state.answered, state.open, state.flagged) == (("z0", "z1", "z2"), ("z3",), ("z3",))
    assert [one.score for one in state.questions] == [None] * 4
    outcome = quiz.submit(world.quiz, attempt.attempt_id)
    assert (outcome.result.points, outcome.result.percent, outcome.result.passed) == (3, 75, True)
    assert outcome.result.missed == ("z3",)
    assert outcome.result.band.text.plain == "Bra"
    assert not outcome.timed_out
    assert Change.PROGRESS in outcome.changes
    assert [one.score.right for one in outcome.questions] == [True, True, True, False]
    assert all(one.locked for one in outcome.questions)
    assert [text.plain for text in outcome.questions[0].feedback] == ["om a", "forklaring"]


def test_an_attempt_goes_on_after_a_restart(world) -> None:
    """The same questions in the same order, with their answers, flags and certainty."""
    page = world.quiz_of(draws=(Draw(3),), shuffle=True)
    attempt = world.desk.quiz.start(page)
    first = attempt.questions[0].question.id
    world.desk.quiz.answer(page, attempt.attempt_id, first, right(first), Certainty.GUESSING)
    world.desk.quiz.flag(page, attempt.attempt_id, first, True)
    world.restart()
    resumed = world.desk.quiz.resume(page)
    assert [(one.question, one.order) for one in resumed.questions] == [
        (replace(one.question, place=resumed.questions[n].question.place), one.order)
        for n, one in enumerate(attempt.questions)
    ]
    assert resumed.questions[0].response == right(first)
    assert resumed.questions[0].certainty is Certainty.GUESSING
    assert resumed.questions[0].flagged
    assert world.desk.quiz.start(page) == resumed
    assert world.desk.quiz.overview(page).running == attempt.attempt_id


def test_there_is_nothing_to_go_on_with_before_or_after(world) -> None:
    """``resume`` gives nothing where no attempt is under way."""
    assert world.desk.quiz.resume(world.quiz) is None
    attempt = world.desk.quiz.start(world.quiz)
    world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    assert world.desk.quiz.resume(world.quiz) is None


def test_an_attempt_asks_what_was_drawn_even_when_the_course_has_changed(world) -> None:
    """A new version with other words does not change a question in the middle of an attempt."""
    attempt = world.desk.quiz.start(world.quiz)
    changed = world.quiz_of(world.single("ny"))
    state = world.desk.quiz.resume(changed)
    assert names(state) == names(attempt)
    world.desk.quiz.answer(changed, attempt.attempt_id, "z1", right("z1"))
    assert world.desk.quiz.submit(changed, attempt.attempt_id).result.points == 1


def test_a_second_attempt_draws_what_the_first_did_not(world) -> None:
    """Two of four, then the other two."""
    page = world.quiz_of(draws=(Draw(2),))
    first = world.desk.quiz.start(page)
    world.desk.quiz.submit(page, first.attempt_id)
    world.clock.move(minutes=5)
    second = world.desk.quiz.start(page)
    assert second.number == 2
    assert sorted(names(first) + names(second)) == ["z0", "z1", "z2", "z3"]


def test_questions_come_from_the_banks_the_quiz_names(world) -> None:
    """``trekk: d1 2`` asks the course for the bank and draws from it."""
    world.opened.banks["d1"] = tuple(world.single(f"b{n}", bank="d1") for n in range(5))
    page = world.quiz_of(draws=(Draw(2, "d1"),))
    attempt = world.desk.quiz.start(page)
    assert len(attempt.questions) == 2
    assert all(name.startswith("b") for name in names(attempt))


def test_attempts_use_parallel_forms_in_turn(world) -> None:
    """The first attempt is form A, the second form B, and the attempt remembers which."""
    page = world.quiz_of(world.single("en", form="A"), world.single("to", form="B"))
    for number, (name, form) in enumerate((("en", "A"), ("to", "B"), ("en", "A")), start=1):
        attempt = world.desk.quiz.start(page)
        world.desk.quiz.submit(page, attempt.attempt_id)
        assert (attempt.number, names(attempt)) == (number, [name])
        assert world.profile.attempts.get(attempt.attempt_id).form == form


def test_no_more_attempts_than_the_quiz_allows(world) -> None:
    """The third of two is refused by name; the overview counts down."""
    page = world.quiz_of(attempts=2)
    for left in (1, 0):
        outcome = world.desk.quiz.submit(page, world.desk.quiz.start(page).attempt_id)
        assert outcome.attempts_left == left
    assert world.desk.quiz.overview(page).attempts_left == 0
    with pytest.raises(KursappError) as refused:
        world.desk.quiz.start(page)
    assert refused.value.problem.code == "no-attempts-left"
    assert refused.value.problem.value("attempts") == "2"


def test_a_quiz_without_questions_cannot_be_begun(world) -> None:
    """Its bank is empty: a sentence, not an empty attempt."""
    page = world.quiz_of(draws=(Draw(2, "tom"),))
    with pytest.raises(KursappError) as refused:
        world.desk.quiz.start(page)
    assert refused.value.problem.code == "quiz-empty"
    assert world.profile.attempts.on_page(world.course.id, page.id) == ()


def test_an_answer_can_be_taken_back_until_handing_in(world) -> None:
    """A blank response opens the question again, and scores nothing."""
    attempt = world.desk.quiz.start(world.quiz)
    world.desk.quiz.answer(world.quiz, attempt.attempt_id, "z0", right("z0"))
    world.desk.quiz.answer(world.quiz, attempt.attempt_id, "z0", Chosen(()))
    assert world.desk.quiz.state(world.quiz, attempt.attempt_id).answered == ()
    assert world.desk.quiz.submit(world.quiz, attempt.attempt_id).result.points == 0


def test_what_is_handed_in_stands(world) -> None:
    """Answering, flagging or handing in again is refused by name and changes nothing."""
    quiz = world.desk.quiz
    attempt = quiz.start(world.quiz)
    quiz.submit(world.quiz, attempt.attempt_id)
    for again in (
        lambda: quiz.answer(world.quiz, attempt.attempt_id, "z0", right("z0")),
        lambda: quiz.flag(world.quiz, attempt.attempt_id, "z0", True),
        lambda: quiz.submit(world.quiz, attempt.attempt_id),
    ):
        with pytest.raises(KursappError) as refused:
            again()
        assert refused.value.problem.code == "quiz-already-submitted"
    assert quiz.outcome(world.quiz, attempt.attempt_id).result.points == 0


def test_immediate_feedback_comes_with_the_answer_and_the_answer_stands(world) -> None:
    """With ``visning: straks`` the score is told at once, and a second answer is refused."""
    page = world.quiz_of(immediate=True)
    attempt = world.desk.quiz.start(page)
    answered = world.desk.quiz.answer(page, attempt.attempt_id, "z0", wrong("z0"))
    assert answered.score.right is False
    assert [text.plain for text in answered.feedback] == ["om b", "forklaring"]
    with pytest.raises(KursappError) as refused:
        world.desk.quiz.answer(page, attempt.attempt_id, "z0", right("z0"))
    assert refused.value.problem.code == "quiz-already-answered"
    with pytest.raises(ValueError, match="z1"):
        world.desk.quiz.answer(page, attempt.attempt_id, "z1", Chosen(()))
    first, second = world.desk.quiz.state(page, attempt.attempt_id).questions[:2]
    assert (first.locked, first.score.right) == (True, False)
    assert (second.locked, second.score) == (False, None)


def test_a_begun_answer_is_kept_until_it_is_given_or_the_attempt_ends(world) -> None:
    """Half a word in an immediate quiz is there after a restart, and gone when answered, emptied or handed in."""
    page = world.quiz_of(immediate=True)
    attempt = world.desk.quiz.start(page)
    for name in ("z0", "z1", "z2"):
        assert Change.DRAFTS in world.desk.quiz.draft(page, attempt.attempt_id, name, f"halvt {name}")
    world.restart()
    resumed = world.desk.quiz.resume(page)
    assert [one.draft for one in resumed.questions] == ["halvt z0", "halvt z1", "halvt z2", ""]
    world.desk.quiz.answer(page, attempt.attempt_id, "z0", right("z0"))
    world.desk.quiz.draft(page, attempt.attempt_id, "z1", "")
    state = world.desk.quiz.state(page, attempt.attempt_id)
    assert [one.draft for one in state.questions] == ["", "", "halvt z2", ""]
    world.desk.quiz.submit(page, attempt.attempt_id)
    assert world.profile.drafts.of_course(world.course.id) == {}
    with pytest.raises(KursappError):
        world.desk.quiz.draft(page, attempt.attempt_id, "z3", "for sent")


def test_time_runs_on_while_the_program_is_shut(world) -> None:
    """Eight minutes of twenty used, then a restart ten minutes later: two are left."""
    page = world.quiz_of(minutes=20)
    attempt = world.desk.quiz.start(page)
    world.clock.move(minutes=8)
    time = world.desk.quiz.tick(page, attempt.attempt_id)
    assert (time.seconds_left, time.is_out) == (720, False)
    world.restart()
    world.clock.move(minutes=10)
    assert world.desk.quiz.overview(page).seconds_left == 120
    assert world.desk.quiz.resume(page).seconds_left == 120


def test_time_that_runs_out_hands_the_attempt_in_as_it_stands(world) -> None:
    """What was answered in time counts; the outcome says why it ended."""
    page = world.quiz_of(minutes=20)
    attempt = world.desk.quiz.start(page)
    world.desk.quiz.answer(page, attempt.attempt_id, "z0", right("z0"))
    world.clock.move(minutes=20, seconds=1)
    time = world.desk.quiz.tick(page, attempt.attempt_id)
    assert (time.seconds_left, time.is_out) == (0, True)
    assert Change.QUIZ in time.changes
    outcome = world.desk.quiz.outcome(page, attempt.attempt_id)
    assert (outcome.timed_out, outcome.result.points) == (True, 1)
    again = world.desk.quiz.tick(page, attempt.attempt_id)
    assert again.is_out
    assert not again.changes


def test_an_attempt_whose_time_ran_out_while_shut_waits_to_be_handed_in(world) -> None:
    """The overview only tells; going on hands it in, and the next start is a new attempt."""
    page = world.quiz_of(minutes=20)
    attempt = world.desk.quiz.start(page)
    world.restart()
    world.clock.move(days=1)
    overview = world.desk.quiz.overview(page)
    assert (overview.running, overview.seconds_left, overview.attempts) == (attempt.attempt_id, 0, ())
    ended = world.desk.quiz.start(page)
    assert (ended.attempt_id, ended.submitted, ended.seconds_left) == (attempt.attempt_id, True, 0)
    assert Change.QUIZ in ended.changes
    assert world.desk.quiz.start(page).number == 2


def test_an_answer_on_its_way_when_time_runs_out_counts_once(world) -> None:
    """Saved two seconds after the end it is taken; the next one is not, and the attempt is handed in."""
    page = world.quiz_of(minutes=1)
    attempt = world.desk.quiz.start(page)
    world.clock.move(seconds=62)
    late = world.desk.quiz.answer(page, attempt.attempt_id, "z0", right("z0"))
    assert (late.is_out, late.seconds_left) == (False, 0)
    world.clock.move(seconds=1)
    later = world.desk.quiz.answer(page, attempt.attempt_id, "z1", right("z1"))
    assert later.is_out
    assert later.score is None
    assert world.desk.quiz.outcome(page, attempt.attempt_id).result.points == 1


def test_a_clock_set_back_gives_no_more_time(world) -> None:
    """An hour back costs nothing and gains nothing; a minute later a minute is gone."""
    page = world.quiz_of(minutes=20)
    attempt = world.desk.quiz.start(page)
    world.clock.move(minutes=5)
    world.desk.quiz.tick(page, attempt.attempt_id)
    world.clock.move(hours=-1)
    assert world.desk.quiz.tick(page, attempt.attempt_id).seconds_left == 900
    world.clock.move(minutes=1)
    assert world.desk.quiz.tick(page, attempt.attempt_id).seconds_left == 840


def test_the_best_attempt_is_remembered(world) -> None:
    """The attempt of most per cent is the best, and one that passed is enough."""
    for answers in (1, 3, 2):
        attempt = world.desk.quiz.start(world.quiz)
        for number in range(answers):
            world.desk.quiz.answer(world.quiz, attempt.attempt_id, f"z{number}", right(f"z{number}"))
        world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    overview = world.desk.quiz.overview(world.quiz)
    assert [one.percent for one in overview.attempts] == [25, 75, 50]
    assert (overview.best.number, overview.passed, overview.attempts_left) == (2, True, None)


def test_what_was_passed_stays_passed_when_the_mark_moves(world) -> None:
    """A later version that asks for 90 per cent takes nothing away."""
    attempt = world.desk.quiz.start(world.quiz)
    for number in range(3):
        world.desk.quiz.answer(world.quiz, attempt.attempt_id, f"z{number}", right(f"z{number}"))
    world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    stricter = world.quiz_of(pass_percent=90)
    assert world.desk.quiz.outcome(stricter, attempt.attempt_id).result.passed
    assert world.desk.quiz.overview(stricter).passed


def test_missed_questions_can_be_tried_without_touching_the_attempt(world) -> None:
    """They come fresh, are answered as practice, and the attempt's result stays."""
    attempt = world.desk.quiz.start(world.quiz)
    world.desk.quiz.answer(world.quiz, attempt.attempt_id, "z0", right("z0"))
    world.desk.quiz.answer(world.quiz, attempt.attempt_id, "z1", wrong("z1"))
    world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    missed = world.desk.quiz.missed(world.quiz, attempt.attempt_id)
    assert [one.question.id for one in missed] == ["z1", "z2", "z3"]
    assert not any(one.is_answered or one.locked or one.flagged or one.feedback for one in missed)
    assert world.desk.take.answer(missed[0].question, right("z1")).score.right
    assert world.desk.quiz.outcome(world.quiz, attempt.attempt_id).result.points == 1
    assert world.desk.quiz.overview(world.quiz).attempts_used == 1


def test_certainty_shows_what_to_look_at_first(world) -> None:
    """Certain and wrong, and guessed and right, are named; the rest is not."""
    attempt = world.desk.quiz.start(world.quiz)
    for name, response, certainty in (
        ("z0", wrong("z0"), Certainty.CERTAIN),
        ("z1", right("z1"), Certainty.GUESSING),
        ("z2", right("z2"), Certainty.CERTAIN),
        ("z3", wrong("z3"), None),
    ):
        world.desk.quiz.answer(world.quiz, attempt.attempt_id, name, response, certainty)
    outcome = world.desk.quiz.submit(world.quiz, attempt.attempt_id)
    assert (outcome.certain_but_wrong, outcome.guessed_right) == (("z0",), ("z1",))


def test_ids_of_another_quiz_are_unknown(world) -> None:
    """An attempt is reached through its own page only, a question through its own attempt only."""
    attempt = world.desk.quiz.start(world.quiz)
    other = replace(world.quiz, id="quiz-2")
    for wrongly in (
        lambda: world.desk.quiz.state(other, attempt.attempt_id),
        lambda: world.desk.quiz.state(world.quiz, 999),
        lambda: world.desk.quiz.answer(world.quiz, attempt.attempt_id, "borte", Chosen(("x",))),
        lambda: world.desk.quiz.flag(world.quiz, attempt.attempt_id, "borte", True),
    ):
        with pytest.raises(KeyError):
            wrongly()
    with pytest.raises(ValueError, match="under way"):
        world.desk.quiz.outcome(world.quiz, attempt.attempt_id)
    with pytest.raises(ValueError, match="no quiz"):
        world.desk.quiz.overview(world.reading)


def test_a_quiz_page_shows_its_overview(world) -> None:
    """A page's state holds the quiz and no practice answers to its questions."""
    state = world.desk.page_state(world.quiz)
    assert state.quiz == world.desk.quiz.overview(world.quiz)
    assert state.questions == {}
