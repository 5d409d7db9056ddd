"""The rest of the program is imported off the screen's thread, and stops when asked."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.ui.loading import Loading

LONG = 20_000


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write modules that note the thread they are imported on."""
    for name in ("one_of_ours", "two_of_ours"):
        (tmp_path / f"{name}.py").write_text("import threading\nthread = threading.current_thread()\n", "utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_modules_are_imported_on_another_thread(modules: Path, qtbot: QtBot) -> None:
    """The first are told when they are there; the rest come after."""
    loading = Loading(["one_of_ours"], ["two_of_ours"])
    with qtbot.waitSignal(loading.first_loaded, timeout=LONG):
        loading.start()
    qtbot.waitUntil(lambda: "two_of_ours" in sys.modules, timeout=LONG)
    assert sys.modules["one_of_ours"].thread is not threading.main_thread()
    loading.stop()


def test_a_missing_module_is_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    """A program that is not whole says so instead of standing dead."""
    loading = Loading(["kursapp.ui.no_such_module"], [])
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(loading.failed, timeout=LONG) as failed:
        loading.start()
    assert failed.args == ["kursapp.ui.no_such_module"]
    loading.stop()
    caplog.clear()


def test_nothing_more_is_imported_after_stop(modules: Path, qtbot: QtBot) -> None:
    """A window closed at once waits for no import it does not need."""
    loading = Loading(["one_of_ours"], ["two_of_ours"])
    loading.stop()
    loading.start()
    loading.stop()
    assert "one_of_ours" not in sys.modules
