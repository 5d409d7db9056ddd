"""The cards follow what is done and what is on the shelf, beside everything else, and tell how many wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kursapp.domain.problem import refusal
from kursapp.services.changes import Change, Changes
from kursapp.services.review import Review
from kursapp.storage.participant.profile_file import ProfileFile

if TYPE_CHECKING:
    from tests.ui.participant.practice.conftest import Desk


def told(desk: Desk, count: int) -> None:
    """Wait until the number told is this one."""
    desk.sitting.wait_for(lambda: bool(desk.counts) and desk.counts[-1] == count, f"{count}, not {desk.counts}")


def test_reading_a_session_to_its_end_makes_its_cards(desk: Desk) -> None:
    """A moment after the last page is read, without anybody asking; the number follows each answer."""
    desk.finish()
    desk.sitting.tasks.changed.emit(Changes.of(Change.PROGRESS))
    told(desk, 3)
    opened = desk.sitting.opened()
    question = opened.question("q3")
    assert question is not None

    from kursapp.domain.response import Typed

    desk.sitting.tasks.save(lambda participant: participant.review.answer("lite", question, Typed(("x",))))

    told(desk, 2)


def test_what_has_nothing_to_do_with_it_wakes_nothing(desk: Desk) -> None:
    """A draft or a tick is no reason to look."""
    # First the file is open, which wakes it too.
    desk.sitting.settle()
    desk.keeper._quiet.stop()
    desk.sitting.settle()
    desk.counts.clear()
    desk.sitting.tasks.changed.emit(Changes.of(Change.DRAFTS, Change.FIELDS))
    desk.sitting.settle()

    assert desk.counts == []
    assert not desk.keeper._quiet.isActive()


def test_a_new_day_is_noticed_in_a_window_left_open(desk: Desk) -> None:
    """It looks now and then: what comes back at midnight is counted without a restart."""
    desk.finish()
    desk.take_in()
    desk.ask(lambda participant: participant.review.set_up(1, 15, cases=True))
    desk.begin()
    desk.screen.round.stage.view.answered.emit("q1", _right(desk), None)
    desk.sitting.settle()
    told(desk, 0)
    desk.days(2)
    assert not desk.keeper._looks.isActive()
    desk.keeper._on_ready()
    assert desk.keeper._looks.isActive(), "from the moment there is a profile"

    desk.keeper._looks.timeout.emit()

    told(desk, 2)


def _right(desk: Desk) -> object:
    from kursapp.domain.response import Chosen

    assert desk.stage.view.question.id == "q1"
    return Chosen(("q1-a",))


def test_cards_of_a_course_that_is_gone_rest(desk: Desk) -> None:
    """A card of a course no longer on the shelf is not counted."""
    desk.finish()
    desk.take_in()

    def lost(participant: object) -> None:
        from dataclasses import replace

        cards = participant.profile.review_cards
        cards.save([replace(card, course_id="borte") for card in cards.of_course("lite").values()])

    desk.ask(lost)
    desk.counts.clear()
    desk.keeper.take_in()
    told(desk, 3)

    assert desk.ask(lambda participant: participant.profile.review_cards.courses()) == {"lite": False, "borte": True}


def test_a_course_that_could_not_be_opened_is_not_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cards wait for it, awake."""
    desk.finish()
    desk.take_in()
    monkeypatch.setattr(type(desk.sitting.shelf), "shelf", lambda _self: ())
    monkeypatch.setattr(type(desk.sitting.shelf), "refused", lambda _self: (("mappe", None),))
    desk.sitting.settle()
    desk.counts.clear()
    desk.keeper.take_in()
    told(desk, 3)
    desk.sitting.settle()

    assert desk.ask(lambda participant: participant.profile.review_cards.courses()) == {"lite": False}


def test_a_profile_that_can_only_be_read_is_counted_and_left_as_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written, and nothing is said to fail."""
    desk.finish()
    desk.take_in()
    desk.sitting.settle()
    desk.days(1)
    desk.counts.clear()
    seen = desk.ask(lambda participant: participant.profile.review_setup.seen())
    monkeypatch.setattr(ProfileFile, "read_only", property(lambda _self: True))

    desk.keeper.take_in()

    told(desk, 3)
    desk.sitting.settle()
    assert desk.ask(lambda participant: participant.profile.review_setup.seen()) == seen


def test_trouble_is_left_until_next_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever keeps the cards from being made is nothing she can see to here: it is tried again later."""
    desk.finish()

    def broken(*_told: object) -> None:
        raise refusal("profile-read-only", file="profil.db", folder="mappe")

    with monkeypatch.context() as patched:
        patched.setattr(Review, "take_in", broken)
        desk.keeper.take_in()
        desk.sitting.settle()
    assert desk.sitting.heard == []

    desk.keeper.take_in()

    told(desk, 3)
