"""Which questions become cards of Øving, and what a new version of a course does to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kursapp.domain.case import Case
from kursapp.domain.course import Draw
from kursapp.domain.days import local_day
from kursapp.domain.question import ChoiceKind
from kursapp.domain.response import Chosen, Typed
from kursapp.domain.review import CardKind
from tests.services.practised import PractisedCourse, session_of, sync

if TYPE_CHECKING:
    from tests.services.conftest import World


@pytest.fixture
def course(world: World) -> PractisedCourse:
    return PractisedCourse(
        {"d1-1": session_of("d1-1", world.reading, world.work), "d1-q": session_of("d1-q", world.quiz)}
    )


@pytest.fixture
def read(world: World, course: PractisedCourse) -> Iterator[PractisedCourse]:
    """Give the course with its first session read, yesterday."""
    finish(world)
    world.clock.move(days=1)
    return course


def finish(world: World) -> None:
    for page in (world.reading, world.work):
        world.desk.take.open_page("d1-1", page.id)
        world.desk.take.read_page(page.id)


def cards(world: World) -> dict[str, object]:
    return world.profile.review_cards.of_course("god-barnevernledelse")


def take_quiz(world: World, opened_bank: bool = False) -> None:
    state = world.desk.quiz.start(world.quiz)
    for one in state.questions:
        world.desk.quiz.answer(world.quiz, state.attempt_id, one.question.id, Chosen((f"{one.question.id}-a",)))
    world.desk.quiz.submit(world.quiz, state.attempt_id)


def test_the_questions_of_a_finished_session_become_cards(world: World, read: PractisedCourse) -> None:
    """Those in its text: not what stands in a case, and no reflection."""
    got = sync(world.participant, read)

    assert got is not None
    assert got.new == 2
    assert set(cards(world)) == {"q-frist", "q-dato"}
    assert world.participant.review.due_count() == 2


def test_a_session_half_read_gives_no_cards(world: World, course: PractisedCourse) -> None:
    """What she has not come to yet is not put before her."""
    world.desk.take.read_page(world.reading.id)

    got = sync(world.participant, course)

    assert got is not None
    assert not got.changes
    assert cards(world) == {}


def test_reflections_left_empty_keep_nothing_back(world: World, read: PractisedCourse) -> None:
    """A session is gone through when its pages are read: her own writing is her own affair."""
    assert not any(world.desk.fill.reflections([world.reflection]).values())
    sync(world.participant, read)

    assert "q-frist" in cards(world)


def test_an_evaluation_nobody_filled_in_keeps_nothing_back(world: World, read: PractisedCourse) -> None:
    """Evaluations are voluntary, and what they measure is not practised."""
    read.sessions["d1-1"] = session_of("d1-1", world.reading, world.work, world.form)
    sync(world.participant, read)

    assert set(cards(world)) == {"q-frist", "q-dato"}


def test_dilemmas_are_not_put(world: World, read: PractisedCourse) -> None:
    """They have no key: there is nothing to remember."""
    dilemma = replace(world.practice, id="drøft", choice=ChoiceKind.DILEMMA)
    read.replace_blocks("d1-1", "lesing", world.practice, dilemma)
    sync(world.participant, read)

    assert set(cards(world)) == {"q-frist"}


def test_what_an_evaluation_measures_by_is_not_put(world: World, read: PractisedCourse) -> None:
    """A question that is answered before and after a course would measure the practice, wherever it stands."""
    measuring = world.single("k-dag", measures="frister")
    read.replace_blocks("d1-1", "lesing", world.practice, measuring)
    read.sessions["d1-1"] = replace(read.sessions["d1-1"], pages=(*read.sessions["d1-1"].pages, world.form))
    sync(world.participant, read)

    assert set(cards(world)) == {"q-frist"}


def test_questions_of_a_quiz_come_when_they_have_been_drawn_and_handed_in(world: World, read: PractisedCourse) -> None:
    """An attempt to come must not be given away, so a quiz that is under way gives nothing."""
    world.desk.quiz.start(world.quiz)
    sync(world.participant, read)
    assert "z0" not in cards(world)

    take_quiz(world)
    sync(world.participant, read)

    assert {"z0", "z1", "z2", "z3"} <= set(cards(world))


def test_what_a_quiz_did_not_draw_is_kept_for_its_next_attempt(world: World, read: PractisedCourse) -> None:
    """Handing it in finishes the session, and still gives away nothing but what was drawn."""
    page = world.quiz_of(draws=(Draw(2),))
    read.sessions["d1-q"] = session_of("d1-q", page)
    state = world.desk.quiz.start(page)
    world.desk.quiz.submit(page, state.attempt_id)
    sync(world.participant, read)

    drawn = {one.question.id for one in state.questions}
    assert len(drawn) == 2
    assert set(cards(world)) == {"q-frist", "q-dato"} | drawn


def test_questions_of_a_bank_come_when_they_have_been_drawn(world: World, read: PractisedCourse) -> None:
    """What is drawn from a bank is repeated like the rest; what was never drawn stays unseen."""
    drawn, other = world.single("b1"), world.single("b2")
    read.sessions["d1-q"] = session_of("d1-q", replace(world.quiz, blocks=()))
    read.sessions["slutt"] = session_of("slutt", world.page_of(drawn, other, id="banken"))
    read.banks = frozenset({"slutt"})
    page = world.quiz_of(drawn)
    state = world.desk.quiz.start(page)
    world.desk.quiz.submit(page, state.attempt_id)
    sync(world.participant, read)

    assert "b1" in cards(world)
    assert "b2" not in cards(world)


def test_what_was_finished_today_is_put_tomorrow(world: World, course: PractisedCourse) -> None:
    """Repeating at once what one has just read teaches nothing."""
    finish(world)
    sync(world.participant, course)
    assert world.participant.review.due_count() == 0

    world.clock.move(days=1)

    assert world.participant.review.due_count() == 2


def test_what_was_answered_wrongly_is_met_first(world: World, course: PractisedCourse) -> None:
    """New cards come in the order of the course, but for those she missed there."""
    world.desk.take.answer(world.practice, Chosen(("q-frist-a",)))
    world.desk.take.answer(world.deadline, Typed(("1. januar 2020",)))
    finish(world)
    world.clock.move(days=1)
    sync(world.participant, course)

    assert [card.item_id for card in world.participant.review.queue()] == ["q-dato", "q-frist"]


def test_the_course_is_read_only_when_something_is_another(world: World, read: PractisedCourse) -> None:
    """The second time there is nothing to take in, until a session more is finished or the course is another."""
    sync(world.participant, read)

    assert sync(world.participant, read) is None

    take_quiz(world)
    assert sync(world.participant, read) is not None


def test_a_changed_question_comes_first_and_at_once(world: World, read: PractisedCourse) -> None:
    """One that was put before and is another now is due today, flagged, before all others."""
    sync(world.participant, read)
    review = world.participant.review
    for card in review.queue():
        question = world.practice if card.item_id == "q-frist" else world.deadline
        answer = Chosen(("q-frist-a",)) if card.item_id == "q-frist" else Typed(("9. mars 2026",))
        review.judge(review.answer(card.course_id, question, answer).log, knew=True)
    assert review.queue() == ()
    changed = replace(world.deadline, title="Når er det?")
    read.replace_blocks("d1-1", "lesing", world.practice, changed)

    got = sync(world.participant, read)

    assert got is not None
    assert got.changed == 1
    assert [card.item_id for card in review.queue()] == ["q-dato"]
    assert review.overview().changed == 1
    review.answer("god-barnevernledelse", changed, Typed(("9. mars 2026",)))
    assert not world.profile.review_cards.get("god-barnevernledelse", "q-dato").changed


def test_a_question_never_put_is_not_flagged_when_it_changes(world: World, read: PractisedCourse) -> None:
    """There is nothing she has learnt that is another now."""
    sync(world.participant, read)
    read.replace_blocks("d1-1", "lesing", replace(world.practice, title="Hva nå?"), world.deadline)

    got = sync(world.participant, read)

    assert got is not None
    assert got.changed == 0


def test_a_program_that_writes_questions_another_way_changes_nothing(world: World, read: PractisedCourse) -> None:
    """Where the course is the same to the byte, a new fingerprint is no change of the question."""
    sync(world.participant, read)
    card = world.profile.review_cards.get("god-barnevernledelse", "q-frist")
    world.participant.review.answer(card.course_id, world.practice, Chosen(("q-frist-a",)))
    card = world.profile.review_cards.get("god-barnevernledelse", "q-frist")
    world.profile.review_cards.save([replace(card, mark="as another program wrote it")])
    take_quiz(world)

    sync(world.participant, read)

    assert not world.profile.review_cards.get("god-barnevernledelse", "q-frist").changed


def test_a_removed_question_rests_and_comes_back(world: World, read: PractisedCourse) -> None:
    """Its card keeps what it knew, and goes on from there when the question is in the course again."""
    sync(world.participant, read)
    world.participant.review.answer("god-barnevernledelse", world.deadline, Typed(("1. januar 2020",)))
    before = world.profile.review_cards.get("god-barnevernledelse", "q-dato")
    read.replace_blocks("d1-1", "lesing", world.practice)
    got = sync(world.participant, read)
    assert got is not None
    assert got.resting == 1
    world.clock.move(days=3)
    assert [card.item_id for card in world.participant.review.queue()] == ["q-frist"]

    read.replace_blocks("d1-1", "lesing", world.practice, world.deadline, digest="third")
    back = sync(world.participant, read)

    assert back is not None
    assert back.back == 1
    after = world.profile.review_cards.get("god-barnevernledelse", "q-dato")
    assert (after.memory, after.due, after.times) == (before.memory, before.due, before.times)
    assert [card.item_id for card in world.participant.review.queue()] == ["q-dato", "q-frist"]


def test_a_page_more_in_a_session_takes_no_card_away(world: World, read: PractisedCourse) -> None:
    """A new version in which the session is not finished any more lets go on what was begun."""
    sync(world.participant, read)
    read.sessions["d1-1"] = session_of("d1-1", world.reading, world.work, replace(world.reading, id="ny", blocks=()))
    read.digest = "second"
    got = sync(world.participant, read)

    assert got is not None
    assert got.resting == 0
    assert world.participant.review.due_count() == 2


def test_a_course_that_is_gone_rests_and_comes_back(world: World, read: PractisedCourse) -> None:
    """What cannot be shown is not counted; when the course is on the machine again, so are its cards."""
    sync(world.participant, read)
    assert world.participant.review.keep_to(frozenset())
    assert world.participant.review.due_count() == 0
    assert (world.participant.review.overview().total, world.participant.review.overview().resting) == (0, 2)
    assert not world.participant.review.keep_to(frozenset())

    got = sync(world.participant, read)

    assert got is not None
    assert got.back == 2
    assert world.participant.review.due_count() == 2


def test_a_question_moved_to_another_session_is_the_same_card(world: World, read: PractisedCourse) -> None:
    """Identity is the id, not the place."""
    sync(world.participant, read)
    read.sessions["d1-1"] = session_of("d1-1", replace(world.reading, blocks=(world.practice,)), world.work)
    read.sessions["d1-2"] = session_of("d1-2", world.page_of(world.deadline, id="flyttet"))
    read.digest = "second"
    sync(world.participant, read)

    card = world.profile.review_cards.get("god-barnevernledelse", "q-dato")
    assert (card.session_id, card.page_id, card.resting) == ("d1-2", "flyttet", False)


def play(world: World, *choices: str, case: Case | None = None) -> None:
    played = case or world.case
    world.desk.case.start_over(played)
    for choice in choices:
        world.desk.case.choose(played, choice)


def test_a_case_comes_back_whole_after_two_weeks_at_the_least(world: World, read: PractisedCourse) -> None:
    """One that has been played to an end is a card; its ending is the answer, wherever it is played."""
    play(world, "c2", "c4")
    sync(world.participant, read)
    card = world.profile.review_cards.get("god-barnevernledelse", "case-fredag")
    assert card.kind is CardKind.CASE
    assert (card.times, card.run) == (1, 1)
    assert (card.due - local_day(world.clock.time)).days == 14
    assert world.participant.review.overview().cases == ()

    world.clock.move(days=14)
    assert [one.item_id for one in world.participant.review.overview().cases] == ["case-fredag"]
    play(world, "c2", "c3")
    sync(world.participant, read)

    again = world.profile.review_cards.get("god-barnevernledelse", "case-fredag")
    assert (again.times, again.run) == (2, 2)
    assert again.due >= card.due + timedelta(days=14)
    assert world.participant.review.overview().cases == ()


def test_a_run_through_a_case_counts_once(world: World, read: PractisedCourse) -> None:
    """Whatever else makes the cards anew."""
    play(world, "c2", "c4")
    sync(world.participant, read)
    take_quiz(world)

    assert sync(world.participant, read) is not None

    assert world.profile.review_cards.get("god-barnevernledelse", "case-fredag").times == 1
    assert world.profile.review_log.cases_on(local_day(world.clock.time)) == 1


def test_a_case_played_on_a_clock_two_years_ahead_counts_as_played_today(world: World, read: PractisedCourse) -> None:
    """Set right again, the clock lets it come back as any other."""
    world.clock.move(days=730)
    play(world, "c2", "c4")
    world.clock.move(days=-730)
    sync(world.participant, read)

    card = world.profile.review_cards.get("god-barnevernledelse", "case-fredag")
    assert (card.due - local_day(world.clock.time)).days == 14


def test_one_case_is_enough_for_a_day(world: World, read: PractisedCourse) -> None:
    """Two that wait are put on a day each; what was played today is that of today."""
    other = replace(world.case, id="case-lordag")
    read.replace_blocks("d1-1", "arbeid", world.case, other)
    for case in (world.case, other):
        play(world, "c2", "c3", case=case)
    sync(world.participant, read)
    world.clock.move(days=200)
    review = world.participant.review
    (first,) = review.overview().cases
    assert review.due_count() == 2 + 1, "two questions and a case"

    cases = {world.case.id: world.case, other.id: other}
    play(world, "c2", "c3", case=cases.pop(first.item_id))
    sync(world.participant, read)

    assert review.overview().cases == ()
    world.clock.move(days=1)
    assert [card.item_id for card in review.overview().cases] == list(cases)


def test_a_case_under_way_is_no_card(world: World, read: PractisedCourse) -> None:
    """It is repeated from its end."""
    play(world, "c2")
    sync(world.participant, read)

    assert "case-fredag" not in cards(world)


def test_a_case_can_wait_a_week_more(world: World, read: PractisedCourse) -> None:
    """It takes a quarter of an hour, which there is not every day."""
    play(world, "c2", "c3")
    sync(world.participant, read)
    world.clock.move(days=60)
    assert len(world.participant.review.overview().cases) == 1

    world.participant.review.put_off_case("god-barnevernledelse", "case-fredag")

    assert world.participant.review.overview().cases == ()
    world.clock.move(days=7)
    assert len(world.participant.review.overview().cases) == 1
