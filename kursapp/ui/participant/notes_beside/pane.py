"""The notes of the page beside it, in the order of the text."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kursapp.domain.annotation import Annotation, AnnotationKind
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes_beside.note_card import NoteCard
from kursapp.ui.participant.notes_beside.note_writing import NoteWriting
from kursapp.ui.participant.notes_beside.page_notes import PageNotes
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.scale import S4, S8, S12, S16
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.text import label

AT_ONCE = 40
"""Notes shown before one asks for more."""
SLICE_MILLISECONDS = 8
LATER_MILLISECONDS = 20
"""Between two portions of cards: the page is painted first, and typing comes between."""


class NotesPane(QFrame):
    """Shows the notes of one page at a time. Cards are made a few at a time, so that the page never waits for them."""

    go_wanted = Signal(str)
    remove_wanted = Signal(str)
    fold_wanted = Signal()

    def __init__(self, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes: PageNotes | None = None
        self._order: list[tuple[Annotation, bool]] = []
        self._cards: dict[str, NoteCard] = {}
        self._new: NoteCard | None = None
        self._most = AT_ONCE
        self._to_write = ""
        self.writing = NoteWriting(tasks, self)
        self._building = QTimer(self)
        self._building.setSingleShot(True)
        self._building.setInterval(LATER_MILLISECONDS)
        self._building.timeout.connect(self._build)
        self.setObjectName("notesPane")
        self.setAccessibleName(_("Notater på siden"))
        self._lay_out()

    def work_on(self, notes: PageNotes) -> None:
        """Show the notes of another page."""
        if notes is self._notes:
            return
        self.writing.flush()
        if self._notes is not None:
            self._notes.changed.disconnect(self.show_notes)
        self._notes = notes
        notes.changed.connect(self.show_notes)
        notes.destroyed.connect(self._on_gone)
        self._clear()
        self.show_notes()

    def write_to(self, note_id: str) -> None:
        """Put the keyboard in the field of an annotation, as soon as it is there."""
        self._to_write = note_id
        at = next((at for at, (each, _lost) in enumerate(self._order) if each.id == note_id), 0)
        self._most = max(self._most, at + 1)
        self._build()

    @Slot()
    def begin_new(self) -> None:
        """Put an empty note to the page at the top, with the keyboard in it."""
        if self._notes is None:
            return
        if self._new is None or self._new.note_id:
            self._new = self._make()
            self._new.show_new()
            self.writing.begin_new(self._new, self._notes.page)
            self._column.insertWidget(0, self._new)
            self._lead_keyboard()
        self._tell_empty()
        self._new.begin()

    @Slot()
    def flush(self) -> None:
        """Save what is unsaved, now."""
        self.writing.flush()

    @Slot()
    def show_notes(self) -> None:
        """Show the notes of the page as they stand now."""
        if self._notes is None:
            return
        notes = self._notes.notes
        on_page = [(each, False) for each in notes.of_page if each.kind is not AnnotationKind.BOOKMARK]
        self._order = [
            *on_page,
            *((each, False) for each, _place in notes.placed),
            *((each, True) for each in notes.lost),
        ]
        if self._new is not None and self._new.note_id:
            self._cards[self._new.note_id] = self._new
            self._new = None
        there = {each.id for each, _lost in self._order}
        for note_id in [note_id for note_id in self._cards if note_id not in there]:
            self._drop(self._cards.pop(note_id))
        self._tell_empty()
        if self.isVisible():
            self._building.start()

    def card(self, note_id: str) -> NoteCard | None:
        """Return the card of an annotation, None where it has not been made."""
        return self._cards.get(note_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.fold_wanted.emit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._building.start()

    @Slot()
    def _build(self) -> None:
        """Make and fill cards for a moment, and go on when the window has nothing else to do."""
        clock = QElapsedTimer()
        clock.start()
        above = 1 if self._new is not None else 0
        for at, (annotation, lost) in enumerate(self._order[: self._most]):
            if annotation.id not in self._cards:
                if clock.elapsed() >= SLICE_MILLISECONDS:
                    self._building.start()
                    break
                self._cards[annotation.id] = self._make()
            card = self._cards[annotation.id]
            card.show_annotation(annotation, lost=lost)
            if self._column.indexOf(card) != at + above:
                self._column.insertWidget(at + above, card)
        self.more.setVisible(len(self._order) > self._most)
        self._lead_keyboard()
        self._focus_wanted()

    def _lead_keyboard(self) -> None:
        """Let Tab go from the head through the cards: Qt puts what is made later last of all in the window."""
        cards = [self._cards[each.id] for each, _lost in self._order if each.id in self._cards]
        if self._new is not None:
            cards.insert(0, self._new)
        before: QWidget = self.head_button
        for stop in (stop for card in cards for stop in card.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop
        QWidget.setTabOrder(before, self.more)

    def _focus_wanted(self) -> None:
        card = self._cards.get(self._to_write)
        if card is not None:
            self._to_write = ""
            card.begin()
            self._area.ensureWidgetVisible(card)

    def _make(self) -> NoteCard:
        card = NoteCard(self._theme, self._inside)
        card.edited.connect(self.writing.touch)
        card.left.connect(self.flush)
        card.go_wanted.connect(self.go_wanted)
        card.remove_wanted.connect(self._on_remove)
        return card

    @Slot(object)
    def _on_remove(self, card: NoteCard) -> None:
        self.flush()
        self.head_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove_wanted.emit(card.note_id)

    @Slot()
    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._build()

    @Slot()
    def _on_gone(self) -> None:
        self._notes = None

    def _clear(self) -> None:
        for card in (*self._cards.values(), *((self._new,) if self._new is not None else ())):
            self._drop(card)
        self._cards, self._new, self._order = {}, None, []
        self._most, self._to_write = AT_ONCE, ""

    def _drop(self, card: NoteCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _tell_empty(self) -> None:
        self._empty.setVisible(not self._order and self._new is None)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, S8, 0, 0)
        outer.setSpacing(S8)
        head = QHBoxLayout()
        outer.addLayout(head)
        head.setContentsMargins(S12, 0, S8, 0)
        head.addWidget(label(_("Notater på siden"), "strong"), 1)
        self.fold_button = icon_button(self._theme, "x", _("Skjul notatene"))
        self.fold_button.clicked.connect(self.fold_wanted)
        head.addWidget(self.fold_button)
        row = QHBoxLayout()
        outer.addLayout(row)
        row.setContentsMargins(S12, 0, S12, 0)
        self.head_button = button(_("Skriv et notat"), "secondary")
        self.head_button.clicked.connect(self.begin_new)
        row.addWidget(self.head_button)
        row.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._area, 1)
        self._inside = QWidget()
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(S12, S4, S12, S16)
        self._column = QVBoxLayout()
        whole.addLayout(self._column)
        self._column.setSpacing(S8)
        self._empty = label(
            _("Ingen notater her ennå. Velg noen ord i teksten, så kan du merke dem eller skrive til dem."), "muted"
        )
        whole.addWidget(self._empty)
        self.more = button(_("Vis flere"), "tertiary")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        whole.addWidget(self.more)
        whole.addWidget(label(_("Bare for deg: forlater aldri maskinen."), "meta"))
        whole.addStretch(1)
        self._area.setWidget(self._inside)
