"""What an instructor does at the window: begins a course, writes a session, and gives commands by their names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction

from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.navigation import edit
from tests.journeys.dialogs import choose_path

TITLE = "Den første samtalen"
WORDS = "En halv dag om den samtalen som avgjør resten. "
QUESTION = "Hva spør du om først?"
SESSION = "Øv på samtalen"
NEW = "dag-1/02-oev-paa-samtalen.md"


def begin(author: Driver, place: Path) -> EditScreen:
    """Make a course, and stand in its text."""
    place.mkdir(exist_ok=True)
    author.place("Kurs")
    author.push("Nytt kurs")
    author.write(author.screen.findChild(type(hands.focused())), TITLE)
    author.push("Velg et annet sted")
    choose_path(author, place)
    author.push("Lag kurset")
    return editing(author)


def editing(author: Driver) -> EditScreen:
    """Return Rediger, when it shows a file."""
    wait_until(lambda: isinstance(author.window.stack.currentWidget(), EditScreen), "Rediger")
    author.settle()
    screen = author.screen
    assert isinstance(screen, EditScreen)
    wait_until(lambda: bool(screen.editor.file()), "a file in the editor")
    author.settle()
    return screen


def go_to(author: Driver, screen: EditScreen, file: str, line: int = 0) -> None:
    """Go to a line of a file, and put the keyboard there."""
    author.rest.navigator.go(edit("", file, line))
    wait_until(lambda: screen.editor.file() == file, file)
    screen.editor.code.setFocus()
    author.settle()


def checked(author: Driver) -> None:
    """Wait until the check is of the text as it stands."""
    wait_until(lambda: author.rest.draft.is_fresh, "the check")
    author.settle()


def write_session(author: Driver, screen: EditScreen) -> None:
    """Write a session of two hours: words, a question, work in groups, and a reflection."""
    wait_until(lambda: author.rest.draft.course is not None, "the course as it is read")
    command(author, "Ny økt")
    hands.type_text(f"{SESSION}\n")
    wait_until(lambda: screen.editor.file() == NEW, "the new session")
    screen.editor.code.setFocus()
    go_to_words(author, screen, "id: dag-1-02")
    hands.type_text("\nminutter: 126")
    go_to_words(author, screen, "Skriv siden her.")
    hands.press(hands.Key.Key_Home)
    hands.press(hands.Key.Key_End, hands.Modifier.ShiftModifier)
    hands.type_text("Spør om hvordan hun har det, før du spør om hva som skjedde.\n\n")
    insert(author, screen, "Ett riktig svar")
    hands.type_text(QUESTION)
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    hands.type_text("\n")
    insert(author, screen, "Gruppearbeid med tid")
    go_to_words(author, screen, "tid: 10")
    hands.type_text("\n<!-- minutter: 120 -->")
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    hands.type_text("\n")
    insert(author, screen, "Refleksjon")
    hands.type_text("Hvem skal du snakke med først?")


def command(author: Driver, name: str) -> None:
    """Give a command that a menu or a key has."""
    found = [each for each in author.window.findChildren(QAction) if each.text() == name and each.isEnabled()]
    found[0].trigger()
    author.settle()


def insert(author: Driver, screen: EditScreen, name: str) -> None:
    """Insert something by its name in the menu; its first words are chosen, to be written over."""
    before = screen.editor.text()
    command(author, name)
    wait_until(lambda: screen.editor.text() != before, name)
    author.settle()


def go_to_words(author: Driver, screen: EditScreen, words: str) -> None:
    """Stand at the end of the line that holds some words."""
    lines = screen.editor.text().split("\n")
    go_to(author, screen, screen.editor.file(), 1 + next(at for at, line in enumerate(lines) if words in line))
    hands.press(hands.Key.Key_End)
