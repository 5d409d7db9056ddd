"""Before a quiz: what it asks for, how earlier attempts went, and one button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.participant import PageState
from kursapp.services.quiz_state import AttemptSummary, QuizOverview
from kursapp.ui.i18n import _
from kursapp.ui.participant.leading import leading_blocks
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.quiz import words
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label


class StartStage(Stage):
    """The overview. ``start_wanted`` also goes on with an attempt under way."""

    start_wanted = Signal()
    outcome_wanted = Signal(int)
    missed_wanted = Signal(int)

    def __init__(
        self, ground: PageGround, state: PageState, overview: QuizOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self.start_button: QPushButton | None = None
        self.attempt_rows: list[RowButton] = []
        self._last = overview.attempts[-1].attempt_id if overview.attempts else 0
        self._add_intro(state)
        self.add(PointList(words.rules(overview), ground.theme), Reach.BOX)
        if overview.running is not None:
            self._add_running(overview)
        elif overview.attempts_left == 0:
            self._add_used_up(overview)
        else:
            self._add_start(overview)
        self._add_attempts(overview.attempts)

    def first_focus(self) -> QWidget | None:
        """Return the button that begins, or goes on."""
        return self.start_button

    def flush(self) -> None:
        """Save what is written in the introduction."""
        self._items.flush()

    def _add_intro(self, state: PageState) -> None:
        self._items = PageItems(self.ground, state, self)
        self._items.link_activated.connect(self.link_activated)
        self._items.media_wanted.connect(self.media_wanted)
        blocks = leading_blocks(self.ground.page)
        if blocks:
            column = self._items.column(blocks)
            column.link_hovered.connect(self.link_hovered)
            self.add(column)

    def _add_running(self, overview: QuizOverview) -> None:
        if overview.seconds_left == 0:
            self.add(label(_("Tiden gikk ut mens programmet var lukket. Det du hadde svart, teller."), "strong"))
            self._add_button(_("Se resultatet"))
            return
        said = _("Du er midt i et forsøk. Svarene dine ligger der du forlot dem.")
        if overview.seconds_left is not None:
            said = f"{said} {words.time_left(overview.seconds_left)}."
        self.add(label(said, "strong"))
        self._add_button(_("Fortsett forsøket"))

    def _add_used_up(self, overview: QuizOverview) -> None:
        if overview.passed:
            self.add(label(_("Du har bestått. Forsøkene dine står under."), "strong"))
            return
        self.add(label(_("Forsøkene er brukt. Du kan øve på det du bommet på så mye du vil."), "strong"))
        practise = button(_("Øv på det du bommet på"), "secondary", main=True)
        practise.clicked.connect(self._on_missed)
        self.start_button = practise
        self.add(ButtonRow(practise))

    def _add_start(self, overview: QuizOverview) -> None:
        if overview.passed:
            self.add(label(_("Du har bestått. Du kan ta quizen på nytt hvis du vil."), "strong"))
            self._add_button(_("Begynn på nytt forsøk"), "secondary")
        else:
            self._add_button(_("Begynn på nytt forsøk") if overview.attempts else _("Begynn"))

    def _add_button(self, text: str, role: str = "primary") -> None:
        self.start_button = button(text, role, main=True)
        self.start_button.clicked.connect(self.start_wanted)
        self.add(ButtonRow(self.start_button))

    def _add_attempts(self, attempts: tuple[AttemptSummary, ...]) -> None:
        if not attempts:
            return
        self.add(label(_("Forsøkene dine"), "h3"))
        for attempt in attempts:
            row = RowButton(self.ground.theme, words.summary(attempt))
            icon, token, told = words.attempt_state(attempt)
            row.set_state(icon, token, told)
            row.setProperty("attempt", attempt.attempt_id)
            row.clicked.connect(self._on_attempt)
            self.attempt_rows.append(row)
            self.add(row, Reach.BOX)

    @Slot()
    def _on_attempt(self) -> None:
        self.outcome_wanted.emit(int(self.sender().property("attempt")))

    @Slot()
    def _on_missed(self) -> None:
        self.missed_wanted.emit(self._last)
