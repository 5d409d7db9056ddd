"""Taking the workbook or the plan along: a menu of what it can be, the work of making it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from kursapp.domain.keepsake import Keepsake
from kursapp.domain.problem import Problem
from kursapp.services.keepsake import KeepsakeKind, keepsake_html, write_keepsake
from kursapp.ui.file_names import file_name
from kursapp.ui.i18n import _, quoted
from kursapp.ui.messages import Messages
from kursapp.ui.picking import Picker
from kursapp.ui.printing import print_html
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label

SHOWN_AFTER_MILLISECONDS = 300
CANCELLED = "export-cancelled"
WORD_ENDING, PDF_ENDING, CALENDAR_ENDING = ".docx", ".pdf", ".ics"

Make = Callable[[], Keepsake]
"""Puts the document together; called on the lane for making files."""
WriteDays = Callable[[Path], int]
Prepare = Callable[[Callable[[Make], object]], object]
"""Saves what is typed, reads what stands, and calls back with what makes a document of it."""
PrepareDays = Callable[[Callable[[WriteDays], object]], object]


class TakingView(QWidget):
    """One button with a menu, and under it what is being made, with a way to stop it."""

    print_ready = Signal(str, str)

    def __init__(self, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self._prepare: Prepare | None = None
        self._prepare_days: PrepareDays | None = None
        self._name = ""
        self._watch: Watch | None = None
        self.picker = Picker(self)
        self.button = button(_("Lagre eller skriv ut …"))
        self.menu = QMenu(self.button)
        self.as_pdf = self._entry(_("Lagre som PDF …"), self._on_pdf)
        self.as_word = self._entry(_("Lagre som Word-dokument …"), self._on_word)
        self.on_paper = self._entry(_("Skriv ut …"), self._on_print)
        self.days = self._entry(_("Lagre datoene til kalenderen …"), self._on_days)
        self.days.setVisible(False)
        self.button.setMenu(self.menu)
        self._working = QWidget()
        self.words = label("", "muted", wrap=False)
        self.stop = button(_("Avbryt"), "tertiary")
        self.stop.clicked.connect(self._on_stop)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SHOWN_AFTER_MILLISECONDS)
        self._later.timeout.connect(self._working.show)
        self.print_ready.connect(self._print)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        first = QHBoxLayout()
        column.addLayout(first)
        first.addWidget(self.button)
        first.addStretch(1)
        column.addWidget(self._working)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.S12)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setMaximumWidth(scale.S64 * 3)
        bar.setAccessibleName(_("Lager fila"))
        for widget in (self.words, bar, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        self._working.hide()

    def _entry(self, text: str, slot: Callable[[], object]) -> QAction:
        # Made here and not by the menu: Python loses an action that Qt made when a widget is deleted from which
        # somebody has gone along the focus chain, as F6 does.
        action = QAction(text, self)
        self.menu.addAction(action)
        action.triggered.connect(slot)
        return action

    def offer(self, name: str, prepare: Prepare, prepare_days: PrepareDays | None = None) -> None:
        """Offer files called ``name``, read anew each time; ``prepare_days`` leads to what writes a calendar."""
        self._name, self._prepare, self._prepare_days = name, prepare, prepare_days
        self.days.setVisible(prepare_days is not None)
        self.button.setAccessibleName(f"{self.button.text()}: {name}")

    @property
    def is_working(self) -> bool:
        """Say whether a file is being made."""
        return self._watch is not None

    # What is chosen

    @Slot()
    def _on_pdf(self) -> None:
        self._ask(PDF_ENDING, _("PDF (*.pdf)"), KeepsakeKind.PDF)

    @Slot()
    def _on_word(self) -> None:
        self._ask(WORD_ENDING, _("Word-dokument (*.docx)"), KeepsakeKind.WORD)

    def _ask(self, ending: str, kind: str, wanted: KeepsakeKind) -> None:
        name = file_name(self._name, ending)
        self.picker.save(_("Lagre {name}").format(name=name), name, kind, partial(self._write, wanted))

    @Slot()
    def _on_days(self) -> None:
        name = file_name(self._name, CALENDAR_ENDING)
        self.picker.save(_("Lagre {name}").format(name=name), name, _("Kalenderfil (*.ics)"), self._write_calendar)

    @Slot()
    def _on_print(self) -> None:
        if self._prepare is not None and self._begin(_("Gjør klart til utskrift …")):
            self._prepare(self._make_html)

    # The work

    def _write(self, kind: KeepsakeKind, path: Path) -> None:
        if self._prepare is not None and self._begin(_("Lager {name} …").format(name=path.name)):
            self._prepare(partial(self._make_file, kind, path))

    def _write_calendar(self, path: Path) -> None:
        if self._prepare_days is not None and self._begin(_("Lager {name} …").format(name=path.name)):
            self._prepare_days(partial(self._make_calendar, path))

    def _make_html(self, make: Make) -> None:
        name = self._name
        self._tasks.making(lambda: (keepsake_html(make()), name), self._on_html, self._on_failed)

    def _make_file(self, kind: KeepsakeKind, path: Path, make: Make) -> None:
        watch = self._watch
        self._tasks.making(lambda: write_keepsake(make(), kind, path, watch), self._on_written, self._on_failed)

    def _make_calendar(self, path: Path, write: WriteDays) -> None:
        self._tasks.making(lambda: (write(path), path)[1], self._on_written, self._on_failed)

    def _begin(self, words: str) -> bool:
        """Show that something is being made; False where something is already."""
        if self._watch is not None:
            self._messages.tell(_("Den forrige fila lages fortsatt."))
            return False
        self._watch = self._tasks.watch()
        self.words.setText(words)
        self._later.start()
        return True

    def _end(self) -> None:
        self._later.stop()
        had_keyboard = self.window().focusWidget() is self.stop
        self._working.hide()
        if had_keyboard:
            self.button.setFocus()
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._end()
        told = _("{name} er lagret i {folder}.").format(name=quoted(path.name), folder=path.parent)
        self._messages.tell(told)

    @Slot(object)
    def _on_html(self, made: tuple[str, str]) -> None:
        self._end()
        self.print_ready.emit(*made)

    @Slot(str, str)
    def _print(self, html: str, name: str) -> None:
        print_html(html, name, self, self._messages.problem)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._end()
        if found.code == CANCELLED:
            announce(self, _("Avbrutt. Ingen fil er laget."))
        else:
            self._messages.problem(found)

    @Slot()
    def _on_stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
