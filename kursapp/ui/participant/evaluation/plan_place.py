"""Her plan above the form of the follow-up, as it stands now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.services.own_plan import OwnPlan
from kursapp.ui.participant.evaluation.plan_beside import PlanBeside
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.item_card import Reach


class PlanPlace(QWidget):
    """Where the plan stands, as far out as the boxes of the form do."""

    link_activated = Signal(str)

    def __init__(self, plan: OwnPlan, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self.set_narrow(False)
        self.card = self._put(plan)

    def set_narrow(self, narrow: bool) -> None:
        """Stand as far out as there is room for."""
        side = Reach.BOX.inset(narrow=narrow)
        self._row.setContentsMargins(side, 0, side, 16)

    def show_plan(self, plan: OwnPlan) -> None:
        """Show the plan as it is now; one that was there stays folded as it was."""
        if plan != self.card.plan:
            old = self.card
            self.card = self._put(plan)
            if old.plan:
                self.card.fold(is_open=old.is_open)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _put(self, plan: OwnPlan) -> PlanBeside:
        card = PlanBeside(plan, self._theme)
        card.link_activated.connect(self.link_activated)
        self._row.addWidget(card)
        return card
