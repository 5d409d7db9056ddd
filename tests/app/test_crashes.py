"""A fault nobody foresaw: what is typed is saved, the person is told calmly, and the report holds nobody's words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp import __version__, paths
from kursapp.app.crashes import Crashes
from kursapp.app.program import Program
from kursapp.domain.problem import refusal
from kursapp.services.fill_in import WHOLE
from kursapp.trouble.hard_stop import NAME
from kursapp.trouble.log import logs_and_reports
from kursapp.ui.crash_dialog import CrashDialog
from kursapp.ui.navigation import page, settings
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.ui.conftest import LONG, Start, steered

SECRET = "hemmelig notat om kari"


@pytest.fixture(autouse=True)
def no_unexpected_log() -> None:
    """Let faults be logged: they are what these tests are about."""


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch, own_data_folder: Path) -> Iterator[Crashes]:
    """Watch for faults as ``run`` does; Python's own hooks come back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("kursapp.trouble.hooks.Hooks._tell_terminal", lambda _hooks, _error: None)
    own_data_folder.mkdir()
    made = Crashes()
    made.start()
    yield made
    made.end()
    made.deleteLater()


def reports() -> list[Path]:
    """Return the reports that were written."""
    return [path for path in logs_and_reports(paths.log_folder()) if path.suffix == ".txt"]


def fall_over(words: str = SECRET) -> None:
    """Fail as a slot of the window would."""
    try:
        raise ValueError(words)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def shown(qtbot: QtBot, crashes: Crashes) -> CrashDialog:
    """Wait for the dialog."""
    qtbot.waitUntil(lambda: crashes.dialog is not None and crashes.dialog.isVisible(), timeout=LONG)
    assert crashes.dialog is not None
    return crashes.dialog


def click(qtbot: QtBot, button: QPushButton) -> None:
    """Press a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def program(start: Start, qtbot: QtBot, crashes: Crashes) -> Program:
    """Start the program with somebody watching."""
    made = steered(qtbot, start())
    crashes.watch(made)
    return made


def test_what_is_typed_is_saved_when_something_falls_over(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """She writes, something fails in the same moment, and her words are on the disk before she is told; she goes on."""
    field = reflection(program, qtbot).field
    field.setFocus()
    qtbot.keyClicks(field, SECRET)
    fall_over()
    dialog = shown(qtbot, crashes)
    assert "Alt du har skrevet, er lagret" in dialog.words.text()
    assert written(program, qtbot) == SECRET
    click(qtbot, dialog.go_on)
    qtbot.waitUntil(lambda: crashes.dialog is None, timeout=LONG)
    qtbot.keyClicks(field, " og mer")
    program.rest.steering.send_typed()
    assert written(program, qtbot) == f"{SECRET} og mer"


def test_the_report_says_where_and_not_what(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """One file beside the log: versions, screen, the way through the code; and it is what «Vis rapporten» shows."""
    program.rest.navigator.go(settings())
    fall_over()
    dialog = shown(qtbot, crashes)
    click(qtbot, dialog.report)
    assert crashes.report is not None
    text = crashes.report.text.toPlainText()
    assert [path.read_text("utf-8") for path in reports()] == [text]
    lines = text.splitlines()
    assert {f"Kursapp: {__version__}", "Skjerm: settings", "Tråd: MainThread", "ValueError"} <= set(lines)
    assert SECRET not in text
    assert str(Path.home()) not in text
    assert str(paths.data_folder()) not in text
    click(qtbot, crashes.report.close_button)
    click(qtbot, dialog.go_on)


def test_a_fault_on_a_lane_is_told_as_well(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """The thread goes on, and its name is in the report."""
    program.rest.tasks.reading(lambda _reader: 1 // 0, None, lambda _found: None)
    dialog = shown(qtbot, crashes)
    assert "Tråd: reading" in reports()[0].read_text("utf-8")
    dialog.accept()
    done: list[object] = []
    program.rest.tasks.reading(lambda _reader: 1, done.append)
    qtbot.waitUntil(lambda: done == [1], timeout=LONG)


def test_where_a_fault_loses_what_was_to_be_saved_nothing_else_is_said(
    program: Program, qtbot: QtBot, crashes: Crashes
) -> None:
    """The dialog says that the last words are perhaps not saved; it never promises what is not so."""
    program.rest.tasks.save(lambda _me: 1 // 0)
    dialog = shown(qtbot, crashes)
    assert "kanskje ikke lagret" in dialog.words.text()
    assert "er lagret." not in dialog.words.text()
    dialog.accept()


def test_what_cannot_be_saved_after_a_fault_stops_nothing_else(
    program: Program, qtbot: QtBot, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen itself may be what is broken: the dialog comes all the same, and says so."""

    def broken() -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(program.rest.steering.screen, "leave", broken)
    fall_over()
    dialog = shown(qtbot, crashes)
    assert "kanskje ikke lagret" in dialog.words.text()
    dialog.accept()
    monkeypatch.undo()


def test_the_same_fault_again_is_a_line_and_no_second_dialog(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """Nor a second report: something that fails while the window is painted fails sixty times a second."""
    for _time in range(5):
        fall_over()
    shown(qtbot, crashes).accept()
    fall_over()
    bar = program.rest.steering.message_bar
    qtbot.waitUntil(lambda: any("igjen" in text for text in bar.texts()), timeout=LONG)
    assert crashes.dialog is None
    assert len(reports()) == 1
    click(qtbot, bar.rows()[-1].action)
    assert crashes.report is not None
    crashes.report.accept()


def test_an_error_while_painting_reaches_the_dialog(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """The dialog opens in a turn of its own, not in the middle of a painting."""

    class Broken(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            raise ValueError(SECRET)

    broken = Broken(program.window)
    broken.resize(10, 10)
    with qtbot.captureExceptions():
        # pytest-qt has hooks of its own while it captures.
        sys.excepthook = crashes._hooks._on_screen
        broken.show()
        shown(qtbot, crashes).accept()
        broken.hide()
    broken.deleteLater()


def test_one_may_quit_from_the_dialog(program: Program, qtbot: QtBot, crashes: Crashes) -> None:
    """Everything is saved, so the window closes."""
    fall_over()
    click(qtbot, shown(qtbot, crashes).quit)
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=LONG)


def test_a_report_is_saved_where_she_wants_it(program: Program, qtbot: QtBot, crashes: Crashes, tmp_path: Path) -> None:
    """And what came of it is said; also when it could not be."""
    fall_over()
    dialog = shown(qtbot, crashes)
    click(qtbot, dialog.report)
    assert crashes.report is not None
    for target, said in ((tmp_path / "feil.txt", "Lagret som feil.txt."), (tmp_path / "gone" / "feil.txt", "feil.txt")):
        crashes.report.write(target)
        qtbot.waitUntil(lambda said=said: said in crashes.report.said.text(), timeout=LONG)
    assert (tmp_path / "feil.txt").read_text("utf-8") == crashes.report.text.toPlainText()
    crashes.report.accept()
    dialog.accept()


def test_a_window_nobody_steers_can_only_be_quit(
    start: Start, qtbot: QtBot, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault while the rest of the program is built leaves a dead window: one is told, and can leave."""
    monkeypatch.setattr("kursapp.app.rest.Rest.steer", lambda _rest: fall_over())
    program = start()
    crashes.watch(program)
    dialog = shown(qtbot, crashes)
    assert dialog.go_on.isHidden()
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    click(qtbot, dialog.quit)
    assert codes == [1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError(SECRET), "Det er en feil i programmet"),
        (refusal("installation-incomplete", folder="assets"), "assets"),
    ],
)
def test_a_window_that_cannot_be_opened_says_so(
    qapp: QApplication, qtbot: QtBot, crashes: Crashes, error: Exception, said: str
) -> None:
    """In the problem's own sentence where it has one, with the report below."""
    seen: list[tuple[str, str, str]] = []

    def answer() -> None:
        box = qapp.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, answer)
            return
        seen.append((box.text(), box.informativeText(), box.detailedText()))
        box.accept()

    QTimer.singleShot(0, answer)
    crashes.start_failed(error)
    text, informative, report = seen[0]
    assert text == "Kursapp kunne ikke åpnes."
    assert said in informative
    assert SECRET not in informative + report
    assert "Hvor i programmet" in report


def test_a_hard_stop_is_told_of_at_the_next_start(
    start: Start, qtbot: QtBot, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the bar, once, with its report."""
    own_data_folder.mkdir()
    line = '  File "/home/kari/venv/site-packages/PySide6/x.py", line 3 in show'
    (own_data_folder / NAME).write_text(f"Fatal Python error: Aborted\n\nCurrent thread 0x1:\n{line}\n", "utf-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watching = Crashes()
    watching.start()
    program = start()
    watching.watch(program)
    steered(qtbot, program)
    bar = program.rest.steering.message_bar
    qtbot.waitUntil(lambda: any("stoppet brått" in text for text in bar.texts()), timeout=LONG)
    click(qtbot, bar.rows()[0].action)
    assert watching.report is not None
    assert "hard stopp: Aborted" in watching.report.text.toPlainText()
    assert "PySide6/x.py:3 show" in watching.report.text.toPlainText()
    assert "kari" not in watching.report.text.toPlainText()
    watching.report.accept()
    watching.end()
    assert not (own_data_folder / NAME).exists()


def test_when_it_is_quiet_old_logs_go(
    program: Program, qtbot: QtBot, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few seconds after the start, and a line says how many; what was made of late stays."""
    old = paths.log_folder() / "kursapp-2020-01-01.log"
    paths.log_folder().mkdir(exist_ok=True)
    old.touch()
    monkeypatch.setattr("kursapp.app.crashes.QUIET_MILLISECONDS", 0)
    crashes.watch(program)
    qtbot.waitUntil(lambda: not old.exists(), timeout=LONG)
    (today,) = logs_and_reports(paths.log_folder())
    qtbot.waitUntil(lambda: "1 old logs removed" in today.read_text("utf-8"), timeout=LONG)
    assert f"opened {__version__} on {sys.platform}" in today.read_text("utf-8")


IN_EARNEST = """
import sys
from PySide6.QtCore import QTimer
from kursapp.app import crashes as module, program, start

def fall():
    raise ValueError("hemmelig notat om kari")

def quit_it():
    watching = start.QApplication.instance().findChild(module.Crashes)
    if watching.dialog is None:
        QTimer.singleShot(20, quit_it)
        return
    watching.dialog.quit.click()

def in_window(application, file=None, make=program.open_program):
    opened = make(application, file)
    QTimer.singleShot(0, fall)
    QTimer.singleShot(20, quit_it)
    return opened

program.open_program = in_window
if __name__ == "__main__":
    start.run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the hard end is another there")
def test_in_earnest(own_data_folder: Path, tmp_path: Path) -> None:
    """The program as it is started, with an error in it: told, reported, quit; its error stream holds no words."""
    own_data_folder.mkdir()
    script = tmp_path / "start.py"
    script.write_text(IN_EARNEST, "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert SECRET not in done.stdout + done.stderr
    assert "ValueError" in done.stderr
    assert "ValueError" in reports()[0].read_text("utf-8")
    assert not (own_data_folder / NAME).exists(), "it ended by itself"
    log = "".join(path.read_text("utf-8") for path in logs_and_reports(paths.log_folder()))
    assert "closed" in log
    assert SECRET not in log


def written(program: Program, qtbot: QtBot) -> str:
    """Return what stands in the profile of the reflection."""
    read: list[str] = []
    whole = lambda me: me.profile.fields.of_items("lederkurs", ["d1-1-rf"])["d1-1-rf"][WHOLE]  # noqa: E731
    program.rest.tasks.profile(whole, read.append)
    qtbot.waitUntil(lambda: bool(read), timeout=LONG)
    return read[0]


def reflection(program: Program, qtbot: QtBot) -> ReflectionView:
    """Go to the page with a field for one's own words."""
    program.rest.navigator.go(page("lederkurs", "d1-1", "d1-1-b"))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ReflectionView)), timeout=LONG)
    found: ReflectionView = program.window.findChildren(ReflectionView)[0]
    qtbot.waitUntil(found.isVisible, timeout=LONG)
    return found
