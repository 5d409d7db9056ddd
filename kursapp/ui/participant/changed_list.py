"""The questions that are others than when she answered them: each leads to where it can be answered again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.services.changed_questions import ChangedQuestion
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.course_view import CourseView
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label


class ChangedRow(RowButton):
    """One question that has changed."""

    asked = Signal(str)

    def __init__(self, theme: Theme, question: ChangedQuestion, parent: QWidget | None = None) -> None:
        super().__init__(theme, question.title, parent=parent)
        self.question = question
        self.set_state("refresh-cw", "accent", _("Svar på nytt"))
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.question.id)


class ChangedList(QWidget):
    """The questions that have changed in the course; takes no room where there are none."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: tuple[ChangedRow, ...] = ()
        self._heading = label("", "h3")
        self._card = Card(margin=scale.S8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, scale.S16)
        layout.setSpacing(scale.S8)
        layout.addWidget(self._heading)
        layout.addWidget(label(_("Svarene du ga, er tatt vare på. Vil du, kan du svare på nytt."), "muted"))
        layout.addWidget(self._card)
        self.hide()

    def show_view(self, view: CourseView) -> None:
        """Show the questions of a course that have changed since they were answered."""
        if tuple(row.question for row in self.rows) != view.changed:
            self._make_rows(view.changed)
        count = len(view.changed)
        told = n_("{n} spørsmål er endret siden du svarte", "{n} spørsmål er endret siden du svarte", count)
        self._heading.setText(told.format(n=count))
        self.setVisible(bool(view.changed))

    def _make_rows(self, questions: tuple[ChangedQuestion, ...]) -> None:
        for row in self.rows:
            self._card.body.removeWidget(row)
            row.deleteLater()
        self.rows = tuple(ChangedRow(self._theme, question) for question in questions)
        for row in self.rows:
            row.asked.connect(self.asked)
            self._card.body.addWidget(row)
