"""One theme of a round: its questions, those of one scale in one chart, each leading on to its own page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Hidden, RoundResults, Table
from kursapp.ui.coordinator.results_figure import ResultFigure
from kursapp.ui.coordinator.results_rows import Picture, item_picture, scales_picture
from kursapp.ui.coordinator.results_words import facts, hidden_words, source_words
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts_rows import RowLink
from kursapp.ui.widgets.text import label

Unit = tuple[FormItem, Table | Hidden]
SCALES = (AnswerKind.SCALE, AnswerKind.BEFORE_NOW)


class ThemePage(QWidget):
    """``item_asked`` tells which question, by its id, is to be opened."""

    item_asked = Signal(str)

    def __init__(self, theme: Theme, results: RoundResults, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._k = results.cohort.rules.k
        self._source = source_words(results)
        self.figures: list[ResultFigure] = []
        self.links: list[RowLink] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        for units in lots(units_of(results, name)):
            card = Card()
            layout.addWidget(card)
            self._fill(card, units)

    def _fill(self, card: Card, units: Sequence[Unit]) -> None:
        first, unit = units[0]
        if first.heading:
            card.body.addWidget(label(first.heading, "h3"))
        if first.kind in SCALES:
            self._add_figure(card, scales_picture(self._theme, first.heading or first.text, units, self._k, links=True))
            return
        link = RowLink(first.id, first.text, facts(first, unit) if isinstance(unit, Table) else "")
        link.asked.connect(self.item_asked)
        self.links.append(link)
        card.body.addWidget(link)
        if isinstance(unit, Hidden):
            card.body.addWidget(label(hidden_words(unit.why, self._k), "muted"))
        elif first.kind is AnswerKind.TEXT:
            card.body.addWidget(label(facts(first, unit), "muted"))
        else:
            self._add_figure(card, item_picture(self._theme, first, unit))

    def _add_figure(self, card: Card, picture: Picture) -> None:
        figure = ResultFigure(self._theme, picture, self._source)
        figure.opened.connect(self.item_asked)
        self.figures.append(figure)
        card.body.addWidget(figure)

    def first_stop(self) -> QWidget | None:
        """Return the first question one can open."""
        stops = [link for figure in self.figures for link in figure.rows.links()]
        return next(iter(stops or self.links), None)


def units_of(results: RoundResults, theme: str) -> list[Unit]:
    """Return the questions of a theme with what may be shown of them, in the form's order."""
    return [
        (item, results.published.table(item.id))
        for item in results.form.items
        if item.theme == theme and not item.background
    ]


def lots(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the questions that stand together: neighbours with one heading and one scale; all others alone."""
    for (key, *_rest), lot in groupby(units, _together):
        if key:
            yield list(lot)
        else:
            yield from ([unit] for unit in lot)


def _together(unit: Unit) -> tuple[object, ...]:
    item = unit[0]
    if item.kind not in SCALES:
        return ("",)
    return ("scale", item.kind, item.heading, item.steps)
