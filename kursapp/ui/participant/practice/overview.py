"""Øving at rest: today, the cases, the days to come, the goals, and how it is set up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.domain.goal_progress import GoalProgress
from kursapp.services.review import ReviewOverview
from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.case_rows import CaseDue, CaseRows
from kursapp.ui.participant.practice.days_chart import DaysChart, numbers
from kursapp.ui.participant.practice.goals_view import GoalsView
from kursapp.ui.participant.practice.setup_card import SetupCard
from kursapp.ui.participant.practice.today_card import TodayCard
from kursapp.ui.participant.practice.words import resting
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts import Figure
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class PracticeView:
    """Everything the overview shows, read in one go: goals by the title of their course."""

    overview: ReviewOverview
    cases: tuple[CaseDue, ...] = ()
    goals: tuple[tuple[str, tuple[GoalProgress, ...]], ...] = ()


class Section(QWidget):
    """A heading with what belongs under it."""

    def __init__(self, heading: str, about: str, *parts: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.S16, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(label(heading, "h3"))
        if about:
            column.addWidget(label(about, "muted"))
        for part in parts:
            column.addWidget(part)


class PracticeOverview(QWidget):
    """The overview. It asks with signals and shows what it is given."""

    courses_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = TodayCard()
        self.empty = EmptyState(
            _("Ingenting å øve på ennå"),
            _("Når du har lest en økt ferdig, kommer spørsmålene i den hit dagen etter."),
            _("Gå til kursene"),
        )
        self.empty.chosen.connect(self.courses_wanted)
        self.cases = CaseRows(after=self.today.resume)
        self.chart = DaysChart(theme)
        self.figure = Figure(theme, self.chart, _("De neste 14 dagene"))
        days_card, goals_card = Card(), Card()
        days_card.body.addWidget(self.figure)
        self.goals = GoalsView(theme)
        goals_card.body.addWidget(self.goals)
        self.setup = SetupCard(theme)
        self.case_section = Section(_("Case å spille på nytt"), "", self.cases)
        self.days_section = Section(
            _("De neste 14 dagene"),
            _("Omtrent så mange spørsmål kommer hver dag. Svarene dine avgjør hvor mange det blir."),
            days_card,
        )
        self.goals_section = Section(_("Målene, før og nå"), _("De samme spørsmålene, første gang og nå."), goals_card)
        self.setup_section = Section(_("Slik øver du"), "", self.setup)
        self.resting = label("", "meta")
        self.private = label(_("Øvingen blir på denne maskinen. Ingen andre ser svarene dine."), "meta")
        self._lay_out()
        colours = [theme.color("primary"), theme.color("primary_subtle")]
        self.figure.show_legend(colours, [_("Øvd på før"), _("Nye")])
        self._theme = theme
        theme.changed.connect(self._on_theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        column.addWidget(label(_("Øving"), "h1"))
        column.addWidget(label(_("Spørsmål fra kurset kommer igjen like før du ellers ville glemt dem."), "lead"))
        for part in (
            self.today,
            self.empty,
            self.case_section,
            self.days_section,
            self.goals_section,
            self.setup_section,
            self.resting,
            self.private,
        ):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)

    def show_view(self, view: PracticeView) -> None:
        """Show how it stands."""
        overview = view.overview
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.today.isAncestorOf(focused)
        self.today.show_overview(overview)
        self.cases.show_cases(view.cases)
        self.goals.show_goals(view.goals)
        self.setup.show_settings(overview.settings)
        self.chart.show_days(overview.days, overview.today)
        self.figure.show_numbers(numbers(overview.days, overview.today))
        is_empty = not overview.total
        self.empty.setVisible(is_empty)
        self.today.setVisible(not is_empty)
        self.case_section.setVisible(bool(view.cases))
        self.days_section.setVisible(not is_empty and any(load.total for load in overview.days))
        self.goals_section.setVisible(not self.goals.is_empty)
        self.setup_section.setVisible(not is_empty)
        self.resting.setText(resting(overview.resting))
        self.resting.setVisible(bool(overview.resting))
        self.private.setVisible(True)
        step = self.first_focus()
        if had_keyboard and step is not None:
            # The button that was pressed may be gone, as after a pause.
            step.setFocus()

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard: the next step."""
        if not self.empty.isHidden():
            return self.empty.action
        return self.today.main_button()

    def _on_theme(self) -> None:
        colours = [self._theme.color("primary"), self._theme.color("primary_subtle")]
        self.figure.show_legend(colours, [_("Øvd på før"), _("Nye")])
