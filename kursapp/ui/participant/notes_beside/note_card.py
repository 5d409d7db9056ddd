"""One highlight or note in the pane beside the page: its old words, and room for one's own."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kursapp.domain.annotation import COLOURS, Annotation
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes_beside.mark_box import colour_name
from kursapp.ui.theme.scale import RADIUS_CONTROL, S4, S8, S12
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.text_marks import LOOKS

LONGEST_SHOWN = 180
BAR = 4


class NoteCard(QFrame):
    """``edited`` with every change of its words, ``left`` when somebody goes elsewhere."""

    edited = Signal(object, str)
    left = Signal()
    go_wanted = Signal(str)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.note_id = ""
        self._colour = ""
        self.field: SavedText | None = None
        self.setProperty("look", "noteCard")
        self._column = QVBoxLayout(self)
        # A button's own padding reaches out to the left of the words.
        self._column.setContentsMargins(S4 + BAR, S4, S4, S12)
        self._column.setSpacing(S4)
        head = QHBoxLayout()
        self._column.addLayout(head)
        head.setContentsMargins(S8, 0, 0, 0)
        self.what = label("", "meta")
        self.go = icon_button(theme, "eye", _("Vis i teksten"))
        self.remove = icon_button(theme, "trash", _("Fjern"))
        head.addWidget(self.what, 1)
        head.addWidget(self.go)
        head.addWidget(self.remove)
        self.quote = _inset(self._column, label("", "quote"))
        self.changed_words = _inset(self._column, label(_("Teksten er endret siden du merket."), "meta"))
        self.write = button(_("Skriv notat"), "tertiary")
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.addWidget(self.write)
        row.addStretch(1)
        self.go.clicked.connect(self._on_go)
        self.remove.clicked.connect(self._on_remove)
        self.write.clicked.connect(self.begin)

    def show_annotation(self, annotation: Annotation, *, lost: bool) -> None:
        """Show an annotation as it stands; words somebody is writing now stay as they are."""
        self.note_id, self._colour = annotation.id, annotation.colour
        quoted = bool(annotation.anchor.quote)
        what = _("Notat til siden") if not quoted else colour_name(annotation.colour or COLOURS[0])
        self.what.setText(what)
        quote = annotation.anchor.quote if lost else _short(annotation.anchor.quote)
        self.quote.setText(quote)
        self.quote.setVisible(quoted)
        self.changed_words.setVisible(lost)
        self.go.setVisible(quoted and not lost)
        self.setAccessibleName(f"{what}: {_short(annotation.anchor.quote or annotation.words)}")
        about = _short(annotation.anchor.quote) or _("siden")
        self.go.setAccessibleName(_("Vis i teksten: {words}").format(words=about))
        self.remove.setAccessibleName(_("Fjern: {words}").format(words=about))
        self.write.setAccessibleName(_("Skriv notat: {words}").format(words=about))
        if annotation.words or self.field is not None or not quoted:
            self._ask_for_field(about)
            assert self.field is not None
            if not self.field.hasFocus():
                self.field.set_text(annotation.words)
        self.update()

    def show_new(self) -> None:
        """Show an empty note to the page, which is kept with its first word."""
        self.what.setText(_("Notat til siden"))
        self.quote.hide()
        self.changed_words.hide()
        self.go.hide()
        self.remove.hide()
        self._ask_for_field(_("siden"))

    def take_id(self, note_id: str) -> None:
        """Be an annotation that has just been kept."""
        self.note_id = note_id
        self.remove.show()

    @Slot()
    def begin(self) -> None:
        """Put the keyboard where one writes."""
        self._ask_for_field(self.quote.text() or _("siden"))
        assert self.field is not None
        # A layout shows what it has been given a moment later, and what is not shown takes no keyboard.
        self.show()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in order."""
        return (self.go, self.remove, self.write, *((self.field,) if self.field is not None else ()))

    def text(self) -> str:
        """Return the words as they stand."""
        return "" if self.field is None else self.field.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._colour:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(self._theme.color(LOOKS[self._colour].colour))
        painter.drawRoundedRect(QRect(S4, S8, BAR, self.height() - 2 * S8), BAR / 2, RADIUS_CONTROL / 2)
        painter.end()

    def _ask_for_field(self, about: str) -> None:
        if self.field is not None:
            return
        self.field = SavedText(self._theme, name=_("Notat: {words}").format(words=about), lines=2)
        self.field.setPlaceholderText(_("Skriv her"))
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self.left)
        self.write.hide()
        row = QHBoxLayout()
        row.setContentsMargins(S8, 0, S8, 0)
        self._column.insertLayout(self._column.count() - 1, row)
        row.addWidget(self.field)
        QWidget.setTabOrder(self.write, self.field)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.edited.emit(self, text)

    @Slot()
    def _on_go(self) -> None:
        self.go_wanted.emit(self.note_id)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(self)


def _inset(column: QVBoxLayout, words: QLabel) -> QLabel:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setContentsMargins(S8, 0, S8, 0)
    row.addWidget(words)
    return words


def _short(words: str) -> str:
    """Return words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()} …"
