"""Keeps what is written to notes: a second after the last key, and at once when somebody goes elsewhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from kursapp.services.annotate import Noted, NotedPage
from kursapp.services.participant import Participant
from kursapp.ui.participant.notes_beside.note_card import NoteCard
from kursapp.ui.tasks import Tasks
from kursapp.ui.widgets.autosave import Autosave


class NoteWriting(QObject):
    """Writes to annotations by id; a note that is new is made with its first word, once, however fast one types."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._autosave = Autosave(tasks, self)
        self._autosave.due.connect(self._on_due)
        self._new: NoteCard | None = None
        self._page: NotedPage | None = None
        self._is_asked = False
        self._sent = self._latest = ""

    def begin_new(self, card: NoteCard, page: NotedPage) -> None:
        """Let a card be a new note to a page."""
        self.flush()
        self._new, self._page, self._is_asked = card, page, False
        self._sent = self._latest = ""

    def touch(self, card: NoteCard, text: str) -> None:
        """Take note of what a card's field holds now."""
        if card is self._new and not card.note_id:
            self._latest = text
            self._autosave.touch("", text)
        else:
            self._autosave.touch(card.note_id, text)

    @Slot()
    def flush(self) -> None:
        """Send everything that waits, now."""
        self._autosave.flush()

    @Slot(str, str)
    def _on_due(self, note_id: str, text: str) -> None:
        if note_id:
            self._tasks.save(partial(_write, note_id, text))
        elif not self._is_asked and text.strip() and self._page is not None and self._new is not None:
            self._is_asked, self._sent = True, text
            self._tasks.save(partial(_note, self._page, text), partial(self._on_made, self._new))

    def _on_made(self, card: NoteCard, noted: Noted) -> None:
        """Let the card be the note that has been kept, and send what was written meanwhile."""
        if card is self._new and self._latest != self._sent:
            self._tasks.save(partial(_write, noted.annotation.id, self._latest))
        if isValid(card):
            card.take_id(noted.annotation.id)
        if card is self._new:
            self._new = None


def _write(note_id: str, text: str, participant: Participant) -> Noted:
    return participant.notes.write(note_id, text)


def _note(page: NotedPage, text: str, participant: Participant) -> Noted:
    return participant.notes.note(page, text)
