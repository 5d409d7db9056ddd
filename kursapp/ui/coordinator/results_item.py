"""One question of a round: its distribution first, then its numbers, its groups, and what people wrote."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.item_analysis import QuestionQuality
from kursapp.domain.results import Breakdown, Hidden, RoundResults, Table
from kursapp.domain.statistics import moved
from kursapp.ui.coordinator.results_figure import ResultFigure
from kursapp.ui.coordinator.results_quiz import QuestionCard
from kursapp.ui.coordinator.results_rows import Picture, group_picture, item_picture, moves_picture
from kursapp.ui.coordinator.results_words import facts, hidden_words, question_words, source_words
from kursapp.ui.i18n import _, n_, quoted
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

MOST_COMMENTS = 50
"""Comments of one question shown at once; the rest are on the screen of comments."""


class ItemPage(QWidget):
    """``item_asked`` leads to a neighbour, ``compared`` to the same question in other cohorts.

    ``quality`` is given for the questions of a shared quiz.
    """

    item_asked = Signal(str)
    compared = Signal(str)
    comments_asked = Signal()

    def __init__(
        self, theme: Theme, results: RoundResults, item: FormItem, quality: QuestionQuality | None = None
    ) -> None:
        super().__init__()
        self._theme, self._results, self._item = theme, results, item
        self._k = results.cohort.rules.k
        self.figures: list[ResultFigure] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scale.S16)
        unit = results.published.table(item.id)
        if quality is not None:
            self._layout.addWidget(QuestionCard(theme, results, quality))
        elif isinstance(unit, Hidden):
            self._layout.addWidget(label(hidden_words(unit.why, self._k), "lead"))
        else:
            self._show(unit)
        self._show_comments()
        self._show_ways()

    def _show(self, table: Table) -> None:
        item = self._item
        card = Card()
        self._layout.addWidget(card)
        above = question_words(item)
        if above:
            card.body.addWidget(label(above, "muted"))
        card.body.addWidget(label(facts(item, table), "lead"))
        if item.kind is not AnswerKind.TEXT:
            card.body.addSpacing(scale.S8)
            self._add_figure(card, item_picture(self._theme, item, table))
        if item.kind is AnswerKind.BEFORE_NOW and moved(item, table).total:
            card.body.addSpacing(scale.S8)
            self._add_figure(card, moves_picture(self._theme, item, table))
        if not item.background:
            self._show_groups()

    def _show_groups(self) -> None:
        """Show the question by group, or why it is not shown by group."""
        for breakdown in self._results.published.breakdowns:
            variable = self._results.form.item(breakdown.variable)
            title = _("Delt inn etter «{variable}»").format(variable=variable.text.rstrip(".:"))
            if not isinstance(breakdown, Breakdown):
                self._add_hidden(title, hidden_words(breakdown.why, self._k))
                continue
            units = [unit for unit in breakdown.tables if unit.item_id == self._item.id]
            hidden = next((unit for unit in units if isinstance(unit, Hidden)), None)
            if hidden is not None:
                self._add_hidden(title, hidden_words(hidden.why, self._k))
                continue
            tables = [unit for unit in units if isinstance(unit, Table)]
            picture = group_picture(self._theme, self._results.form, self._item, tables)
            if tables and picture is not None:
                card = self._card(title)
                self._add_figure(card, picture)

    def _add_hidden(self, title: str, words: str) -> None:
        self._card(title).body.addWidget(label(words, "muted"))

    def _card(self, title: str) -> Card:
        card = Card()
        self._layout.addWidget(card)
        card.body.addWidget(label(title, "h3"))
        return card

    def _add_figure(self, card: Card, picture: Picture) -> None:
        figure = ResultFigure(self._theme, picture, source_words(self._results))
        self.figures.append(figure)
        card.body.addWidget(figure)

    def _show_comments(self) -> None:
        published = self._results.published
        texts = self._item.kind is AnswerKind.TEXT or any(option.other for option in self._item.options)
        if not texts:
            return
        card = self._card(_("Det folk skrev"))
        if published.comments_hidden is not None:
            card.body.addWidget(label(hidden_words(published.comments_hidden, self._k), "muted"))
            return
        written = [comment for comment in published.comments if comment.item_id == self._item.id]
        if not written:
            card.body.addWidget(label(_("Ingen skrev noe her."), "muted"))
        for comment in written[:MOST_COMMENTS]:
            card.body.addWidget(label(quoted(comment.text)))
        rest = len(written) - MOST_COMMENTS
        if rest > 0:
            card.body.addWidget(
                label(n_("Og {n} kommentar til.", "Og {n} kommentarer til.", rest).format(n=rest), "muted")
            )
        self.comments = button(_("Gå til kommentarene"))
        self.comments.clicked.connect(self.comments_asked)
        add_button_row(card.body, self.comments)

    def _show_ways(self) -> None:
        items = [item for item in self._results.form.items if not item.background]
        here = next((number for number, item in enumerate(items) if item.id == self._item.id), None)
        self._before = items[here - 1].id if here else ""
        self._after = items[here + 1].id if here is not None and here + 1 < len(items) else ""
        self.compare = button(_("Sammenlign med andre kull"))
        self.compare.clicked.connect(self._on_compare)
        self.previous = button(_("Forrige spørsmål"))
        self.previous.clicked.connect(self._on_previous)
        self.next = button(_("Neste spørsmål"), "primary")
        self.next.clicked.connect(self._on_next)
        # Shown before it has a parent, a button would be a window of its own.
        add_button_row(self._layout, self.next, self.previous, self.compare)
        self.next.setVisible(bool(self._after))
        self.compare.setVisible(self._item.kind is not AnswerKind.QUESTION)
        self.previous.setVisible(bool(self._before))

    @Slot()
    def _on_compare(self) -> None:
        self.compared.emit(self._item.id)

    @Slot()
    def _on_previous(self) -> None:
        self.item_asked.emit(self._before)

    @Slot()
    def _on_next(self) -> None:
        self.item_asked.emit(self._after)
