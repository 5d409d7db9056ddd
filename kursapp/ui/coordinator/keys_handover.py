"""Giving a cohort's keys to another coordinator, and taking a cohort over or up again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kursapp.domain.problem import Problem
from kursapp.services.cohort_cards import CohortCard, CohortState
from kursapp.ui.desk import Desk
from kursapp.ui.file_names import file_name
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Navigator, cohort_details
from kursapp.ui.picking import Picker
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.entry import Entry, PassphraseEntry
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.new_passphrase import NewPassphrase
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

BY_FILE, BY_SHEET = "file", "sheet"
LONGEST_COUNT = 6
COHORT_FILES = "*.kull"


class HandOverCard(Card):
    """A copy of one cohort's keys under a passphrase of its own."""

    def __init__(self, desk: Desk, messages: Messages, picker: Picker) -> None:
        super().__init__()
        self._desk, self._messages, self._picker = desk, messages, picker
        self._names: dict[str, str] = {}
        self.body.setSpacing(scale.S16)
        self.body.addWidget(label(_("Del et kull med en annen koordinator"), "h3"))
        text = _("Nøkkelfila åpner svarene til ett kull. Gi passordfrasen på en annen måte enn fila, helst muntlig.")
        self.body.addWidget(label(text))
        self._room = Card(margin=0)
        self._room.setProperty("look", "plain")
        self.body.addWidget(self._room)
        self.cohorts: MenuBox | None = None
        self.passphrase = NewPassphrase()
        self.body.addWidget(self.passphrase)
        self.error = label("", "error")
        self.error.hide()
        self.body.addWidget(self.error)
        self.write = button(_("Lagre nøkkelfil"))
        self.write.clicked.connect(self._on_write)
        add_button_row(self.body, self.write)

    def show_cohorts(self, cards: Sequence[CohortCard]) -> None:
        """List the cohorts whose keys can be copied."""
        if self.cohorts is not None:
            self._room.body.removeWidget(self.cohorts)
            self.cohorts.hide()
            self.cohorts.deleteLater()
        published = [card for card in cards if card.state is CohortState.PUBLISHED]
        self._names = {card.id: card.cohort.name for card in published}
        self.cohorts = MenuBox(list(self._names.items()), _("Kull"), _("Velg et kull"))
        self.cohorts.set_value(self._desk.chosen)
        self._room.body.addWidget(self.cohorts)

    def clear(self) -> None:
        """Forget what was typed."""
        for entry in (self.passphrase.passphrase, self.passphrase.again):
            entry.clear()

    @Slot()
    def _on_write(self) -> None:
        cohort_id = self.cohorts.value() if self.cohorts is not None else ""
        self._show_error("" if cohort_id else _("Velg et kull."))
        if cohort_id and self.passphrase.is_answered():
            name = file_name(self._names[cohort_id], ".nokkel")
            self._picker.save(_("Lagre nøkkelfil"), name, _("Nøkkelfil (*.nokkel)"), partial(self._on_path, cohort_id))

    def _on_path(self, cohort_id: str, path: Path) -> None:
        work = partial(_export_key, cohort_id, path, self.passphrase.text())
        self._desk.ask(work, partial(self._on_written, path), self._on_failed)

    def _on_written(self, path: Path, _nothing: None) -> None:
        self.clear()
        self._messages.tell(_("Nøkkelfila ligger i {file}.").format(file=path))

    def _on_failed(self, found: Problem) -> None:
        if found.code.startswith("passphrase"):
            self.passphrase.passphrase.show_error(sentence(found))
        else:
            self._show_error(sentence(found))

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))


class TakeOverCard(Card):
    """A cohort that was made on another machine: by her key file, or by the sheet where the machine is gone."""

    def __init__(self, desk: Desk, messages: Messages, picker: Picker, navigator: Navigator) -> None:
        super().__init__()
        self._desk, self._messages, self._picker, self._navigator = desk, messages, picker, navigator
        self._key_file: Path | None = None
        self.body.setSpacing(scale.S16)
        self.body.addWidget(label(_("Ta over et kull"), "h3"))
        ways = ((BY_FILE, _("Med en nøkkelfil fra en annen koordinator")), (BY_SHEET, _("Med gjenopprettingsarket")))
        self.ways = ChoiceRow(_("Hvordan"), ways, BY_FILE)
        self.ways.picked.connect(self._on_way)
        self.passphrase = PassphraseEntry(_("Passordfrasen til nøkkelfila"))
        self.code = Entry(_("Koden på arket"))
        hint = _("Svarprosenten regnes av dette tallet. Det står ikke i kullfila.")
        self.invited = Entry(_("Hvor mange deltakere (valgfritt)"), "", hint)
        self.invited.field.setMaxLength(LONGEST_COUNT)
        self.key_words = label("", "muted")
        self.choose_key = button(_("Velg nøkkelfil"))
        self.choose_key.clicked.connect(self._on_choose_key)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.key_words)
        add_button_row(self.body, self.choose_key)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.code)
        self.body.addWidget(self.invited)
        self.error = label("", "error")
        self.error.hide()
        self.body.addWidget(self.error)
        self.go = button(_("Velg kullfila og ta over"))
        self.go.clicked.connect(self._on_go)
        add_button_row(self.body, self.go)
        self._on_way(BY_FILE)
        self._show_key(None)

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.code.field.clear()
        self.invited.field.clear()
        self._show_key(None)
        self._show_error("")

    @Slot(str)
    def _on_way(self, way: str) -> None:
        for widget in (self.passphrase, self.choose_key, self.key_words):
            widget.setVisible(way == BY_FILE)
        self.code.setVisible(way == BY_SHEET)

    @Slot()
    def _on_choose_key(self) -> None:
        self._picker.file(_("Velg nøkkelfil"), _("Nøkkelfil (*.nokkel)"), self._show_key)

    def _show_key(self, path: Path | None) -> None:
        self._key_file = path
        self.key_words.setText(_("Ingen nøkkelfil er valgt.") if path is None else str(path))

    @Slot()
    def _on_go(self) -> None:
        by_sheet = self.ways.value() == BY_SHEET
        self._show_error("" if by_sheet or self._key_file is not None else _("Velg nøkkelfila først."))
        counted = not self.invited.text() or self._count() > 0
        self.invited.show_error("" if counted else _("Skriv hvor mange, med tall."))
        field = self.code if by_sheet else self.passphrase
        missing = _("Skriv koden som står på arket.") if by_sheet else _("Skriv passordfrasen til nøkkelfila.")
        field.show_error("" if field.text() else missing)
        if counted and field.text() and (by_sheet or self._key_file is not None):
            kind = _("Kullfil ({pattern})").format(pattern=COHORT_FILES)
            self._picker.file(_("Velg kullfila"), kind, self._on_cohort_file)

    def _on_cohort_file(self, path: Path) -> None:
        if self.ways.value() == BY_SHEET:
            work = partial(_recover, path, self.code.text(), self._count())
            self._desk.ask(work, self._on_taken, self._on_failed)
        elif self._key_file is not None:
            work = partial(_import_key, self._key_file, self.passphrase.text(), path, self._count())
            self._desk.ask(work, self._on_taken, self._on_failed)

    def _count(self) -> int:
        """Return how many are invited, 0 where it is not said."""
        text = self.invited.text()
        return int(text) if text.isascii() and text.isdigit() else 0

    def _on_taken(self, card: CohortCard) -> None:
        self.clear()
        self._messages.tell(_("Kullet «{name}» er tatt over.").format(name=card.cohort.name))
        self._desk.tell_changed(card.id)
        self._navigator.go(cohort_details(card.id))

    def _on_failed(self, found: Problem) -> None:
        self._show_error(sentence(found))

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))


def _export_key(cohort_id: str, path: Path, passphrase: str, coordinator: Coordinator) -> None:
    coordinator.export_key(cohort_id, path, passphrase)


def _import_key(
    key_file: Path, passphrase: str, cohort_file: Path, invited: int, coordinator: Coordinator
) -> CohortCard:
    return coordinator.import_key(key_file, passphrase, cohort_file, invited)


def _recover(cohort_file: Path, code: str, invited: int, coordinator: Coordinator) -> CohortCard:
    return coordinator.recover_cohort(cohort_file, code, invited)
