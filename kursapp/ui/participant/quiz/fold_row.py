"""A row that folds something out under itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import IconLabel


class FoldRow(RowButton):
    """A row with an arrow; ``set_open`` turns it, and says so."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent=parent)
        self._arrow = IconLabel(theme, "chevron-down", "muted")
        self._arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._arrow)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Show whether what belongs to the row is folded out."""
        self._arrow.show_icon("chevron-up" if is_open else "chevron-down", "muted")
        self.setAccessibleDescription(_("Skjul svaret") if is_open else _("Vis svaret"))
