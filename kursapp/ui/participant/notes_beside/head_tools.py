"""The two buttons beside a page's title: its bookmark, and the notes."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.domain.annotation import AnnotationKind
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes_beside.page_notes import PageNotes
from kursapp.ui.theme.scale import S4
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button


class HeadTools(QWidget):
    """Tells by icon and name whether the page has a bookmark, and how many notes it has."""

    def __init__(self, notes: PageNotes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self.bookmark = icon_button(theme, "bookmark", _("Sett bokmerke på siden"))
        self.bookmarked = icon_button(theme, "bookmark-check", _("Fjern bokmerket fra siden"))
        self.bookmarked.clicked.connect(self.bookmark.click)
        self.notes_button = icon_button(theme, "notebook-pen", _("Notater på siden"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        for each in (self.bookmark, self.bookmarked, self.notes_button):
            row.addWidget(each)
        notes.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        notes = self._notes.notes
        count = len(notes.placed) + len(notes.lost)
        count += sum(1 for each in notes.of_page if each.kind is not AnnotationKind.BOOKMARK)
        held = self.bookmark.hasFocus() or self.bookmarked.hasFocus()
        self.bookmark.setVisible(not self._notes.is_bookmarked)
        self.bookmarked.setVisible(self._notes.is_bookmarked)
        if held:
            (self.bookmarked if self._notes.is_bookmarked else self.bookmark).setFocus()
        self.notes_button.rename(_("Notater på siden: {n}").format(n=count))
