"""A reflection: a question to oneself, room to write, and an example once something is written."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.question import Reflection
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.note_box import EXAMPLE, HINT, NoteBox, NoteLook
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.text import label


def privacy_words() -> str:
    """Return the promise that stands at everything a participant writes for herself."""
    return _("Lagres mens du skriver. Bare for deg: forlater aldri maskinen.")


class ReflectionView(ItemCard):
    """Free text, private and never scored. ``edited`` with every change, ``left`` when she goes elsewhere."""

    edited = Signal(str, str)
    left = Signal(str)

    def __init__(self, reflection: Reflection, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, pictures, parent)
        self.reflection = reflection
        heading = reflection.heading or Rich(plain=reflection.title)
        self.add_head(_("Refleksjon"), heading, reflection.stem)
        self.field = SavedText(theme, name=heading.plain, lines=5, placeholder=_("Skriv her"))
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self._on_left)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.add(holder, Reach.WORDS)
        self.add(label(privacy_words(), "meta"), Reach.WORDS)
        self._error: QLabel | None = None
        self._buttons = QWidget()
        self.hint_button = button(_("Vis hint"), "tertiary")
        self.example_button = button(_("Vis eksempel"), "secondary")
        self._add_buttons()

    def set_text(self, text: str) -> None:
        """Show what was written before."""
        self.field.set_text(text)

    def focus_first(self) -> None:
        """Put the keyboard where one writes."""
        self.field.setFocus()

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.example_button)
        row.addWidget(self.hint_button)
        row.addStretch(1)
        self.hint_button.clicked.connect(self._show_hint)
        self.example_button.clicked.connect(self._show_example)
        self.hint_button.setVisible(bool(self.reflection.hint))
        self.example_button.setVisible(bool(self.reflection.example))
        self.add(self._buttons, Reach.WORDS)
        self._buttons.setVisible(bool(self.reflection.hint or self.reflection.example))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._error is not None:
            self._error.hide()
        self.edited.emit(self.reflection.id, text)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.reflection.id)

    @Slot()
    def _show_hint(self) -> None:
        self.hint_button.hide()
        self._show(_("Hint"), self.reflection.hint, HINT)

    @Slot()
    def _show_example(self) -> None:
        if not self.field.text().strip():
            self._ask_for_words()
            return
        self.example_button.hide()
        self._show(_("Eksempel på et svar"), self.reflection.example, EXAMPLE)

    def _ask_for_words(self) -> None:
        words = _("Skriv noen ord selv først, så ser du et eksempel.")
        if self._error is None:
            self._error = label(words, "error")
            self.add(self._error, Reach.WORDS, before=self._buttons)
        self._error.show()
        announce(self, words)
        self.field.setFocus()

    def _show(self, title: str, text: Rich, look: NoteLook) -> None:
        box = NoteBox(title, (text,), self.theme, self.pictures, look)
        box.link_activated.connect(self.link_activated)
        self.add(box, Reach.BOX, before=self._buttons)
        self._buttons.setVisible(not (self.hint_button.isHidden() and self.example_button.isHidden()))
        announce(self, box.accessibleName())
