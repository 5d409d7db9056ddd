"""A place on a page is found again to the pixel in the window it was left in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.participant.page_position import place_at_top, scroll_to
from kursapp.ui.widgets.block_column import Part

HEIGHT, GAP, BLOCKS = 100, 20, 12


class Column(QWidget):
    """Blocks of one height with gaps between them, as a page's body."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.blocks = [QWidget() for _block in range(BLOCKS)]
        for block in self.blocks:
            block.setFixedHeight(HEIGHT)
            layout.addWidget(block)

    def parts(self) -> list[Part]:
        """Return the blocks by number."""
        return [Part(number, block) for number, block in enumerate(self.blocks)]


@pytest.mark.parametrize("top", [0, 1, HEIGHT - 1, HEIGHT, HEIGHT + GAP - 1, HEIGHT + GAP, 3 * HEIGHT + 2 * GAP + 7])
def test_every_pixel_is_found_again(qtbot: QtBot, top: int) -> None:
    """The gap below a block belongs to the block's place."""
    scroll, body = QScrollArea(), Column()
    scroll.setWidget(body)
    scroll.resize(300, 300)
    qtbot.addWidget(scroll)
    with qtbot.waitExposed(scroll):
        scroll.show()
    scroll.verticalScrollBar().setValue(top)
    left = place_at_top(scroll, body)  # type: ignore[arg-type]
    scroll.verticalScrollBar().setValue(500)
    assert scroll_to(scroll, body, left)  # type: ignore[arg-type]
    assert scroll.verticalScrollBar().value() == top
