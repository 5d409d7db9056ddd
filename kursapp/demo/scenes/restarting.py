"""The lid closes in the middle of something, and the program is opened again."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from kursapp.demo import eyes
from kursapp.demo.driver import Driver
from kursapp.demo.stage import Stage
from kursapp.ui.i18n import _


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one is, to the letter: page, px from its top, the field with the keyboard, its text and the caret in it."""

    page: str
    scroll: int
    field: str
    text: str
    caret: int

    @classmethod
    def now(cls, driver: Driver) -> Standing:
        """Look where one is."""
        view = driver.page
        field = QApplication.focusWidget()
        text, caret = "", 0
        if isinstance(field, QPlainTextEdit):
            text, caret = field.toPlainText(), field.textCursor().position()
        elif isinstance(field, QLineEdit):
            text, caret = field.text(), field.cursorPosition()
        name = eyes.name_of(field) if field is not None else ""
        return cls(view.ground.page.id, view.verticalScrollBar().value(), name, text, caret)


def restart_and_go_on(stage: Stage, thing: str, picture: str = "") -> None:
    """Close the program at once, whatever has just been typed; open it, press Fortsett, and compare."""
    before = Standing.now(stage.driver)
    stage.driver.restart()
    if picture:
        stage.picture(picture)
    stage.driver.push(_("Fortsett"))
    after = Standing.now(stage.driver)
    compare(stage, thing, before, after)


def compare(stage: Stage, thing: str, before: Standing, after: Standing) -> None:
    """Take note of every part of where one stood."""
    now = asdict(after)
    for name, value in asdict(before).items():
        stage.summary.compare(f"{thing}: {name}", value, now[name])
