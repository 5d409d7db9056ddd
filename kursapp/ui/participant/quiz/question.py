"""One question of an attempt at a time, with the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from kursapp.domain.response import Certainty, Response
from kursapp.services.quiz_state import AttemptQuestion, QuizAnswer
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.autosave import QUIET_MILLISECONDS
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label, set_role

HURRY_SECONDS = 120
"""From here the time left stands out."""


class QuestionStage(Stage):
    """The question asked now. ``index`` counts from 0 among ``count``."""

    answered = Signal(str, object, object)
    flagged = Signal(str, bool)
    step_wanted = Signal(int)
    review_wanted = Signal()
    link_activated = Signal(str)

    def __init__(
        self,
        ground: PageGround,
        one: AttemptQuestion,
        index: int,
        count: int,
        *,
        immediate: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, parent)
        self._index, self._count = index, count
        self._immediate = immediate
        self._waiting: tuple[str, Response, Certainty | None] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.flush)
        self.time = label("", "meta", wrap=False)
        self.flag = QCheckBox(_("Merk for å se på igjen"))
        self.flag.setChecked(one.flagged)
        self.flag.toggled.connect(self._on_flagged)
        self.add(self._header())
        self.view = self._make_view(one)
        self.add_wide(self.view)
        self.next_button = button(self._next_words(), "primary", main=True)
        self.next_button.clicked.connect(self.go_on)
        self.previous_button = button(_("Forrige"), "secondary", main=True)
        self.previous_button.setVisible(index > 0)
        self.previous_button.clicked.connect(self._on_previous)
        self.review_button = button(_("Se over svarene"), "tertiary")
        self.review_button.setVisible(index < count - 1)
        self.review_button.clicked.connect(self.review_wanted)
        self.add(button_row(self.next_button, self.previous_button, self.review_button))

    def first_focus(self) -> QWidget | None:
        """Let the question say where answering begins."""
        self.view.focus_first()
        return None

    @Slot()
    def flush(self) -> None:
        """Send what is typed and still waiting for its quiet second."""
        if self._waiting is not None:
            self._quiet.stop()
            waiting, self._waiting = self._waiting, None
            self.answered.emit(*waiting)
            self.ground.tasks.release(self)

    def show_time(self, seconds: float | None) -> None:
        """Show how much time is left; nothing where there is no limit."""
        self.time.setVisible(seconds is not None)
        if seconds is not None:
            self.time.setText(words.time_left(seconds))
            set_role(self.time, "role", "error" if seconds <= HURRY_SECONDS else "meta")

    def show_answer(self, answer: QuizAnswer) -> None:
        """Show what an answer was worth, where the quiz says it at once."""
        if answer.score is not None and answer.question_id == self.view.question.id:
            self.view.show_score(answer.score, answer.feedback, 0)
            self.view.say_result()
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Go to the next question, or from the last one to the look over all."""
        self.flush()
        if self._index + 1 < self._count:
            self.step_wanted.emit(self._index + 1)
        else:
            self.review_wanted.emit()

    def _header(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        where: QLabel = label(
            _("Spørsmål {number} av {count}").format(number=self._index + 1, count=self._count), "strong", wrap=False
        )
        row.addWidget(where)
        row.addWidget(self.time)
        row.addStretch(1)
        row.addWidget(self.flag)
        self.time.hide()
        return holder

    def _make_view(self, one: AttemptQuestion) -> QuestionView:
        mode = Mode.PRACTICE if self._immediate else Mode.GRADED
        view = QuestionView(
            one.question, self.ground.theme, self.ground.pictures, mode=mode, order=one.order, number=self._index + 1
        )
        if one.response is not None:
            view.set_response(one.response, one.certainty)
        if one.score is not None:
            view.show_score(one.score, one.feedback, 0)
        view.answered.connect(self._on_answered)
        view.submitted.connect(self.go_on)
        view.link_activated.connect(self.link_activated)
        return view

    def _next_words(self) -> str:
        return _("Neste spørsmål") if self._index + 1 < self._count else _("Se over svarene")

    @Slot(str, object, object)
    def _on_answered(self, question_id: str, response: Response, certainty: Certainty | None) -> None:
        if self._immediate or not self.view.field.is_typed:
            self.answered.emit(question_id, response, certainty)
            return
        self._waiting = (question_id, response, certainty)
        self.ground.tasks.hold(self)
        self._quiet.start()

    @Slot(bool)
    def _on_flagged(self, on: bool) -> None:
        self.flagged.emit(self.view.question.id, on)

    @Slot()
    def _on_previous(self) -> None:
        self.flush()
        self.step_wanted.emit(self._index - 1)
