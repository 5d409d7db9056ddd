"""A button as wide as its column, with an icon, words that wrap, and a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import IconLabel, label, set_role


class RowButton(QPushButton):
    """A row one can choose. What it says is its accessible name; ``set_state`` says how far it is."""

    def __init__(self, theme: Theme, text: str, icon: str = "circle", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = text
        self.mark = IconLabel(theme, icon, "muted")
        self.name = label(text)
        self.end = label("", "meta", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scale.S12, scale.S8, scale.S12, scale.S8)
        layout.setSpacing(scale.S12)
        layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.end, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in (self.mark, self.name, self.end):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)

    def set_state(self, icon: str, token: str, words: str, *, strong: bool = False) -> None:
        """Show how far the row is: an icon, and the same in words at the end."""
        self.mark.show_icon(icon, token)
        self.end.setText(words)
        set_role(self.name, "role", "strong" if strong else "")
        self.setAccessibleName(f"{self._title}, {words}" if words else self._title)

    def sizeHint(self) -> QSize:
        return self._inner()

    def minimumSizeHint(self) -> QSize:
        return self._inner().boundedTo(QSize(0, self._inner().height())) + QSize(2 * scale.S64, 0)

    def _inner(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint().expandedTo(QSize(0, scale.ROW))
