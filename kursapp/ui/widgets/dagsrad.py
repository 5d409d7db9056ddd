"""The program's signature: one short bar for each day, filled as the day is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from kursapp.ui.i18n import n_
from kursapp.ui.theme.theme import Theme

DAYS = 6
GAP = 6
BAR = (28, 8)
LARGE_BAR = (44, 10)


class Dagsrad(QLabel):
    """Short bars, one a day. ``large`` is the cover's; the picture's words are its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = LARGE_BAR if large else BAR
        self._days: tuple[float, ...] = (0.0,) * DAYS
        theme.changed.connect(self._draw)
        self._draw()

    def set_days(self, days: Sequence[float]) -> None:
        """Show how much of each day is done, 0 to 1."""
        self._days = tuple(days)
        self._draw()

    def days(self) -> tuple[float, ...]:
        """Return what is shown."""
        return self._days

    @Slot()
    def _draw(self) -> None:
        done = sum(fill >= 1 for fill in self._days)
        count = len(self._days)
        words = n_("{done} av {n} dag ferdig", "{done} av {n} dager ferdig", count)
        self.setAccessibleName(words.format(done=done, n=count))
        width, height = (self._theme.px(side) for side in self._bar)
        colours = {token: self._theme.hex(token) for token in ("surface", "border", "primary")}
        drawing, whole = draw_bars(self._days, width, height, colours)
        self.setFixedSize(whole, height)
        if not self._theme.draws:
            return
        from kursapp.ui.theme.icons import draw_svg

        self.setPixmap(draw_svg(drawing, whole, height))


def draw_bars(days: Sequence[float], width: int, height: int, colours: dict[str, str]) -> tuple[str, int]:
    """Return the bars as SVG, and how wide they are together. A day begun shows at least a dot of colour."""
    shapes = []
    for number, fill in enumerate(days):
        left = number * (width + GAP)
        edge = colours["primary" if fill > 0 else "border"]
        shapes.append(_pill(left + 0.5, width - 1, height, f'fill="{colours["surface"]}" stroke="{edge}"'))
        if fill > 0:
            filled = height - 1 + (width - height) * min(fill, 1.0)
            shapes.append(_pill(left + 0.5, filled, height, f'fill="{colours["primary"]}"'))
    whole = max(1, len(days) * (width + GAP) - GAP)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {height}">{"".join(shapes)}</svg>', whole


def _pill(left: float, width: float, height: int, paint: str) -> str:
    radius = (height - 1) / 2
    return f'<rect x="{left}" y="0.5" width="{width:g}" height="{height - 1}" rx="{radius}" ry="{radius}" {paint}/>'
