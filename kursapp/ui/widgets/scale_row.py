"""A row of steps as a native radio group, each step named by question and label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme

APART = 0


class ScaleRow(QWidget):
    """Steps 1…n from the left, and perhaps one that stands apart ("Vet ikke"), whose value is 0.

    ``shown`` False leaves the labels to a heading above (a table); the screen reader always gets them.
    """

    changed = Signal(object)

    def __init__(
        self,
        labels: Sequence[str],
        theme: Theme,
        *,
        name: str,
        apart: str = "",
        shown: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._showing = False
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for step, label in enumerate(labels, start=1):
            row.addWidget(self._step(step, label, name, shown), 1)
        if apart:
            row.addSpacing(16)
            row.addWidget(self._step(APART, apart, name, shown), 1)
        self.setAccessibleName(name)
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> int | None:
        """Return the step chosen (1…n, 0 for the one apart), None where none is."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def set_value(self, value: int | None) -> None:
        """Choose a step without telling anyone; None chooses none."""
        self._showing = True
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)
        self._showing = False

    def buttons(self) -> list[QRadioButton]:
        """Return the radio buttons from the left."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def set_locked(self, locked: bool) -> None:
        """Let the row only be read, or open again."""
        for button in self._group.buttons():
            button.setEnabled(not locked)

    def _step(self, step: int, label: str, name: str, shown: bool) -> QWidget:
        button = QRadioButton()
        button.setAccessibleName(_("{question}: {step}").format(question=name, step=label))
        button.setToolTip(label)
        self._group.addButton(button, step)
        if not shown:
            return button
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        words = _StepLabel(label, button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        return holder

    @Slot(int, bool)
    def _on_toggled(self, step: int, checked: bool) -> None:
        if checked and not self._showing:
            self.changed.emit(step)


class _StepLabel(QLabel):
    """The words under a step; a click on them chooses it."""

    def __init__(self, text: str, button: QRadioButton) -> None:
        super().__init__(text)
        self._button = button
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setProperty("role", "meta")

    def mousePressEvent(self, event: object) -> None:
        if self._button.isEnabled():
            self._button.setFocus()
            self._button.click()
