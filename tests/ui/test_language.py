"""The real window changes its words with the language, everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.app.program import Program
from kursapp.ui import i18n
from kursapp.ui.navigation import Location, cover, home, library, page, settings, shortcuts
from tests.ui.conftest import LONG, steered
from tools.make_catalogues import files_of, translations

PLACES = (home(), library(), cover("lederkurs"), page("lederkurs", "d1-1"), settings(), shortcuts())

Start = Callable[..., Program]


@pytest.fixture(autouse=True)
def bokmal_afterwards() -> Iterator[None]:
    """Speak bokmål again when the test is done."""
    yield
    i18n.use("nb", paths.locale_folder())


def said_by(window: QWidget) -> set[str]:
    """Return every word that is written or spoken where a window is now; screens left behind stay silent."""
    said: set[str] = {window.windowTitle()}
    for widget in filter(QWidget.isVisible, window.findChildren(QWidget)):
        said |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, (QLabel, QAbstractButton)):
            said.add(widget.text())
        if isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
    return said - {""}


def visit(qtbot: QtBot, program: Program, place: Location) -> set[str]:
    """Go somewhere and return what the window says there."""
    rest = program.rest
    assert rest is not None
    rest.navigator.go(place)
    for _round in range(4):
        answered: list[object] = []
        rest.tasks.profile(_nothing, answered.append)
        rest.tasks.reading(_nothing, answered.append)
        qtbot.waitUntil(lambda answered=answered: len(answered) == 2, timeout=LONG)
    return said_by(program.window)


def _nothing(_subject: object) -> None:
    """Be a job that does nothing."""


def change_language(qtbot: QtBot, program: Program, language: str) -> None:
    """Choose a language as Innstillinger does, and wait for the window that speaks it."""
    assert program.rest is not None
    before = program.window
    program.rest.preferences.change(language=language)
    qtbot.waitUntil(lambda: program.window is not before and program.window.isVisible(), timeout=LONG)
    steered(qtbot, program)


def test_every_place_of_the_window_follows_the_language(start: Start, qtbot: QtBot, project: Path) -> None:
    """In nynorsk and English no place says anything in bokmål that has a translation, and back again it all does."""
    program = steered(qtbot, start(language="nb"))
    for place in PLACES:
        visit(qtbot, program, place)  # The course is begun by this, which Hjem and the cover tell afterwards.
    bokmal = {place: visit(qtbot, program, place) for place in PLACES}
    for language in ("nn", "en"):
        known = translations(files_of(project / "kursapp", language)[0])
        other = {key[0]: words[0] for key, words in known.items() if len(key) == 1 and words != key}
        own = set(other.values())
        change_language(qtbot, program, language)
        for place in PLACES:
            shown = visit(qtbot, program, place)
            sources = bokmal[place] & other.keys()
            assert sources, place
            left = {text for text in shown & other.keys() if text not in own}
            assert not left, f"{place.screen} in {language}"
            assert {other[text] for text in sources} <= shown, f"{place.screen} in {language}"
    change_language(qtbot, program, "nb")
    for place in PLACES:
        assert bokmal[place] <= visit(qtbot, program, place), place
