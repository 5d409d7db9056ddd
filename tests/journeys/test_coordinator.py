"""A coordinator who has never seen the program, from the first start to a closed round."""

from __future__ import annotations

import secrets
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QFileDialog, QMessageBox

from kursapp.delivery import cohort_file
from kursapp.delivery.answer_file import seal
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.domain.course import EvaluationType
from kursapp.domain.submission import Submission
from kursapp.services.made_up import MadeUpPerson

PASSPHRASE = "fire ord som ikke hører sammen"


def test_from_the_first_start_to_a_closed_round_and_the_next_day(stranger: Driver, tmp_path: Path) -> None:
    """Passphrase, cohort, sheet, file, answers, closing; the next day the lock is there, and behind it all of it."""
    begin(stranger)
    first_passphrase(stranger)
    make_cohort(stranger)
    stranger.push("Lagre gjenopprettingsarket")
    choose_path(stranger, tmp_path / "ark.pdf")
    wait_until(lambda: "Arket er laget" in stranger.words(), "the sheet")
    stranger.push("Lag kullfila")
    choose_path(stranger, tmp_path)
    wait_until(lambda: "Kullmerke" in stranger.words(), "the cohort file")
    inbox = tmp_path / "svar"
    hand_in(next(tmp_path.glob("*.kull")), inbox, 12)
    stranger.push("Til innsamlingen")
    wait_until(lambda: "Slik var dag 1" in stranger.words(), "the rounds")
    stranger.push("Velg mappe")
    choose_path(stranger, inbox)
    wait_until(lambda: "12 av 14 har levert (86 %)" in stranger.words(), "the answers")
    stranger.push("Lukk runden")
    wait_until(lambda: bool(questions(stranger)), "the question")
    hands.click(next(one for one in questions(stranger)[0].buttons() if one.text() == "Lukk runden"))
    wait_until(lambda: "Lukket. Resultatene er klare." in stranger.words(), "the closed round")
    stranger.restart()
    wait_until(lambda: "Lås opp kullene dine" in stranger.words(), "the lock")
    assert "Voss" not in stranger.words()
    hands.type_text(PASSPHRASE)
    stranger.push("Lås opp")
    wait_until(lambda: "Voss, våren 2026" in stranger.words(), "the cohort")
    assert "1 er lukket" in stranger.words()


def begin(driver: Driver) -> None:
    """Say in the first start that one is a coordinator."""
    driver.open()
    driver.choose("Hva skal du bruke Kursapp til?: Koordinator")
    driver.push("Neste")
    hands.type_text("Kari")
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: "Velg en passordfrase" in driver.words(), "the door")


def first_passphrase(driver: Driver) -> None:
    """Choose the passphrase, by keyboard."""
    hands.type_text(PASSPHRASE)
    for _step in range(2):
        driver.key(hands.Key.Key_Tab)
    hands.type_text(PASSPHRASE)
    driver.key(hands.Key.Key_Return)
    wait_until(lambda: "Ingen kull ennå" in driver.words(), "the empty list")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")


def make_cohort(driver: Driver) -> None:
    """Go through the four steps."""
    driver.push("Lag et kull")
    wait_until(lambda: "Navn på kullet" in driver.words(), "the first step")
    for text in ("Voss, våren 2026", "2. mars 2026", "1.6.2026", "14"):
        hands.type_text(text)
        driver.key(hands.Key.Key_Tab)
    for heading in ("Det deltakerne fyller ut", "Det dere lover deltakerne", "Se over"):
        driver.push("Neste")
        wait_until(lambda heading=heading: heading in driver.words(), heading)  # type: ignore[misc]
    driver.push("Lag kullet")
    wait_until(lambda: "1. Gjenopprettingsarket" in driver.words(), "the cohort")


def choose_path(driver: Driver, path: Path) -> None:
    """Choose a file or folder in the dialog that is open."""
    wait_until(lambda: bool(driver.window.findChildren(QFileDialog)), "the dialog")
    dialog = driver.window.findChildren(QFileDialog)[-1]
    # Typed into the dialog, a folder's name is looked for inside the folder shown, and a box of Qt's own would wait.
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    driver.settle()


def questions(driver: Driver) -> list[QMessageBox]:
    """Return the questions on the screen."""
    return [one for one in driver.window.findChildren(QMessageBox) if one.isVisible()]


def hand_in(kull: Path, folder: Path, count: int) -> None:
    """Let made-up people hand in the form of the end of the course, as their own laptops would."""
    folder.mkdir()
    cohort = cohort_file.read(kull)[0]
    form = next(each for each in cohort.forms if each.form.type is EvaluationType.AFTER)
    for number in range(count):
        answers = MadeUpPerson(Random(number), "nb").answer(form.form)
        sent = Submission(cohort.id, form.form.id, form.digest, secrets.token_hex(16), answers=answers)
        (folder / f"{number}.svar").write_bytes(seal(sent, cohort))
