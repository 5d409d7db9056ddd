"""Asks what a picture shows before it is put into the course: those who do not see it read this instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kursapp.ui.author.editor.around import cursor_place
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.popover import Popover
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor

WIDTH = 480
PICTURE = 96


class PicturePrompt(Popover):
    """A small picture, a line for what it shows, one for a caption. ``accepted`` carries both."""

    accepted = Signal(str, str)

    def __init__(self, editor: MarkdownEditor, theme: Theme, over: QWidget | None = None) -> None:
        super().__init__(theme, over or editor, WIDTH)
        self._editor = editor
        self.name = label("", "meta")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.alt = Entry(_("Hva viser det?"), hint=_("Leses høyt for den som ikke ser det."))
        self.caption = Entry(_("Bildetekst"), hint=_("Valgfritt. Står under bildet."))
        self.put_in = button(_("Sett inn"), "primary")
        self.cancel = button(_("Avbryt"))
        self._lay_out()
        self.alt.entered.connect(self._on_accept)
        self.caption.entered.connect(self._on_accept)
        self.put_in.clicked.connect(self._on_accept)
        self.cancel.clicked.connect(self.dismiss)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        self.column.addLayout(row)
        row.setSpacing(scale.S12)
        row.addWidget(self.picture)
        lines = QVBoxLayout()
        row.addLayout(lines, 1)
        lines.setSpacing(scale.S8)
        for part in (self.name, self.alt, self.caption):
            lines.addWidget(part)
        add_button_row(self.foot, self.put_in, self.cancel)

    def ask(self, name: str, picture: QImage | None) -> None:
        """Ask about a file of this name; ``picture`` is what it looks like, None for sounds and films."""
        self.name.setText(name)
        self.picture.setVisible(picture is not None)
        if picture is not None:
            side = round(self._theme.px(PICTURE) * self.devicePixelRatioF())
            small = picture.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            small.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(small))
        for entry in (self.alt, self.caption):
            entry.field.clear()
            entry.show_error("")
        self.setAccessibleName(_("Sett inn {name}").format(name=name))
        self.open_beside(cursor_place(self._editor.code, self.over), self.alt.field)

    def refuse(self, sentence: str) -> None:
        """Say why the file cannot be put in; what was written stays."""
        self.alt.show_error(sentence)
        self.place()
        self.area.ensureWidgetVisible(self.alt)

    @Slot()
    def _on_accept(self) -> None:
        if self.alt.text():
            self.accepted.emit(self.alt.text(), self.caption.text())
        else:
            self.refuse(_("Skriv hva det viser, med noen få ord."))
