"""The look over all answers before handing in: answered, open, flagged, and a way to each."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kursapp.services.quiz_state import AttemptState
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.quiz.clock_label import ClockLabel
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label, set_role


class ReviewStage(Stage):
    """All the questions as rows, and the button that hands in.

    Handing in asks once more on the page itself, for it cannot be undone.
    """

    step_wanted = Signal(int)
    submit_wanted = Signal()

    def __init__(self, ground: PageGround, attempt: AttemptState, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._attempt = attempt
        self._asked = False
        self._sent = False
        self._first_open = next((at for at, one in enumerate(attempt.questions) if not one.is_answered), None)
        self.time = ClockLabel(ground.theme)
        self.add(self._header())
        self.add(label(words.overall(attempt), "lead"))
        self.rows = [self._add_row(index) for index in range(len(attempt.questions))]
        self.warning = label("", "strong")
        self.warning.hide()
        self.add(self.warning)
        self.submit_button: QPushButton = button(_("Lever quizen"), "primary", main=True)
        self.submit_button.clicked.connect(self._on_submit)
        self.back_button = button(self._back_words(), "secondary", main=True)
        self.back_button.clicked.connect(self._on_back)
        self._buttons = ButtonRow(self.submit_button, self.back_button)
        self.add(self._buttons)

    def first_focus(self) -> QWidget | None:
        """Return the first open question, or the button that hands in."""
        return self.submit_button if self._first_open is None else self.rows[self._first_open]

    def spoken(self) -> str:
        """Say how many questions are open, and how many are flagged."""
        return words.overall(self._attempt)

    def _header(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(_("Se over svarene"), "h2"), 1)
        row.addWidget(self.time)
        return holder

    def _add_row(self, index: int) -> RowButton:
        one = self._attempt.questions[index]
        row = RowButton(self.ground.theme, f"{index + 1}. {one.question.title}")
        icon, token, told = words.question_state(one)
        row.set_state(icon, token, told, strong=not one.is_answered)
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row, Reach.BOX)
        return row

    def _back_words(self) -> str:
        return _("Gå til spørsmålene") if self._first_open is None else _("Gå til det første åpne")

    def _warning_words(self) -> str:
        count = len(self._attempt.open)
        if not count:
            return _("Når du har levert, kan du ikke endre svarene. Lever nå?")
        said = n_(
            "{n} spørsmål er åpent og gir ingen poeng. Når du har levert, kan du ikke endre svarene. Lever likevel?",
            "{n} spørsmål er åpne og gir ingen poeng. Når du har levert, kan du ikke endre svarene. Lever likevel?",
            count,
        )
        return said.format(n=count)

    @Slot()
    def _on_row(self) -> None:
        self.step_wanted.emit(int(self.sender().property("index")))

    @Slot()
    def _on_back(self) -> None:
        self.step_wanted.emit(self._first_open or 0)

    @Slot()
    def _on_submit(self) -> None:
        if self._sent:
            return
        if not self._asked:
            self._ask()
            return
        self._sent = True
        self.submit_wanted.emit()

    def _ask(self) -> None:
        self._asked = True
        self.warning.setText(self._warning_words())
        self.warning.show()
        self.submit_button.setText(_("Lever nå") if self._first_open is None else _("Lever likevel"))
        set_role(self.back_button, "role", "secondary")
        self._buttons.fit()
        announce(self, self.warning.text())
