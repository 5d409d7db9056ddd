"""One question's quality: what to do about it, its numbers in words, and what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.chart import part
from kursapp.domain.item_analysis import QuestionQuality
from kursapp.domain.quality_report import JudgedQuestion
from kursapp.texts.question_advice import advice, letter
from kursapp.texts.question_quality import discrimination_words, facility_words, right_option, uncertain_words
from kursapp.ui.author.quality_words import icon_of
from kursapp.ui.i18n import _, language
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts_rows import BarRows, ChartRow
from kursapp.ui.widgets.charts_words import of_total
from kursapp.ui.widgets.text import IconLabel, label


class QualityQuestion(QWidget):
    """``line_wanted`` asks for the question in the editor, ``asked`` for another one by its id."""

    line_wanted = Signal(object)
    asked = Signal(str)

    def __init__(
        self, theme: Theme, judged: JudgedQuestion, k: int, unread: str, before: str = "", after: str = ""
    ) -> None:
        """Show a question; ``unread`` says why nothing is known of where it stands, empty where that is known."""
        super().__init__()
        self._theme, self._judged, self._unread = theme, judged, unread
        self._before, self._after = before, after
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        quality = judged.quality
        layout.addWidget(label(quality.item.text, "h2"))
        layout.addWidget(self._advice(quality, k))
        self.options: BarRows | None = None
        if quality.hidden is None and quality.options:
            layout.addWidget(self._chosen(quality))
        self.edit = button(_("Gå til spørsmålet"), "primary")
        self.edit.clicked.connect(self._on_edit)
        self.edit.setVisible(bool(judged.file))
        self.previous, self.next = button(_("Forrige")), button(_("Neste"))
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.previous.setVisible(bool(before))
        self.next.setVisible(bool(after))
        add_button_row(layout, self.edit, self.previous, self.next)

    def _advice(self, quality: QuestionQuality, k: int) -> Card:
        card = Card(look="well")
        row = QHBoxLayout()
        card.body.addLayout(row)
        row.setSpacing(scale.S8)
        row.addWidget(IconLabel(self._theme, *icon_of(quality)), 0, Qt.AlignmentFlag.AlignTop)
        self.advice = label(advice(quality, k, language()), "lead")
        row.addWidget(self.advice, 1)
        self.facts = label(" ".join(words for words in (*_facts(quality), self._place()) if words))
        card.body.addWidget(self.facts)
        self.facts.setVisible(bool(self.facts.text()))
        return card

    def _place(self) -> str:
        if self._unread:
            return self._unread
        if not self._judged.file:
            return _("Spørsmålet finnes ikke i kurset slik det er nå.")
        if self._judged.changed:
            return _("Spørsmålet er endret siden dette ble svart på.")
        return ""

    def _chosen(self, quality: QuestionQuality) -> Card:
        """Return the table of options: how many chose each, those that are right said to be so."""
        card = Card()
        card.body.addWidget(label(_("Hva de valgte"), "h3"))
        self.options = BarRows(self._theme, _("Hva de valgte"))
        colours = (self._theme.color("likert5_4"),)
        rows = []
        for place, (option, count) in enumerate(zip(quality.item.options, quality.options, strict=True)):
            words = f"{letter(place)}. {option.text}"
            words = right_option(words, language()) if option.right else words
            told = of_total(count.share.count, count.share.total)
            own = (self._theme.color("primary"),) if option.right else ()
            bar = part(count.share.count, count.share.total)
            rows.append(ChartRow(words, f"{words}: {told}", bar, told, prints=("",), colours=own))
        self.options.show_rows(rows, (0.0, 1.0), colours)
        card.body.addWidget(self.options)
        return card

    @Slot()
    def _on_edit(self) -> None:
        self.line_wanted.emit(self._judged)

    @Slot()
    def _on_previous(self) -> None:
        self.asked.emit(self._before)

    @Slot()
    def _on_next(self) -> None:
        self.asked.emit(self._after)


def _facts(quality: QuestionQuality) -> tuple[str, ...]:
    if quality.hidden is not None:
        return ()
    return (
        facility_words(quality.answered, quality.facility, language()),
        discrimination_words(quality.discrimination, quality.no_discrimination, language()),
        uncertain_words(language()) if quality.uncertain else "",
    )
