"""The front page of a round: four numbers, three plain sentences, and the way into each theme."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kursapp.domain.chart import diverging, reach
from kursapp.domain.results import HiddenBreakdown, RoundResults
from kursapp.domain.summary import KeyNumber, Summary, ThemeSummary, summary_of
from kursapp.texts.summary import number_words, sentence_words, theme_words
from kursapp.ui.coordinator.results_words import aside_of, hidden_words, theme_name
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts_colours import scale_colours
from kursapp.ui.widgets.charts_rows import BarRows, ChartRow
from kursapp.ui.widgets.charts_words import percent
from kursapp.ui.widgets.text import label

FOUR_ABREAST_FROM = 760
TWO_ABREAST_FROM = 380


class NumberTile(Card):
    """One number, large, and what it counts."""

    def __init__(self, number: KeyNumber) -> None:
        super().__init__(margin=scale.S16)
        told = number_words(number, language())
        self.figure = label(told.figure, "figure")
        self.words = label(told.words)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.words)
        if told.note:
            self.body.addWidget(label(told.note, "meta"))
        self.body.addStretch(1)


class NumberTiles(QWidget):
    """The four numbers, abreast where there is room."""

    def __init__(self, theme: Theme, summary: Summary) -> None:
        super().__init__()
        self._theme = theme
        self._abreast = 0
        self.tiles = tuple(NumberTile(number) for number in summary.numbers)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.S12)
        self._arrange()
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, px = self.width(), self._theme.px
        abreast = 4 if width >= px(FOUR_ABREAST_FROM) else 2 if width >= px(TWO_ABREAST_FROM) else 1
        abreast = min(abreast, len(self.tiles))
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for number, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, number // abreast, number % abreast)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)


class FrontPage(QWidget):
    """``theme_asked`` tells which theme, by its name, is to be opened."""

    theme_asked = Signal(str)

    def __init__(self, theme: Theme, results: RoundResults) -> None:
        super().__init__()
        self._results = results
        summary = summary_of(results)
        self.tiles = NumberTiles(theme, summary)
        self.sentences = tuple(
            label(sentence_words(sentence, results.form, language()), "lead") for sentence in summary.sentences
        )
        self.themes = BarRows(theme, _("Temaer"), middle=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        layout.addWidget(self.tiles)
        story = Card(look="well")
        story.body.setSpacing(scale.S12)
        for sentence in self.sentences:
            story.body.addWidget(sentence)
        layout.addWidget(story)
        if summary.themes:
            layout.addWidget(label(_("Temaer"), "h2"))
            layout.addWidget(self.themes)
            self._show_themes(theme, summary)
        layout.addWidget(label(about_words(results), "muted"))

    def _show_themes(self, theme: Theme, summary: Summary) -> None:
        rows = [_theme_row(theme, number, one) for number, one in enumerate(summary.themes)]
        self._names = [one.title for one in summary.themes]
        self.themes.show_rows(rows, reach(row.bar for row in rows if row.bar is not None), ())
        self.themes.opened.connect(self._on_opened)

    @Slot(str)
    def _on_opened(self, number: str) -> None:
        self.theme_asked.emit(self._names[int(number)])


def _theme_row(theme: Theme, number: int, one: ThemeSummary) -> ChartRow:
    """Return a theme: its answers as one bar where its items share a scale, and how many are on the positive side."""
    count = n_("{n} spørsmål", "{n} spørsmål", len(one.items)).format(n=len(one.items))
    share = one.favourable.value
    positive = _("{share} på den positive siden").format(share=percent(share)) if share is not None else ""
    aside = "\n".join(part for part in (positive, theme_words(one, language())) if part)
    bar = diverging(one.counts) if one.counts else None
    words = theme_name(one.title)
    spoken = ". ".join(part for part in (words, count, aside_of(one.counts), aside) if part)
    colours = scale_colours(theme, len(one.counts)) if one.counts else ()
    return ChartRow(words, spoken, bar, aside, hidden=count, key=str(number), colours=colours)


def about_words(results: RoundResults) -> str:
    """Return what the numbers are made of: the limit, what is hidden by group, made up or not, which version."""
    rules = results.cohort.rules
    told = [_("Ingenting vises for færre enn {k} personer.").format(k=rules.k)]
    if rules.reason:
        told.append(_("Grunnen til den lave grensen: {reason}").format(reason=rules.reason))
    for breakdown in results.published.breakdowns:
        item = results.form.item(breakdown.variable)
        if isinstance(breakdown, HiddenBreakdown):
            why = hidden_words(breakdown.why, rules.k)
            told.append(_("Inndeling etter «{variable}»: {why}").format(variable=item.text, why=why))
    if rules.codes:
        told.append(_("Svarene er kontrollert med koder."))
    if results.cohort.simulated:
        told.append(_("Kullet er oppdiktet, og svarene er laget av programmet."))
    told.append(_("Skjemaet er fra versjon {version} av kurset.").format(version=results.form.course_version))
    return " ".join(told)
