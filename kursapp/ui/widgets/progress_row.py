"""How far one is in a course: the dagsrad with its words, or a percentage where a course has no days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.dagsrad import Dagsrad
from kursapp.ui.widgets.text import label


class ProgressRow(QWidget):
    """Nothing by colour alone: what the bars show is said beside them. ``large`` is the cover's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._bars = Dagsrad(theme, large=large)
        self._words = label("", "meta", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.S12)
        row.addWidget(self._bars)
        row.addWidget(self._words)
        row.addStretch(1)

    def days(self) -> tuple[float, ...]:
        """Return how much of each day is shown as done."""
        return self._bars.days()

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_days(self, days: Sequence[float]) -> None:
        """Show how much of each day is done, 0 to 1; nothing where there are none."""
        self._bars.set_days(days)
        self._bars.setVisible(bool(days))
        self._words.setText(self._bars.accessibleName() if days else "")

    def show_course(self, days: Sequence[float], whole: float, *, begun: bool = True) -> None:
        """Show how much of each day and of the whole course is done, 0 to 1."""
        self.show_days(days)
        if not begun:
            self._words.setText(_("Ikke begynt"))
        elif not days:
            self._words.setText(_("{percent} prosent ferdig").format(percent=int(100 * whole)))
