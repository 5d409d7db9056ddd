"""What one chooses notes by: words, course, day, and kind with its colour; and their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kursapp.services.notebook import NoteRow
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes.sieve import Sieve, courses_of, parts_of
from kursapp.ui.participant.notes.words import kinds
from kursapp.ui.theme import scale
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.menu_box import MenuBox

QUIET_MILLISECONDS = 150
SHORTEST, SHORTEST_COURSE = 12, 18
"""Letters a menu has room for."""


class Filters(QWidget):
    """``changed`` where something else is chosen, ``searched`` with the words when the typing has paused."""

    changed = Signal()
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Søk i notatene"))
        self.search.setAccessibleName(_("Søk i notatene"))
        self.search.setClearButtonEnabled(True)
        self.course = MenuBox((), _("Kurs"), _("Alle kurs"))
        self.part = MenuBox((), _("Dag"), _("Alle dager"))
        self.kind = MenuBox(kinds(), _("Slag"), _("Alle slag"))
        self.order = MenuBox((("newest", _("Nyeste først")),), _("Rekkefølge"), _("Som i kurset"))
        self._found: frozenset[str] | None = None
        self._offered = (0, 0, "")
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(self.search)
        flow = Flow()
        column.addWidget(flow)
        for menu in self._menus():
            menu.setMinimumContentsLength(SHORTEST_COURSE if menu is self.course else SHORTEST)
            flow.add(menu)

    def _menus(self) -> tuple[MenuBox, ...]:
        return (self.course, self.part, self.kind, self.order)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self._quiet.timeout.connect(self._on_quiet)
        for menu in self._menus():
            menu.activated.connect(self.changed)

    def offer(self, rows: Sequence[NoteRow]) -> None:
        """Offer the courses and days there are notes from; what is chosen stays where it still is."""
        offered = (id(rows), len(rows), self.course.value())
        if offered == self._offered:
            return
        course, part = self.course.value(), self.part.value()
        self.course.show_entries(courses_of(rows))
        self.course.set_value(course)
        self.part.show_entries(parts_of(rows, self.course.value()))
        self.part.set_value(part)
        self._offered = (id(rows), len(rows), self.course.value())

    def sieve(self) -> Sieve:
        """Return what is chosen."""
        return Sieve(self.kind.value(), self.course.value(), self.part.value(), self._found)

    def by_time(self) -> bool:
        """Say whether the newest are to stand first."""
        return self.order.value() == "newest"

    def words(self) -> str:
        """Return what is searched for."""
        return " ".join(self.search.text().split())

    def show_found(self, found: frozenset[str] | None) -> None:
        """Let through what the search found; None where nothing is searched for."""
        self._found = found
        self.changed.emit()

    def clear(self) -> None:
        """Let everything through."""
        for menu in (self.course, self.part, self.kind):
            menu.setCurrentIndex(0)
        self._found = None
        self.search.clear()
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._quiet.start()

    @Slot()
    def _on_quiet(self) -> None:
        self.searched.emit(self.words())
