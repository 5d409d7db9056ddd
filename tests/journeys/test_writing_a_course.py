"""An instructor writes a course: from nothing to one that is checked, and not a letter is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kursapp.demo import eyes, hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.navigation import edit
from tests.journeys.dialogs import choose_path
from tests.journeys.typing_on import FILE, letters_in

TITLE = "Den første samtalen"
WORDS = "En halv dag om den samtalen som avgjør resten. "


@pytest.fixture
def author(stranger: Driver) -> Driver:
    """Give somebody who has said at the first start that she makes courses."""
    stranger.open()
    stranger.choose("Hva skal du bruke Kursapp til?: Instruktør")
    stranger.push("Neste")
    hands.type_text("Berit")
    stranger.push("Neste")
    stranger.push("Kom i gang")
    wait_until(lambda: stranger.rest.courses.is_loaded, "the courses")
    stranger.settle()
    return stranger


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


def test_from_nothing_to_a_course_without_findings(author: Driver, tmp_path: Path) -> None:
    """She makes a course, writes in it, sees her page, answers her own question, and nothing is found."""
    screen = begin(author, tmp_path / "kurs")
    folder = tmp_path / "kurs" / "den-foerste-samtalen"
    assert author.rest.draft.folder == folder
    go_to(author, screen, "kurs.md", 9)
    hands.type_text(WORDS)
    author.saved()
    assert WORDS in (folder / "kurs.md").read_text("utf-8")

    go_to(author, screen, FILE)
    line = screen.editor.text().split("\n").index("## Et lite case")
    go_to(author, screen, FILE, line)
    hands.type_text("\n### Spørsmål: Hva spør du om først?\n")
    hands.type_text("- [ ] Hvorfor hun kom for sent\nHvordan hun har det\n")
    author.saved()
    checked(author)
    assert "no-key" in {found.code for found in author.rest.draft.problems}


def test_an_outside_edit_clashes_and_nothing_is_lost(author: Driver, tmp_path: Path) -> None:
    """Two programs write in one file: both texts are shown, she chooses hers, and the other is among the snapshots."""
    screen = begin(author, tmp_path / "kurs")
    path = tmp_path / "kurs" / "den-foerste-samtalen" / FILE
    go_to(author, screen, FILE, 9)
    theirs = path.read_text("utf-8") + "\nSkrevet i et annet program.\n"
    path.write_text(theirs, "utf-8")
    hands.type_text("Skrevet her. ")
    wait_until(lambda: FILE in author.rest.draft.clashes, "the clash")
    author.settle()
    assert path.read_text("utf-8") == theirs
    assert "Ikke lagret" in eyes.words(author.window.top_bar)
    author.push("Behold min")
    author.saved()
    assert "Skrevet her. " in path.read_text("utf-8")
    assert "Skrevet her. " in screen.editor.text()
    kept: list[str] = []
    author.rest.draft.ask(lambda draft: [draft.snapshot_text(head.id) for head in draft.snapshots(FILE)], kept.extend)
    author.settle()
    assert theirs in kept


@pytest.mark.slow
def test_killed_while_typing_she_finds_her_words_again(author: Driver, tmp_path: Path, own_data_folder: Path) -> None:
    """Killed in the middle of a word, all that was said to be saved is there, and saving never waited for a pause."""
    screen = begin(author, tmp_path / "kurs")
    path = tmp_path / "kurs" / "den-foerste-samtalen" / FILE
    go_to(author, screen, FILE)
    author.close()
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_on"], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert typing.stdout is not None
    said = [int(typing.stdout.readline()) for _save in range(4)]
    typing.kill()
    said += [int(line) for line in typing.stdout.read().split()]
    typing.wait()
    typing.stdout.close()
    assert said == sorted(said)
    assert len(set(said)) > 1, "it was saved more than once although she never paused"
    assert letters_in(path.read_text("utf-8")) >= said[-1]

    author.open()
    author.place("Rediger")
    screen = editing(author)
    assert screen.editor.file() == FILE
    assert letters_in(screen.editor.text()) >= said[-1]
