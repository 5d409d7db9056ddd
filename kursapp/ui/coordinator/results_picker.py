"""Which round is looked at: a cohort and one of its forms, chosen in two menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kursapp.domain.form import FormKind
from kursapp.services.cohort_cards import CohortCard, CohortState, RoundCard, RoundState
from kursapp.services.coordinator import Coordinator
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Rounds:
    """Every published cohort, the one that starts last first, and the rounds of the one chosen among them."""

    cohorts: tuple[CohortCard, ...]
    rounds: tuple[RoundCard, ...] = ()

    def best(self, form_id: str) -> RoundCard | None:
        """Return the round asked for, else the one most likely meant; None where there is none at all.

        That is the last closed evaluation: the one after the course, where that is done.
        """
        closed = [card for card in self.rounds if card.state is RoundState.CLOSED]
        evaluations = [card for card in closed if card.kind is FormKind.EVALUATION]
        asked = [card for card in self.rounds if card.form_id == form_id]
        return next((card for cards in (asked, evaluations[::-1], closed, self.rounds) for card in cards), None)


def choose_cohort(cards: Sequence[CohortCard], *wanted: str) -> str:
    """Return the first wanted cohort there is, else the first with something closed, else the first; "" of none."""
    ids = [card.id for card in cards]
    closed = [card.id for card in cards if card.closed_rounds]
    return next((each for each in (*wanted, *closed, *ids) if each in ids), "")


def read_rounds(cohort_id: str, chosen: str, coordinator: Coordinator) -> Rounds:
    """Read every published cohort, and the rounds of the one asked for, or the one ``chosen`` last."""
    cards = tuple(card for card in coordinator.cohorts() if card.state is CohortState.PUBLISHED)
    found = choose_cohort(cards, cohort_id, chosen)
    return Rounds(cards, coordinator.rounds(found) if found else ())


class RoundPicker(QWidget):
    """Two menus; ``picked`` tells which round a person chose. ``look_for`` fills them and says what was found."""

    picked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rounds = Rounds(())
        self._form = ""
        self._then: Callable[[RoundCard | None], object] | None = None
        self._filling = False
        self.cohorts = MenuBox((), _("Kull"))
        self.forms = MenuBox((), _("Skjema"))
        self.cohorts.currentIndexChanged.connect(self._on_cohort)
        self.forms.currentIndexChanged.connect(self._on_form)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.S16)
        grid.setVerticalSpacing(scale.S4)
        for column, (name, menu) in enumerate(((_("Kull"), self.cohorts), (_("Skjema"), self.forms))):
            words = label(name, "strong")
            words.setBuddy(menu)
            grid.addWidget(words, 0, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(menu, 1, column)
            grid.setColumnStretch(column, 1)

    def look_for(self, cohort_id: str, form_id: str, then: Callable[[RoundCard | None], object]) -> None:
        """Read the rounds anew, choose the one asked for, or the likeliest, and hand it to ``then``."""
        self._form, self._then = form_id, then
        self._desk.ask(partial(read_rounds, cohort_id, self._desk.chosen), self._on_rounds)

    def _on_rounds(self, rounds: Rounds) -> None:
        self._rounds = rounds
        found = rounds.best(self._form)
        if found is not None:
            self._desk.chosen = found.cohort_id
        self._fill(found)
        if self._then is not None:
            self._then(found)

    def _fill(self, found: RoundCard | None) -> None:
        self._filling = True
        cohort_id = found.cohort_id if found else ""
        self.cohorts.show_entries([(card.id, card.cohort.name) for card in self._rounds.cohorts])
        self.cohorts.set_value(cohort_id)
        self.forms.show_entries([(card.form_id, round_name(card)) for card in self._rounds.rounds])
        self.forms.set_value(found.form_id if found else "")
        self._filling = False

    @Slot()
    def _on_cohort(self) -> None:
        cohort_id = self.cohorts.value()
        if self._filling or not cohort_id:
            return
        # The same form of the other cohort, where it has one: that is what one compares with.
        cohort = next(card.cohort for card in self._rounds.cohorts if card.id == cohort_id)
        same = self.forms.value() in {form.form.id for form in cohort.forms}
        self.picked.emit(cohort_id, self.forms.value() if same else "")

    @Slot()
    def _on_form(self) -> None:
        if not self._filling and self.forms.value():
            self.picked.emit(self.cohorts.value(), self.forms.value())


def round_name(card: RoundCard) -> str:
    """Return a round's title, and that it is still open where it is."""
    return _("{title} (åpen)").format(title=card.title) if card.state is RoundState.OPEN else card.title
