"""Attempts and answers keep what was asked, what was answered and what it scored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kursapp.domain.course import Block
from kursapp.domain.question import ChoiceQuestion, Question
from kursapp.domain.record import Answer, Attempt, Drawn
from kursapp.domain.response import Chosen, Response, Typed
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint

SECOND = timedelta(seconds=1)


@pytest.fixture
def choice(items: dict[str, Block]) -> ChoiceQuestion:
    """Return a question with options."""
    found = items["choice"]
    assert isinstance(found, ChoiceQuestion)
    return found


@pytest.fixture
def questions(items: dict[str, Block]) -> list[Question]:
    """Return a question of every kind."""
    return [item for item in items.values() if isinstance(item, Question)]


def answer(question: Question, response: Response, at: datetime, **more: object) -> Answer:
    """Return an answer as a service would make it."""
    return replace(Answer("kurs", "1.0", question.id, response, at, 1, 2, True), **more)  # type: ignore[arg-type]


def start(profile: ProfileFile, now: datetime, *questions: Question, page: str = "quiz") -> Attempt:
    """Begin an attempt with these questions in the written order."""
    return profile.attempts.start("kurs", "1.0", page, "A", [(each, ()) for each in questions], now)


def test_an_attempt_keeps_its_draw(profile: ProfileFile, now: datetime, questions: list[Question]) -> None:
    """Questions, their order, the order of their parts and the time left are there after a restart."""
    drawn = [(question, ("b", "a")) for question in reversed(questions)]
    attempt = profile.attempts.start("kurs", "1.0", "quiz", "B", drawn, now, 1200)
    expected = tuple(Drawn(each.id, fingerprint(each), ("b", "a")) for each in reversed(questions))
    assert attempt == Attempt(attempt.id, "kurs", "1.0", "quiz", 1, "B", expected, now, now, 1200)
    assert profile.attempts.get(attempt.id) == attempt
    asked = profile.asked.many(each.asked for each in attempt.drawn)
    assert {getattr(item, "id", "") for item in asked.values()} == {question.id for question in questions}


def test_attempts_are_numbered_by_page(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """Each quiz counts its own."""
    numbers = [start(profile, now, choice, page=page).number for page in ("a", "a", "b", "a")]
    assert numbers == [1, 2, 1, 3]
    assert [attempt.number for attempt in profile.attempts.on_page("kurs", "a")] == [1, 2, 3]
    assert [(each.page_id, each.number) for each in profile.attempts.of_course("kurs")] == [
        ("a", 1),
        ("a", 2),
        ("a", 3),
        ("b", 1),
    ]
    assert profile.attempts.get(99) is None


def test_the_time_left_survives(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """What was left when the program was last alive is what is left."""
    attempt = profile.attempts.start("kurs", "1.0", "quiz", "", [(choice, ())], now, 1200)
    profile.attempts.seen(attempt.id, now + SECOND, 1199)
    again = profile.attempts.get(attempt.id)
    assert again is not None
    assert (again.seconds_left, again.seen_at, again.started_at) == (1199, now + SECOND, now)


def test_an_attempt_is_submitted_once(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """After that it has its result, takes no more answers and time, and is not open."""
    attempt = start(profile, now, choice)
    assert profile.attempts.open_on("kurs", "quiz") == attempt
    submitted = profile.attempts.submit(attempt.id, now + SECOND, 3.5, 5, True)
    assert submitted == replace(attempt, submitted_at=now + SECOND, points=3.5, maximum=5, passed=True)
    assert profile.attempts.open_on("kurs", "quiz") is None
    with pytest.raises(ValueError, match="submitted"):
        profile.attempts.submit(attempt.id, now, 0, 5, False)
    with pytest.raises(ValueError, match="submitted"):
        profile.answers.save(answer(choice, Chosen(("a",)), now, attempt_id=attempt.id), choice)
    profile.attempts.seen(attempt.id, now + 9 * SECOND, 1)
    assert profile.attempts.get(attempt.id) == submitted
    assert profile.answers.in_attempt(attempt.id) == {}


def test_an_unknown_attempt_cannot_be_submitted(profile: ProfileFile, now: datetime) -> None:
    """That is a mistake of the program."""
    with pytest.raises(KeyError):
        profile.attempts.submit(7, now, 0, 1, False)


def test_questions_can_be_flagged(profile: ProfileFile, now: datetime, questions: list[Question]) -> None:
    """Flags belong to the attempt, and can be taken away."""
    attempt, other = start(profile, now, *questions), start(profile, now, *questions)
    profile.attempts.flag(attempt.id, "valg", True)
    profile.attempts.flag(attempt.id, "tall", True)
    profile.attempts.flag(attempt.id, "tall", False)
    assert profile.attempts.flagged(attempt.id) == {"valg"}
    assert profile.attempts.flagged(other.id) == frozenset()


def test_an_answer_in_an_attempt_can_be_changed(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """The last one stands alone."""
    attempt = start(profile, now, choice)
    profile.answers.save(answer(choice, Chosen(("b",)), now, attempt_id=attempt.id), choice)
    kept = profile.answers.save(answer(choice, Chosen(("a",)), now + SECOND, attempt_id=attempt.id), choice)
    assert profile.answers.in_attempt(attempt.id) == {"valg": kept}
    assert profile.answers.of_question("kurs", "valg") == (kept,)
    assert kept.asked == fingerprint(choice)


def test_every_try_at_practice_is_kept(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """The newest is shown, the others are counted, and answers in attempts are not mixed in."""
    tries = [
        profile.answers.save(answer(choice, Chosen((option,)), now + number * SECOND, certainty=2), choice)
        for number, option in enumerate("bba")
    ]
    attempt = start(profile, now, choice)
    in_attempt = profile.answers.save(answer(choice, Chosen(("b",)), now, attempt_id=attempt.id), choice)
    assert profile.answers.last("kurs", ["valg", "tall"]) == {"valg": tries[-1]}
    assert profile.answers.tries("kurs", "valg", fingerprint(choice)) == 3
    assert profile.answers.tries("kurs", "valg", fingerprint(replace(choice, title="Endret"))) == 0
    assert profile.answers.tries("kurs", "tall", fingerprint(choice)) == 0
    assert profile.answers.of_question("kurs", "valg") == (*tries, in_attempt)
    assert profile.answers.of_course("kurs") == (*tries, in_attempt)
    assert profile.answers.of_course("annet") == ()
    assert profile.answers.answered("kurs") == {"valg"}


def test_an_answer_without_a_key_has_no_right(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """Nothing, right and wrong are three things."""
    for right in (None, True, False):
        kept = profile.answers.save(answer(choice, Chosen(("a",)), now, right=right), choice)
        assert profile.answers.last("kurs", ["valg"])["valg"].right is right
        assert profile.answers.last("kurs", ["valg"]) == {"valg": kept}


def test_an_old_answer_keeps_its_question(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """When the course is changed, both questions are there, each with its own answer."""
    changed = replace(choice, title="Hva gjør du aller først?")
    old = profile.answers.save(answer(choice, Chosen(("a",)), now), choice)
    new = profile.answers.save(answer(changed, Chosen(("a",)), now), changed)
    old_question, new_question = profile.asked.get(old.asked), profile.asked.get(new.asked)
    assert isinstance(old_question, ChoiceQuestion)
    assert isinstance(new_question, ChoiceQuestion)
    assert (old_question.title, new_question.title) == (choice.title, changed.title)


def test_a_question_is_kept_once(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """A hundred answers do not make a hundred copies of the question."""
    for _ in range(5):
        profile.answers.save(answer(choice, Chosen(("a",)), now), choice)
    assert profile._database.driver.execute("SELECT count(*) FROM asked").fetchone() == (1,)


def test_what_was_not_kept_is_nothing(profile: ProfileFile, choice: ChoiceQuestion) -> None:
    """An unknown fingerprint, or a stored form of a kind nobody knows any more, is left out."""
    kept = profile.asked.keep(choice)
    profile._database.driver.execute('UPDATE asked SET body = \'{"kind": "forgotten"}\'')
    assert profile.asked.get(kept) is None
    assert profile.asked.many(["ukjent", kept]) == {}


def test_many_questions_at_once(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """A course of more questions than one statement takes is asked for in portions."""
    with profile.transaction():
        for number in range(1200):
            question = replace(choice, id=f"q{number}")
            profile.answers.save(answer(question, Typed((str(number),)), now), question)
    ids = [f"q{number}" for number in range(1200)]
    last = profile.answers.last("kurs", ids)
    assert {question_id: found.response for question_id, found in last.items()} == {
        f"q{number}": Typed((str(number),)) for number in range(1200)
    }


def test_a_failed_start_leaves_no_attempt(profile: ProfileFile, now: datetime, choice: ChoiceQuestion) -> None:
    """An attempt and its draw are one: a question drawn twice undoes both."""
    with pytest.raises(Exception, match="UNIQUE"):
        start(profile, now, choice, choice)
    assert profile.attempts.of_course("kurs") == ()
