"""The blocks of a page or a scene as one reading column: running text as documents, items as widgets between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import Block, CallOut, CallOutKind
from kursapp.domain.sameness import is_same
from kursapp.ui.theme.scale import READING_WIDTH
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import is_prose
from kursapp.ui.widgets.prose_view import ProseView

MakeItem = Callable[[Block], QWidget]
SPACE = 20
LEAST_SIDE = 16


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

    ``make`` makes the view of an item. What is meant for the instructor only is left out, unless it is
    ``for_instructor``.
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
        for_instructor: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._theme = theme
        self._pictures = pictures
        self._law_date = law_date
        self._narrow = False
        self._sides = (0, 0)
        self._for_instructor = for_instructor
        self._waiting = _plans(blocks, for_instructor=for_instructor)
        self._built: list[_Plan] = []
        self._parts: list[Part] = []
        self._rows: list[tuple[QHBoxLayout, QWidget]] = []
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
        self._put(self._waiting.pop(0), len(self._parts))
        return True

    def _put(self, plan: _Plan, at: int) -> None:
        """Build a part and let it stand at a place in the column."""
        widget = self._prose(plan.blocks) if is_prose(plan.blocks[0]) else self._make(plan.blocks[0])
        row = QHBoxLayout()
        self._column.insertLayout(at, row)
        row.addWidget(widget)
        if isinstance(widget, (ProseView, ItemCard)):
            widget.set_narrow(self._narrow)
        self._rows.insert(at, (row, widget))
        self._inset(row, widget)
        self._parts.insert(at, Part(plan.block, widget))
        self._built.insert(at, plan)

    def to_change(self, blocks: Sequence[Block]) -> int | None:
        """Return how many parts would be built to show these blocks instead; None while the column is being built."""
        if self._waiting:
            return None
        plans = _plans(blocks, for_instructor=self._for_instructor)
        above, below = _same_ends(self._built, plans)
        return len(plans) - above - below

    def change(self, blocks: Sequence[Block]) -> list[QWidget]:
        """Show other blocks: parts that show the same stay as they are. Return those that do not, soon to be gone."""
        plans = _plans(blocks, for_instructor=self._for_instructor)
        above, below = _same_ends(self._built, plans)
        old, new = self._parts[above : len(self._parts) - below], plans[above : len(plans) - below]
        gone: list[QWidget] = []
        if len(old) == len(new) == 1 and isinstance(old[0].widget, ProseView) and is_prose(new[0].blocks[0]):
            # The commonest change by far, and the cheapest: nothing but words.
            old[0].widget.set_prose(new[0].blocks)
        else:
            gone = [self._take(above) for _part in old]
            for at, plan in enumerate(new, start=above):
                self._put(plan, at)
        self._built = plans
        self._parts = [Part(plan.block, part.widget) for plan, part in zip(plans, self._parts, strict=True)]
        return gone

    def _take(self, at: int) -> QWidget:
        """Take a part out of the column."""
        row, widget = self._rows.pop(at)
        del self._parts[at], self._built[at]
        self._column.removeItem(row)
        row.removeWidget(widget)
        row.deleteLater()
        widget.hide()
        widget.deleteLater()
        return widget

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
        self._inset_all()

    def set_sides(self, left: int, right: int) -> None:
        """Stand in a wider room: keep these distances from its edges, so that a wide table may use some of them."""
        if (left, right) != self._sides:
            self._sides = (left, right)
            self._inset_all()

    def _inset_all(self) -> None:
        for row, widget in self._rows:
            self._inset(row, widget)

    def _inset(self, row: QHBoxLayout, widget: QWidget) -> None:
        left, right = self._sides
        if isinstance(widget, ItemCard):
            beyond = self._beyond(widget)
            widget.set_beyond(beyond)
            row.setContentsMargins(left - beyond, 0, right - beyond, 0)
            return
        side = 0
        if not isinstance(widget, ProseView):
            side = (Reach.WORDS if isinstance(widget, ChecklistView) else Reach.BOX).inset(narrow=self._narrow)
        row.setContentsMargins(left + side, 0, right + side, 0)

    def _beyond(self, card: ItemCard) -> int:
        """Return how far a card may go out of the reading column on each side."""
        wanted = card.width_wanted() - self._theme.px(READING_WIDTH)
        return max(min(wanted // 2, min(self._sides) - LEAST_SIDE), 0)

    def _prose(self, blocks: tuple[Block, ...]) -> ProseView:
        view = ProseView(blocks, self._theme, self._pictures, law_date=self._law_date)
        view.link_activated.connect(self.link_activated)
        view.link_hovered.connect(self.link_hovered)
        return view


def _same_ends(built: Sequence[_Plan], plans: Sequence[_Plan]) -> tuple[int, int]:
    """Return how many parts at the top, and how many of the others at the bottom, show the same."""
    least = min(len(built), len(plans))
    above = next((n for n in range(least) if not is_same(built[n].blocks, plans[n].blocks)), least)
    rest = least - above
    below = next((n for n in range(rest) if not is_same(built[-1 - n].blocks, plans[-1 - n].blocks)), rest)
    return above, below


def _plans(blocks: Sequence[Block], *, for_instructor: bool) -> list[_Plan]:
    """Gather adjacent running text; leave out what is for the instructor, unless it is for one."""
    plans: list[_Plan] = []
    for place, block in enumerate(blocks):
        if not for_instructor and isinstance(block, CallOut) and block.call_out is CallOutKind.INSTRUCTOR:
            continue
        if plans and is_prose(block) and is_prose(plans[-1].blocks[-1]):
            plans[-1] = _Plan(plans[-1].block, (*plans[-1].blocks, block))
        else:
            plans.append(_Plan(place, (block,)))
    return plans
