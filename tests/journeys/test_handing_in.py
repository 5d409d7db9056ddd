"""From a cohort file to a sealed answer file, in the real window: joined, answered, handed in, changed, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from kursapp.app.program import open_program
from kursapp.app.start import marker
from kursapp.demo import eyes, hands
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.waiting import wait_until
from kursapp.domain.attendance import Attendance
from kursapp.domain.course import Page
from kursapp.domain.evaluation_answer import Rated, Written
from kursapp.domain.submission import Submission
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.participant.cohort.rows import PlaceRow
from kursapp.ui.participant.cohort.screen import CohortScreen
from kursapp.ui.single import raise_first
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow
from tests.journeys.conftest import begin
from tests.journeys.dialogs import back_in_window, choose_path, drop
from tests.room import Room, room_for

COURSE = "god-barnevernledelse"
FORM, QUIZ = "eval-dag-1", "quiz-dag-1"


def flagship(driver: Driver) -> OpenedCourse:
    opened = driver.rest.courses.get(COURSE)
    assert opened is not None, [one.course.id for one in driver.rest.courses.shelf()]
    return opened


def page_of(driver: Driver, page_id: str) -> Page:
    opened = flagship(driver)
    place = opened.page_of(page_id)
    assert place is not None, page_id
    return opened.session(place[0]).page(place[1])


@pytest.fixture
def room(kari: Driver) -> Room:
    """Give the coordinator of a cohort of the course, which asks for one form and one quiz, and for progress."""
    opened = flagship(kari)
    return room_for(opened.course, [page_of(kari, each) for each in (FORM, QUIZ)], opened.bank)


def agree(driver: Driver, words: str) -> None:
    """Press a button of the question on the screen."""
    question = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    next(one for one in question.buttons() if one.text() == words).click()
    back_in_window(driver)


def join(kari: Driver, room: Room, folder: Path) -> None:
    kari.go_home()
    kari.push("Åpne kullfil")
    choose_path(kari, room.put_file(folder / "kull"))
    assert isinstance(kari.screen, CohortScreen)
    kari.push("Bli med i kullet")


def to_form(kari: Driver) -> None:
    kari.find_and_go(page_of(kari, FORM).title)


def to_review(kari: Driver, *, rate: int, text: str = "") -> None:
    """Answer the first row of the form shown and its texts, and go to the look over it."""
    kari.click(kari.all(ScaleRow, kari.page)[0].buttons()[rate])
    while not eyes.all_with(kari.page, Role.Button, "Se over svarene"):
        _write(kari, text)
        kari.push("Neste", kari.page.body)
    _write(kari, text)
    kari.push("Se over svarene", kari.page.body)


def _write(kari: Driver, text: str) -> None:
    for field in kari.all(SavedText, kari.page) if text else ():
        kari.write(field, text)


def hand_in(kari: Driver, room: Room, folder: Path, button: str) -> Submission:
    """Make an answer file by the buttons, and open it as the coordinator does."""
    before = set(folder.iterdir())
    kari.push(button, kari.page.body)
    assert "Dette sendes" in kari.words(kari.page)
    kari.push("Velg mappe og lag svarfila", kari.page.body)
    choose_path(kari, folder)
    wait_until(lambda: "Kvittering" in kari.words(kari.page), "the receipt")
    (path,) = set(folder.iterdir()) - before
    assert path.name in kari.words(kari.page)
    return room.open(path).submission


def test_a_form_filled_in_before_joining_can_be_handed_in_afterwards(kari: Driver, room: Room, tmp_path: Path) -> None:
    """The page one was on knows of the cohort when one comes back to it."""
    to_form(kari)
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=3)
    kari.push("Ferdig", kari.page.body)
    assert not eyes.all_with(kari.page, Role.Button, "Lag svarfil")
    join(kari, room, tmp_path)
    to_form(kari)
    assert eyes.all_with(kari.page, Role.Button, "Lag svarfil")


def test_from_a_cohort_file_to_an_answer_file(kari: Driver, room: Room, tmp_path: Path) -> None:
    """She compares the mark, reads the rules, joins, answers, reads every line that is sent, and hands it in."""
    kari.push("Åpne kullfil")
    choose_path(kari, room.put_file(tmp_path / "kull"))
    words = kari.words()
    assert " · ".join(room.mark) in words or ", ".join(room.mark) in words
    for said in (room.cohort.name, "Ingenting vises før minst 5 har levert", "Dette kan ingen love", "Kullet slettes"):
        assert said in words
    kari.push("Bli med i kullet")
    assert "Du er med i dette kullet" in kari.words()
    row = next(each for each in kari.all(PlaceRow) if each.name.text() == page_of(kari, FORM).title)
    kari.click(row)
    words = kari.words(kari.page)
    assert ", ".join(room.mark) in words
    for said in (
        "konfidensielle",
        "Ingenting vises før minst 5 har levert",
        "minst 10 har levert",
        "Kullet slettes senest",
        "kan åpne fila utenfor Kursapp",
        "kan trekke det fra tallene",
        "vet alle hva alle svarte",
        "kan røpe deg",
        "kan ikke trekkes tilbake",
    ):
        assert said in words
    assert "anonym" not in words.lower()
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=3, text="Mer =2+3 tid \U0001f600")
    (tmp_path / "pinne").mkdir()
    sent = hand_in(kari, room, tmp_path / "pinne", "Lag svarfil")
    assert next(iter(sent.answers))[1] == Rated(4)
    assert Written("Mer =2+3 tid \U0001f600") in dict(sent.answers).values()
    receipt = kari.words(kari.page)
    assert sent.response_id not in receipt
    assert room.cohort.id not in receipt
    kari.push("Ferdig", kari.page.body)
    assert "Du laget svarfila" in kari.words(kari.page)


def test_she_thinks_better_of_it(kari: Driver, room: Room, tmp_path: Path) -> None:
    """A change asks for a new file, which replaces; then all of it is taken back, and deleted from the laptop."""
    (tmp_path / "pinne").mkdir()
    join(kari, room, tmp_path)
    to_form(kari)
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=0)
    first = hand_in(kari, room, tmp_path / "pinne", "Lag svarfil")
    kari.restart()
    wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
    to_form(kari)
    kari.click(kari.all(RowButton, kari.page)[0])
    to_review(kari, rate=4)
    assert "Du har endret svar etter at du laget svarfila" in kari.words(kari.page)
    second = hand_in(kari, room, tmp_path / "pinne", "Lag ny svarfil")
    assert (second.replaces, next(iter(second.answers))[1]) == (first.response_id, Rated(5))
    kari.push("Ferdig", kari.page.body)
    kari.push("Trekk svarene tilbake", kari.page.body)
    kari.push("Velg mappe og lag fila", kari.page.body)
    before = set((tmp_path / "pinne").iterdir())
    choose_path(kari, tmp_path / "pinne")
    (path,) = set((tmp_path / "pinne").iterdir()) - before
    third = room.open(path).submission
    assert third.is_withdrawal
    assert third.replaces == second.response_id
    kari.push("Ferdig", kari.page.body)
    assert "trekker svarene tilbake" in kari.words(kari.page)
    kari.push("Slett mine svar", kari.page.body)
    agree(kari, "Slett mine svar")
    kari.push("Begynn", kari.page.body)
    assert kari.all(ScaleRow, kari.page)[0].value() is None


def test_what_is_wrong_with_the_folder_is_told_where_she_is(kari: Driver, room: Room, tmp_path: Path) -> None:
    """A folder that is gone when the file is to be made: one sentence at the button, and another folder will do."""
    gone, stick = tmp_path / "borte", tmp_path / "pinne"
    gone.mkdir()
    stick.mkdir()
    join(kari, room, tmp_path)
    to_form(kari)
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=1)
    kari.push("Lag svarfil", kari.page.body)
    kari.push("Velg mappe og lag svarfila", kari.page.body)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
    gone.rmdir()
    dialog.filesSelected.emit([str(gone)])
    dialog.reject()
    back_in_window(kari)
    assert "er ikke der lenger" in kari.words(kari.page)
    kari.push("Velg mappe og lag svarfila", kari.page.body)
    choose_path(kari, stick)
    assert "Kvittering" in kari.words(kari.page)
    assert len(list(stick.iterdir())) == 1


def test_a_file_that_is_not_the_cohorts_is_refused(kari: Driver, room: Room, tmp_path: Path) -> None:
    """Another file for the same cohort, a foreign one, and the way to choose again."""
    join(kari, room, tmp_path)
    other = room.with_rules(k=6).put_file(tmp_path / "kull", "annen.kull")
    foreign = tmp_path / "foreign.kull"
    foreign.write_bytes(b"PK\x03\x04")
    drop(kari, other)
    assert "en annen fil for kullet" in kari.words()
    assert not eyes.all_with(kari.screen, Role.Button, "Bli med i kullet")
    drop(kari, foreign)
    assert "Kullfila kan ikke brukes" in kari.words()
    kari.push("Velg en annen fil")
    choose_path(kari, tmp_path / "kull" / "kull.kull")
    assert "Du er med i dette kullet" in kari.words()


def test_two_files_dropped_at_once_are_too_many(kari: Driver, room: Room, tmp_path: Path) -> None:
    """It says so, and goes nowhere; what is no file of the program's is nothing to the window."""
    here = kari.rest.navigator.here
    drop(kari, room.put_file(tmp_path / "kull", "a.kull"), room.put_file(tmp_path / "kull", "b.kull"))
    assert "én kullfil eller kurspakke om gangen" in eyes.words(kari.window)
    drop(kari, tmp_path / "x.txt")
    assert kari.rest.navigator.here == here


def test_a_second_start_brings_its_file(kari: Driver, room: Room, tmp_path: Path) -> None:
    """``kursapp FILE.kull`` while the window is open shows the cohort in that window."""
    path = room.put_file(tmp_path / "kull")
    assert raise_first(marker(), path)
    wait_until(lambda: isinstance(kari.screen, CohortScreen), "the cohort's screen")
    kari.settle()
    assert room.cohort.name in kari.words()


def test_a_first_start_keeps_its_file_until_there_is_a_profile(
    stranger: Driver, room_file: Path, room_name: str
) -> None:
    """Somebody new opens the program by the file: first who she is, then the cohort."""
    stranger._open_program = lambda application: open_program(application, room_file)
    stranger.open()
    begin(stranger)
    wait_until(lambda: isinstance(stranger.screen, CohortScreen), "the cohort's screen")
    stranger.settle()
    assert room_name in stranger.words()


@pytest.fixture
def room_file(tmp_path: Path) -> Path:
    """Give a cohort file of some course."""
    from tests.delivery.small_cohort import make_cohort, make_keys

    keys = make_keys()
    return Room(make_cohort(keys), keys).put_file(tmp_path / "kull")


@pytest.fixture
def room_name() -> str:
    """Give its name."""
    return "Vår 2026, Bergen"


def test_progress_is_told_elsewhere_and_by_name(kari: Driver, room: Room, tmp_path: Path) -> None:
    """From the cohort's page, with every line shown; in a folder of answers it is refused."""
    stick, own = tmp_path / "pinne", tmp_path / "navn"
    stick.mkdir()
    own.mkdir()
    join(kari, room, tmp_path)
    to_form(kari)
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=1)
    hand_in(kari, room, stick, "Lag svarfil")
    kari.open_course(flagship(kari).course.title)
    kari.push("Kullet ditt")
    kari.click(next(each for each in kari.all(PlaceRow) if each.name.text() == "Lag fremdriftsfil"))
    kari.push("Velg mappe og lag fremdriftsfila")
    assert "Skriv navnet" in kari.words()
    hands.type_text("Kari Nordmann")
    kari.settle()
    assert "Navn: Kari Nordmann" in kari.words()
    kari.push("Velg mappe og lag fremdriftsfila")
    choose_path(kari, stick)
    assert "ligger det svarfiler for samme kull" in kari.words()
    kari.push("Velg mappe og lag fremdriftsfila")
    choose_path(kari, own)
    assert "Fremdriftsfila er laget" in kari.words()
    (path,) = own.iterdir()
    told = room.open_progress(path)
    assert isinstance(told, Attendance)
    assert told.name == "Kari Nordmann"


def test_quiz_answers_are_shared_from_the_cohorts_page(kari: Driver, room: Room, tmp_path: Path) -> None:
    """Before the quiz is taken there is nothing to share, and a button that leads to it."""
    join(kari, room, tmp_path)
    title = page_of(kari, QUIZ).title
    kari.click(next(each for each in kari.all(PlaceRow) if each.name.text() == title))
    assert "ingenting å dele" in kari.words()
    kari.push("Til quizen")
    assert kari.page.ground.page.id == QUIZ


def test_a_form_filled_in_before_the_cohort_was_joined(kari: Driver, room: Room, tmp_path: Path) -> None:
    """Joining reaches a page that was made, and the one prepared beside it: the form can be handed in at once."""
    to_form(kari)
    kari.push("Begynn", kari.page.body)
    to_review(kari, rate=2)
    kari.push("Ferdig", kari.page.body)
    assert "Lag svarfil" not in kari.words(kari.page)
    join(kari, room, tmp_path)
    kari.key(hands.Key.Key_Left, hands.Modifier.AltModifier)
    kari.key(hands.Key.Key_Left, hands.Modifier.AltModifier)
    wait_until(lambda: "Lag svarfil" in kari.words(kari.page), "the end of the form")
    (tmp_path / "pinne").mkdir()
    sent = hand_in(kari, room, tmp_path / "pinne", "Lag svarfil")
    assert next(iter(sent.answers))[1] == Rated(3)
