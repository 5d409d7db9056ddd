"""Her own plan, at hand while she fills in the form of the follow-up."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kursapp.domain.plan import PlanStep, StepStatus
from kursapp.domain.product import Said
from kursapp.services.own_plan import OwnPlan
from kursapp.ui.i18n import _, day, n_
from kursapp.ui.participant.page_links import PLAN_LINK
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import IconLabel, label

MOST_OPEN = 6
"""Lines with which the plan stands open: a longer one would push the form off the screen."""
INSIDE = scale.S12
LOOKS = {
    StepStatus.NOT_BEGUN: ("circle", "muted"),
    StepStatus.UNDER_WAY: ("circle-dot", "primary"),
    StepStatus.DONE: ("circle-check", "success"),
    StepStatus.PUT_ASIDE: ("circle-dashed", "muted"),
}


class PlanBeside(Card):
    """The plan's steps with how each stands, to be folded away. Private: it is no part of the form."""

    link_activated = Signal(str)

    def __init__(self, plan: OwnPlan, theme: Theme) -> None:
        super().__init__(margin=scale.S8)
        self._plan, self._theme = plan, theme
        count = len(plan.steps) or len(plan.said)
        self.head = RowButton(theme, _("Planen din"), "chevron-down")
        self.head.clicked.connect(self._toggle)
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(INSIDE, 0, INSIDE, INSIDE)
        column.setSpacing(scale.S12)
        column.addWidget(label(_("Bare for deg. Planen leveres ikke."), "muted"))
        if plan:
            grid = QGridLayout()
            column.addLayout(grid)
            grid.setHorizontalSpacing(scale.S12)
            grid.setVerticalSpacing(scale.S8)
            grid.setColumnStretch(1, 1)
            for row, step in enumerate(plan.steps):
                self._add_step(grid, row, step)
            for row, said in enumerate(plan.said):
                self._add_said(grid, row, said)
        else:
            column.addWidget(label(_("Du har ikke skrevet noe i planen ennå. Du kan svare likevel.")))
        self.open = button(_("Gå til planen"), "tertiary")
        self.open.clicked.connect(self._on_open)
        column.addWidget(left(self.open))
        self.body.addWidget(self.head)
        self.body.addWidget(self.inside)
        self._is_open = count <= MOST_OPEN
        self._show_fold()

    @property
    def plan(self) -> OwnPlan:
        """The plan shown."""
        return self._plan

    @property
    def is_open(self) -> bool:
        """Say whether the plan is unfolded."""
        return self._is_open

    def _add_step(self, grid: QGridLayout, row: int, step: PlanStep) -> None:
        icon, colour = LOOKS[step.status]
        grid.addWidget(IconLabel(self._theme, icon, colour), row, 0, Qt.AlignmentFlag.AlignTop)
        self._add_words(grid, row, step.text or _("Steg uten tekst"), about(step, self._plan.today))

    def _add_said(self, grid: QGridLayout, row: int, said: Said) -> None:
        grid.addWidget(IconLabel(self._theme, "list", "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._add_words(grid, row, said.text, said.name)

    def _add_words(self, grid: QGridLayout, row: int, words: str, under: str) -> None:
        column = QVBoxLayout()
        grid.addLayout(column, row, 1)
        column.setSpacing(0)
        column.addWidget(label(words))
        if under:
            column.addWidget(label(under, "muted"))

    def _show_fold(self) -> None:
        self.inside.setVisible(self._is_open)
        done = sum(step.status is StepStatus.DONE for step in self._plan.steps)
        count = len(self._plan.steps)
        words = n_("{done} av {n} steg ferdig", "{done} av {n} steg ferdige", count).format(done=done, n=count)
        self.head.set_state(
            "chevron-down" if self._is_open else "chevron-right", "muted", words if count else "", strong=True
        )
        folded = _("foldet ut") if self._is_open else _("foldet sammen")
        self.head.setAccessibleName(f"{self.head.accessibleName()}, {folded}")

    def fold(self, *, is_open: bool) -> None:
        """Unfold the plan, or fold it away."""
        self._is_open = is_open
        self._show_fold()

    @Slot()
    def _toggle(self) -> None:
        self.fold(is_open=not self._is_open)

    @Slot()
    def _on_open(self) -> None:
        """Go where the plan is written: among its steps, or in the course's own product while there are none."""
        self.link_activated.emit(self._plan.href if self._plan.said else PLAN_LINK)


def about(step: PlanStep, today: date) -> str:
    """Return how a step stands, who owns it and its day, on one line; a day that has passed is no reproach."""
    states = {
        StepStatus.NOT_BEGUN: _("Ikke begynt"),
        StepStatus.UNDER_WAY: _("I gang"),
        StepStatus.DONE: _("Ferdig"),
        StepStatus.PUT_ASIDE: _("Lagt bort"),
    }
    parts = [states[step.status]]
    if step.owner:
        parts.append(step.owner)
    if step.due is not None:
        parts.append((_("datoen var {day}") if step.is_overdue(today) else day(step.due)).format(day=day(step.due)))
    return " · ".join(parts)
