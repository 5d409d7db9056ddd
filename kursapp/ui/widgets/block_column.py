"""The blocks of a page or a scene as one reading column: running text as documents, items as widgets between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import Block, CallOut, CallOutKind
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import is_prose
from kursapp.ui.widgets.prose_view import ProseView

MakeItem = Callable[[Block], QWidget]
SPACE = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the column: a run of running text or one item. ``block`` is its first block's place on the page."""

    block: int
    widget: QWidget


@dataclass(frozen=True, slots=True)
class _Plan:
    block: int
    blocks: tuple[Block, ...]


class BlockColumn(QWidget):
    """A column that can be built part by part, so that no page makes the window wait.

    ``make`` makes the view of an item. What is meant for the instructor only is left out.
    """

    link_activated = Signal(str)
    link_hovered = Signal(str)

    def __init__(
        self,
        blocks: Sequence[Block],
        make: MakeItem,
        theme: Theme,
        pictures: Pictures,
        *,
        law_date: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._theme = theme
        self._pictures = pictures
        self._law_date = law_date
        self._narrow = False
        self._waiting = _plans(blocks)
        self._parts: list[Part] = []
        self._rows: list[tuple[QHBoxLayout, Reach]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)

    @property
    def is_built(self) -> bool:
        """Say whether every part has been built."""
        return not self._waiting

    def parts(self) -> list[Part]:
        """Return the parts built so far, from the top."""
        return list(self._parts)

    def build_next(self) -> bool:
        """Build one more part; say whether there was one to build."""
        if not self._waiting:
            return False
        plan = self._waiting.pop(0)
        widget = self._prose(plan.blocks) if is_prose(plan.blocks[0]) else self._make(plan.blocks[0])
        if isinstance(widget, (ProseView, ItemCard)):
            widget.set_narrow(self._narrow)
            self._column.addWidget(widget)
        else:
            self._add_inset(widget, Reach.WORDS if isinstance(widget, ChecklistView) else Reach.BOX)
        self._parts.append(Part(plan.block, widget))
        return True

    def build_all(self) -> None:
        """Build every part that is left."""
        while self.build_next():
            pass

    def set_narrow(self, narrow: bool) -> None:
        """Use the gutters of a narrow reading column, or the usual ones."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in self._parts:
            if isinstance(part.widget, (ProseView, ItemCard)):
                part.widget.set_narrow(narrow)
        for row, reach in self._rows:
            _inset(row, reach, narrow)

    def _prose(self, blocks: tuple[Block, ...]) -> ProseView:
        view = ProseView(blocks, self._theme, self._pictures, law_date=self._law_date)
        view.link_activated.connect(self.link_activated)
        view.link_hovered.connect(self.link_hovered)
        return view

    def _add_inset(self, widget: QWidget, reach: Reach) -> None:
        row = QHBoxLayout()
        _inset(row, reach, self._narrow)
        row.addWidget(widget)
        self._column.addLayout(row)
        self._rows.append((row, reach))


def _plans(blocks: Sequence[Block]) -> list[_Plan]:
    """Gather adjacent running text; leave out what is for the instructor."""
    plans: list[_Plan] = []
    for place, block in enumerate(blocks):
        if isinstance(block, CallOut) and block.call_out is CallOutKind.INSTRUCTOR:
            continue
        if plans and is_prose(block) and is_prose(plans[-1].blocks[-1]):
            plans[-1] = _Plan(plans[-1].block, (*plans[-1].blocks, block))
        else:
            plans.append(_Plan(place, (block,)))
    return plans


def _inset(row: QHBoxLayout, reach: Reach, narrow: bool) -> None:
    side = reach.inset(narrow=narrow)
    row.setContentsMargins(side, 0, side, 0)
