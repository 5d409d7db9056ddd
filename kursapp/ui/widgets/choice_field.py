"""Single choice, multiple response, true/false and dilemma."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option
from kursapp.domain.response import Chosen, Response
from kursapp.domain.scoring import Score
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.option_row import OptionRow
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.verdict import Verdict


class ChoiceField(AnswerField):
    """The options of a choice question, one under the other."""

    def __init__(
        self,
        question: ChoiceQuestion,
        theme: Theme,
        pictures: Pictures,
        *,
        order: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._several = question.choice is ChoiceKind.MULTIPLE
        options = {option.id: option for option in question.options}
        self._options = [options[part] for part in order] if order else list(question.options)
        self._rows = [self._row(option, theme, pictures) for option in self._options]
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not self._several)
        for row in self._rows:
            column.addWidget(row)
            self._group.addButton(row.button)

    def rows(self) -> list[OptionRow]:
        """Return the options in the order they are shown."""
        return list(self._rows)

    def response(self) -> Response | None:
        chosen = {row.part_id for row in self._rows if row.button.isChecked()}
        if not chosen:
            return None
        return Chosen(tuple(option.id for option in self._question.options if option.id in chosen))

    def show_response(self, response: Response | None) -> None:
        chosen = response.options if isinstance(response, Chosen) else ()
        self._showing = True
        self._group.setExclusive(False)
        for row in self._rows:
            row.button.setChecked(row.part_id in chosen)
        self._group.setExclusive(not self._several)
        self._showing = False

    def lock(self, locked: bool) -> None:
        for row in self._rows:
            row.lock(locked)

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        for row, option in zip(self._rows, self._options, strict=True):
            if score is None:
                row.mark(None)
            else:
                row.mark(self._verdict(row, option, reveal), option.feedback if row.button.isChecked() else None)

    def missing(self) -> str:
        if self.response() is not None:
            return ""
        return _("Velg minst ett svar først.") if self._several else _("Velg et svar først.")

    def pick(self, number: int) -> bool:
        if number > len(self._rows):
            return False
        self._rows[number - 1].choose()
        return True

    def focus_first(self) -> None:
        for row in self._rows:
            if row.button.isChecked():
                row.button.setFocus()
                return
        self._rows[0].button.setFocus()

    def _row(self, option: Option, theme: Theme, pictures: Pictures) -> OptionRow:
        row = OptionRow(option.id, option.text, theme, pictures, several=self._several)
        row.toggled.connect(self._on_toggled)
        row.link_activated.connect(self.link_activated)
        return row

    def _verdict(self, row: OptionRow, option: Option, reveal: bool) -> Verdict | None:
        if self._question.choice is ChoiceKind.DILEMMA:
            return Verdict.CHOSEN if row.button.isChecked() else None
        if row.button.isChecked():
            return Verdict.RIGHT if option.right else Verdict.WRONG
        return Verdict.KEY if reveal and option.right else None

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        # Choosing one radio button lets another go: one change, told once.
        if not self._showing and (self._several or checked):
            self.changed.emit()
