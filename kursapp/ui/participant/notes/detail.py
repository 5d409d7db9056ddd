"""One note: where it was made, the words it hangs on, and her own, which she writes right here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.annotation import COLOURS, AnnotationKind
from kursapp.services.notebook import NoteRow
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes.words import colour_words, day_words, kind_words, place_words
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label


class NoteDetail(Column):
    """Shows a note to be read, written in, opened and thrown away; from the bin it can be taken back."""

    edited = Signal(str, str)
    left = Signal()
    coloured = Signal(str, str)
    open_wanted = Signal()
    throw_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._note: NoteRow | None = None
        self.setAccessibleName(_("Notatet"))
        self.set_margins(scale.S24, 0, scale.S8, scale.S8)
        self.kind = label("", "h3")
        self.place = label("", "muted")
        self.told = label("", "warning")
        self.quote = label("")
        self.quote.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.quote.setProperty("look", "quote")
        self.question = label(_("Notatet ditt"), "strong")
        self.words = SavedText(theme, name=_("Notatet ditt"), placeholder=_("Skriv her. Det lagres mens du skriver."))
        self.question.setBuddy(self.words)
        self.read = label("")
        self.colour = MenuBox([(each, colour_words(each)) for each in COLOURS], _("Farge"), _("Uten farge"))
        self.open = button(_("Åpne i kurset"), "primary")
        self.throw = button(_("Slett"))
        self.back = button(_("Ta tilbake"), "primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self.column
        column.setSpacing(scale.S12)
        heads = QVBoxLayout()
        column.addLayout(heads)
        heads.setSpacing(scale.S4)
        heads.addWidget(self.kind)
        heads.addWidget(self.place)
        for widget in (self.told, self.quote, self.question, self.words, self.read):
            column.addWidget(widget)
        self.buttons = Flow()
        column.addWidget(self.buttons)
        self.colour.setSizeAdjustPolicy(MenuBox.SizeAdjustPolicy.AdjustToContents)
        for each in (self.open, self.back, self.colour, self.throw):
            self.buttons.add(each)
        column.addStretch(1)

    def _connect(self) -> None:
        self.words.edited.connect(self._on_edited)
        self.words.left.connect(self.left)
        self.colour.activated.connect(self._on_colour)
        self.open.clicked.connect(self.open_wanted)
        self.throw.clicked.connect(self.throw_wanted)
        self.back.clicked.connect(self.back_wanted)

    def row(self) -> NoteRow | None:
        """Return the note shown."""
        return self._note

    def show_row(self, row: NoteRow | None) -> None:
        """Show a note, or nothing; words being written in the same note are left alone."""
        same = row is not None and self._note is not None and row.note.id == self._note.note.id
        self._note = row
        content = self.widget()
        assert content is not None
        content.setVisible(row is not None)
        if row is None:
            return
        in_bin, note = row.note.removed_at is not None, row.note
        self.kind.setText(kind_words(row))
        self.place.setText(_("{place}. Laget {day}.").format(place=place_words(row), day=day_words(row)))
        self._tell(row)
        self.quote.setText(note.anchor.quote.strip())
        self.quote.setVisible(bool(note.anchor.quote.strip()))
        if not (same and self.words.hasFocus()):
            self.words.set_text(note.words)
        can_write = not in_bin and note.kind is not AnnotationKind.BOOKMARK
        self.words.setVisible(can_write)
        self.question.setVisible(can_write or bool(in_bin and note.words))
        self.read.setText(note.words if in_bin else "")
        self.read.setVisible(bool(in_bin and note.words))
        self.colour.set_value(note.colour)
        self.colour.setVisible(bool(not in_bin and note.anchor.quote))
        self.open.setVisible(not in_bin and row.page is not None)
        self.throw.setVisible(not in_bin)
        self.back.setVisible(in_bin)

    def _tell(self, row: NoteRow) -> None:
        """Say what has happened to the page or its words, where something has."""
        if not row.here:
            told = _("Kurset er ikke på maskinen. Notatet ditt ligger her likevel.")
        elif row.page is None:
            told = _("Siden finnes ikke lenger i kurset. Notatet ditt ligger her likevel.")
        elif row.note.lost:
            told = _("Teksten er endret siden du merket. Her er ordene slik de sto.")
        else:
            told = ""
        self.told.setText(told)
        self.told.setVisible(bool(told))

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        if self._note is not None:
            self.edited.emit(self._note.note.id, words)

    @Slot()
    def _on_colour(self) -> None:
        if self._note is None:
            return
        if self.colour.value():
            self.coloured.emit(self._note.note.id, self.colour.value())
        else:
            # A highlight has a colour; only a note to some words has none.
            self.colour.set_value(self._note.note.colour)
