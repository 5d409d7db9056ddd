"""How far one is, in bars and in words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.progress_row import ProgressRow


def test_days_are_bars_and_words(theme: Theme, qtbot: QtBot) -> None:
    """What the bars show is said beside them; who has not begun is told so."""
    row = ProgressRow(theme)
    qtbot.addWidget(row)
    row.show_course((1.0, 0.4), 0.7)
    assert (row.days(), row.words()) == ((1.0, 0.4), "1 av 2 dager ferdig")
    row.show_course((0.0, 0.0), 0.0, begun=False)
    assert row.words() == "Ikke begynt"


def test_a_course_without_days_says_how_much_is_done(theme: Theme, qtbot: QtBot) -> None:
    """In per cent, rounded down: a hundred is said when everything is done."""
    row = ProgressRow(theme)
    qtbot.addWidget(row)
    row.show_course((), 0.999)
    assert (row.days(), row.words()) == ((), "99 prosent ferdig")
    row.show_days(())
    assert row.words() == ""
