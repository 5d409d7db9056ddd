"""Evaluating the day, and thinking better of it."""

from __future__ import annotations

from kursapp.demo import eyes
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow

FORM = "Slik var dag 1"


def test_she_evaluates_the_day_and_changes_an_answer(kari: Driver) -> None:
    """The privacy page comes first; a finished form can be opened, changed and finished again, and keeps the change."""
    kari.find_and_go(FORM)
    assert "konfidensiell" in kari.words(kari.page).lower()
    kari.push("Begynn")
    _rate(kari, 0, 1)
    while kari.all(ScaleRow, kari.page) or not eyes.all_with(kari.page, Role.Button, "Ferdig"):
        for field in kari.all(SavedText, kari.page):
            kari.write(field, "Samtykke")
        _onward(kari)
    kari.push("Ferdig")
    kari.dismiss_message()
    kari.restart()
    kari.find_and_go(FORM)
    assert "Ferdig fylt ut" in kari.words(kari.page)
    kari.click(kari.all(RowButton, kari.page)[0])
    assert kari.all(ScaleRow, kari.page)[0].value() == 2
    _rate(kari, 0, 4)
    kari.restart()
    kari.find_and_go(FORM)
    kari.click(kari.all(RowButton, kari.page)[0])
    assert kari.all(ScaleRow, kari.page)[0].value() == 5


def _rate(kari: Driver, row: int, step: int) -> None:
    """Choose a step (from 0) of a row of the theme shown."""
    kari.click(kari.all(ScaleRow, kari.page)[row].buttons()[step])


def _onward(kari: Driver) -> None:
    named = [each for each in eyes.all_with(kari.page, Role.Button, "Neste") if eyes.name_of(each) == "Neste"]
    kari.click(named[0] if named else eyes.find(kari.page, Role.Button, "Se over svarene"))
