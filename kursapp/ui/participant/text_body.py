"""The body of an ordinary page: running text with items between."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.services.participant import PageState
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.widgets.block_column import Part

MOST_AT_ONCE = 2
"""Parts that are built while a page is seen; a page of which more is new is built behind the one shown."""


class TextBody(PageBody):
    """Builds itself part by part, so that a long page never makes the window wait."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self.items = PageItems(ground, state, self)
        self.items.link_activated.connect(self.link_activated)
        self.items.media_wanted.connect(self.media_wanted)
        self.items.shown_part.connect(self.shown_part)
        self.column = self.items.open_column(ground.page.blocks)
        self.column.link_hovered.connect(self.link_hovered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def build_next(self) -> bool:
        return self.column.build_next()

    def change(self, ground: PageGround, state: PageState) -> bool:
        to_build = self.column.to_change(ground.page.blocks)
        if to_build is None or to_build > MOST_AT_ONCE:
            return False
        self.ground, self.state = ground, state
        self.items.work_on(ground, state)
        self.items.forget(self.column.change(ground.page.blocks))
        return True

    def parts(self) -> list[Part]:
        return self.column.parts()

    def item(self, item_id: str) -> QWidget | None:
        return self.items.view(item_id)

    def leave(self) -> None:
        self.items.leave()

    def set_narrow(self, narrow: bool) -> None:
        self.column.set_narrow(narrow)

    def set_sides(self, left: int, right: int) -> bool:
        self.column.set_sides(left, right)
        return True
