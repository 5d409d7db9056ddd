"""Before a quiz: what it asks for, how earlier attempts went, and one button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.quiz_state import AttemptSummary, QuizOverview
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label


class StartStage(Stage):
    """The overview. ``start_wanted`` also goes on with an attempt under way."""

    start_wanted = Signal()
    outcome_wanted = Signal(int)
    missed_wanted = Signal(int)

    def __init__(self, ground: PageGround, overview: QuizOverview, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._overview = overview
        self.start_button: QPushButton | None = None
        self._add_intro()
        if overview.running is not None:
            self._add_running(overview)
        elif overview.attempts_left == 0:
            self._add_used_up(overview)
        else:
            self._add_start(_("Begynn på nytt forsøk") if overview.attempts else _("Begynn"))
        self._add_attempts(overview.attempts)

    def first_focus(self) -> QWidget | None:
        """Return the button that begins, or goes on."""
        return self.start_button

    def _add_intro(self) -> None:
        for sentence in words.rules(self._overview):
            self.add(label(sentence, "lead"))

    def _add_running(self, overview: QuizOverview) -> None:
        if overview.seconds_left == 0:
            self.add(label(_("Tiden gikk ut mens programmet var lukket. Det du hadde svart, teller."), "strong"))
            self._add_start(_("Se resultatet"))
            return
        said = _("Du er midt i et forsøk. Svarene dine ligger der du forlot dem.")
        if overview.seconds_left is not None:
            said = f"{said} {words.time_left(overview.seconds_left)}."
        self.add(label(said, "strong"))
        self._add_start(_("Fortsett forsøket"))

    def _add_used_up(self, overview: QuizOverview) -> None:
        last = overview.attempts[-1]
        if overview.passed:
            self.add(label(_("Du har bestått. Resultatet ditt står under."), "strong"))
        else:
            self.add(label(_("Forsøkene er brukt. Du kan øve på det du bommet på så mye du vil."), "strong"))
            practise = button(_("Øv på det du bommet på"), "primary", main=True)
            practise.setProperty("attempt", last.attempt_id)
            practise.clicked.connect(self._on_missed)
            self.start_button = practise
            self.add(button_row(practise))

    def _add_start(self, text: str) -> None:
        self.start_button = button(text, "primary", main=True)
        self.start_button.clicked.connect(self.start_wanted)
        self.add(button_row(self.start_button))

    def _add_attempts(self, attempts: tuple[AttemptSummary, ...]) -> None:
        if not attempts:
            return
        self.add(label(_("Tidligere forsøk"), "h3"))
        for attempt in attempts:
            self.add(label(words.summary(attempt)))
            look = button(_("Se forsøk {number}").format(number=attempt.number), "tertiary")
            look.setProperty("attempt", attempt.attempt_id)
            look.clicked.connect(self._on_outcome)
            self.add(button_row(look))

    @Slot()
    def _on_outcome(self) -> None:
        self.outcome_wanted.emit(int(self.sender().property("attempt")))

    @Slot()
    def _on_missed(self) -> None:
        self.missed_wanted.emit(int(self.sender().property("attempt")))
