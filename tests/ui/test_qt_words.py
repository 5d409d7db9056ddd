"""Qt's own words follow the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.ui import i18n
from kursapp.ui.qt_words import QtWords


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[QtWords]:
    """Let Qt ask us, and speak bokmål again afterwards."""
    made = QtWords()
    QCoreApplication.installTranslator(made)
    yield made
    QCoreApplication.removeTranslator(made)
    i18n.use("nb", paths.locale_folder())


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "Lim inn"), ("nn", "Lim inn"), ("en", "Paste")], ids=lambda value: str(value)
)
def test_the_menu_of_a_text_field_speaks_the_windows_language(
    words: QtWords, qtbot: QtBot, language: str, word: str
) -> None:
    """What a person gets by the right mouse button is in her language."""
    i18n.use(language, paths.locale_folder())
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    titles = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    assert word in titles
    menu.deleteLater()


def test_what_is_not_ours_is_left_to_qt(words: QtWords) -> None:
    """Any other word of Qt's is answered with None, and stays as it is."""
    assert words.translate("QAnything", "Frobnicate") is None
    assert QCoreApplication.translate("QAnything", "Frobnicate") == "Frobnicate"
