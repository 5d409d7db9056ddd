"""Øving through the real window: the day, one question at a time, and everything by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.problem import refusal
from kursapp.domain.review import Grade
from kursapp.services.review import Review
from kursapp.ui.navigation import library, practice
from kursapp.ui.participant.page import PageScreen

if TYPE_CHECKING:
    from kursapp.services.participant import Participant
    from tests.ui.participant.practice.conftest import Desk


def cards(desk: Desk) -> dict[str, object]:
    found = desk.ask(lambda participant: participant.profile.review_cards.of_course("lite"))
    assert isinstance(found, dict)
    return found


def log(desk: Desk) -> list[tuple[str, Grade, bool | None]]:
    rows = desk.ask(
        lambda participant: [
            (one.item_id, one.grade, one.knew)
            for name in ("q1", "q2", "q3")
            for one in participant.profile.review_log.of_item("lite", name)
        ]
    )
    assert isinstance(rows, list)
    return rows


def pick(desk: Desk, key: Qt.Key) -> None:
    desk.sitting.key(key)


def answer(desk: Desk, *, right: bool) -> None:
    """Answer the question asked now by keyboard."""
    field = desk.stage.view.field
    if field.is_typed:
        desk.sitting.type("kommunestyret" if right else "vet ikke")
    else:
        wanted = f"{desk.stage.view.question.id}-{'a' if right else 'b'}"
        number = [row.part_id for row in field.rows()].index(wanted)
        pick(desk, Qt.Key(Qt.Key.Key_1 + number))
    desk.sitting.key(Qt.Key.Key_Return)


def after(widget: QWidget) -> QWidget:
    """Return the button that comes after a widget in the order of Tab, shown or not."""
    following = widget.nextInFocusChain()
    while not isinstance(following, QPushButton):
        following = following.nextInFocusChain()
    return following


def test_before_anything_is_read_it_says_what_will_come(desk: Desk) -> None:
    """The empty state says what goes here and why it is empty, and leads to the courses."""
    overview = desk.open()

    assert "Ingenting å øve på ennå" in desk.words()
    assert not overview.today.isVisible()
    assert not overview.setup.isVisible()
    assert desk.sitting.focus() is overview.empty.action
    gone: list[object] = []
    desk.sitting.navigator.moved.disconnect(desk.sitting.steering.show_location)
    desk.sitting.navigator.moved.connect(gone.append)
    overview.empty.action.click()
    assert gone == [library()]


def test_a_finished_session_comes_without_being_asked_for(desk: Desk) -> None:
    """The window takes in what has been read, and the number in the sidebar is told; dilemmas are left out."""
    desk.finish()
    desk.keeper.take_in()
    desk.sitting.wait_for(lambda: bool(desk.counts) and desk.counts[-1] == 3, "the cards")

    assert set(cards(desk)) == {"q1", "q2", "q3"}


def test_what_rests_is_said_to_be_kept(desk: Desk) -> None:
    """Nothing is lost with a course that is not on the machine."""
    desk.finish()
    desk.take_in()
    desk.ask(lambda participant: participant.profile.review_cards.rest(["lite"]))
    overview = desk.open()

    assert overview.empty.isVisible()
    assert "3 spørsmål hviler" in desk.words()
    assert "De er beholdt" in desk.words()


def test_the_overview_tells_the_day_and_the_days_to_come(desk: Desk) -> None:
    """How many, how long, the next fourteen days as a picture and as numbers, and that it all stays here."""
    desk.finish()
    desk.take_in()
    overview = desk.open()

    words = desk.words()
    assert "3 spørsmål i dag" in words
    assert "Alle er nye i øvingen. Omtrent 2 min." in words
    assert "Øvingen blir på denne maskinen." in words
    assert overview.days_section.isVisible()
    assert overview.chart.accessibleDescription().startswith("i dag: 3 spørsmål. i morgen: 0 spørsmål")
    desk.press(overview.figure.show_table)
    assert overview.figure.table is not None
    assert overview.figure.table.item(0, 3).text() == "3"
    assert not overview.case_section.isVisible()
    assert not overview.goals_section.isVisible()
    assert desk.nameless() == []


def test_a_round_by_keyboard_alone(desk: Desk) -> None:
    """Enter begins; a number picks, Enter answers; 1 says visste, 2 gjettet, Enter goes on; the end is told."""
    desk.finish()
    desk.take_in()
    overview = desk.open()
    assert desk.sitting.focus() is overview.today.begin
    desk.sitting.key(Qt.Key.Key_Return)
    asked = []
    for number in range(3):
        assert f"Spørsmål {number + 1} av 3" in desk.words()
        assert desk.stage.tag.isVisible()
        asked.append(desk.stage.view.question.id)
        assert desk.stage.view.isAncestorOf(desk.sitting.focus())
        answer(desk, right=number < 2)
        stage = desk.stage
        if number < 2:
            assert desk.sitting.focus() is stage.knew_button
            assert "Visste du det, eller gjettet du?" in desk.words()
            assert not stage.next_button.isVisible()
            desk.sitting.key(Qt.Key.Key_1 if number == 0 else Qt.Key.Key_2)
        else:
            assert desk.sitting.focus() is stage.next_button
            assert not stage.knew_button.isVisible()
            assert "Spørsmålet kommer igjen i morgen." in desk.words()
            desk.sitting.key(Qt.Key.Key_Return)

    assert asked == ["q1", "q2", "q3"]
    assert log(desk) == [("q1", Grade.GOOD, True), ("q2", Grade.HARD, False), ("q3", Grade.AGAIN, None)]
    assert desk.screen.round is not None
    assert desk.screen.round.done is not None
    assert "Du svarte på 3 spørsmål. Riktige svar: 2." in desk.words()
    assert "Det du bommet på, kommer igjen i morgen." in desk.words()
    assert desk.sitting.focus() is desk.screen.round.done.overview
    desk.sitting.key(Qt.Key.Key_Return)
    assert desk.screen.round is None
    assert "Ferdig for i dag" in desk.words()
    assert "Neste gang er i morgen." in desk.words()


def test_how_certain_one_is_is_asked_once_and_tries_do_not_run_out(desk: Desk) -> None:
    """A question that asks for it in the course does not ask here too, and one with a single try is put again."""
    desk.finish()
    desk.take_in()
    desk.begin()
    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    assert desk.stage.view.question.id == "q2"
    assert desk.stage.view.certainty_row is None
    answer(desk, right=False)
    desk.sitting.key(Qt.Key.Key_Return)
    answer(desk, right=False)
    desk.sitting.key(Qt.Key.Key_Return)
    desk.days(1)
    desk.begin()

    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    answer(desk, right=True)

    assert log(desk)[-1] == ("q3", Grade.HARD, None)


def test_esc_stops_and_nothing_is_lost(desk: Desk) -> None:
    """What was answered is kept, what was begun stands there when one comes back."""
    desk.finish()
    desk.take_in()
    desk.begin()
    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    assert desk.stage.view.question.id == "q3"
    desk.sitting.type("kommune")
    desk.sitting.key(Qt.Key.Key_Escape)
    assert desk.screen.round is None
    assert desk.sitting.navigator.here == practice()
    assert "1 spørsmål i dag" in desk.words()
    assert desk.screen.overview.today.begin.text() == "Fortsett"

    desk.sitting.key(Qt.Key.Key_Return)

    assert desk.stage.view.response().texts == ("kommune",)
    desk.press(desk.stage.stop_button)
    assert desk.screen.round is None


def test_the_page_of_a_question_is_a_press_away(desk: Desk) -> None:
    """After answering one can read the page, and come back to the rest."""
    desk.finish()
    desk.take_in()
    desk.begin()
    assert not desk.stage.page_button.isVisible()
    answer(desk, right=False)
    desk.press(desk.stage.page_button)
    desk.sitting.wait_for(lambda: desk.sitting.page_view() is not None, "the page")
    assert isinstance(desk.sitting.steering.screen, PageScreen)
    assert desk.sitting.view().ground.page.id == "om"

    desk.sitting.navigator.back()
    desk.sitting.settle()

    assert "Spørsmål 1 av 2" in desk.words()


def test_a_link_in_the_feedback_leads_to_its_page(desk: Desk) -> None:
    """Links within the course work from here too; what leads out of the program is asked about."""
    desk.finish()
    desk.take_in()
    desk.begin()
    desk.stage.link_activated.emit("https://lovdata.no")
    assert desk.screen._leaving.question is not None
    desk.screen._leaving.question.reject()

    desk.stage.link_activated.emit("kurs:okt#om")
    desk.sitting.wait_for(lambda: desk.sitting.page_view() is not None, "the page")

    assert desk.sitting.view().ground.page.id == "om"


def test_more_can_be_asked_for(desk: Desk) -> None:
    """With one new a day, the others are a press away when the day's own are done."""
    desk.finish()
    desk.take_in()
    desk.ask(lambda participant: participant.review.set_up(1, 15, cases=True))
    desk.begin()
    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    assert desk.screen.round is not None
    assert desk.screen.round.done is not None
    desk.press(desk.screen.round.done.more)
    assert "Spørsmål 1 av 2" in desk.words()
    desk.sitting.key(Qt.Key.Key_Escape)

    assert desk.screen.overview.today.more.isVisible()
    desk.press(desk.screen.overview.today.more)
    assert "Spørsmål 1 av 2" in desk.words()


def test_a_pause_is_one_press_and_so_is_its_end(desk: Desk) -> None:
    """While it lasts nothing is put, and it says since when."""
    desk.finish()
    desk.take_in()
    overview = desk.open()
    desk.press(overview.setup.pause)
    assert "Øvingen har pause" in desk.words()
    assert "Pausen begynte 10. mars 2026." in desk.words()
    assert not overview.today.begin.isVisible()
    assert not overview.days_section.isVisible()
    desk.days(30)

    overview.today.resume.setFocus()
    desk.press(overview.today.resume)

    assert "3 spørsmål i dag" in desk.words()
    assert desk.sitting.focus() is overview.today.begin


def test_how_much_a_day_is_hers_to_say(desk: Desk) -> None:
    """A press is kept at once and shown at once; at the ends nothing happens."""
    desk.finish()
    desk.take_in()
    overview = desk.open()
    for _press in range(3):
        desk.press(overview.setup.new.less)
    desk.press(overview.setup.reviews.more)
    desk.press(overview.setup.cases)
    settings = desk.ask(lambda participant: participant.review.overview().settings)
    assert (settings.new_a_day, settings.reviews_a_day, settings.cases) == (1, 20, False)
    assert "1 spørsmål i dag" in desk.words()
    for _press in range(3):
        desk.press(overview.setup.new.less)
    assert overview.setup.new.number == 0
    assert "Ingen spørsmål i dag" in desk.words()
    assert overview.setup.new.less.accessibleName() == "Nye spørsmål om dagen, høyst: færre"
    assert overview.setup.new.less.accessibleDescription() == "Nå: 0"


def test_a_case_is_played_on_its_page_or_put_off(desk: Desk) -> None:
    """Two weeks after it was played it stands here by its name; a week more is a press."""
    desk.finish(case=True)
    desk.take_in()
    desk.days(20)
    overview = desk.open()
    (row,) = overview.cases.cards
    assert "Fredag" in desk.words(row)
    assert row.open.accessibleDescription() == "Fredag"
    assert after(overview.today.resume) is row.open
    assert after(row.open) is row.later
    desk.press(row.open)
    desk.sitting.wait_for(lambda: desk.sitting.page_view() is not None, "the page")
    assert desk.sitting.view().ground.page.id == "om"
    overview = desk.open()
    desk.press(overview.cases.cards[0].later)

    assert not overview.case_section.isVisible()


def test_goals_are_told_when_there_is_a_before_and_a_now(desk: Desk) -> None:
    """First answer and newest of the same questions, and that few say little."""
    desk.finish()
    desk.take_in()
    desk.begin()
    answer(desk, right=False)
    desk.sitting.key(Qt.Key.Key_Escape)
    desk.days(1)
    desk.begin()
    answer(desk, right=True)
    desk.sitting.key(Qt.Key.Key_1)
    desk.sitting.key(Qt.Key.Key_Escape)

    words = desk.words()
    assert "kjenne fristene" in words
    assert "Første svar: 0 av 1 riktige" in words
    assert "Nå: 1 av 1 riktige" in words
    assert "Få svar ennå: 1 av 3 spørsmål. Tallene sier lite." in words


def test_after_a_long_time_away_there_is_no_reproach(desk: Desk) -> None:
    """What does not fit in today is said to be spread, and about how long it takes."""
    desk.finish()
    desk.take_in()
    desk.begin()
    for _question in range(3):
        answer(desk, right=True)
        desk.sitting.key(Qt.Key.Key_1)
    desk.ask(lambda participant: participant.review.set_up(5, 1, cases=True))
    desk.days(90)

    desk.open()

    words = desk.words()
    assert "1 spørsmål i dag" in words
    assert "Utenom dette venter 2 spørsmål. De er fordelt på dagene framover." in words
    assert "Om omtrent 2 dager er alle tatt." in words


def test_an_answer_that_cannot_be_kept_is_told_and_can_be_given_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question stays open, with the answer in it."""
    desk.finish()
    desk.take_in()
    desk.begin()

    def broken(*_told: object) -> None:
        raise refusal("profile-open-elsewhere", file="profil.db", folder="mappe")

    with monkeypatch.context() as patched:
        patched.setattr(Review, "answer", broken)
        answer(desk, right=True)
    assert desk.sitting.heard
    assert desk.stage.view.isEnabled()
    assert not desk.stage.knew_button.isVisible()

    desk.stage.view.answer()
    desk.sitting.settle()

    assert desk.stage.knew_button.isVisible()


@pytest.mark.parametrize("size", [(960, 600), (1366, 768)])
def test_nothing_is_wider_than_the_window(desk: Desk, size: tuple[int, int]) -> None:
    """At the smallest window all fits its width, in the overview and in a round."""
    desk.sitting.window.resize(*size)
    desk.finish()
    desk.take_in()
    desk.open()
    viewport = desk.screen._scroll.viewport()
    assert desk.screen._scroll.widget().minimumSizeHint().width() <= viewport.width()
    desk.begin()
    answer(desk, right=True)
    assert desk.screen._scroll.widget().minimumSizeHint().width() <= viewport.width()
    assert desk.nameless() == []


def test_a_key_held_down_says_no_more_than_one_word(desk: Desk) -> None:
    """1 and 2 do nothing before there is an answer to say it of."""
    desk.finish()
    desk.take_in()
    desk.begin()
    stage = desk.stage
    QTest.keyClick(stage, Qt.Key.Key_2)
    desk.sitting.settle()

    assert desk.stage is stage
    assert log(desk) == []


@pytest.mark.parametrize("where", [("okt", "flyttet"), ("borte", "om")])
def test_a_question_that_is_being_moved_waits_for_the_next_round(desk: Desk, where: tuple[str, str]) -> None:
    """The course was changed a moment ago, and its cards do not know it yet: the others are put."""
    desk.finish()
    desk.take_in()
    session_id, page_id = where

    def move(participant: Participant) -> None:
        (card,) = (one for one in participant.review.queue() if one.item_id == "q1")
        participant.profile.review_cards.save([replace(card, session_id=session_id, page_id=page_id)])

    desk.ask(move)
    desk.keeper._quiet.stop()
    desk.begin()

    assert {put.card.item_id for put in desk.screen.round._put} == {"q2", "q3"}
    assert desk.sitting.heard == []
