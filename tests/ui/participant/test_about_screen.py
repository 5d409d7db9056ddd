"""Om Kursapp says which edition it is, where things lie, and shows the log and the licences in the window itself."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kursapp import __version__, paths
from kursapp.trouble.log import file_of
from kursapp.ui.messages import Message
from kursapp.ui.navigation import about, settings
from kursapp.ui.participant.about_screen import SHOWN_AT_FIRST, AboutScreen
from tests.ui.conftest import LONG, Room, Start, steered

TODAY = date(2026, 11, 22)


def click(qtbot: QtBot, button: QPushButton) -> None:
    """Press a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(room: Room, qtbot: QtBot) -> AboutScreen:
    """Show the screen, and wait until it says what there is."""
    screen = AboutScreen(room.parts.tasks, room.parts.navigator, room.parts.theme, room.parts.messages)
    qtbot.addWidget(screen)
    screen.enter(about())
    qtbot.waitUntil(lambda: screen.versions.count() > 0, timeout=LONG)
    return screen


def write_logs(days: int) -> None:
    """Leave the logs of so many days, and a report of the last."""
    folder = paths.log_folder()
    folder.mkdir(parents=True)
    for back in range(days):
        file_of(folder, TODAY - timedelta(days=back)).write_text(f"dag {back}\n", "utf-8")
    (folder / "rapport-2026-11-22-101500.txt").write_text("en rapport\n", "utf-8")


def test_it_says_which_edition_this_is_and_where_things_lie(room: Room, qtbot: QtBot) -> None:
    """The program, what it stands on, and the folders, each to be copied."""
    screen = opened(room, qtbot)
    said = {each.text() for each in screen.findChildren(QLabel)}
    assert {"Kursapp", __version__, "Python", "Qt", "SQLite", "SQLCipher", "OpenSSL"} <= said
    assert [place.path.accessibleName() for place in screen.places][:2] == [
        str(paths.data_folder()),
        str(paths.cache_folder()),
    ]
    told: list[Message] = []
    room.parts.messages.shown.connect(told.append)
    click(qtbot, screen.places[0].copy)
    assert QGuiApplication.clipboard().text() == str(paths.data_folder())
    assert told[0].text == "Kopiert."
    assert "Profiler" in screen.places[0].copy.accessibleName()


def test_where_there_is_no_log_it_says_so(room: Room, qtbot: QtBot) -> None:
    """And shows no button that does nothing."""
    logs = opened(room, qtbot).logs
    assert not logs.empty.isHidden()
    assert logs.more.isHidden()
    assert logs.rows() == []


def test_a_log_is_shown_in_the_window(room: Room, qtbot: QtBot) -> None:
    """The newest first, of a day its report before its log; no other program is started."""
    write_logs(2)
    screen = opened(room, qtbot)
    qtbot.waitUntil(lambda: len(screen.logs.rows()) == 3, timeout=LONG)
    rows = screen.logs.rows()
    assert [row.text() for row in rows] == [
        "Rapport 1 fra 22. november 2026",
        "Logg for 22. november 2026",
        "Logg for 21. november 2026",
    ]
    for row, says in ((rows[0], "en rapport\n"), (rows[2], "dag 1\n")):
        screen.dialog = None
        click(qtbot, row)
        qtbot.waitUntil(lambda: screen.dialog is not None, timeout=LONG)
        assert screen.dialog is not None
        assert screen.dialog.text.toPlainText() == says
        screen.dialog.accept()


def test_older_logs_come_when_they_are_asked_for(room: Room, qtbot: QtBot) -> None:
    """The first few stand; the rest come, and the keyboard goes on with the first of them."""
    write_logs(9)
    screen = opened(room, qtbot)
    qtbot.waitUntil(lambda: len(screen.logs.rows()) == SHOWN_AT_FIRST, timeout=LONG)
    click(qtbot, screen.logs.more)
    assert len(screen.logs.rows()) == 10
    assert screen.logs.more.isHidden()


def test_a_log_that_went_meanwhile_is_told(room: Room, qtbot: QtBot) -> None:
    """It was older than fourteen days, or the machine was cleared: a sentence, no empty dialog."""
    write_logs(1)
    screen = opened(room, qtbot)
    qtbot.waitUntil(lambda: len(screen.logs.rows()) == 2, timeout=LONG)
    file_of(paths.log_folder(), TODAY).unlink()
    with qtbot.waitSignal(room.parts.tasks.trouble, timeout=LONG) as heard:
        click(qtbot, screen.logs.rows()[1])
    assert heard.args[0].code == "file-not-read"
    assert screen.dialog is None


def test_the_licences_are_there_to_be_read(room: Room, qtbot: QtBot) -> None:
    """All of them, as the licences themselves ask."""
    screen = opened(room, qtbot)
    click(qtbot, screen.licences)
    qtbot.waitUntil(lambda: screen.dialog is not None, timeout=LONG)
    assert screen.dialog is not None
    text = screen.dialog.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()
    screen.dialog.accept()


def test_one_comes_there_from_innstillinger_and_back(start: Start, qtbot: QtBot) -> None:
    """And by its name from anywhere."""
    program = steered(qtbot, start())
    program.rest.navigator.go(settings())
    screen = program.rest.steering.screen
    click(qtbot, screen.about.open)
    assert program.rest.steering.screen.title() == "Om Kursapp"
    assert program.window.windowTitle() == "Om Kursapp – Kursapp"
    program.rest.navigator.back()
    assert program.rest.steering.screen is screen
