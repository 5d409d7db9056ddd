"""The kullmerke: four words to compare with the screen in the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class MarkView(Card):
    """The four words, large, and what to do with them."""

    def __init__(self, mark: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, look="well", margin=scale.S16)
        self.words = label(" · ".join(mark), "h2")
        self.words.setAccessibleName(_("Kullmerke: {words}").format(words=", ".join(mark)))
        self.body.addWidget(label(_("Kullmerke"), "overline"))
        self.body.addWidget(self.words)
        self.body.addWidget(
            label(
                _(
                    "Sammenlign med merket kursholderen viser i rommet. Er bare ett ord annerledes, er det ikke samme "
                    "kull: vent med å svare, og si fra."
                ),
                "muted",
            )
        )
