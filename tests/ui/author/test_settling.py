"""A clash settled in the window: whatever is chosen, both texts are still to be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kursapp.services.draft import Draft
from kursapp.ui.author.settling import Settling
from kursapp.ui.navigation import draft_history
from kursapp.ui.saving import SavingState
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.draft_bench import DraftBench

FILES = {"kurs.md": "# Kurs\n\n## Dag 1\n- [Økt](okt.md)\n", "okt.md": "# Økt\n\nFelles.\n"}
MINE, THEIRS = "# Økt\n\nFelles.\nMin.\n", "# Økt\n\nFelles.\nDin.\n"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[DraftBench]:
    """Give an instructor with a course of two files."""
    made = DraftBench(qtbot, tmp_path, kept_worker, FILES)
    made.open()
    yield made
    made.close()


@pytest.fixture
def settling(bench: DraftBench, theme: Theme) -> Settling:
    """Show a clash: another program wrote while she did."""
    bench.draft.edit("okt.md", MINE)
    bench.settle()
    (bench.folder / "okt.md").write_text(THEIRS, encoding="utf-8")
    bench.draft.flush()
    bench.settle()
    assert list(bench.draft.clashes) == ["okt.md"]
    made = Settling(bench.draft, theme, bench.navigator)
    bench.qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_file("okt.md")
    bench.settle()
    return made


def choose(bench: DraftBench, button: QPushButton) -> None:
    """Press a button, and let it have its way."""
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    bench.settle()
    bench.draft.flush()
    bench.settle()


def on_disk(bench: DraftBench) -> str:
    """Return what the file says."""
    return (bench.folder / "okt.md").read_text("utf-8")


def kept(bench: DraftBench) -> list[str]:
    """Return every text that was kept of the file."""
    found: list[list[str]] = []
    bench.draft.ask(_texts, found.append)
    bench.settle()
    return found[0]


def _texts(draft: Draft) -> list[str]:
    return [draft.snapshot_text(head.id) for head in draft.snapshots("okt.md")]


def test_both_texts_stand_there(settling: Settling, bench: DraftBench) -> None:
    """And nothing has been overwritten."""
    shown = settling.view.difference.text.toPlainText()
    assert "Min." in shown
    assert "Din." in shown
    assert on_disk(bench) == THEIRS
    assert bench.draft.state is SavingState.FAILED


def test_hers_may_stay(settling: Settling, bench: DraftBench) -> None:
    """It is on the disk then, and the other's is kept."""
    choose(bench, settling.view.mine)
    assert (on_disk(bench), bench.text("okt.md")) == (MINE, MINE)
    assert THEIRS in kept(bench)
    assert (bench.draft.clashes, bench.draft.state) == ({}, SavingState.SAVED)


def test_the_others_may_stay(settling: Settling, bench: DraftBench) -> None:
    """It is in the editor then, and hers is kept."""
    choose(bench, settling.view.theirs)
    assert (on_disk(bench), bench.text("okt.md")) == (THEIRS, THEIRS)
    assert MINE in kept(bench)
    assert (bench.draft.clashes, bench.draft.state) == ({}, SavingState.SAVED)


def test_both_may_be_kept(settling: Settling, bench: DraftBench) -> None:
    """The other's stands, and she is shown where hers is."""
    choose(bench, settling.view.both)
    assert on_disk(bench) == THEIRS
    assert MINE in kept(bench)
    assert bench.went[-1] == draft_history("", "okt.md")


def test_a_file_that_was_removed_is_written_anew(bench: DraftBench, theme: Theme) -> None:
    """If she wants it so."""
    bench.draft.edit("okt.md", MINE)
    bench.settle()
    (bench.folder / "okt.md").unlink()
    bench.draft.flush()
    bench.settle()
    settling = Settling(bench.draft, theme, bench.navigator)
    bench.qtbot.addWidget(settling)
    settling.show()
    settling.show_file("okt.md")
    bench.settle()
    choose(bench, settling.view.mine)
    assert on_disk(bench) == MINE
    assert bench.draft.clashes == {}
