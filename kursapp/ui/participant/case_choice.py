"""One choice of a scene: a native button with its number and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kursapp.domain.case import Choice
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import label


class ChoiceButton(QPushButton):
    """A choice one takes by clicking, by Enter or Space, or by its number."""

    taken = Signal(str)

    def __init__(
        self, number: int, choice: Choice, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setProperty("role", "choice")
        self.setAutoDefault(True)
        self.setAccessibleName(choice.text.plain)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.S16, scale.S12, scale.S16, scale.S12)
        row.setSpacing(scale.S12)
        self._number = label(str(number), "key", wrap=False)
        self._words = RichLabel(choice.text, theme, pictures)
        for child in (self._number, self._words):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.clicked.connect(self._on_clicked)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(scale.MAIN_ACTION, layout.heightForWidth(width))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        width = max(self.width(), 2 * scale.S64)
        return QSize(layout.sizeHint().width(), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * scale.S64, scale.MAIN_ACTION)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self.choice.id)
