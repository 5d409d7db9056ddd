"""Earlier versions as a screen: from the text to what it said before, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.author.history import HistoryScreen
from kursapp.ui.navigation import draft_history, edit
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.draft_bench import DraftBench

FILES = {"kurs.md": "# Kurs\n\n## Dag 1\n- [Økt](økt.md)\n", "økt.md": "# Økt\n\nFørste tekst.\n"}


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[DraftBench]:
    """Give an instructor with a course of two files, in one of which she has written."""
    made = DraftBench(qtbot, tmp_path, kept_worker, FILES)
    made.open()
    made.draft.edit("økt.md", "# Økt\n\nAndre tekst.\n")
    made.settle()
    made.draft.edit("økt.md", "# Økt\n\nTredje tekst.\n")
    made.draft.flush()
    made.settle()
    yield made
    made.close()


@pytest.fixture
def screen(bench: DraftBench, theme: Theme) -> HistoryScreen:
    """Show the earlier versions of the file."""
    parts: Any = SimpleNamespace(draft=bench.draft, navigator=bench.navigator, theme=theme, messages=bench.messages)
    made = HistoryScreen(parts)
    bench.qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.enter(draft_history(bench.card.id, "økt.md"))
    bench.settle()
    return made


def click(bench: DraftBench, widget: QWidget) -> None:
    """Press a button, and let it have its way."""
    bench.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    bench.settle()


def test_what_has_changed_since_is_shown(screen: HistoryScreen) -> None:
    """Of the file asked for, against what stands in the editor."""
    assert screen.panel.file == "økt.md"
    shown = screen.panel.pane.difference.text.toPlainText()
    assert "Første tekst." in shown
    assert "Tredje tekst." in shown
    assert screen.regions() == (screen.panel,)


def test_what_is_brought_back_stands_in_the_editor(screen: HistoryScreen, bench: DraftBench) -> None:
    """One is led there, told once, and may take it back."""
    click(bench, screen.panel.pane.restore)
    assert bench.text("økt.md") == "# Økt\n\nFørste tekst.\n"
    assert bench.went[-1] == edit("", "økt.md")
    assert [message.action for message in bench.told] == ["Angre"]
    undo = bench.told[0].act
    assert undo is not None
    undo()
    assert bench.text("økt.md") == "# Økt\n\nTredje tekst.\n"


def test_the_way_back_leads_to_the_file_that_is_shown(screen: HistoryScreen, bench: DraftBench) -> None:
    """Also when another was chosen meanwhile; to the draft where the file is gone."""
    screen.panel.show_file("kurs.md")
    bench.settle()
    click(bench, screen.back)
    assert bench.went[-1] == edit("", "kurs.md")
    screen.panel.show_file("økt.md")
    bench.settle()
    (bench.folder / "økt.md").unlink()
    bench.draft.look_outside()
    bench.settle()
    click(bench, screen.back)
    assert bench.went[-1] == edit("", "")


def test_without_a_draft_it_leads_to_the_list(screen: HistoryScreen) -> None:
    """Nothing else is shown then."""
    screen._show_nothing()
    assert screen.nothing.isVisible()
    assert not screen.panel.isVisible()
