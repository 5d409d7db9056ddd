"""The look over all answers before handing in: answered, open, flagged, and a way to each."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.quiz_state import AttemptState
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label, set_role


class ReviewStage(Stage):
    """All the questions as rows, and the button that hands in.

    Handing in with open questions asks once more on the page itself, for it cannot be undone.
    """

    step_wanted = Signal(int)
    submit_wanted = Signal()

    def __init__(self, ground: PageGround, state: AttemptState, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._open = len(state.open)
        self._asked = False
        self.add(label(_("Se over svarene"), "h2"))
        self.add(label(self._told(state), "lead"))
        self.rows = [self._add_row(index, state) for index in range(len(state.questions))]
        self.warning = label("", "error")
        self.warning.hide()
        self.add(self.warning)
        self.submit_button: QPushButton = button(_("Lever quizen"), "primary", main=True)
        self.submit_button.clicked.connect(self._on_submit)
        self.back_button = button(_("Tilbake til spørsmålene"), "secondary", main=True)
        self.back_button.clicked.connect(self._on_back)
        self.add(button_row(self.submit_button, self.back_button))

    def first_focus(self) -> QWidget | None:
        """Return the first open question, or the button that hands in."""
        return self.submit_button if not self._open else self.rows[self._first_open]

    def _told(self, state: AttemptState) -> str:
        self._first_open = next((at for at, one in enumerate(state.questions) if not one.is_answered), 0)
        if not self._open:
            told = _("Alle spørsmålene er besvart.")
        else:
            told = n_("{n} spørsmål er ikke besvart.", "{n} spørsmål er ikke besvart.", self._open).format(n=self._open)
        if state.flagged:
            count = len(state.flagged)
            told += " " + n_("Du har merket {n}.", "Du har merket {n}.", count).format(n=count)
        return told

    def _add_row(self, index: int, state: AttemptState) -> RowButton:
        one = state.questions[index]
        row = RowButton(self.ground.theme, f"{index + 1}. {one.question.title}")
        icon, token = ("circle-check", "success") if one.is_answered else ("circle", "muted")
        if one.flagged:
            icon, token = "flag", "accent"
        row.set_state(icon, token, words.question_state(one), strong=not one.is_answered)
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row)
        return row

    @Slot()
    def _on_row(self) -> None:
        self.step_wanted.emit(int(self.sender().property("index")))

    @Slot()
    def _on_back(self) -> None:
        self.step_wanted.emit(self._first_open)

    @Slot()
    def _on_submit(self) -> None:
        if self._open and not self._asked:
            self._asked = True
            said = n_(
                "{n} spørsmål er åpent og gir ingen poeng. Lever likevel?",
                "{n} spørsmål er åpne og gir ingen poeng. Lever likevel?",
                self._open,
            )
            self.warning.setText(said.format(n=self._open))
            self.warning.show()
            self.submit_button.setText(_("Lever likevel"))
            set_role(self.submit_button, "role", "secondary")
            return
        self.submit_wanted.emit()
