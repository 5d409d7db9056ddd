"""Which round is looked at: a cohort and one of its forms, chosen in two menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    """Every published cohort and its rounds, the cohort that starts last first."""

    cohorts: tuple[CohortCard, ...]
    rounds: Mapping[str, tuple[RoundCard, ...]]

    def card(self, cohort_id: str, form_id: str) -> RoundCard | None:
        """Return one round; None where there is none."""
        return next((card for card in self.rounds.get(cohort_id, ()) if card.form_id == form_id), None)

    def best(self, cohort_id: str, form_id: str, chosen: str) -> RoundCard | None:
        """Return the round asked for, else the one most likely meant; None where there is no round at all.

        Without a cohort it is the one ``chosen`` last, or the first with something closed. Without a form it is the
        last closed evaluation, which is the one after the course where that is done.
        """
        cohort = next((each for each in (cohort_id, chosen) if self.rounds.get(each)), "") or self._first_cohort()
        rounds = self.rounds.get(cohort, ())
        asked = self.card(cohort, form_id)
        if asked is not None:
            return asked
        closed = [card for card in rounds if card.state is RoundState.CLOSED]
        evaluations = [card for card in closed if card.kind is FormKind.EVALUATION]
        return next((card for cards in (evaluations[::-1], closed, rounds) for card in cards), None)

    def _first_cohort(self) -> str:
        closed = (card.id for card in self.cohorts if card.closed_rounds)
        with_rounds = (card.id for card in self.cohorts if self.rounds.get(card.id))
        return next(closed, "") or next(with_rounds, "")


def read_rounds(coordinator: Coordinator) -> Rounds:
    """Read every published cohort with its rounds."""
    cards = tuple(card for card in coordinator.cohorts() if card.state is CohortState.PUBLISHED)
    return Rounds(cards, {card.id: coordinator.rounds(card.id) for card in cards})


class RoundPicker(QWidget):
    """Two menus; ``picked`` tells which round a person chose. ``look_for`` fills them and says what was found."""

    picked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rounds = Rounds((), {})
        self._wanted = ("", "")
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

    @property
    def rounds(self) -> Rounds:
        """What there is to choose among."""
        return self._rounds

    def look_for(self, cohort_id: str, form_id: str, then: Callable[[RoundCard | None], object]) -> None:
        """Read all rounds anew, choose the one asked for, or the likeliest, and hand it to ``then``."""
        self._wanted, self._then = (cohort_id, form_id), then
        self._desk.ask(read_rounds, self._on_rounds)

    def _on_rounds(self, rounds: Rounds) -> None:
        self._rounds = rounds
        found = rounds.best(*self._wanted, self._desk.chosen)
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
        self.forms.show_entries([(card.form_id, round_name(card)) for card in self._rounds.rounds.get(cohort_id, ())])
        self.forms.set_value(found.form_id if found else "")
        self._filling = False

    @Slot()
    def _on_cohort(self) -> None:
        cohort_id = self.cohorts.value()
        if self._filling or not cohort_id:
            return
        # The same form of the other cohort, where it has one: that is what one compares with.
        found = self._rounds.card(cohort_id, self.forms.value()) or self._rounds.best(cohort_id, "", "")
        if found is not None:
            self.picked.emit(cohort_id, found.form_id)

    @Slot()
    def _on_form(self) -> None:
        if not self._filling and self.forms.value():
            self.picked.emit(self.cohorts.value(), self.forms.value())


def round_name(card: RoundCard) -> str:
    """Return a round's title, and that it is still open where it is."""
    return _("{title} (åpen)").format(title=card.title) if card.state is RoundState.OPEN else card.title
