"""How much is put a day, whether cases come back, and the pause."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from kursapp.domain.review import ReviewSettings
from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.stepper import NumberStepper
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button, left
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

NEW_STEPS = (0, 1, 2, 3, 5, 8, 12, 20, 30)
REVIEW_STEPS = (5, 10, 15, 20, 30, 50, 75, 100)


class SetupCard(Card):
    """Every choice takes effect at once. ``set_up`` carries new ones, reviews and whether cases come."""

    set_up = Signal(int, int, bool)
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_paused = False
        self.new = NumberStepper(theme, _("Nye spørsmål om dagen, høyst"), NEW_STEPS)
        self.reviews = NumberStepper(theme, _("Spørsmål du har øvd på før, høyst om dagen"), REVIEW_STEPS)
        self.cases = QCheckBox(_("Ta med caser du har spilt"))
        self.pause = button("")
        self.about = label("", "muted")
        self.body.setSpacing(scale.S16)
        for widget in (self.new, self.reviews, left(self.cases), self.about):
            self.body.addWidget(widget)
        add_button_row(self.body, self.pause)
        self.new.changed.connect(self._tell)
        self.reviews.changed.connect(self._tell)
        self.cases.clicked.connect(self._tell)
        self.pause.clicked.connect(self._on_pause)

    def show_settings(self, settings: ReviewSettings) -> None:
        """Show how Øving is set up."""
        self._is_paused = settings.paused_on is not None
        self.new.show_number(settings.new_a_day)
        self.reviews.show_number(settings.reviews_a_day)
        self.cases.setChecked(settings.cases)
        self.pause.setText(_("Fortsett øvingen") if self._is_paused else _("Ta pause"))
        self.about.setText(
            _("Du har pause. Når du fortsetter, er alt der du slapp.")
            if self._is_paused
            else _("I ferier og travle tider kan du ta pause. Ingenting hoper seg opp imens.")
        )

    @Slot()
    def _tell(self) -> None:
        self.set_up.emit(self.new.number, self.reviews.number, self.cases.isChecked())

    @Slot()
    def _on_pause(self) -> None:
        if self._is_paused:
            self.resume_wanted.emit()
        else:
            self.pause_wanted.emit()
