"""Choosing how large the text is: smaller, the size, larger."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label


class ZoomStepper(QWidget):
    """Two buttons around the size in per cent; at either end a press says so and changes nothing."""

    changed = Signal(int)

    def __init__(self, theme: Theme, per_cent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._per_cent = per_cent
        self.smaller = icon_button(theme, "minus", _("Mindre tekst"))
        self.larger = icon_button(theme, "plus", _("Større tekst"))
        for step in (self.smaller, self.larger):
            step.setProperty("look", "framed")
        self.words = label("", "strong", wrap=False)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(_("Tekststørrelse"), "strong"))
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(scale.S12)
        for widget in (self.smaller, self.words, self.larger):
            row.addWidget(widget)
        row.addStretch(1)
        self._show()

    @property
    def per_cent(self) -> int:
        """The size chosen."""
        return self._per_cent

    def show_size(self, per_cent: int) -> None:
        """Show a size chosen elsewhere."""
        self._per_cent = per_cent
        self._show()

    def _show(self) -> None:
        self.words.setText(_("{n} %").format(n=self._per_cent))

    def _choose(self, per_cent: int) -> None:
        if per_cent != self._per_cent:
            self._per_cent = per_cent
            self._show()
            self.changed.emit(per_cent)
        announce(self, self.words.text())

    @Slot()
    def _on_smaller(self) -> None:
        self._choose(max((step for step in scale.ZOOM_STEPS if step < self._per_cent), default=scale.ZOOM_STEPS[0]))

    @Slot()
    def _on_larger(self) -> None:
        self._choose(min((step for step in scale.ZOOM_STEPS if step > self._per_cent), default=scale.ZOOM_STEPS[-1]))
