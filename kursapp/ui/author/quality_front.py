"""One quiz's question quality: how far its total can be relied on, and a row of advice for each question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.quality_report import JudgedQuestion, QualityReport
from kursapp.texts.question_advice import PRESSING, advice, advice_code, reliability_words
from kursapp.texts.question_quality import alpha_words
from kursapp.ui.author.quality_words import icon_of, numbers_line, rank
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts_rows import RowLink
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import IconLabel, label

AT_ONCE = 20
"""Rows that are made before the window is painted; the rest come in between."""
BY_NEED, BY_QUIZ = "need", "quiz"


class QualityRow(Card):
    """A question, what is most worth doing about it, and its numbers."""

    asked = Signal(str)

    def __init__(self, theme: Theme, judged: JudgedQuestion, number: int, k: int) -> None:
        super().__init__(margin=scale.S16)
        self.judged = judged
        quality = judged.quality
        told = advice(quality, k, language())
        numbers = numbers_line(quality)
        self.link = RowLink(quality.item.id, f"{number}. {quality.item.text}", f"{told} {numbers}")
        self.link.asked.connect(self.asked)
        self.body.addWidget(self.link)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(scale.S8)
        row.setContentsMargins(scale.S4, 0, 0, 0)
        row.addWidget(IconLabel(theme, *icon_of(quality)), 0, Qt.AlignmentFlag.AlignTop)
        self.advice = label(told)
        row.addWidget(self.advice, 1)
        self.numbers = label(numbers, "meta")
        self.numbers.setContentsMargins(scale.S4, 0, 0, 0)
        self.numbers.setVisible(bool(numbers))
        self.body.addWidget(self.numbers)


class QualityFront(QWidget):
    """``asked`` tells which question, by its id, is to be opened."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._k = 0
        self._judged: tuple[JudgedQuestion, ...] = ()
        self._left: list[tuple[int, JudgedQuestion]] = []
        self.rows: list[QualityRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        self._about = Card(look="well")
        layout.addWidget(self._about)
        self.lead = label("", "lead")
        self.reliability = label("", "muted")
        self.difference = label("")
        for each in (self.lead, self.reliability, self.difference):
            self._about.body.addWidget(each)
        self.order = MenuBox(((BY_NEED, _("Mest å hente først")), (BY_QUIZ, _("Som i quizen"))), _("Rekkefølge"))
        self.order.set_value(BY_NEED)
        self.order.currentIndexChanged.connect(self._on_order)
        self._lay_out_order(layout)
        self._list = QVBoxLayout()
        layout.addLayout(self._list)
        self._list.setSpacing(scale.S12)
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add_rows)

    def _lay_out_order(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(scale.S12)
        words = label(_("Rekkefølge"), "strong", wrap=False)
        words.setBuddy(self.order)
        row.addWidget(words)
        row.addWidget(self.order, 1)
        row.addStretch(1)

    def show_report(self, report: QualityReport, judged: Sequence[JudgedQuestion], difference: str) -> None:
        """Show a report's questions; ``difference`` says what is other about the course now."""
        self._k, self._judged = report.k, tuple(judged)
        quality = report.quality
        shared = n_("{n} har delt svarene sine.", "{n} har delt svarene sine.", quality.persons)
        pressing = sum(advice_code(one.quality) in PRESSING for one in judged)
        todo = n_("{n} spørsmål er verdt å se på.", "{n} spørsmål er verdt å se på.", pressing).format(n=pressing)
        self.lead.setText(f"{shared.format(n=quality.persons)} {todo}")
        self.reliability.setText(" ".join(reliability_words(quality, language())) or alpha_words(quality, language()))
        self.difference.setText(difference)
        self.difference.setVisible(bool(difference))
        self._fill()

    @Slot()
    def _on_order(self) -> None:
        if not self.order.value():
            self.order.set_value(BY_NEED)
            return
        self._fill()

    def _fill(self) -> None:
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        numbered = list(enumerate(self._judged, start=1))
        if self.order.value() == BY_NEED:
            numbered.sort(key=_need)
        self._left = numbered
        self._add_rows()

    @Slot()
    def _add_rows(self) -> None:
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        for number, judged in now:
            row = QualityRow(self._theme, judged, number, self._k)
            row.asked.connect(self.asked)
            self.rows.append(row)
            self._list.addWidget(row)
        if self._left:
            self._more.start()
        else:
            self._more.stop()


def _need(numbered: tuple[int, JudgedQuestion]) -> tuple[int, int]:
    return rank(numbered[1].quality), numbered[0]
