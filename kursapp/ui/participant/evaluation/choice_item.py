"""Options of which one or several are picked, one of them perhaps with a short text."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import Picked
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.item_view import Answers, ItemView
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.option_row import OptionRow
from kursapp.ui.widgets.pictures import Pictures

LONGEST_OTHER = 200


class ChoiceItem(ItemView):
    """Native radio buttons or check boxes; an option of one's own opens a short text."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        several = item.item is EvaluationKind.MULTIPLE
        self._showing = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self.rows: list[OptionRow] = []
        self.other: QLineEdit | None = None
        for option in item.options:
            row = OptionRow(option.id, option.text, theme, pictures, several=several)
            self._group.addButton(row.button)
            row.toggled.connect(self._on_toggled)
            self.rows.append(row)
            self.add(row)
            if option.other:
                self.other = self._make_other(option.text.plain)
        self.add_clearing()

    def show_answers(self, answers: Answers) -> None:
        answer = answers.get(self.item.id)
        picked = answer if isinstance(answer, Picked) else Picked(())
        self._showing = True
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for row in self.rows:
            row.button.setChecked(row.part_id in picked.options)
        self._group.setExclusive(exclusive)
        if self.other is not None:
            self.other.setText(picked.other)
        self._showing = False
        self._show_other()
        self.offer_clearing()

    def has_answer(self) -> bool:
        return bool(self._picked().options)

    def _make_other(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LONGEST_OTHER)
        field.setAccessibleName(_("{option}: skriv kort hva").format(option=name))
        field.setPlaceholderText(_("Skriv kort hva"))
        field.textEdited.connect(self._on_edited)
        field.hide()
        self.add(field)
        return field

    def _picked(self) -> Picked:
        options = tuple(row.part_id for row in self.rows if row.button.isChecked())
        other = self.other.text() if self.other is not None and self._has_other(options) else ""
        return Picked(options, other)

    def _has_other(self, options: tuple[str, ...]) -> bool:
        return any(option.other and option.id in options for option in self.item.options)

    def _show_other(self) -> None:
        if self.other is not None:
            self.other.setVisible(self._has_other(self._picked().options))

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        # Of the two changes when one radio button takes over from another, only the second is an answer.
        if self._showing or (self._group.exclusive() and not checked):
            return
        self._show_other()
        self.offer_clearing()
        self.answered.emit(self.item.id, self._picked())

    @Slot()
    def _on_edited(self) -> None:
        self.answered.emit(self.item.id, self._picked())
