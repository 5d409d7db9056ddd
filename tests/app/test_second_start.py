"""Kursapp is started once more while its window is open: there is one window, and it comes forward."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kursapp.app.start import marker
from tests.ui.conftest import LONG, Start, steered

LIMIT = 120
"""Seconds: a start of Python on a busy machine."""


@pytest.mark.parametrize("words", [(), ("pinne/Vår.kull",)])
def test_a_second_start_ends_at_once(start: Start, qtbot: QtBot, words: tuple[str, ...]) -> None:
    """A process of its own, with a file or without: it opens nothing, ends well, and the first is told."""
    program = steered(qtbot, start())
    first = program.rest._first_window
    asked, files = QSignalSpy(first.raise_asked), QSignalSpy(first.file_asked)
    before = marker().read_text()
    command = [sys.executable, "-m", "kursapp", *words]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ, timeout=LIMIT)
    assert (run.returncode, run.stderr.replace("This plugin does not support raise()", "").strip()) == (0, "")
    qtbot.waitUntil(lambda: asked.count() == 1, timeout=LONG)
    qtbot.waitUntil(lambda: files.count() == len(words), timeout=LONG)
    assert [Path(each[0]).name for each in (files.at(n) for n in range(files.count()))] == [Path(w).name for w in words]
    assert marker().read_text() == before


def test_of_two_opened_in_the_same_moment_the_later_gives_way(start: Start, qtbot: QtBot) -> None:
    """Both have looked before either could be found: the one that comes second to the wheel closes by itself."""
    first = steered(qtbot, start())
    asked = QSignalSpy(first.rest._first_window.raise_asked)
    second = start()
    with qtbot.waitSignal(second.window.closed, timeout=LONG):
        pass
    qtbot.waitUntil(lambda: asked.count() == 1, timeout=LONG)
    assert first.window.isVisible()
    assert marker().exists()
    assert second.rest.people.profile is None, "it has opened nothing"
