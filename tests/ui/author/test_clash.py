"""A clash on the screen: both texts, and a choice that loses neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.draft import Clash, FileText
from kursapp.services.compare_texts import clash_diff
from kursapp.ui.author.clash import ClashView
from kursapp.ui.theme.theme import Theme

CLASH = Clash("dag-1/økt.md", "Felles\nMin\n", FileText("dag-1/økt.md", "Felles\nDin\n", "abc"))
GONE = Clash("dag-1/økt.md", "Min\n", None)

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def view(theme: Theme, show: Show) -> ClashView:
    """Show a clash."""
    made = ClashView(theme)
    show(made)
    made.show_clash(CLASH, clash_diff(CLASH))
    return made


def test_both_texts_are_shown(view: ClashView) -> None:
    """Side by side under whose they are, and the file is named."""
    shown = view.difference.text.toPlainText()
    assert shown.index("Din tekst") < shown.index("Teksten fra det andre programmet") < shown.index("Min")
    assert shown.index("Min") < shown.index("≠") < shown.index("Din\n", shown.index("Min"))
    assert "«dag-1/økt.md»" in view.words.text()


def test_in_a_narrow_window_they_stand_under_one_another(view: ClashView) -> None:
    """With signs, and the signs explained."""
    view.resize(400, 600)
    assert not view.difference.text.two
    assert view.difference.counts.text() == "← er din tekst, → er teksten fra det andre programmet."
    shown = view.difference.text.toPlainText()
    assert shown.index("←") < shown.index("Min") < shown.index("→") < shown.index("Din")
    view.resize(1000, 600)
    assert view.difference.text.two
    assert view.difference.counts.text() == ""


def test_each_choice_says_which_clash_it_is_of(view: ClashView, qtbot: QtBot) -> None:
    """Three buttons, three wishes."""
    asked: list[tuple[str, Clash]] = []
    view.mine_wanted.connect(lambda clash: asked.append(("mine", clash)))
    view.theirs_wanted.connect(lambda clash: asked.append(("theirs", clash)))
    view.both_wanted.connect(lambda clash: asked.append(("both", clash)))
    for each in (view.mine, view.theirs, view.both):
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert asked == [("mine", CLASH), ("theirs", CLASH), ("both", CLASH)]
    assert [each.text() for each in (view.mine, view.theirs, view.both)] == [
        "Behold min",
        "Bruk den andre",
        "Behold begge",
    ]


def test_a_file_that_is_gone_has_two_choices(view: ClashView) -> None:
    """To write it anew, or to let it be; what she wrote can be read, and copied."""
    view.show_clash(GONE)
    assert (view.mine.text(), view.theirs.text()) == ("Skriv fila på nytt", "La den være borte")
    assert not view.both.isVisible()
    assert not view.difference.isVisible()
    assert view.text.toPlainText() == "Min\n"
    assert view.text.isReadOnly()
    view.resize(400, 600)
    assert not view.difference.isVisible()
    view.show_clash(CLASH, clash_diff(CLASH))
    assert view.both.isVisible()
    assert view.difference.isVisible()
    assert not view.text.isVisible()


@pytest.mark.parametrize("clash", [CLASH, GONE])
def test_what_one_is_typing_presses_no_button(clash: Clash, view: ClashView, qtbot: QtBot) -> None:
    """The choice comes while she writes: the keyboard is at the texts, and the buttons come after them."""
    asked: list[Clash] = []
    for signal in (view.mine_wanted, view.theirs_wanted, view.both_wanted):
        signal.connect(asked.append)
    view.show_clash(clash, clash_diff(clash))
    view.setFocus()
    held = QApplication.focusWidget()
    assert held is (view.text if clash is GONE else view.difference.text)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
        qtbot.keyClick(held, key)
    assert not asked
    assert view.text.toPlainText() in ("", "Min\n")


def test_no_choice_loses_a_text(view: ClashView) -> None:
    """It says so before anything is chosen."""
    assert "blir tatt vare på" in view.kept.text()
    view.show_clash(GONE)
    assert "blir tatt vare på" in view.kept.text()
