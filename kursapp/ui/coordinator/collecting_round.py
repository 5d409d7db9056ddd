"""One round on the collecting screen: how many have handed in, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.ui.coordinator.collecting_words import files_words, persons_words, round_words, waiting_words
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import label


class RoundView(Card):
    """Tells what is wanted by the form's id."""

    results_asked = Signal(str)
    close_asked = Signal(str)
    reminder_asked = Signal(str)
    letting_in_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=scale.S16)
        self._form_id = ""
        self._title = label("", "h3")
        self.persons = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = label("")
        self.files = label("", "muted")
        self.waiting = label("")
        self.body.setSpacing(scale.S4)
        self.remind = button(_("Kopier påminnelse"), "tertiary")
        head = QHBoxLayout()
        self.body.addLayout(head)
        head.addWidget(self._title, 1)
        head.addWidget(self.remind)
        for widget in (self.persons, self._bar, self.words, self.files, self.waiting):
            self.body.addWidget(widget)
        self.see = button(_("Se resultatene"), "primary")
        self.close_round = button(_("Lukk runden"))
        self.let_in = button(_("Slipp inn dem som venter"))
        self._row = Flow()
        self.body.addWidget(self._row)
        for each, slot in (
            (self.see, self._on_see),
            (self.close_round, self._on_close),
            (self.let_in, self._on_let_in),
        ):
            each.clicked.connect(slot)
            self._row.add(each)
        self.remind.clicked.connect(self._on_remind)

    def show_round(self, card: RoundCard, k: int) -> None:
        """Show how a round stands; ``k`` is the cohort's limit."""
        self._form_id = card.form_id
        is_open = card.state is RoundState.OPEN
        self._title.setText(card.title)
        self.persons.setText(persons_words(card))
        self._bar.setRange(0, max(card.invited, 1))
        self._bar.setValue(min(card.persons, card.invited))
        self._bar.setAccessibleName(f"{card.title}: {persons_words(card)}")
        self._bar.setVisible(card.persons > 0)
        self.words.setText(round_words(card, k))
        self.files.setText(_("Filer: {states}").format(states=files_words(card.files)))
        self.files.setVisible(is_open and bool(card.files))
        self.waiting.setText(waiting_words(card, k))
        self.waiting.setVisible(bool(card.waiting))
        self.see.setVisible(not is_open and card.shown)
        self.close_round.setVisible(is_open and card.persons > 0)
        self.remind.setVisible(is_open)
        self.let_in.setVisible(card.may_let_in)
        self._row.setVisible(any(not each.isHidden() for each in (self.see, self.close_round, self.let_in)))
        for each in (self.see, self.close_round, self.remind, self.let_in):
            each.setAccessibleDescription(card.title)

    @Slot()
    def _on_see(self) -> None:
        self.results_asked.emit(self._form_id)

    @Slot()
    def _on_close(self) -> None:
        self.close_asked.emit(self._form_id)

    @Slot()
    def _on_remind(self) -> None:
        self.reminder_asked.emit(self._form_id)

    @Slot()
    def _on_let_in(self) -> None:
        self.letting_in_asked.emit(self._form_id)


class RoundList(QWidget):
    """The rounds of a cohort."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S16)
        self.views: dict[str, RoundView] = {}

    def take(self, form_id: str) -> RoundView:
        """Return the view of a round, made where there is none; its maker connects it."""
        view = RoundView()
        self.views[form_id] = view
        self._column.addWidget(view)
        return view

    def arrange(self, form_ids: Sequence[str]) -> None:
        """Put the rounds in this order, from the top."""
        for form_id in form_ids:
            self._column.removeWidget(self.views[form_id])
            self._column.addWidget(self.views[form_id])

    def clear(self) -> None:
        """Show no round."""
        for view in self.views.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = {}
