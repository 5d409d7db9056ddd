"""The front page of a shared quiz: how good its questions are, from the answers of those who chose to share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.chart import part
from kursapp.domain.item_analysis import QuestionQuality, QuizQuality
from kursapp.domain.results import RoundResults, Table
from kursapp.texts.question_quality import (
    alpha_words,
    discrimination_words,
    facility_words,
    finding_words,
    uncertain_words,
)
from kursapp.ui.coordinator.results_figure import ResultFigure
from kursapp.ui.coordinator.results_rows import item_picture
from kursapp.ui.coordinator.results_words import hidden_words, source_words
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts_rows import BarRows, ChartRow
from kursapp.ui.widgets.charts_words import percent
from kursapp.ui.widgets.text import IconLabel, label

POINTS = 1000


class QuizPage(QWidget):
    """``item_asked`` tells which question, by its id, is to be opened."""

    item_asked = Signal(str)

    def __init__(self, theme: Theme, results: RoundResults, quality: QuizQuality) -> None:
        super().__init__()
        self._k = results.cohort.rules.k
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        about = Card(look="well")
        layout.addWidget(about)
        shared = n_("{n} har delt svarene sine.", "{n} har delt svarene sine.", quality.persons)
        told = _("Så få har delt svarene sine at ingenting vises.")
        if quality.persons:
            told = f"{shared.format(n=quality.persons)} {alpha_words(quality, language())}"
        about.body.addWidget(label(told, "lead"))
        self.rows = BarRows(theme, _("Spørsmål"))
        self.rows.show_rows([self._row(one) for one in quality.questions], (0.0, 1.0), (theme.color("primary"),))
        self.rows.opened.connect(self.item_asked)
        layout.addWidget(label(_("Så mye av poengene fikk de i snitt"), "h2"))
        layout.addWidget(self.rows)

    def _row(self, one: QuestionQuality) -> ChartRow:
        item = one.item
        if one.hidden is not None:
            why = hidden_words(one.hidden, self._k)
            return ChartRow(item.text, f"{item.text}. {why}", hidden=why, key=item.id)
        facts = facility_words(one.answered, one.facility, language())
        if one.facility is None:
            return ChartRow(item.text, facts, hidden=facts, key=item.id)
        aside = f"{percent(one.facility)} · n {one.answered}"
        if one.findings:
            aside += "\n" + n_("{n} ting å se på", "{n} ting å se på", len(one.findings)).format(n=len(one.findings))
        # The bar is a share of points, not a count of people: nothing is printed in it.
        bar = part(round(one.facility * POINTS), POINTS)
        return ChartRow(item.text, f"{facts} {aside}", bar, aside, key=item.id, prints=("",))


class QuestionCard(Card):
    """One question: what its numbers say, and what may be worth improving."""

    def __init__(self, theme: Theme, results: RoundResults, one: QuestionQuality) -> None:
        super().__init__()
        self.figure: ResultFigure | None = None
        unit = results.published.table(one.item.id)
        if one.hidden is not None or not isinstance(unit, Table):
            why = one.hidden
            self.body.addWidget(label(hidden_words(why, results.cohort.rules.k) if why is not None else "", "lead"))
            return
        told = [
            facility_words(one.answered, one.facility, language()),
            discrimination_words(one.discrimination, one.no_discrimination, language()),
            uncertain_words(language()) if one.uncertain else "",
        ]
        self.body.addWidget(label(" ".join(words for words in told if words), "lead"))
        for finding in one.findings:
            row = QHBoxLayout()
            self.body.addLayout(row)
            row.setSpacing(scale.S8)
            row.addWidget(IconLabel(theme, "lightbulb", "accent"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(finding_words(finding, language())), 1)
        if one.options:
            self.body.addSpacing(scale.S8)
            self.figure = ResultFigure(theme, item_picture(theme, one.item, unit), source_words(results))
            self.body.addWidget(self.figure)
