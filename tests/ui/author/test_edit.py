"""Rediger in the real window: what is typed is saved, seen as a participant sees it, and never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.app.program import Program
from kursapp.domain.draft import DraftCard
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.author.edit_frame import ACROSS, OUTLINE
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.navigation import Location, drafts, edit, edit_id, settings
from kursapp.ui.palette_entries import entries, matching
from kursapp.ui.saving import SavingState
from tests.ui.conftest import LONG, Start, start, steered

__all__ = ["start"]

SESSION = "dag-1/01-slik-skriver-du.md"
QUIZ = "dag-1/quiz.md"


class Writing(NamedTuple):
    """Somebody who writes in the real window."""

    program: Program
    card: DraftCard
    qtbot: QtBot

    @property
    def draft(self) -> OpenDraft:
        """The draft that is open."""
        return self.program.rest.draft

    @property
    def screen(self) -> EditScreen:
        """Rediger, shown."""
        screen = self.program.rest.steering.screen
        assert isinstance(screen, EditScreen)
        return screen

    def go(self, location: Location) -> None:
        """Go somewhere."""
        self.program.rest.navigator.go(location)

    def to(self, file: str, line: int = 0) -> EditScreen:
        """Stand in a file, at a line of it."""
        self.go(edit(self.card.id, file, line))
        self.qtbot.waitUntil(lambda: self.screen.editor.file() == file, timeout=LONG)
        self.screen.editor.code.setFocus()
        return self.screen

    def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.qtbot.keyClick(self.screen.editor.code, Qt.Key.Key_Return)
            self.qtbot.keyClicks(self.screen.editor.code, line)

    def saved(self) -> None:
        """Wait until all is on the disk."""
        self.qtbot.waitUntil(lambda: self.draft.state is SavingState.SAVED, timeout=LONG)

    def checked(self) -> None:
        """Wait until the check is of the texts as they stand."""
        self.qtbot.waitUntil(lambda: self.draft.is_fresh, timeout=LONG)

    def on_disk(self, file: str = SESSION) -> str:
        """Return a file's text as it stands on the disk."""
        return (self.card.folder / file).read_text("utf-8")

    def said(self) -> str:
        """Return what stands in the bar above the screen."""
        return "\n".join(self.program.rest.steering.message_bar.texts())


Sit = Callable[[], Writing]


@pytest.fixture
def card(tmp_path: Path, own_data_folder: Path) -> DraftCard:
    """Make a draft from the template."""
    author = Author(own_data_folder, SystemClock())
    made = author.new(tmp_path / "lederkurs", "Lederkurs", paths.assets() / "nytt-kurs")
    author.close()
    return made


@pytest.fixture
def sit(start: Start, qtbot: QtBot, card: DraftCard) -> Sit:
    """Sit down at the draft, as often as one likes."""

    def do() -> Writing:
        program = steered(qtbot, start(workspace="author"))
        program.window.resize(1366, 768)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=LONG)
        return Writing(program, card, qtbot)

    return do


@pytest.fixture
def writing(sit: Sit) -> Writing:
    """Sit down once, in the session."""
    writing = sit()
    writing.to(SESSION)
    return writing


def test_what_is_typed_is_saved_by_itself(writing: Writing) -> None:
    """The line above says so, and only when it is so."""
    words = writing.program.window.top_bar.saving.words
    writing.to(SESSION, 9)
    writing.type("Heisann. ")
    assert words.text() == "Lagrer …"
    writing.saved()
    assert words.text() == "Alt er lagret"
    assert "\nHeisann. En økt er en fil." in writing.on_disk()


def test_the_preview_is_the_page_as_it_stands(writing: Writing) -> None:
    """A new page is seen a moment after the last key, before it is saved."""
    screen = writing.screen
    screen.editor.code.moveCursor(QTextCursor.MoveOperation.End)
    writing.type("\n## Helt ny side\n\nMed en setning i.")
    writing.qtbot.waitUntil(lambda: _previewed(screen) == "Helt ny side", timeout=LONG)
    assert "Helt ny side" not in writing.on_disk() or writing.draft.state is SavingState.SAVED


def _previewed(screen: EditScreen) -> str:
    view = screen.preview.view()
    return view.ground.page.title if view is not None else ""


def test_before_the_first_check_nothing_is_called_clean(sit: Sit) -> None:
    """«Ingen funn» is said when it is known, not before."""
    writing = sit()
    screen = writing.to(SESSION)
    words = {each.text() for each in screen.frame.findChildren(QLabel) if each.isVisible()}
    assert ("Ingen funn" in words) == writing.draft.is_read
    writing.checked()
    assert "Ingen funn" in {each.text() for each in screen.frame.findChildren(QLabel) if each.isVisible()}


def test_findings_are_counted_and_folded_away(writing: Writing) -> None:
    """A mistake opens the list under the text; a press on the count folds it, and that is remembered."""
    screen = writing.screen
    writing.checked()
    assert not screen.findings.isVisible()
    screen.editor.code.moveCursor(QTextCursor.MoveOperation.End)
    writing.type("\n\n[Ingen steder](#finnes-ikke)")
    writing.qtbot.waitUntil(screen.findings.isVisible, timeout=LONG)
    assert screen.frame.findings_button.text() == "Ett funn"
    screen.frame.findings_button.click()
    assert not screen.findings.isVisible()
    assert "author-findings" in writing.program.rest.preferences.settings.folded
    screen.frame.findings_button.click()
    assert screen.findings.isVisible()


def test_what_was_repaired_elsewhere_stands_in_the_editor_and_can_be_undone(writing: Writing) -> None:
    """While another screen is shown the text may change; coming back it is there, as one step to undo."""
    screen = writing.screen
    before = screen.editor.text()
    writing.go(drafts())
    writing.draft.edit(SESSION, before.replace("En økt er en fil.", "En økt er en tekstfil."))
    writing.saved()
    screen = writing.to(SESSION)
    assert "En økt er en tekstfil." in screen.editor.text()
    screen.editor.code.undo()
    assert screen.editor.text() == before
    writing.saved()
    assert writing.on_disk() == before


def test_missing_ids_are_written_when_one_leaves(writing: Writing) -> None:
    """Not under the cursor, but before anybody else sees the file."""
    screen = writing.screen
    screen.editor.code.moveCursor(QTextCursor.MoveOperation.End)
    writing.type("\n## Uten id\n\nTekst.")
    writing.checked()
    assert screen.editor.text().endswith("## Uten id\n\nTekst.")
    writing.go(drafts())
    writing.qtbot.waitUntil(lambda: "## Uten id\n<!-- id: " in writing.on_disk(), timeout=LONG)


def test_one_begins_where_one_was(sit: Sit) -> None:
    """The file and the line of yesterday, without asking."""
    writing = sit()
    writing.to(SESSION, 29)
    writing.program.window.close()
    writing = sit()
    writing.go(edit())
    writing.qtbot.waitUntil(lambda: writing.screen.editor.file() == SESSION, timeout=LONG)
    assert writing.screen.editor.line() == 29


def test_without_a_draft_one_is_led_to_the_list(start: Start, qtbot: QtBot) -> None:
    """An empty screen says what to do, with one button."""
    program = steered(qtbot, start(workspace="author"))
    program.rest.navigator.go(edit())
    screen = program.rest.steering.screen
    assert isinstance(screen, EditScreen)
    qtbot.waitUntil(screen.nothing.isVisible, timeout=LONG)
    screen.nothing.empty.action.click()
    assert program.rest.navigator.here == drafts()


def test_an_id_is_a_place_one_can_go_to(writing: Writing) -> None:
    """A page or a question is found by its id, wherever it stands now."""
    writing.checked()
    writing.go(edit_id(writing.card.id, SESSION, "d1-1-s2"))
    lines = writing.screen.editor.text().split("\n")
    assert "rekkefølge" in lines[writing.screen.editor.line() - 1]


def test_a_file_that_is_removed_leads_to_the_cover(writing: Writing) -> None:
    """What one looked at is gone: one stands in the cover, and nothing is written."""
    writing.to(QUIZ)
    (writing.card.folder / QUIZ).unlink()
    writing.draft.look_outside()
    writing.qtbot.waitUntil(lambda: writing.screen.editor.file() == "kurs.md", timeout=LONG)
    assert not (writing.card.folder / QUIZ).exists()


def test_a_clash_shows_both_texts(writing: Writing) -> None:
    """The editor gives way to the two texts until it is settled; then one writes on."""
    screen = writing.screen
    before = writing.on_disk()
    (writing.card.folder / SESSION).write_text(before + "\nFra et annet program.\n", "utf-8")
    writing.type("Mitt. ")
    writing.qtbot.waitUntil(screen.text.settling.isVisible, timeout=LONG)
    assert not screen.editor.isVisible()
    assert writing.on_disk().endswith("Fra et annet program.\n")
    screen.text.settling.view.theirs_wanted.emit(writing.draft.clashes[SESSION])
    writing.qtbot.waitUntil(screen.editor.isVisible, timeout=LONG)
    assert screen.editor.text().endswith("Fra et annet program.\n")
    assert "Mitt. " not in screen.editor.text()


def test_a_clash_in_another_file_is_told(writing: Writing) -> None:
    """One is told wherever one is, with the way to the two texts."""
    screen = writing.screen
    writing.type("Mitt. ")
    (writing.card.folder / SESSION).write_text("# Deres\n", "utf-8")
    writing.to(QUIZ)
    writing.qtbot.waitUntil(lambda: SESSION in writing.draft.clashes, timeout=LONG)
    assert "endret av et annet program" in writing.said()
    bar = writing.program.rest.steering.message_bar
    button = next(each for each in bar.findChildren(QPushButton) if each.text() == "Velg hva som gjelder")
    button.click()
    writing.qtbot.waitUntil(screen.text.settling.isVisible, timeout=LONG)
    assert "endret av et annet program" not in writing.said()


def test_another_language_loses_nothing(writing: Writing) -> None:
    """The whole window is built anew around what is being written."""
    writing.type("Skrevet like før. ")
    writing.go(settings())
    old = writing.program.window
    writing.program.rest.preferences.change(language="nn")
    writing.qtbot.waitUntil(lambda: writing.program.window is not old, timeout=LONG)
    screen = writing.to(SESSION)
    assert "Skrevet like før. " in screen.editor.text()
    writing.type("Og etter. ")
    writing.saved()
    assert "Skrevet like før. " in writing.on_disk()
    assert "Og etter. " in writing.on_disk()


def test_closing_right_after_a_key_loses_nothing(writing: Writing) -> None:
    """The lid goes down in the middle of a word."""
    writing.type("midt i et or")
    writing.program.window.close()
    assert "midt i et or" in writing.on_disk()


def test_going_elsewhere_saves_at_once(writing: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also to another program, where the next thing may be that the stick is taken out: no second is waited."""
    monkeypatch.setattr(writing.draft._saving._soon, "isActive", lambda: True)
    writing.type("før pausen")
    assert "før pausen" not in writing.on_disk()
    writing.screen.leave()
    writing.saved()
    assert "før pausen" in writing.on_disk()


def test_a_narrow_window_takes_turns(writing: Writing) -> None:
    """At 960 px text and preview are tabs; side by side where there is room."""
    screen, window = writing.screen, writing.program.window
    assert screen.frame.is_wide()
    assert screen.preview.isVisible()
    window.resize(960, 600)
    writing.qtbot.waitUntil(lambda: not screen.frame.is_wide(), timeout=LONG)
    assert screen.editor.isVisible()
    assert not screen.preview.isVisible()
    writing.qtbot.keyClick(
        screen.editor.code, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert screen.preview.isVisible()
    assert not screen.editor.isVisible()
    screen.frame.toggle_preview()
    assert screen.editor.isVisible()
    window.resize(1366, 768)
    writing.qtbot.waitUntil(screen.preview.isVisible, timeout=LONG)


def test_the_outline_is_folded_away_and_stays_so(writing: Writing) -> None:
    """A press hides it, and it is remembered; another takes it out again."""
    screen = writing.screen
    assert screen.outline.isVisible()
    screen.frame.outline_button.click()
    assert not screen.outline.isVisible()
    assert OUTLINE in json.loads(paths.settings_file().read_text("utf-8"))["folded"]
    screen.frame.outline_button.click()
    assert screen.outline.isVisible()
    assert OUTLINE not in json.loads(paths.settings_file().read_text("utf-8"))["folded"]


def test_ctrl_k_finds_drafts_files_and_pages(writing: Writing) -> None:
    """Where one writes, what one writes is found."""
    writing.checked()
    parts = writing.program.rest.steering._parts
    assert matching(entries(parts), "lederk")[0].name == "Lederkurs"
    page = next(each for each in matching(entries(parts), "et lite case") if each.name == "Et lite case")
    page.act()
    assert writing.screen.editor.text().split("\n")[writing.screen.editor.line() - 1] == "## Et lite case"
    assert "begreper.md" in [each.name for each in matching(entries(parts), "begreper")]


def test_how_wide_each_part_is_is_remembered(writing: Writing) -> None:
    """A part that is folded away keeps the width it had."""
    screen, preferences = writing.screen, writing.program.rest.preferences
    across = screen.frame._across
    across.setSizes([300, 500, 334])
    across.splitterMoved.emit(300, 1)
    kept = preferences.settings.splitters[ACROSS]
    assert abs(kept[0] - 300) <= 2
    screen.frame.outline_button.click()
    across.splitterMoved.emit(600, 2)
    assert preferences.settings.splitters[ACROSS][0] == kept[0]


def test_saving_by_key_is_answered_when_it_is_true(writing: Writing) -> None:
    """A text that cannot be put on the disk is not called saved."""
    heard: list[str] = []
    writing.screen._messages.spoken.connect(heard.append)
    writing.type("Mitt. ")
    writing.screen._on_save()
    assert "Lagret" not in heard
    writing.saved()
    assert heard == ["Lagret"]
    assert "Mitt. " in writing.on_disk()
