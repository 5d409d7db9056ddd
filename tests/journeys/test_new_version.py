"""A course that comes as a file, and its next version: no answer is lost on the way."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import marker
from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.waiting import wait_until
from kursapp.services.participant import Participant
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.package.screen import PackageScreen
from kursapp.ui.single import raise_first
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.saved_text import SavedText
from tests.journeys.dialogs import choose_path, drop
from tests.small_package import ID, PAGES, TITLE, second_pages, write_course, write_kurs

WORDS = "Den nye på kontoret"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return the package of version 1."""
    return write_kurs(write_course(tmp_path / "en"), tmp_path / "en.kurs")


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return the package of version 2."""
    course = write_course(tmp_path / "to", "2.0.0", second_pages())
    return write_kurs(course, tmp_path / "to.kurs", "2.0.0", "Nytt om det første spørsmålet.")


def open_package(kari: Driver, path: Path) -> None:
    """Open a package by its button, and wait until it has been checked."""
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, path)
    screen = kari.screen
    assert isinstance(screen, PackageScreen)
    wait_until(lambda: screen.main is not None, "the package")
    kari.settle()


def install(kari: Driver, path: Path, button: str) -> None:
    """Open a package, press the button, and wait for the cover."""
    open_package(kari, path)
    hands.click(kari.button(button))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.window.activateWindow()
    wait_until(kari.window.isActiveWindow, "the window in front")
    kari.settle()


def answered(kari: Driver, first: Path) -> None:
    """Install version 1, answer its question, and write its reflection."""
    install(kari, first, "Installer kurset")
    assert TITLE in kari.words()
    kari.find_and_go("Hva du spør om")
    Answering(kari).answer(kari.one(QuestionView, kari.page))
    kari.find_and_go("Hva du tar med deg")
    kari.write(kari.one(SavedText, kari.page), WORDS)
    kari.next_page()
    kari.saved()


def is_right(kari: Driver, question_id: str) -> bool | None:
    """Return whether her stored answer counts as right."""
    opened = kari.rest.courses.get(ID)
    assert opened is not None
    question = opened.question(question_id)
    assert question is not None
    found: list[bool | None] = []

    def stored(participant: Participant) -> bool | None:
        score = participant.on(opened).take.question_states([question])[question_id].score
        return score.right if score is not None else None

    kari.rest.tasks.profile(stored, found.append)
    wait_until(lambda: bool(found), "the answer")
    return found[0]


def test_version_two_keeps_every_answer(kari: Driver, first: Path, second: Path) -> None:
    """It is told what changes before it does; the old answer stands with its question, and the words are there."""
    answered(kari, first)
    open_package(kari, second)
    words = kari.words()
    for said in (
        "Versjon 2.0.0. Du har 1.0.0.",
        "3 sider endret, 1 ny side, 1 side fjernet, alle svarene dine er beholdt.",
        "Nytt om det første spørsmålet.",
    ):
        assert said in words
    assert kari.rest.courses.get(ID).course.version == "1.0.0", "nothing is replaced before she says so"
    install(kari, second, "Oppdater kurset")
    for _sitting in range(2):
        kari.find_and_go("Hva du spør om")
        assert "Hva er det første du spør om?" in kari.words(kari.page)
        assert "Spørsmålet er endret siden du svarte" in kari.words(kari.page)
        kari.push("Vis svaret du ga", kari.page)
        assert "Hva spør du om først?" in kari.words(kari.page)
        kari.find_and_go("Hva du tar med deg")
        assert kari.one(SavedText, kari.page).text() == WORDS
        kari.restart()
        wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
        kari.settle()
    assert [folder.name for folder in (paths.installed_courses() / ID).iterdir()] == ["2.0.0"]


def test_a_corrected_key_lets_an_answer_become_right(kari: Driver, first: Path, tmp_path: Path) -> None:
    """Told before the version is taken in, by number; afterwards her answer stands as right, also after a restart."""
    answered(kari, first)
    assert is_right(kari, "sp-forst")
    pages = dict(PAGES)
    swapped = pages["side-b"].replace("[x]", "[?]").replace("[ ]", "[x]").replace("[?]", "[ ]")
    pages["side-b"] = swapped.replace("Hva spør du om først?", "Hva er det første du spør om?")
    course = write_course(tmp_path / "to", "2.0.0", pages)
    open_package(kari, write_kurs(course, tmp_path / "to.kurs", "2.0.0", "Vi tok feil.\n\nomrett: sp-forst"))
    wait_until(lambda: "Fasiten er rettet i 1 spørsmål." in kari.words(), "what the key comes to")
    told = kari.words()
    assert "1 svar blir galt." in told
    assert "Ingen av resultatene dine blir lavere." in told
    assert "Vi tok feil." in told
    assert "omrett" not in told
    hands.click(kari.button("Oppdater kurset"))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.settle()
    assert is_right(kari, "sp-forst") is False, "scored by the new key before any page is opened"
    assert "1 spørsmål er endret siden du svarte" in kari.words()
    kari.push("Hva er det første du spør om?, Svar på nytt")
    Answering(kari).answer(kari.one(QuestionView, kari.page))
    kari.saved()
    kari.find_and_go(TITLE)
    assert "er endret siden du svarte" not in kari.words()


def test_what_is_not_newer_is_refused_politely(kari: Driver, first: Path, second: Path, tmp_path: Path) -> None:
    """An older version, the same version with other words, and the same once more: the course stays as it is."""
    install(kari, second, "Installer kurset")
    open_package(kari, first)
    assert "har versjon 1.0.0 av «Når noen sier fra», og du har den nyere 2.0.0" in kari.words()
    pages = second_pages() | {"side-d": "## Hva du skriver ned\n<!-- id: side-d -->\n\nIngenting.\n"}
    other = write_kurs(write_course(tmp_path / "annet", "2.0.0", pages), tmp_path / "annet.kurs", "2.0.0")
    open_package(kari, other)
    assert "samme versjon (2.0.0)" in kari.words()
    open_package(kari, second)
    assert "Du har denne utgaven allerede" in kari.words()
    kari.push("Til kurset")
    assert isinstance(kari.screen, CoverScreen)
    assert kari.rest.courses.get(ID).course.version == "2.0.0"


def test_a_package_that_is_not_taken_leaves_nothing(kari: Driver, first: Path) -> None:
    """«Ikke nå» goes back, and what was unpacked to be looked at is gone."""
    open_package(kari, first)
    kari.push("Ikke nå")
    assert kari.rest.courses.get(ID) is None
    assert not list(paths.installed_courses().iterdir())


def test_a_hostile_package_is_one_sentence(kari: Driver, first: Path) -> None:
    """What cannot be used is said, another file can be chosen, and nothing of it is on the machine."""
    first.write_bytes(first.read_bytes()[:-40])
    open_package(kari, first)
    assert "Fila en.kurs er skadet" in kari.words()
    assert eyes.find(kari.screen, Role.Button, "Velg en annen fil").isEnabled()
    assert not list(paths.installed_courses().iterdir())


def test_a_package_dropped_on_the_window(kari: Driver, first: Path) -> None:
    """Is looked at as one that was chosen by the button is, and installed as it is."""
    drop(kari, first)
    screen = kari.screen
    assert isinstance(screen, PackageScreen)
    wait_until(lambda: screen.main is not None, "the package")
    kari.push("Installer kurset")
    assert isinstance(kari.screen, CoverScreen)
    assert TITLE in kari.words()


def test_a_second_start_brings_its_package(kari: Driver, first: Path) -> None:
    """``kursapp FIL.kurs`` while the window is open shows the package in that window."""
    assert raise_first(marker(), first)
    wait_until(lambda: isinstance(kari.screen, PackageScreen), "the package's screen")
    kari.settle()
    assert "Installer kurset" in eyes.words(kari.screen)


def test_a_package_the_program_is_started_with(qapp: QApplication, kari: Driver, first: Path, second: Path) -> None:
    """It waits for the shelf: only then is it known that it is a newer version of what is there."""
    install(kari, first, "Installer kurset")
    kari.close()
    again = Driver(qapp, partial(open_program, file=second))
    try:
        again.open()
        wait_until(lambda: "Oppdater kurset" in eyes.words(again.screen), "the package")
        assert "Versjon 2.0.0. Du har 1.0.0." in again.words()
    finally:
        again.give_up()
