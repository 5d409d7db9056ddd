"""What was copied in a participant's screens is taken away when the profile is closed, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.clipboard import Clipboard
from kursapp.ui.navigation import Location, Navigator, cohorts, drafts, page


def board() -> str:
    """Return what is on the clipboard."""
    return QGuiApplication.clipboard().text()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """Have the keyboard in a window."""
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    yield shown
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("here", "left"),
    [(page("kurs", "okt"), ""), (drafts(), "ordene"), (cohorts(), "ordene"), (Location("settings"), "")],
)
def test_only_what_was_copied_in_private_is_taken_away(window: QWidget, here: Location, left: str) -> None:
    """A course's text and a cohort's numbers are copied to be used elsewhere."""
    kept = Clipboard(Navigator(here))
    QGuiApplication.clipboard().setText("ordene")
    kept.forget()
    assert board() == left


def test_what_came_from_elsewhere_stays(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copied in another program, while the keyboard was there."""
    kept = Clipboard(Navigator(page("kurs", "okt")))
    QGuiApplication.clipboard().setText("mine ord")
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    QGuiApplication.clipboard().setText("fra et annet program")
    kept.forget()
    assert board() == "fra et annet program"
    kept.forget()
    assert board() == "fra et annet program"
