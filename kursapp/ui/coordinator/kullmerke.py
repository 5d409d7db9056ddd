"""The kullmerke: four words to compare with the ones on the participants' screens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class KullmerkeCard(Card):
    """The four words, large enough to be read from the back of the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(label(_("Kullmerke"), "overline"))
        holder = QWidget()
        self.body.addWidget(holder)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.S32)
        self.words = tuple(label("", "kullmerke", wrap=False) for _word in range(4))
        for number, word in enumerate(self.words):
            word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(word, number // 2, number % 2)
        grid.setColumnStretch(2, 1)
        text = _(
            "Vis ordene i rommet når deltakerne åpner kullfila. Står de samme fire ordene hos dem, har de fått "
            "den ekte fila, med løftene dere har gitt."
        )
        self.body.addWidget(label(text, "muted"))

    def show_mark(self, mark: Sequence[str]) -> None:
        """Show the words."""
        for word, text in zip(self.words, mark, strict=True):
            word.setText(text)
            word.setAccessibleName(text)
        self.setAccessibleName(_("Kullmerke: {words}").format(words=" ".join(mark)))
