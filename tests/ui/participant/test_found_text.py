"""What is found on a page is what one can see on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.ui.participant.found_text import surfaces
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.text import label
from tests.ui.participant.sitting import make_theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Wear the light look."""
    made = make_theme(Look("light"))
    yield made
    made.deleteLater()


def test_what_is_hidden_holds_no_words(theme: Theme) -> None:
    """An explanation that waits for an answer is not given away by looking for its words."""
    root = QWidget()
    column = QVBoxLayout(root)
    shown, hidden = label("Det som står her"), label("Det som kommer siden")
    column.addWidget(shown)
    column.addWidget(hidden)
    hidden.hide()
    assert [each.text() for each in surfaces([root], theme)] == ["Det som står her"]
    hidden.show()
    assert len(surfaces([root], theme)) == 2
    root.deleteLater()
