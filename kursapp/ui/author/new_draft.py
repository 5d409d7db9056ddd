"""Nytt kurs: a course from the template, or a version of one that is there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp import paths
from kursapp.domain.draft import DraftCard
from kursapp.domain.problem import Problem
from kursapp.services.new_course import course_id
from kursapp.services.retitle import retitle
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, drafts, edit
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.author import Author

NEW_WIDTH = 600
VERSION, OWN = "version", "own"


class NewDraftScreen(Screen):
    """Asks for a name and a place; of a course that is there also whether it is a new version of it or another."""

    def __init__(self, workbench: Workbench, courses: Courses, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._workbench, self._courses, self._navigator = workbench, courses, navigator
        self._picker = Picker(self)
        self._source: Path | None = None
        self._course_id = ""
        self._parent = _documents()
        self._is_busy = False
        self._scroll = Column(theme, NEW_WIDTH, self)
        self._heading = label("", "h1")
        self._lead = label("", "lead")
        self.kind = ChoiceRow(_("Hva skal du lage?"), kinds(), VERSION)
        self.meaning = label("", "muted")
        self.name = Entry(_("Hva skal kurset hete?"))
        self.place = PathLabel()
        self.choose = button(_("Velg et annet sted"))
        self.error = label("", "error")
        self.error.hide()
        self.make = button(_("Lag kurset"), "primary")
        self.cancel = button(_("Avbryt"))
        self._lay_out()
        self.kind.picked.connect(self._show_place)
        self.name.changed.connect(self._show_place)
        self.name.entered.connect(self._on_make)
        self.choose.clicked.connect(self._on_choose)
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self._on_cancel)

    def _lay_out(self) -> None:
        column = self._scroll.column
        for widget in (self._heading, self._lead, self.kind, self.meaning, self.name):
            column.addWidget(widget)
        column.addWidget(label(_("Hvor skal mappa ligge?"), "strong"))
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(scale.S12)
        row.addWidget(self.place, 1)
        row.addWidget(self.choose)
        column.addWidget(self.error)
        column.addSpacing(scale.S8)
        add_button_row(column, self.make, self.cancel)
        column.addStretch(1)
        self._scroll.fill(self)

    def title(self) -> str:
        return _("Lag en utgave") if self._source is not None else _("Nytt kurs")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kurs"), drafts()),)

    def first_focus(self) -> QWidget | None:
        return self.kind if self._source is not None else self.name.field

    def enter(self, location: Location) -> None:
        opened = self._courses.get(location.course) if location.course else None
        self._source = opened.root if opened is not None else None
        self._course_id = opened.course.id if opened is not None else ""
        self.kind.setVisible(opened is not None)
        self.kind.choose(VERSION)
        if opened is not None:
            self._heading.setText(_("Lag en utgave av «{title}»").format(title=opened.course.title))
            self._lead.setText(
                _("Kurset blir kopiert til en mappe du kan skrive i. Det du har fra før, blir som det er.")
            )
        else:
            self._heading.setText(_("Nytt kurs"))
            self._lead.setText(
                _("Du får et lite kurs som virker, og som viser hvordan du skriver. Bytt ut det som står der.")
            )
        self.name.field.setText("")
        self.name.show_error("")
        self._show_error("")
        self._show_place()

    # Where it goes -----------------------------------------------------------------------------

    @property
    def _is_version(self) -> bool:
        return self._source is not None and self.kind.value() == VERSION

    @property
    def folder(self) -> Path:
        """The folder the course will lie in."""
        name = self._course_id if self._is_version else course_id(self.name.text())
        return self._parent / name

    @Slot()
    def _show_place(self) -> None:
        self.name.setVisible(not self._is_version)
        self.meaning.setVisible(self._source is not None)
        keeps = _("Kurset beholder id-en sin, og deltakerne beholder svarene sine.")
        self.meaning.setText(keeps if self._is_version else _("Kurset får en ny id, og ingen svar følger med."))
        self.place.show_path(self.folder)
        self._show_error("")

    @Slot()
    def _on_choose(self) -> None:
        self._picker.folder(_("Velg mappa kurset skal ligge i"), self._take_place)

    def _take_place(self, folder: Path) -> None:
        self._parent = folder
        self._show_place()

    # Making it ---------------------------------------------------------------------------------

    @Slot()
    def _on_make(self) -> None:
        if self._is_busy:
            return
        if not self._is_version and not self.name.text():
            self.name.show_error(_("Skriv hva kurset skal hete. Du kan endre det senere."))
            return
        self._is_busy = True
        if self._source is None:
            work = partial(_new, self.folder, self.name.text())
        else:
            title = "" if self._is_version else self.name.text()
            work = partial(_copy, self._source, self.folder, title)
        self._workbench.ask(work, self._on_made, self._on_failed)

    def _on_made(self, card: DraftCard) -> None:
        self._is_busy = False
        self._workbench.tell_drafts_changed()
        self._navigator.go(edit(card.id))

    def _on_failed(self, found: Problem) -> None:
        self._is_busy = False
        self._show_error(sentence(found))

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self.choose, text)
            self.choose.setFocus()

    @Slot()
    def _on_cancel(self) -> None:
        self._navigator.go(drafts())


def kinds() -> tuple[tuple[str, str], ...]:
    """Return what one can make of a course that is there."""
    return (
        (VERSION, _("En ny versjon av samme kurs")),
        (OWN, _("Et eget kurs")),
    )


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


# On the files' thread ------------------------------------------------------------------------------


def _new(folder: Path, title: str, author: Author) -> DraftCard:
    return author.new(folder, title, paths.assets() / "nytt-kurs")


def _copy(source: Path, folder: Path, title: str, author: Author) -> DraftCard:
    """Copy a course; with a title it becomes a course of its own, called so."""
    card = author.copy(source, folder, new_id=course_id(title) if title else None)
    if title:
        retitle(author.open(card.id), title)
    return card
