"""An answer given to a question as it stood before it was changed: kept, and shown when asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.question import Question
from kursapp.domain.response import Response
from kursapp.domain.scoring import Score, feedback_for
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label


class EarlierAnswer(QWidget):
    """Says that the question has changed, and shows the old one with its answer on request."""

    link_activated = Signal(str)

    def __init__(
        self,
        asked: Question,
        response: Response,
        score: Score,
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked, self._response, self._score = asked, response, score
        self._theme, self._pictures = theme, pictures
        self.view: QuestionView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(_("Spørsmålet er endret siden du svarte. Svaret ditt er tatt vare på."), "muted"))
        self.show_button = button(_("Vis svaret du ga"), "tertiary")
        self.show_button.clicked.connect(self._on_show)
        self._column.addWidget(self.show_button)

    @Slot()
    def _on_show(self) -> None:
        self.show_button.hide()
        self.view = QuestionView(self._asked, self._theme, self._pictures, mode=Mode.REVIEW)
        self.view.set_narrow(True)
        self.view.set_response(self._response)
        self.view.show_score(self._score, feedback_for(self._asked, self._response))
        self.view.link_activated.connect(self.link_activated)
        self._column.addWidget(self.view)
        self.view.setFocus()
