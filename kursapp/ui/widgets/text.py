"""Labels in the roles of the design, and icons beside them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.early import PLAIN_TEXT, put


def label(text: str = "", role: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """Make a label of plain text; ``role`` names how it looks, as ``assets/theme/10-base.qss`` lists them."""
    made = QLabel(text, parent)
    put(made, PLAIN_TEXT)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Change a property that style sheets look at, and dress the widget anew."""
    # Everything imports this module before the first paint, and nothing is dressed anew until after it.
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    # A button keeps the size it last wanted until it hears that its style is another.
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def line(parent: QWidget | None = None) -> QFrame:
    """Make a thin line between two parts of a screen (decoration only)."""
    made = QFrame(parent)
    made.setProperty("look", "line")
    return made


class IconLabel(QLabel):
    """An icon that follows the theme. Decoration: what it means is always said in words beside it."""

    def __init__(
        self, theme: Theme, icon: str, colour: str = "text", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._colour, self._size = icon, colour, size
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon, or the same in another colour."""
        self._icon, self._colour = icon, colour
        self._draw()

    @Slot()
    def _draw(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        if self._theme.draws:
            self.setPixmap(self._theme.pixmap(self._icon, self._colour, self._size))
