"""After a quiz: what it came to, what to look at first, and every question with its answer."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.quiz_state import QuizOutcome
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.note_box import PARTLY, RIGHT, NoteBox
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label


class OutcomeStage(Stage):
    """The result. Questions open one at a time, so that a long quiz shows at once."""

    again_wanted = Signal()
    missed_wanted = Signal(int)
    link_activated = Signal(str)

    def __init__(self, ground: PageGround, outcome: QuizOutcome, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._outcome = outcome
        self._views: dict[int, QuestionView] = {}
        self.add_wide(self._verdict())
        self._add_certainty()
        self.missed_button: QPushButton | None = None
        self.again_button: QPushButton | None = None
        self._add_buttons()
        self.add(label(_("Svarene dine"), "h2"))
        self.rows = [self._add_row(index) for index in range(len(outcome.questions))]

    def first_focus(self) -> QWidget | None:
        """Return what one most likely does next."""
        return self.missed_button or self.again_button or (self.rows[0] if self.rows else None)

    def _verdict(self) -> NoteBox:
        got = self._outcome.result
        texts = [got.band.text] if got.band is not None else []
        title = f"{words.verdict(self._outcome)} ({words.points(self._outcome)})"
        if self._outcome.timed_out:
            title = _("Tiden gikk ut. {title}").format(title=title)
        look = RIGHT if got.passed else PARTLY
        return NoteBox(title, texts, self.ground.theme, self.ground.pictures, look)

    def _add_certainty(self) -> None:
        wrong, lucky = len(self._outcome.certain_but_wrong), len(self._outcome.guessed_right)
        if wrong:
            told = n_(
                "På {n} spørsmål var du sikker, men svarte feil. Se på det først.",
                "På {n} spørsmål var du sikker, men svarte feil. Se på dem først.",
                wrong,
            )
            self.add(label(told.format(n=wrong)))
        if lucky:
            told = n_(
                "Du gjettet riktig på {n}. Les forklaringen, så vet du det neste gang.",
                "Du gjettet riktig på {n}. Les forklaringene, så vet du det neste gang.",
                lucky,
            )
            self.add(label(told.format(n=lucky)))

    def _add_buttons(self) -> None:
        outcome = self._outcome
        buttons: list[QPushButton] = []
        if outcome.result.missed:
            self.missed_button = button(_("Prøv de du bommet på"), "primary", main=True)
            self.missed_button.clicked.connect(self._on_missed)
            buttons.append(self.missed_button)
        if outcome.attempts_left != 0 and not outcome.result.passed:
            self.again_button = button(_("Nytt forsøk"), "secondary", main=True)
            self.again_button.clicked.connect(self.again_wanted)
            buttons.append(self.again_button)
        if buttons:
            self.add(button_row(*buttons))
        if outcome.attempts_left is not None and not outcome.result.passed:
            self.add(label(words.attempts_left(outcome.attempts_left), "muted"))

    def _add_row(self, index: int) -> RowButton:
        one = self._outcome.questions[index]
        row = RowButton(self.ground.theme, f"{index + 1}. {one.question.title}")
        right = one.score is not None and one.score.right
        partly = one.score is not None and not right and one.score.points > 0
        if right:
            row.set_state("circle-check", "success", _("Riktig"))
        elif partly:
            row.set_state("circle-dot", "accent", _("Delvis riktig"))
        else:
            row.set_state("circle-x", "danger", _("Ikke riktig") if one.is_answered else _("Ikke besvart"))
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row)
        return row

    @Slot()
    def _on_row(self) -> None:
        index = int(self.sender().property("index"))
        view = self._views.get(index)
        if view is None:
            view = self._views[index] = self._open(index)
        else:
            view.setVisible(view.isHidden())

    def _open(self, index: int) -> QuestionView:
        one = self._outcome.questions[index]
        view = QuestionView(
            one.question,
            self.ground.theme,
            self.ground.pictures,
            mode=Mode.REVIEW,
            order=one.order,
            number=index + 1,
        )
        view.set_response(one.response, one.certainty)
        if one.score is not None:
            view.show_score(one.score, one.feedback, 0)
        view.link_activated.connect(self.link_activated)
        self._outer.insertWidget(self._outer.indexOf(self.rows[index]) + 1, view)
        return view

    @Slot()
    def _on_missed(self) -> None:
        self.missed_wanted.emit(self._outcome.attempt_id)
