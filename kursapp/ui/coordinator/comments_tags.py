"""The tags of one comment: a box for each, and a field for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kursapp.services.cohort_cards import LONGEST_TAG
from kursapp.ui.coordinator.comments_state import clean_tag
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label

WITH_KEYS = 9
"""The first tags have a key of their own."""


class TagBox(QCheckBox):
    """A tag one can put on or take off."""

    ticked = Signal(str, bool)

    def __init__(self, tag: str, number: int, parent: QWidget | None = None) -> None:
        # An ampersand would make the letter after it a key.
        words = tag.replace("&", "&&")
        super().__init__(f"{number}  {words}" if number <= WITH_KEYS else words, parent)
        self.tag = tag
        self.setAccessibleName(tag)
        self.clicked.connect(self._tell)

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        self.ticked.emit(self.tag, on)


class TagPanel(QWidget):
    """``ticked`` tells which tag was put on or taken off, a new one too."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: tuple[TagBox, ...] = ()
        self._tags: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(_("Merkelapper"), "strong"))
        self._list = QVBoxLayout()
        layout.addLayout(self._list)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(scale.S8)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TAG)
        self.field.setPlaceholderText(_("Ny merkelapp"))
        self.field.setAccessibleName(_("Ny merkelapp"))
        self.field.returnPressed.connect(self._on_new)
        self.add = button(_("Legg til"))
        self.add.clicked.connect(self._on_new)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)

    def show_tags(self, every: Sequence[str], worn: Sequence[str]) -> None:
        """Show all tags in use, with those a comment wears ticked."""
        if tuple(every) != self._tags:
            self._tags = tuple(every)
            for box in self.boxes:
                self._list.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = tuple(TagBox(tag, number) for number, tag in enumerate(every, start=1))
            for box in self.boxes:
                box.ticked.connect(self.ticked)
                self._list.addWidget(box)
        for box in self.boxes:
            box.setChecked(box.tag in worn)

    def press(self, number: int) -> None:
        """Put tag ``number`` (from 1) on, or take it off; nothing happens where there is none."""
        if 1 <= number <= len(self.boxes):
            self.boxes[number - 1].click()

    @Slot()
    def _on_new(self) -> None:
        tag = clean_tag(self.field.text(), self._tags)
        if not tag:
            self.field.setFocus()
            return
        self.field.clear()
        self.ticked.emit(tag, True)
