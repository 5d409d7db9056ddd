"""What the certificate still asks for, each line a way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.certificate import CertificateState
from kursapp.ui.i18n import _, n_, quoted
from kursapp.ui.participant.requirements import RequirementList
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label


class Lacking(QWidget):
    """``asked`` is the id of what one wants to go to: a quiz page, a workbook or a reflection."""

    asked = Signal(str)

    def __init__(self, state: CertificateState, theme: Theme) -> None:
        super().__init__()
        missing = tuple(lack for lack in state.lacks if not lack.is_met)
        met = tuple(lack for lack in state.lacks if lack.is_met)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        told = n_("{met} av {n} krav er oppfylt.", "{met} av {n} krav er oppfylt.", len(state.lacks))
        goal = _("Når alle er oppfylt, kan du lage kursbeviset her.")
        column.addWidget(label(f"{told.format(met=len(met), n=len(state.lacks))} {goal}", "lead"))
        self.main = button(_("Gå til {title}").format(title=quoted(missing[0].requirement.text)), "primary", main=True)
        column.addWidget(ButtonRow(self.main))
        self.missing = RequirementList(theme, _("Dette gjenstår"))
        self.missing.asked.connect(self.asked)
        column.addWidget(self.missing)
        self.missing.show_lacks(missing)
        self.main.clicked.connect(self.missing.rows[0].click)
        self.met = RequirementList(theme, _("Dette er oppfylt"))
        self.met.asked.connect(self.asked)
        column.addWidget(self.met)
        self.met.show_lacks(met)
