"""An instructor writes a course: from nothing to one that is checked, and not a letter is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.widgets.question_view import QuestionView
from tests.journeys.typing_on import FILE, letters_in
from tests.journeys.writing import (
    NEW,
    QUESTION,
    WORDS,
    begin,
    checked,
    editing,
    go_to,
    go_to_words,
    write_session,
)
from tests.small_package import write_course


@pytest.fixture
def author(stranger: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Give somebody who has said at the first start that she makes courses. On the shelf is a small one."""
    write_course(tmp_path / "hylla" / "kurs")
    monkeypatch.setattr(paths, "bundled_courses", lambda: tmp_path / "hylla")
    stranger.open()
    stranger.choose("Hva skal du bruke Kursapp til?: Instruktør")
    stranger.push("Neste")
    hands.type_text("Berit")
    stranger.push("Neste")
    stranger.push("Kom i gang")
    wait_until(lambda: stranger.rest.courses.is_loaded, "the courses")
    stranger.settle()
    return stranger


def test_from_nothing_to_a_course_without_findings(author: Driver, tmp_path: Path) -> None:
    """She makes a course of half a day, sees her page, answers her own question, and nothing is found."""
    screen = begin(author, tmp_path / "kurs")
    folder = tmp_path / "kurs" / "den-foerste-samtalen"
    draft = author.rest.draft
    assert draft.folder == folder
    go_to(author, screen, "kurs.md")
    go_to_words(author, screen, "timer: 1")
    hands.press(hands.Key.Key_Backspace)
    hands.type_text("3")
    go_to_words(author, screen, "Skriv to setninger")
    hands.type_text("\n" + WORDS)
    author.saved()
    assert "timer: 3\n" in (folder / "kurs.md").read_text("utf-8")

    write_session(author, screen)
    author.saved()
    assert f"### Spørsmål: {QUESTION}\n<!-- id: " in (folder / NEW).read_text("utf-8")
    checked(author)
    assert "(dag-1/02-oev-paa-samtalen.md)" in (folder / "kurs.md").read_text("utf-8")

    wait_until(lambda: bool(author.all(QuestionView, screen.preview)), "the question in the preview")
    question = author.one(QuestionView, screen.preview)
    answering = Answering(author)
    assert answering.answer(question).title == QUESTION
    wait_until(lambda: bool(answering.said(question)), "what the window says of the answer")

    author.place("Sjekk")
    checked(author)
    assert draft.problems == ()
    assert "Ingen funn" in author.words()


def test_a_mistake_is_found_and_repaired_where_it_stands(author: Driver, tmp_path: Path) -> None:
    """A question without a key stands in the margin and under the text; a missing id is written with one press."""
    screen = begin(author, tmp_path / "kurs")
    go_to(author, screen, FILE)
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    hands.type_text("\n## En side til\n\n### Spørsmål: Hva spør du om først?\n")
    hands.type_text("- [ ] Hvorfor hun kom for sent\nHvordan hun har det\n\n")
    wait_until(screen.findings.isVisible, "the findings")
    checked(author)
    codes = {found.code for found in author.rest.draft.problems}
    assert {"no-key", "no-id"} <= codes
    author.place("Kurs")
    author.place("Rediger")
    wait_until(lambda: "## En side til\n<!-- id: " in screen.editor.text(), "the id")
    checked(author)
    assert "no-id" not in {found.code for found in author.rest.draft.problems}


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
        [sys.executable, "-m", "tests.journeys.typing_on", str(paths.bundled_courses())],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path.cwd(),
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
