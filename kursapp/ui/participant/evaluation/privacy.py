"""The first page of a form: what the answers are for, and where they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.services.evaluate import EvaluationState
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label


class PrivacyStage(Stage):
    """Says what happens to the answers before the first one is given."""

    begin_wanted = Signal()

    def __init__(self, ground: PageGround, state: EvaluationState, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self.add(label(_("Før du svarer"), "h2"))
        for sentence in _sentences(state):
            self.add(label(sentence, "lead"))
        self.begin_button = button(_("Begynn"), "primary", main=True)
        self.begin_button.clicked.connect(self.begin_wanted)
        self.add(button_row(self.begin_button))

    def first_focus(self) -> QWidget | None:
        """Return the button that begins."""
        return self.begin_button


def _sentences(state: EvaluationState) -> list[str]:
    pages = len(state.themes)
    return [
        _("Svarene dine er konfidensielle. De lagres på denne maskinen, og programmet sender dem ikke til noen."),
        _(
            "Andre som kan logge inn på maskinen med din bruker, kan se dem. Skriv derfor ikke navn eller noe som "
            "kan kjenne igjen barn, familier, kolleger eller kommunen."
        ),
        _("Det er ingen riktige svar. Du kan hoppe over alt som ikke er merket «Må fylles ut»."),
        n_(
            "Skjemaet har {items} punkter på {pages} side. Du kan stoppe når du vil og endre svarene senere.",
            "Skjemaet har {items} punkter på {pages} sider. Du kan stoppe når du vil og endre svarene senere.",
            pages,
        ).format(items=state.total, pages=pages),
    ]
