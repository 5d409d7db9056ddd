"""Notes out of the window: to a printer, and to a PDF or Markdown file; one at a time, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.services.clock import SystemClock
from kursapp.services.notebook import About, NoteRow, notes_on_paper, write_notes
from kursapp.ui.i18n import _, language
from kursapp.ui.messages import Messages
from kursapp.ui.picking import Picker
from kursapp.ui.printing import print_html
from kursapp.ui.tasks import Tasks
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.saving_card import SavingCard

CANCELLED = "export-cancelled"
ABOUT = "notes-saved"
KINDS = {"pdf": "PDF (*.pdf)", "md": "Markdown (*.md)"}


class NotesOut(QObject):
    """``chosen`` answers the notes shown and what they were chosen by, at the moment they are asked for."""

    def __init__(
        self, owner: QWidget, tasks: Tasks, messages: Messages, chosen: Callable[[], tuple[Sequence[NoteRow], str]]
    ) -> None:
        super().__init__(owner)
        self._owner, self._tasks, self._messages, self._chosen = owner, tasks, messages, chosen
        self._watch: Watch | None = None
        self.files = Picker(owner)
        self.saving = SavingCard()
        self.saving.stopped.connect(self._on_stop)

    @Slot()
    def as_pdf(self) -> None:
        """Ask where the PDF is to lie, and make it."""
        self._ask("pdf")

    @Slot()
    def as_markdown(self) -> None:
        """Ask where the Markdown file is to lie, and make it."""
        self._ask("md")

    @Slot()
    def on_paper(self) -> None:
        """Print."""
        rows, about = self._now()
        self._tasks.making(partial(notes_on_paper, rows, about), self._print, self._messages.problem)

    def _print(self, html: str) -> None:
        print_html(html, _("Mine notater"), self._owner, self._messages.problem)

    def _ask(self, ending: str) -> None:
        if self._watch is not None:
            self._messages.tell(_("En fil blir laget nå. Vent til den er ferdig, eller avbryt den."), ABOUT)
            return
        name = f"{_('Mine notater')}.{ending}"
        self.files.save(_("Lagre notatene"), name, KINDS[ending], self._write)

    def _write(self, path: Path) -> None:
        rows, about = self._now()
        self._watch = self._tasks.watch()
        self._watch.progressed.connect(self.saving.show_progress)
        self.saving.begin(path.name)
        work = partial(write_notes, rows, about, path, self._watch)
        self._tasks.making(work, self._on_written, self._on_unwritten)

    def _now(self) -> tuple[tuple[NoteRow, ...], About]:
        rows, chosen = self._chosen()
        return tuple(rows), About(SystemClock().now(), language(), chosen, _("Andre sider"))

    def _on_written(self, path: Path) -> None:
        self._end()
        self._messages.tell(_("Lagret: {names}").format(names=path), ABOUT)

    def _on_unwritten(self, found: Problem) -> None:
        self._end()
        if found.code == CANCELLED:
            self._messages.tell(_("Avbrutt. Ingen fil er laget."), ABOUT)
        else:
            self._messages.problem(found)

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None
        self.saving.hide()

    @Slot()
    def _on_stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
