"""What today holds, and the one obvious next step."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.services.review import ReviewOverview
from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.words import EXTRA, today_heading, today_lines
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class TodayCard(Card):
    """``begin_wanted`` carries how many more than the day's own are asked for."""

    begin_wanted = Signal(int)
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=scale.S32)
        self.heading = label("", "h2")
        self.about = label("", "muted")
        self.begin = button(_("Begynn"), "primary", main=True)
        self.more = button(_("Ta {n} til").format(n=EXTRA), "secondary", main=True)
        self.resume = button(_("Fortsett øvingen"), "primary", main=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.about)
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, self.begin, self.more, self.resume)
        self.begin.clicked.connect(self._on_begin)
        self.more.clicked.connect(self._on_more)
        self.resume.clicked.connect(self.resume_wanted)

    def show_overview(self, overview: ReviewOverview) -> None:
        """Show how it stands today."""
        paused = overview.settings.paused_on is not None
        self.heading.setText(today_heading(overview))
        lines = today_lines(overview)
        self.about.setText(" ".join(lines))
        self.about.setVisible(bool(lines))
        self.resume.setVisible(paused)
        self.begin.setVisible(bool(overview.portion.questions))
        self.begin.setText(_("Fortsett") if overview.done else _("Begynn"))
        self.more.setVisible(bool(overview.more) and not overview.portion.questions and not paused)

    def main_button(self) -> QWidget | None:
        """Return the button of the next step, None where there is none."""
        return next((one for one in (self.begin, self.resume, self.more) if not one.isHidden()), None)

    @Slot()
    def _on_begin(self) -> None:
        self.begin_wanted.emit(0)

    @Slot()
    def _on_more(self) -> None:
        self.begin_wanted.emit(EXTRA)
