"""Going to a line by its number."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kursapp.ui.author.editor.code_edit import CodeEdit
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.text import label

WIDTH = 120


class LineBar(QWidget):
    """Asks for a line above the text, and tells it in ``wanted``. Enter goes there, Esc closes it."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, code: CodeEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.S8, scale.S8, scale.S8, scale.S8)
        row.setSpacing(scale.S12)
        self._asked = label("", wrap=False)
        self.field = QLineEdit()
        self.field.setFixedWidth(theme.px(WIDTH))
        go, close = button(_("Gå til linja"), "primary"), icon_button(theme, "x", _("Lukk"))
        row.addWidget(self._asked)
        row.addWidget(self.field)
        row.addWidget(go)
        row.addWidget(close)
        row.addStretch(1)
        self.field.returnPressed.connect(self._go)
        go.clicked.connect(self._go)
        close.clicked.connect(self.close_bar)
        self.hide()

    @Slot()
    def ask(self) -> None:
        """Open the bar."""
        self._code.sheet.finish()
        asked = _("Linje 1–{n}").format(n=self._code.blockCount())
        self._asked.setText(asked)
        self.field.setAccessibleName(asked)
        self.field.setText(str(self._code.line()))
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def close_bar(self) -> None:
        """Close the bar, and go back to the text."""
        self.hide()
        self._code.setFocus()

    @Slot()
    def _go(self) -> None:
        digits = "".join(one for one in self.field.text() if one.isdecimal())[:9]
        self.close_bar()
        if digits:
            self.wanted.emit(int(digits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close_bar()
        else:
            super().keyPressEvent(event)
