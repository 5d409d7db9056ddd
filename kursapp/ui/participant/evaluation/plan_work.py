"""Reads her plan for a form of the follow-up, and puts it above the form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.domain.course import EvaluationType
from kursapp.services.own_plan import OwnPlan, own_plan
from kursapp.ui.participant.evaluation.plan_beside import PlanBeside
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.widgets.item_card import Reach


def has_plan_beside(ground: PageGround) -> bool:
    """Say whether a form has the plan beside it: that of the follow-up, for the participant herself."""
    settings = ground.page.evaluation
    return settings is not None and settings.type is EvaluationType.FOLLOW_UP and not ground.for_author


class PlanPlace(QWidget):
    """Where the plan stands once it has been read; it takes no room before."""

    link_activated = Signal(str)

    def __init__(self, ground: PageGround) -> None:
        super().__init__()
        self._ground = ground
        self._row = QHBoxLayout(self)
        self.card: PlanBeside | None = None
        self.set_narrow(False)
        self.hide()
        self._wanted = True
        self.look()

    def look(self) -> None:
        """Read the plan as it stands now."""
        self._ground.tasks.profile(partial(own_plan, self._ground.opened), self._on_read)

    def set_narrow(self, narrow: bool) -> None:
        """Stand as far out as the boxes of the form do."""
        side = Reach.BOX.inset(narrow=narrow)
        self._row.setContentsMargins(side, 0, side, 16)

    def show_with(self, *, shown: bool) -> None:
        """Be there while the form is filled in, and not beside what is handed in."""
        self._wanted = shown
        self.setVisible(shown and self.card is not None)

    def _on_read(self, plan: OwnPlan) -> None:
        if self.card is not None:
            if self.card.plan == plan:
                return
            self._row.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = PlanBeside(plan, self._ground.theme)
        self.card.link_activated.connect(self.link_activated)
        self._row.addWidget(self.card)
        self.show_with(shown=self._wanted)
