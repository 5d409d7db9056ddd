"""A course goes from the instructor to a participant and back again: written, packed, taken, mended, and taken on."""

from __future__ import annotations

from pathlib import Path

from kursapp.demo import hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.scenes.coordinating import change_workspace
from kursapp.demo.waiting import wait_until
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.author.packaging import PackagingScreen
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.package.screen import PackageScreen
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.workspaces import AUTHOR, PARTICIPANT
from tests.journeys.dialogs import choose_path
from tests.journeys.writing import NEW, QUESTION, SESSION, begin, checked, editing, go_to, go_to_words, write_session

WORDS = "Hun som alltid tar oppvasken"


class AtProgram:
    """What changing the workspace asks of a stage."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver


def write(author: Driver, place: Path) -> None:
    """Write a course of half a day at the keyboard, and leave it without a finding."""
    change_workspace(AtProgram(author), AUTHOR)
    screen = begin(author, place)
    go_to(author, screen, "kurs.md")
    go_to_words(author, screen, "timer: 1")
    hands.press(hands.Key.Key_Backspace)
    hands.type_text("3")
    write_session(author, screen)
    author.saved()
    author.place("Sjekk")
    checked(author)
    assert author.rest.draft.problems == ()


def mend(author: Driver) -> None:
    """Move the key of the question to the other option, and its words with it."""
    change_workspace(AtProgram(author), AUTHOR)
    author.place("Rediger")
    screen = editing(author)
    go_to(author, screen, NEW)
    for option in options(screen):
        go_to_words(author, screen, option)
        hands.press(hands.Key.Key_Home)
        for _step in range(len("- [")):
            hands.press(hands.Key.Key_Right)
        hands.press(hands.Key.Key_Delete)
        hands.type_text(" " if option.startswith("- [x]") else "x")
    author.saved()
    checked(author)


def options(screen: EditScreen) -> tuple[str, str]:
    """Return the lines of the question's first two options, the right one first."""
    lines = screen.editor.text().split("\n")
    lines = lines[next(at for at, line in enumerate(lines) if QUESTION in line) :]
    return next(line for line in lines if "- [x]" in line), next(line for line in lines if "- [ ]" in line)


def pack(author: Driver, target: Path, *, tick: bool = False) -> None:
    """Pack the course as it stands."""
    author.place("Pakk og del")
    screen = author.screen
    assert isinstance(screen, PackagingScreen)
    wait_until(lambda: "Kurset kan pakkes" in author.words() or "Kurset er klart" in author.words(), "a sound course")
    author.settle()
    if tick:
        wait_until(lambda: screen.corrections.list is not None, "the keys that have changed")
        for box in screen.corrections.list.boxes.values():
            hands.bring_into_view(box)
            author.click(box)
    hands.bring_into_view(screen.pack)
    author.click(screen.pack)
    choose_path(author, target)
    wait_until(target.exists, "the package")
    wait_until(lambda: screen.done.copy.isVisible(), "the package told of")


def install(kari: Driver, path: Path, button: str) -> None:
    """Open a package, press the button, and wait for the cover."""
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, path)
    screen = kari.screen
    assert isinstance(screen, PackageScreen)
    wait_until(lambda: screen.main is not None, "the package")
    kari.settle()
    hands.click(kari.button(button))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.window.activateWindow()
    wait_until(kari.window.isActiveWindow, "the window in front")
    kari.settle()


def test_a_second_profile_takes_the_course_and_its_next_version(kari: Driver, tmp_path: Path) -> None:
    """Another participant answers and writes; version 2 mends the key, is taken in, and none of it is lost."""
    write(kari, tmp_path / "mine")
    pack(kari, tmp_path / "en.kurs")
    change_workspace(AtProgram(kari), PARTICIPANT)
    second_profile(kari, "Amina")
    install(kari, tmp_path / "en.kurs", "Installer kurset")
    go_to_the_question(kari)
    answered = Answering(kari).answer(kari.one(QuestionView, kari.page))
    kari.write(kari.one(SavedText, kari.page), WORDS)
    kari.saved()

    mend(kari)
    pack(kari, tmp_path / "to.kurs", tick=True)

    change_workspace(AtProgram(kari), PARTICIPANT)
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, tmp_path / "to.kurs")
    wait_until(lambda: "Fasiten er rettet i 1 spørsmål." in kari.words(), "what the new key comes to")
    assert "1 side endret, alle svarene dine er beholdt." in kari.words()
    assert "1 svar blir galt." in kari.words()
    assert "Ingen av resultatene dine blir lavere." in kari.words()
    hands.click(kari.button("Oppdater kurset"))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.restart()
    wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
    kari.settle()
    go_to_the_question(kari)
    assert kari.one(SavedText, kari.page).text() == WORDS
    view = kari.one(QuestionView, kari.page)
    assert view.response() is not None, "her answer stands"
    assert answered.given
    assert view.is_scored


def go_to_the_question(kari: Driver) -> None:
    """Find the session by its name, and turn to the page with its question."""
    kari.find_and_go(SESSION)
    while not kari.all(QuestionView, kari.page):
        kari.next_page()


def second_profile(driver: Driver, name: str) -> None:
    """Let somebody else sit down at the machine."""
    driver.place("Innstillinger")
    button = driver.button("Lag en profil til")
    hands.bring_into_view(button)
    hands.click(button)
    wait_until(lambda: driver.program.rest is not None and not driver.window.sidebar.isVisible(), "the first start")
    driver.come_to_front()
    driver.push("Neste")
    hands.type_text(name)
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()
