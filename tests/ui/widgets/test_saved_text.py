"""A field for one's own words is as high as its words need, whatever its width becomes."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.saved_text import DRESSED_FRAME, SavedText
from tests.ui.widgets.conftest import Show


def lines(field: SavedText) -> int:
    """Return how many lines there is room for inside the frame."""
    around = 2 * DRESSED_FRAME + round(2 * field.document().documentMargin())
    return (field.height() - around) // QFontMetrics(field.font()).lineSpacing()


def test_a_field_grows_when_its_words_wrap_anew(show: Show, theme: Theme) -> None:
    """A table that becomes narrow hides no line; one that becomes wide takes no more room than it needs."""
    field = SavedText(theme, name="Tiltak", lines=2)
    field.set_text("Vi ringer skolen samme dag og skriver ned hvem som svarte, så ingen lurer på det dagen etter.")
    show(field)
    for width, few in ((900, True), (160, False), (900, True)):
        field.resize(width, field.height())
        needed = field.document().firstBlock().lineCount()
        assert (needed <= 2) is few
        assert lines(field) >= max(needed, 2)
        assert lines(field) == max(needed, 2)
