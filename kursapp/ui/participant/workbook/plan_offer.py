"""Rows of the workbook that could become steps: ticked, and taken into the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from kursapp.domain.plan import NewStep, in_short
from kursapp.domain.plan_rows import PlanRows
from kursapp.ui.i18n import _, day
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.tick_list import TickList

LONGEST = 140


class PlanOffer(Card):
    """Everything of the first product is ticked beforehand: that is the plan itself."""

    taken = Signal(object)
    put_away = Signal()

    def __init__(self, offered: Sequence[PlanRows]) -> None:
        super().__init__()
        self._steps = {step.source: step for rows in offered for step in rows.steps}
        self.body.setSpacing(scale.S12)
        self.body.addWidget(label(_("Hent steg fra arbeidsboka"), "h3"))
        self.body.addWidget(label(_("Velg radene som skal bli steg. Det du har skrevet der, blir stående."), "muted"))
        self.lists: list[TickList] = []
        for number, rows in enumerate(offered):
            sources = [step.source for step in rows.steps]
            made = TickList(
                rows.title, [(step.source, _told(step)) for step in rows.steps], sources if number == 0 else ()
            )
            self.lists.append(made)
            self.body.addWidget(made)
        self.take = button(_("Ta med i planen"), "primary")
        self.take.clicked.connect(self._on_take)
        self.leave = button(_("Ikke nå"), "tertiary")
        self.leave.clicked.connect(self.put_away)
        add_button_row(self.body, self.take, self.leave)

    @Slot()
    def _on_take(self) -> None:
        chosen = [self._steps[source] for each in self.lists for source in each.values()]
        if chosen:
            self.taken.emit(chosen)
        else:
            self.lists[0].show_error(_("Kryss av minst én rad."))


def _told(step: NewStep) -> str:
    short = in_short(step.text, LONGEST)
    more = [each for each in (step.owner, day(step.due) if step.due else "") if each]
    return f"{short} ({', '.join(more)})" if more else short
