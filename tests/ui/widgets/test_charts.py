"""Charts say the same in pictures, in numbers and in words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.domain.chart import diverging, reach, stacked
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.theme.tokens import THEMES, contrast
from kursapp.ui.widgets.charts import Figure
from kursapp.ui.widgets.charts_bar import BarView
from kursapp.ui.widgets.charts_colours import ink_on, scale_colours
from kursapp.ui.widgets.charts_legend import Legend
from kursapp.ui.widgets.charts_rows import BarRows, ChartRow
from kursapp.ui.widgets.charts_table import Numbers
from kursapp.ui.widgets.charts_trend import TrendPoint, TrendView
from kursapp.ui.widgets.charts_words import of_total, percent, spoken

Show = Callable[[QWidget], QWidget]
COUNTS = ((1, 3, 6, 9, 3), (0, 1, 2, 12, 7))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("steps", range(2, 12))
def test_numbers_can_be_read_on_every_step(qapp: QApplication, name: str, steps: int) -> None:
    """Every pair of a step's colour and the ink on it passes AA, and no two neighbours have one colour."""
    theme = Theme(qapp, paths.assets(), Look(name))
    colours = scale_colours(theme, steps)
    assert len(colours) == steps
    assert all(contrast(ink_on(colour).name(), colour.name()) >= 4.5 for colour in colours)
    assert len({colour.name() for colour in colours}) == steps
    theme.deleteLater()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("token", [*(f"likert5_{n}" for n in range(1, 6)), *(f"likert6_{n}" for n in range(1, 7))])
def test_a_segment_is_seen_by_its_outline(qapp: QApplication, name: str, token: str) -> None:
    """Colour, or the outline around it, stands out from the ground by 3 : 1: nobody needs to tell hues apart."""
    theme = Theme(qapp, paths.assets(), Look(name))
    ground = theme.hex("surface")
    assert max(contrast(theme.hex(each), ground) for each in (token, "border")) >= 3.0
    theme.deleteLater()


def test_the_designs_own_colours_are_used_for_five_and_six(theme: Theme) -> None:
    """The usual scales wear the tokens as they are."""
    assert [colour.name().upper() for colour in scale_colours(theme, 5)] == [
        theme.hex(f"likert5_{number}") for number in range(1, 6)
    ]
    assert scale_colours(theme, 6)[3].name().upper() == theme.hex("likert6_4")
    assert scale_colours(theme, 3)[1].name().upper() == theme.hex("likert5_3")


def test_the_numbers_without_room_stand_below_and_never_overlap(theme: Theme, show: Show) -> None:
    """In a bar so narrow that counts of one do not fit, all of them are still printed."""
    bar = BarView(theme)
    show(bar)
    bar.resize(70, bar.height())
    bar.show_bar(diverging((1, 1, 1, 30, 1, 1)), (-0.2, 1.0), scale_colours(theme, 6))
    below = bar.printed_below()
    assert [each.text for each in below] == ["1"] * 5
    half = QFontMetricsF(theme.font(scale.META, scale.SEMIBOLD)).horizontalAdvance("1") / 2
    ends = [(each.middle - half, each.middle + half) for each in below]
    assert all(first[1] <= second[0] for first, second in pairwise(ends))
    assert ends[-1][1] <= bar.width()
    taller = bar.height()
    bar.show_bar(stacked((5, 5)), (0.0, 1.0), scale_colours(theme, 2))
    assert bar.printed_below() == ()
    assert bar.height() < taller


def test_all_bars_share_the_middle(theme: Theme, show: Show) -> None:
    """The middle line lies at the same place in every row, whatever stands before the bars."""
    rows = _rows(theme)
    show(rows)
    middles = {round(bar.mapTo(rows, bar.rect().topLeft()).x() + bar.place_of(0.0)) for bar in rows.bars()}
    assert len(rows.bars()) == 2
    assert len(middles) == 1


def test_a_hidden_row_shows_why_and_no_bar(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """What is hidden to protect people is said where its bar would be, to the eye and the ear."""
    rows = BarRows(theme, "Nytte")
    rows.show_rows([ChartRow("Tempo", "Tempo. Skjult.", hidden="Skjult for å verne deltakerne")], (0, 1), ())
    show(rows)
    assert rows.bars() == ()
    assert "Skjult for å verne deltakerne" in [widget.text() for widget in rows.findChildren(QWidget) if _texts(widget)]
    assert "Skjult" in rows.accessibleDescription()


def test_a_row_that_leads_on_is_a_button(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """Tab reaches it, Enter opens it, and it says its numbers."""
    rows = BarRows(theme, "Nytte")
    bar = diverging(COUNTS[0])
    rows.show_rows([ChartRow("Tempo", "Tempo. 22 svar.", bar, key="tempo")], (-1, 1), scale_colours(theme, 5))
    show(rows)
    link = rows.links()[0]
    assert link.accessibleDescription() == "Tempo. 22 svar."
    link.setFocus()
    with qtbot.waitSignal(rows.opened) as heard:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert heard.args == ["tempo"]


@pytest.mark.parametrize("zoom", [100, 200])
def test_long_words_are_shown_whole(qapp: QApplication, show: Show, zoom: int) -> None:
    """A row's words wrap, in a narrow window and with large text, and are never cut."""
    theme = Theme(qapp, paths.assets(), Look("light", zoom))
    theme.dress_application()
    rows = BarRows(theme, "Nytte")
    words = "Foreldre gir oss tilbakemelding om hvordan tjenesten virker i det daglige arbeidet hos oss " * 2
    rows.show_rows([ChartRow(words, words, diverging(COUNTS[0]), key="x")], (-1, 1), scale_colours(theme, 5))
    show(rows)
    rows.resize(500, rows.heightForWidth(500))
    QApplication.processEvents()
    link = rows.links()[0]
    assert link.words.height() >= link.words.heightForWidth(link.words.width())
    theme.deleteLater()


def test_words_stand_above_their_bar_in_a_narrow_window(theme: Theme, show: Show) -> None:
    """Beside it where there is room, above it where there is not."""
    rows = _rows(theme)
    show(rows)
    bar = rows.bars()[0]
    rows.resize(1000, 300)
    QApplication.processEvents()
    beside = bar.x()
    rows.resize(420, 300)
    QApplication.processEvents()
    assert bar.x() < beside


def test_a_picture_without_links_is_one_stop_of_the_keyboard(theme: Theme) -> None:
    """The reader of the screen comes to it once and hears all rows."""
    rows = _rows(theme)
    assert rows.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert rows.accessibleName() == "Nytte"
    assert "Tempo" in rows.accessibleDescription()
    assert "Bolk" in rows.accessibleDescription()


def test_the_figure_shows_and_copies_its_numbers(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """The table opens with the same numbers, each cell knows what it counts, and copying takes the notes along."""
    figure = Figure(theme, _rows(theme), "Nytte")
    figure.show_numbers(Numbers(("Utsagn", "Enig"), (("Tempo", "9"),), ("Skjult: Bolk",)))
    show(figure)
    assert figure.table is None
    figure.show_table.click()
    table = figure.table
    assert table is not None
    assert table.isVisible()
    item = table.item(0, 1)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Tempo, Enig: 9"
    for copy in (lambda: figure.copy.click(), lambda: qtbot.keyClick(table, "c", Qt.KeyboardModifier.ControlModifier)):
        QGuiApplication.clipboard().clear()
        copy()
        assert QGuiApplication.clipboard().text() == "Utsagn\tEnig\nTempo\t9\nSkjult: Bolk"
    figure.show_table.click()
    assert not table.isVisible()


def test_the_legend_wraps(theme: Theme) -> None:
    """Every colour keeps its words, on as many lines as it takes."""
    legend = Legend(theme)
    legend.show_entries(scale_colours(theme, 5), ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig"))
    assert legend.heightForWidth(200) > legend.heightForWidth(2000)


def test_a_trend_is_broken_where_words_changed_and_where_points_are_hidden(theme: Theme, show: Show) -> None:
    """Lines join only what may be compared."""
    trend = TrendView(theme, "Nytte over tid")
    shares = (0.4, 0.5, None, 0.6, 0.7, 0.8)
    points = [
        TrendPoint(f"Kull {number}", "jan\n2026", f"Kull {number}.", share, 0.2, 0.9, joined=number != 4)
        for number, share in enumerate(shares)
    ]
    trend.show_points(points)
    show(trend)
    assert trend.lines() == ((0, 1), (3,), (4, 5))
    assert trend.breaks() == (4,)
    assert trend.place_of(0, 1.0).y() < trend.place_of(0, 0.0).y()
    assert "Kull 5." in trend.accessibleDescription()


@pytest.mark.parametrize("width", [240, 1000])
def test_a_trend_paints_at_every_width(theme: Theme, show: Show, width: int) -> None:
    """Twelve cohorts are painted in a narrow window as in a wide one, a hidden one and a change of words among them."""
    trend = TrendView(theme, "Nytte over tid")
    trend.show_points(
        [TrendPoint("K", "september\n2026", "K.", None if n == 5 else n / 12, 0, 1, joined=n != 9) for n in range(12)]
    )
    show(trend)
    trend.resize(width, trend.height())
    empty = TrendView(theme, "Tom")
    empty.resize(width, trend.height())
    assert trend.grab().toImage() != empty.grab().toImage()


def test_numbers_are_written_as_one_reads_them() -> None:
    """Shares in per cent with a no-break space; a sentence leaves out what nobody chose."""
    assert percent(0.364) == "36\N{NO-BREAK SPACE}%"
    assert of_total(8, 22) == "8 (36\N{NO-BREAK SPACE}%)"
    assert of_total(0, 0) == "0"
    assert (
        spoken("Tempo", (("Enig", 1), ("Uenig", 0)), 1, "snitt 4") == "Tempo. Enig 1 (100\N{NO-BREAK SPACE}%). snitt 4."
    )
    assert spoken("Tempo", (), 0) == "Tempo. ingen svar."


def _rows(theme: Theme) -> BarRows:
    rows = BarRows(theme, "Nytte", middle=True)
    bars = [diverging(counts) for counts in COUNTS]
    shown = [ChartRow(words, f"{words}.", bar) for words, bar in zip(("Tempo", "Bolk"), bars, strict=True)]
    rows.show_rows(shown, reach(bars), scale_colours(theme, 5))
    return rows


def _texts(widget: QWidget) -> bool:
    return hasattr(widget, "text")
