"""After a quiz: what it came to, what to look at first, and every question with its answer."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.course import Rich
from kursapp.services.quiz_state import QuizOutcome
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.quiz.fold_row import FoldRow
from kursapp.ui.participant.quiz.result_card import ResultCard
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.note_box import HINT, NoteBox
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label


class OutcomeStage(Stage):
    """The result. The answers fold out one at a time, so that a long quiz shows at once."""

    again_wanted = Signal()
    missed_wanted = Signal(int)

    def __init__(self, ground: PageGround, outcome: QuizOutcome, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._outcome = outcome
        self._views: dict[int, QuestionView] = {}
        self.missed_button: QPushButton | None = None
        self.again_button: QPushButton | None = None
        self.card = ResultCard(ground, outcome)
        self.card.link_activated.connect(self.link_activated)
        self.add(self.card)
        self._add_certainty()
        self._add_buttons()
        self.add(label(_("Svarene dine"), "h2"))
        self.rows = [self._add_row(index) for index in range(len(outcome.questions))]

    @property
    def has_next_step(self) -> bool:
        """Say whether there is something to do here before one goes on in the course."""
        return not self._outcome.result.passed and self.missed_button is not None

    def first_focus(self) -> QWidget | None:
        """Return what one most likely does next."""
        return self.missed_button or self.again_button or (self.rows[0] if self.rows else None)

    def spoken(self) -> str:
        """Say what the attempt came to."""
        return self.card.accessibleName()

    def view(self, index: int) -> QuestionView | None:
        """Return the question that has been folded out at ``index``, None where none has."""
        return self._views.get(index)

    def _add_certainty(self) -> None:
        wrong, lucky = len(self._outcome.certain_but_wrong), len(self._outcome.guessed_right)
        told = [words.certain_but_wrong(wrong)] if wrong else []
        told += [words.guessed_right(lucky)] if lucky else []
        if told:
            texts = [Rich(plain=sentence) for sentence in told]
            title = _("Hvor sikker du var")
            self.add(NoteBox(title, texts, self.ground.theme, self.ground.pictures, HINT), Reach.BOX)

    def _add_buttons(self) -> None:
        outcome = self._outcome
        passed = outcome.result.passed
        buttons: list[QPushButton] = []
        if outcome.result.missed:
            role = "secondary" if passed else "primary"
            self.missed_button = button(_("Prøv de du bommet på"), role, main=True)
            self.missed_button.clicked.connect(self._on_missed)
            buttons.append(self.missed_button)
        if outcome.attempts_left != 0 and not passed:
            self.again_button = button(_("Nytt forsøk"), "secondary", main=True)
            self.again_button.clicked.connect(self.again_wanted)
            buttons.append(self.again_button)
        if outcome.attempts_left is not None and not passed:
            self.add(label(words.attempts_left(outcome.attempts_left), "muted"))
        if buttons:
            self.add(ButtonRow(*buttons))

    def _add_row(self, index: int) -> FoldRow:
        one = self._outcome.questions[index]
        row = FoldRow(self.ground.theme, f"{index + 1}. {one.question.title}")
        row.set_state(*words.question_outcome(one))
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row, Reach.BOX)
        return row

    @Slot()
    def _on_row(self) -> None:
        index = int(self.sender().property("index"))
        if index not in self._views:
            self._views[index] = self._open(index)
        else:
            self._views[index].setVisible(self._views[index].isHidden())
        self.rows[index].set_open(not self._views[index].isHidden())

    def _open(self, index: int) -> QuestionView:
        one = self._outcome.questions[index]
        view = QuestionView(one.question, self.ground.theme, self.ground.pictures, mode=Mode.REVIEW, order=one.order)
        view.set_response(one.response, one.certainty)
        if one.score is not None:
            view.show_score(one.score, one.feedback, 0)
        view.link_activated.connect(self.link_activated)
        self.add(view, after=self.rows[index])
        return view

    @Slot()
    def _on_missed(self) -> None:
        self.missed_wanted.emit(self._outcome.attempt_id)
