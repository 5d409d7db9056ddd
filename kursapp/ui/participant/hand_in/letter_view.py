"""Every line of what is handed in, to be read before it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kursapp.services.hand_in import Letter
from kursapp.ui.i18n import _
from kursapp.ui.participant.hand_in import words
from kursapp.ui.theme import scale
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label, line


class LetterView(Card):
    """The form's lines with their answers. What is not answered is there too, and says that it is not sent."""

    def __init__(self, letter: Letter, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=scale.S16)
        self.body.setSpacing(scale.S4)
        lines = words.lines_of(letter)
        # One stop for the keyboard, where a screen reader reads all of it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Dette sendes"))
        self.setAccessibleDescription("\n".join(f"{each.text}: {each.answer or _not_sent()}" for each in lines))
        heading = ""
        for number, each in enumerate(lines):
            if number:
                self.body.addSpacing(scale.S8)
                self.body.addWidget(line())
                self.body.addSpacing(scale.S8)
            if each.heading and each.heading != heading:
                self.body.addWidget(label(each.heading, "meta"))
            heading = each.heading
            self.body.addWidget(label(each.text, "strong"))
            self._add_answer(each.answer)

    def _add_answer(self, answer: str) -> None:
        if answer:
            self.body.addWidget(label(answer))
        else:
            self.body.addWidget(label(_not_sent(), "muted"))


def _not_sent() -> str:
    return _("Ikke besvart, og ikke med i fila.")
