"""The card that holds something one can answer: its heading hangs in line with the running text."""

from __future__ import annotations

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from kursapp.domain.course import Rich
from kursapp.ui.theme.scale import H3, READING, REGULAR, SEMIBOLD
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import label

GUTTER = 64
NARROW_GUTTER = 32


class Reach(enum.Enum):
    """How far out in the card something goes. Value: distance from the edge, usual and in a narrow column, in px."""

    WORDS = (GUTTER, NARROW_GUTTER)
    BOX = (48, 16)
    WIDE = (24, 12)
    EDGE = (0, 0)

    def inset(self, *, narrow: bool) -> int:
        """Return the distance from the edge, in px."""
        return self.value[1 if narrow else 0]


class ItemCard(QFrame):
    """A card in the reading column. Words stand where the running text does; boxes reach 16 px out on both sides."""

    link_activated = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.pictures = pictures
        self._narrow = False
        self._beyond = 0
        self._parts: list[tuple[QWidget, QHBoxLayout, Reach]] = []
        self.setProperty("look", "card")
        # Not Minimum: that would keep the height of the narrowest card as the least, and leave a page half empty.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 24, 0, 28)
        self._column.setSpacing(12)

    def width_wanted(self) -> int:
        """Return how wide the card would like to be, in px; 0: as wide as the reading column."""
        return 0

    def set_narrow(self, narrow: bool) -> None:
        """Use the gutters of a narrow reading column, or the usual ones."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._inset_all()

    def set_beyond(self, beyond: int) -> None:
        """Be ``beyond`` px wider than the reading column on each side; the words stay where the column has them."""
        if beyond != self._beyond:
            self._beyond = beyond
            self._inset_all()

    def _inset_all(self) -> None:
        for _widget, row, reach in self._living_parts():
            self._inset(row, reach)

    def add_head(self, kicker: str, heading: Rich, stem: Rich) -> None:
        """Put the heading on top: a line above it, its words, and what stands between it and the answer."""
        self.setAccessibleName(heading.plain)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(kicker, "meta"))
        column.addWidget(self._words(heading, H3, SEMIBOLD))
        self.add(head, Reach.WORDS)
        if stem:
            self.add(self._words(stem, READING, REGULAR), Reach.WORDS)

    def add_words(self, widget: QWidget) -> None:
        """Add something at the bottom, in line with the running text."""
        self.add(widget, Reach.WORDS)

    def add(self, widget: QWidget, reach: Reach = Reach.BOX, *, before: QWidget | None = None) -> None:
        """Add something at the bottom, or above ``before``."""
        row = QHBoxLayout()
        self._inset(row, reach)
        places = {part: place for place, (part, _row, _reach) in enumerate(self._parts)}
        at = len(places) if before is None else places[before]
        self._parts.insert(at, (widget, row, reach))
        self._column.insertLayout(at, row)
        row.addWidget(widget)

    def _living_parts(self) -> list[tuple[QWidget, QHBoxLayout, Reach]]:
        """Return the parts whose widget has not been deleted, in order.

        The rows of the others stay, empty and without height; Qt passes over them.
        """
        return [part for part in self._parts if isValid(part[0])]

    def _words(self, text: Rich, px: int, weight: int) -> RichLabel:
        words = RichLabel(text, self.theme, self.pictures, px=px, weight=weight)
        words.link_activated.connect(self.link_activated)
        return words

    def _inset(self, row: QHBoxLayout, reach: Reach) -> None:
        # The card's own outline is 1 px: its words stand exactly below those of the running text.
        beyond = 0 if reach in (Reach.WIDE, Reach.EDGE) else self._beyond
        side = max(reach.inset(narrow=self._narrow) + beyond - 1, 0)
        row.setContentsMargins(side, 0, side, 0)
