"""The stores of Øving: cards, what was answered, and how it is set up."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.course import Place
from kursapp.domain.question import ChoiceKind, ChoiceQuestion
from kursapp.domain.record import Answer
from kursapp.domain.response import Chosen
from kursapp.domain.review import CardKind, Grade, Memory, ReviewCard, Reviewed, ReviewSettings, SeenDay
from kursapp.storage.participant.profile_file import ProfileFile, open_profile

TODAY = date(2026, 3, 9)
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
QUESTION = ChoiceQuestion("q1", "Hva nå?", Place("dag-1/01.md", 1, 2), ChoiceKind.SINGLE, ())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profil.db"


@pytest.fixture
def profile(file: Path) -> Iterator[ProfileFile]:
    made = open_profile(file, create=True)
    yield made
    made.close()


def card(name: str, due: int = 0, **changes: object) -> ReviewCard:
    """Make a card that has been met, and comes back so many days from today."""
    memory = Memory(10, 5, TODAY - timedelta(days=5))
    made = ReviewCard(
        "kurs", name, CardKind.QUESTION, "okt", "side", "f" * 32, TODAY + timedelta(days=due), memory=memory, times=1
    )
    return replace(made, **changes)


def new(name: str, due: int = 0, **changes: object) -> ReviewCard:
    return card(name, due, memory=None, times=0, **changes)


def told(name: str, **changes: object) -> Reviewed:
    return replace(Reviewed("kurs", name, TODAY, AT, Grade.GOOD, True, False, response=Chosen(("a",))), **changes)


def names(cards: tuple[ReviewCard, ...]) -> list[str]:
    return [each.item_id for each in cards]


def test_a_card_comes_back_as_it_was_kept(profile: ProfileFile, file: Path) -> None:
    """All of it, after a restart too; kept again it is changed."""
    kept = card("q1", 3, goals=("m1", "m2"), rank=7, times=4, lapses=2, changed=True, resting=True, run=3)
    profile.review_cards.save([kept])
    profile.close()
    with contextlib.closing(open_profile(file)) as again:
        assert again.review_cards.get("kurs", "q1") == kept
        again.review_cards.save([replace(kept, times=5)])
        assert again.review_cards.of_course("kurs") == {"q1": replace(kept, times=5)}
        assert again.review_cards.get("annet", "q1") is None


def test_what_waits_is_counted_by_kind(profile: ProfileFile) -> None:
    """Met before, changed, new and cases; what rests, and what comes later, is in none of them."""
    profile.review_cards.save(
        [
            card("a"),
            card("b", -3, changed=True),
            new("c"),
            card("d", kind=CardKind.CASE),
            card("e", 1),
            card("f", resting=True),
        ]
    )
    waiting = profile.review_cards.waiting(TODAY)

    assert (waiting.reviews, waiting.changed, waiting.new, waiting.cases) == (2, 1, 1, 1)
    assert profile.review_cards.total() == 5
    assert profile.review_cards.waiting(TODAY - timedelta(days=9)).reviews == 0


def test_changed_ones_come_first_then_those_best_remembered(profile: ProfileFile) -> None:
    """The days since, in stabilities, are what is put in order."""
    weak, strong = Memory(1, 5, TODAY - timedelta(days=20)), Memory(100, 5, TODAY - timedelta(days=50))
    profile.review_cards.save(
        [card("weak", memory=weak), card("strong", memory=strong), card("changed", memory=weak, changed=True)]
    )

    assert names(profile.review_cards.due(TODAY, 9)) == ["changed", "strong", "weak"]
    assert names(profile.review_cards.due(TODAY, 1)) == ["changed"]


def test_new_ones_come_by_rank(profile: ProfileFile) -> None:
    """As they stand in the course, across courses."""
    profile.review_cards.save(
        [new("b", rank=2), new("a", rank=3), new("c", rank=1), new("later", 1, rank=0), card("old")]
    )

    assert names(profile.review_cards.new(TODAY, 2)) == ["c", "b"]
    assert profile.review_cards.new_ready(TODAY) == 3
    assert profile.review_cards.new_ready(TODAY + timedelta(days=1)) == 4


def test_the_days_to_come_are_found(profile: ProfileFile) -> None:
    """The days on which the first of them come back, and the first day after today on which anything awake does."""
    profile.review_cards.save([card("a"), card("b", 2), card("c", 2), card("d", 30), new("f", 3)])
    profile.review_cards.save([card("e", 1, resting=True)])
    until = TODAY + timedelta(days=13)

    assert [day for day, _memory in profile.review_cards.memories(until, 2)] == [TODAY, TODAY + timedelta(days=2)]
    assert profile.review_cards.next_day(TODAY) == TODAY + timedelta(days=2)
    assert profile.review_cards.next_day(TODAY + timedelta(days=2)) == TODAY + timedelta(days=3)
    assert profile.review_cards.next_day(TODAY + timedelta(days=30)) is None


def test_all_can_be_put_off_and_new_ones_made_ready(profile: ProfileFile) -> None:
    """As the end of a pause does; nothing is ever moved back."""
    profile.review_cards.save([card("a", 1), new("b", 2), card("c", 3, changed=True)])
    profile.review_cards.put_off(10)
    profile.review_cards.put_off(-5)
    assert profile.review_cards.get("kurs", "a").due == TODAY + timedelta(days=11)

    profile.review_cards.make_ready(TODAY + timedelta(days=3))

    assert profile.review_cards.get("kurs", "b").due == TODAY + timedelta(days=3)
    assert profile.review_cards.get("kurs", "c").due == TODAY + timedelta(days=3)
    assert profile.review_cards.get("kurs", "a").due == TODAY + timedelta(days=11)


def test_a_course_rests_as_a_whole(profile: ProfileFile) -> None:
    """All its cards and no other's; a course of which one is awake is awake."""
    profile.review_cards.save([card("a"), card("b", resting=True), card("c", course_id="annet")])
    assert profile.review_cards.courses() == {"kurs": False, "annet": False}

    profile.review_cards.rest(["kurs"])

    assert profile.review_cards.courses() == {"kurs": True, "annet": False}


def test_numbers_a_damaged_file_holds_are_met_as_new(profile: ProfileFile, file: Path) -> None:
    """Infinity, less than nothing, and days beyond the calendar break nothing."""
    profile.review_cards.save([card("a"), card("b"), card("c")])
    profile.close()
    with contextlib.closing(dbapi2.connect(str(file))) as raw:
        raw.execute("UPDATE review_card SET stability = 9e999 WHERE item_id = 'a'")
        raw.execute("UPDATE review_card SET stability = -4 WHERE item_id = 'b'")
        raw.execute("UPDATE review_card SET due_day = 99999999, last_day = -7 WHERE item_id = 'c'")
        raw.commit()
    with contextlib.closing(open_profile(file)) as again:
        cards = again.review_cards.of_course("kurs")
        assert cards["a"].memory is None
        assert cards["b"].memory is None
        assert cards["c"].due == date.max
        assert cards["c"].memory is not None


def test_answers_are_kept_with_the_question_as_it_was_put(profile: ProfileFile) -> None:
    """With what the card was before, in the order they were given; one word later they can be graded anew."""
    before = Memory(3, 4, TODAY - timedelta(days=2))
    first = profile.review_log.add(told("q1", before=before, lapses_before=2), QUESTION)
    second = profile.review_log.add(told("q1", right=False, grade=Grade.AGAIN), QUESTION)
    profile.review_log.add(told("q2"))
    profile.review_log.regrade(first.id, Grade.HARD, knew=False)

    kept = profile.review_log.of_item("kurs", "q1")
    assert kept == (replace(first, grade=Grade.HARD, knew=False), second)
    assert profile.asked.get(kept[0].asked) == replace(QUESTION, place=Place("", 0, 0))
    assert profile.review_log.get(999) is None


def test_a_day_counts_each_question_once(profile: ProfileFile) -> None:
    """Those met before and those that were new, apart; cases are counted by themselves."""
    for one in (
        told("q1"),
        told("q1"),
        told("q2", was_new=True),
        told("case", response=None),
        told("q3", day=TODAY - timedelta(days=1)),
        told("q1", course_id="annet"),
    ):
        profile.review_log.add(one)

    assert profile.review_log.done_on(TODAY) == (2, 1)
    assert profile.review_log.cases_on(TODAY) == 1
    assert profile.review_log.done_on(TODAY + timedelta(days=1)) == (0, 0)


def test_the_latest_hundred_tell_how_much_is_right(profile: ProfileFile) -> None:
    """What was long ago says little of tomorrow."""
    assert profile.review_log.right_of_late() == (0, 0)
    with profile.transaction():
        for number in range(130):
            profile.review_log.add(told(f"q{number}", right=number >= 50))

    assert profile.review_log.right_of_late() == (100, 80)


def answer(profile: ProfileFile, name: str, right: bool | None) -> None:
    question = replace(QUESTION, id=name)
    profile.answers.save(Answer("kurs", "1", name, Chosen(("a",)), AT, 0, 1, right), question)


def test_first_and_now_are_of_questions_answered_twice(profile: ProfileFile) -> None:
    """The first answer ever, in the course where there is one, and the newest in Øving."""
    answer(profile, "q1", False)
    answer(profile, "q1", True)
    for name, *rights in (("q1", False, True), ("q2", False, True), ("q3", True)):
        for right in rights:
            profile.review_log.add(told(str(name), right=right))
    profile.review_log.add(told("q1", course_id="annet"))

    found = {one.item_id: (one.first, one.now) for one in profile.review_log.first_and_now("kurs")}
    assert found == {"q1": (False, True), "q2": (False, True)}


def test_missed_is_what_was_wrong_the_last_time(profile: ProfileFile) -> None:
    """In the course; one that was got right since is missed no more, and a dilemma never was."""
    for name, *rights in (("a", True, False), ("b", False, True), ("c", False), ("d", None)):
        for right in rights:
            answer(profile, str(name), right)

    assert profile.review_log.missed("kurs") == {"a", "c"}


def test_how_it_is_set_up_is_kept(profile: ProfileFile) -> None:
    """As it comes before anybody has said anything; numbers beyond what one can mean are held within it."""
    setup = profile.review_setup
    assert setup.settings() == ReviewSettings()
    assert setup.seen() is None
    seen = SeenDay(date(2024, 1, 1), TODAY)
    setup.save_seen(seen)
    assert setup.settings() == ReviewSettings()
    setup.save_settings(ReviewSettings(3, 30, cases=False, paused_on=TODAY))

    assert setup.settings() == ReviewSettings(3, 30, cases=False, paused_on=TODAY)
    assert setup.seen() == seen
    setup.save_settings(ReviewSettings(-1, 1000))
    assert setup.settings() == ReviewSettings(0, 100)


def test_what_cards_are_made_from_is_remembered_and_forgotten(profile: ProfileFile) -> None:
    """By course; a course that rests is taken in anew when it is back."""
    setup = profile.review_setup
    assert setup.taken_in("kurs") == ("", "")
    setup.save_taken_in("kurs", "digest", "done")
    setup.save_taken_in("kurs", "digest", "more")
    assert setup.taken_in("kurs") == ("digest", "more")

    setup.forget_taken_in(["kurs"])

    assert setup.taken_in("kurs") == ("", "")
