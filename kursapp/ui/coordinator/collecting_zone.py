"""Where answer files are taken in: dropped, chosen one by one, or a folder that is looked into again and again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from kursapp.ui.i18n import _, number
from kursapp.ui.picking import Picker
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import label, set_role


class DropZone(Card):
    """Tells the files and folders that were given, and that a folder is not to be looked into any more."""

    given = Signal(object)
    folder_given = Signal(object)
    folder_left = Signal()

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        super().__init__(parent, look="drop")
        self._picker = picker
        self.setAcceptDrops(True)
        self.body.addWidget(label(_("Ta inn svarfiler"), "h3"))
        words = _("Dra filene hit, eller velg mappa der deltakerne leverer. Nye filer i mappa tas inn av seg selv.")
        self.body.addWidget(label(words))
        self.folder = label("", "strong")
        self.folder.hide()
        self.body.addWidget(self.folder)
        self.look = label("", "muted")
        self.look.hide()
        self.body.addWidget(self.look)
        self.choose_folder = button(_("Velg mappe"), "primary")
        self.choose_files = button(_("Velg filer"))
        self.leave_folder = button(_("Slutt å følge mappa"), "tertiary")
        self.leave_folder.hide()
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.choose_files.clicked.connect(self._on_choose_files)
        self.leave_folder.clicked.connect(self.folder_left)
        row = Flow()
        self.body.addSpacing(scale.S8)
        self.body.addWidget(row)
        for each in (self.choose_folder, self.choose_files, self.leave_folder):
            row.add(each)

    def show_folder(self, folder: Path | None) -> None:
        """Say which folder is looked into, or that none is."""
        self.folder.setText(_("Følger mappa {folder}").format(folder=folder) if folder is not None else "")
        self.folder.setVisible(folder is not None)
        self.leave_folder.setVisible(folder is not None)
        self.look.hide()
        self.choose_folder.setText(_("Velg en annen mappe") if folder is not None else _("Velg mappe"))

    def show_look(self, *, nothing_yet: bool, others: int) -> None:
        """Say what a look into the folder found besides what is taken in."""
        words = [_("Ingen svarfiler i mappa ennå. De tas inn når de kommer.")] if nothing_yet else []
        if others:
            one = _("{n} annen fil i mappa er ikke en svarfil. Er den gitt nytt navn, kan du velge den selv.")
            many = _("{n} andre filer i mappa er ikke svarfiler. Er en av dem gitt nytt navn, kan du velge den selv.")
            words.append((one if others == 1 else many).format(n=number(others)))
        self.look.setText(" ".join(words))
        self.look.setVisible(bool(words))

    @Slot()
    def _on_choose_folder(self) -> None:
        self._picker.folder(_("Velg mappa med svarfiler"), self.folder_given.emit)

    @Slot()
    def _on_choose_files(self) -> None:
        kinds = _("Svarfiler (*.svar *.fremdrift);;Alle filer (*)")
        self._picker.files(_("Velg svarfiler"), kinds, self.given.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            set_role(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_role(self, "over", False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self, "over", False)
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.take(paths)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Take what was dropped: a folder alone is looked into from now on."""
        if len(paths) == 1 and paths[0].is_dir():
            self.folder_given.emit(paths[0])
        elif paths:
            self.given.emit(paths)


class Working(Card):
    """How far the collecting has come, and the way to stop it."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del theme
        self.words = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(_("Stopp"))
        self.stop.clicked.connect(self._on_stop)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        row = Flow()
        self.body.addWidget(row)
        row.add(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that work goes on whose length is not known yet."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.stop.setText(_("Stopp"))
        announce(self, words)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done."""
        words = _("{done} av {total} filer").format(done=number(done), total=number(total))
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    @Slot()
    def _on_stop(self) -> None:
        self.stop.setText(_("Stopper …"))
        self.stopped.emit()
