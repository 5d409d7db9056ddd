"""Om Kursapp: which edition this is, where it keeps things on this machine, what its log says, and the licences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from kursapp import paths
from kursapp.services.about import LogFile, log_files, notices, read_log, versions
from kursapp.trouble.log import DAYS
from kursapp.ui.i18n import _, day, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, settings
from kursapp.ui.participant.settings_screen import discard
from kursapp.ui.report_dialog import ReportDialog
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.text_files import save_text
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

ABOUT_WIDTH = 680
SHOWN_AT_FIRST = 5
"""Logs and reports that stand on the screen until the rest are asked for."""

LICENCES_NAME = "kursapp-lisenser.txt"


class Place(QWidget):
    """What lies in a folder, where that is, and a button that copies where. ``copied`` tells that it did."""

    copied = Signal(str)

    def __init__(self, what: str, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        self.path = PathLabel(folder)
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = button(_("Kopier plasseringen"), "tertiary")
        self.copy.setAccessibleName(f"{what}: {self.copy.text()}")
        self.copy.clicked.connect(self._copy)
        column.addWidget(label(what, "strong"))
        column.addWidget(self.path)
        add_button_row(column, self.copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self.copied.emit(_("Kopiert."))


class LogRow(QPushButton):
    """A button that shows a log or a report."""

    asked = Signal(object)

    def __init__(self, file: LogFile) -> None:
        super().__init__(_words_of(file))
        self._file = file
        self.setAutoDefault(True)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._file)


class LogCard(Card):
    """The logs and reports there are. ``asked`` tells which is to be shown."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[LogFile, ...] = ()
        told = n_(
            "Loggen er koder og tall om hva programmet gjorde, aldri noe du har skrevet. Den blir ikke sendt til noen, "
            "og slettes etter {n} dag.",
            "Loggen er koder og tall om hva programmet gjorde, aldri noe du har skrevet. Den blir ikke sendt til noen, "
            "og slettes etter {n} dager.",
            DAYS,
        )
        self.empty = label(_("Ingen logg ennå."))
        self.more = button(_("Vis eldre"), "tertiary")
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(label(told.format(n=DAYS), "muted"))
        self.body.addWidget(self.empty)
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self._rows.setSpacing(scale.S8)
        add_button_row(self.body, self.more)

    def show_files(self, files: tuple[LogFile, ...]) -> None:
        """List the newest of them."""
        self._files = files
        self._list(files[:SHOWN_AT_FIRST])

    def rows(self) -> list[LogRow]:
        """Return the buttons that stand."""
        return [row for row in self.findChildren(LogRow) if not row.isHidden()]

    @Slot()
    def _show_all(self) -> None:
        before = len(self.rows())
        self._list(self._files)
        self.rows()[before].setFocus()

    def _list(self, files: tuple[LogFile, ...]) -> None:
        for row in self.rows():
            row.hide()
        while (item := self._rows.takeAt(0)) is not None:
            discard(item)
        for file in files:
            row = LogRow(file)
            row.asked.connect(self.asked)
            add_button_row(self._rows, row)
        self.empty.setVisible(not files)
        self.more.setVisible(len(files) < len(self._files))


class AboutScreen(Screen):
    """Facts for whoever has to help her, and for whoever has to say yes to the program."""

    def __init__(self, tasks: Tasks, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._navigator, self._theme, self._messages = tasks, navigator, theme, messages
        self.dialog: ReportDialog | None = None
        self.versions = QGridLayout()
        self.logs = LogCard()
        self.logs.asked.connect(self._on_log_asked)
        self.licences = button(_("Vis lisensene"))
        self.licences.clicked.connect(self._on_licences)
        self.places = tuple(Place(what, folder) for what, folder in _places())
        self._lay_out()

    def _lay_out(self) -> None:
        self._scroll = Column(self._theme, ABOUT_WIDTH, self)
        self._scroll.fill(self)
        column = self._scroll.column
        column.addWidget(label(_("Om Kursapp"), "h1"))
        card = Card()
        self._add(_("Denne utgaven"), card)
        card.body.addLayout(self.versions)
        self.versions.setHorizontalSpacing(scale.S24)
        self.versions.setVerticalSpacing(scale.S8)
        self.versions.setColumnStretch(1, 1)
        where = Card()
        self._add(_("Hvor alt ligger på denne maskinen"), where)
        where.body.setSpacing(scale.S16)
        for place in self.places:
            place.copied.connect(self._messages.tell)
            where.body.addWidget(place)
        self._add(_("Logg og rapporter"), self.logs)
        licences = Card()
        self._add(_("Lisenser"), licences)
        told = _("Kursapp er fri programvare (MIT-lisens), bygd på fri programvare fra andre.")
        licences.body.addWidget(label(told, "muted"))
        add_button_row(licences.body, self.licences)
        column.addStretch(1)

    def _add(self, heading: str, card: Card) -> None:
        self._scroll.column.addSpacing(scale.S8)
        self._scroll.column.addWidget(label(heading, "h3"))
        self._scroll.column.addWidget(card)

    def title(self) -> str:
        return _("Om Kursapp")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        return self.places[0].copy

    def enter(self, location: Location) -> None:
        self._tasks.making(partial(log_files, paths.log_folder()), self.logs.show_files)
        if not self.versions.count():
            self._tasks.making(versions, self._show_versions)

    def _show_versions(self, found: tuple[tuple[str, str], ...]) -> None:
        for row, (name, version) in enumerate((*found, ("Qt", str(qVersion())))):
            self.versions.addWidget(label(name, wrap=False), row, 0)
            self.versions.addWidget(label(version, "muted"), row, 1)

    @Slot(object)
    def _on_log_asked(self, file: LogFile) -> None:
        told = _("Ingenting du har skrevet, står her, og det blir ikke sendt til noen.")
        self._tasks.making(partial(read_log, file), self._shown(_words_of(file), told, _name_of(file.path)))

    @Slot()
    def _on_licences(self) -> None:
        told = _("Lisensene til alt som følger med programmet. Tekstene er på originalspråket.")
        self._tasks.making(partial(notices, paths.assets()), self._shown(_("Lisenser"), told, LICENCES_NAME))

    def _shown(self, heading: str, told: str, name: str) -> Callable[[str], object]:
        return partial(self._show_text, heading, told, name)

    def _show_text(self, heading: str, told: str, name: str, text: str) -> None:
        save = partial(save_text, self._tasks)
        self.dialog = ReportDialog(self._theme, heading, told, text, name, save, self.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()


def _places() -> tuple[tuple[str, Path], ...]:
    return (
        (_("Profiler, innstillinger og sikkerhetskopier"), paths.data_folder()),
        (_("Mellomlager som kan slettes når som helst"), paths.cache_folder()),
        (_("Logg og rapporter"), paths.log_folder()),
        (_("Kurs som følger med"), paths.bundled_courses()),
    )


def _words_of(file: LogFile) -> str:
    if not file.is_report:
        return _("Logg for {day}").format(day=day(file.day))
    return _("Rapport {n} fra {day}").format(n=file.number, day=day(file.day))


def _name_of(path: Path) -> str:
    return f"{path.stem}.txt"
