"""The first page of a form: what the answers are for, where they are, and what the cohort's coordinator promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.services.evaluate import EvaluationState
from kursapp.services.hand_in import HandInState
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import sentence
from kursapp.ui.participant.cohort import words
from kursapp.ui.participant.cohort.mark_view import MarkView
from kursapp.ui.participant.leading import leading_blocks
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.text import label


class PrivacyStage(Stage):
    """Says what happens to the answers before the first one is given."""

    begin_wanted = Signal()

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        assert state.evaluation is not None
        self._items = PageItems(ground, state, self)
        self._items.link_activated.connect(self.link_activated)
        self._items.media_wanted.connect(self.media_wanted)
        blocks = leading_blocks(ground.page)
        if blocks:
            column = self._items.column(blocks)
            column.link_hovered.connect(self.link_hovered)
            self.add(column)
        self.add(label(_("Før du svarer"), "h2"))
        self.add(PointList(_points(state.evaluation, state.hand_in), ground.theme), Reach.BOX)
        if state.hand_in is not None:
            self._add_cohort(state.hand_in)
        self.begin_button = button(_("Begynn"), "primary", main=True)
        self.begin_button.clicked.connect(self.begin_wanted)
        self.add(ButtonRow(self.begin_button))

    def first_focus(self) -> QWidget | None:
        """Return the button that begins."""
        return self.begin_button

    def flush(self) -> None:
        """Save what is written in the introduction."""
        self._items.flush()

    def _add_cohort(self, state: HandInState) -> None:
        cohort = state.mine.cohort
        self.add(label(cohort.name, "h3"))
        if cohort.simulated:
            self.add(label(_("Dette er et øvelseskull. Svarene brukes ikke til noe."), "strong"))
        if state.obstacle is not None:
            self.add(label(sentence(state.obstacle), "strong"))
        self.add(MarkView(state.mine.mark), Reach.BOX)
        self.add(label(_("Dette er lovet"), "h3"))
        self.add(PointList(words.rules(cohort), self.ground.theme), Reach.BOX)
        self.add(label(_("Dette kan ingen love"), "h3"))
        self.add(PointList(words.held_back(cohort), self.ground.theme), Reach.BOX)


def _points(form: EvaluationState, hand_in: HandInState | None) -> list[tuple[str, str]]:
    pages = len(form.themes)
    size = n_(
        "Skjemaet har {items} punkter på {pages} side. Du kan stoppe når du vil og endre svarene senere.",
        "Skjemaet har {items} punkter på {pages} sider. Du kan stoppe når du vil og endre svarene senere.",
        pages,
    ).format(items=form.total, pages=pages)
    return [
        ("lock", _where(hand_in)),
        (
            "users",
            _(
                "Andre som kan logge inn på maskinen med din bruker, kan se dem. Skriv derfor ikke navn eller noe som "
                "barn, familier, kolleger eller kommunen kan kjennes igjen på."
            ),
        ),
        ("message-circle", _("Det er ingen riktige svar. Du kan hoppe over alt som ikke er merket «Må fylles ut».")),
        ("save", size),
    ]


def _where(hand_in: HandInState | None) -> str:
    if hand_in is None or hand_in.obstacle is not None:
        return _("Svarene dine er konfidensielle. De lagres på denne maskinen, og Kursapp sender dem ikke til noen.")
    return _(
        "Svarene dine er konfidensielle. De lagres på denne maskinen til du selv lager en svarfil og leverer den. "
        "Først får du se hver linje som er med."
    )
