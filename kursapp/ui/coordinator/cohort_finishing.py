"""What is left to do between making a cohort and handing out its file: the recovery sheet, and the file itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from kursapp.services.cohort_cards import CohortCard, CohortState, PublishedCohort
from kursapp.ui.desk import Desk
from kursapp.ui.file_names import file_name
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.picking import Picker
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label, set_role

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

SHEET_FIRST = "sheet-first"


class SheetCard(Card):
    """The recovery sheet: made once, printed, locked away. ``done`` tells that there is one."""

    done = Signal()

    def __init__(self, desk: Desk, messages: Messages, picker: Picker) -> None:
        super().__init__()
        self._desk, self._messages, self._picker = desk, messages, picker
        self._cohort_id, self._name = "", ""
        self.body.addWidget(label(_("1. Gjenopprettingsarket"), "h3"))
        text = _(
            "Arket er den eneste veien til svarene hvis passordfrasen eller maskinen går tapt. "
            "Lagre det, skriv det ut, lås papiret inn, og slett fila etterpå."
        )
        self.body.addWidget(label(text))
        self.code = label("", "code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.hide()
        self.told = label("", "muted")
        self.body.addWidget(self.code)
        self.body.addWidget(self.told)
        self.make = button(_("Lagre gjenopprettingsarket"), "primary")
        self.make.clicked.connect(self._on_make)
        add_button_row(self.body, self.make)

    def show_cohort(self, card: CohortCard) -> None:
        """Show how it stands with a cohort's sheet."""
        if card.id != self._cohort_id:
            self.code.hide()
        self._cohort_id, self._name = card.id, card.cohort.name
        there = card.state is not CohortState.DRAFT
        self.make.setText(_("Lag et nytt ark") if there else _("Lagre gjenopprettingsarket"))
        set_role(self.make, "role", "secondary" if there else "primary")
        words = _("Arket er laget. Lager du et nytt, gjelder bare det nye.") if there else ""
        self.told.setText(words)
        self.told.setVisible(there)

    @Slot()
    def _on_make(self) -> None:
        name = file_name(_("Gjenopprettingsark {name}").format(name=self._name), ".pdf")
        self._picker.save(_("Lagre gjenopprettingsarket"), name, _("PDF (*.pdf)"), self._on_path)

    def _on_path(self, path: Path) -> None:
        self._desk.ask(partial(_make_sheet, self._cohort_id, path), self._on_made)

    def _on_made(self, made: tuple[str, Path]) -> None:
        code, path = made
        self.code.setText(code)
        self.code.setAccessibleName(_("Koden på arket: {code}").format(code=code))
        self.code.show()
        self._messages.withdraw(SHEET_FIRST)
        self._messages.tell(_("Arket ligger i {file}. Skriv det ut, og slett fila.").format(file=path))
        self.done.emit()


class FileCard(Card):
    """The cohort file: what the participants open. ``done`` tells that it has been written."""

    done = Signal()

    def __init__(self, desk: Desk, messages: Messages, picker: Picker) -> None:
        super().__init__()
        self._desk, self._messages, self._picker = desk, messages, picker
        self._card: CohortCard | None = None
        self._heading = label("", "h3")
        self._text = label("")
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text)
        self.make = button("")
        self.make.clicked.connect(self._on_make)
        add_button_row(self.body, self.make)

    def show_cohort(self, card: CohortCard) -> None:
        """Show how it stands with a cohort's file."""
        self._card = card
        published = card.state is CohortState.PUBLISHED
        self._heading.setText(_("Kullfila") if published else _("2. Kullfila"))
        text = (
            _("Deltakerne åpner kullfila i Kursapp. Gi den til dem på e-post, på en felles mappe eller på en pinne.")
            if published
            else _("Før fila skrives, prøver programmet at et svar kan forsegles, åpnes og leses igjen. Da låses alt.")
        )
        self._text.setText(text)
        self.make.setText(_("Lagre kullfila en gang til") if published else _("Lag kullfila"))
        set_role(self.make, "role", "primary" if card.state is CohortState.READY else "secondary")

    @Slot()
    def _on_make(self) -> None:
        card = self._card
        assert card is not None
        if card.state is CohortState.DRAFT:
            words = _("Lagre gjenopprettingsarket først. Uten det kan svarene gå tapt.")
            self._messages.warn(words, about=SHEET_FIRST)
            return
        self._picker.folder(_("Velg mappa kullfila skal ligge i"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        assert self._card is not None
        self._desk.ask(partial(_publish, self._card.id, folder), self._on_written)

    def _on_written(self, published: PublishedCohort) -> None:
        self._messages.tell(_("Kullfila ligger i {file}.").format(file=published.path))
        self.done.emit()


def _make_sheet(cohort_id: str, path: Path, coordinator: Coordinator) -> tuple[str, Path]:
    code = coordinator.recovery_code(cohort_id)
    coordinator.recovery_sheet(cohort_id, code, path)
    return code, path


def _publish(cohort_id: str, folder: Path, coordinator: Coordinator) -> PublishedCohort:
    return coordinator.publish(cohort_id, folder)
