"""Deltakelse: who has handed in a progress file, and how far they have come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kursapp.domain.attendance import Attendance
from kursapp.ui.i18n import _, day, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

ROWS_SEEN = 12


class AttendanceCard(Card):
    """A table of names. It never says anything of an answer: the files have none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body.addWidget(label(_("Deltakelse"), "h3"))
        self.words = label("")
        self.body.addWidget(self.words)
        self.table = QTableWidget(0, 0)
        self.table.setAccessibleName(_("Deltakelse"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setTabKeyNavigation(False)
        self.table.hide()
        self.body.addWidget(self.table)

    def show_people(self, people: Sequence[Attendance], invited: int) -> None:
        """List those who have handed in, in the order given."""
        count = n_("{n} av {all} har levert framdriftsfil.", "{n} av {all} har levert framdriftsfil.", len(people))
        text = count.format(n=len(people), all=invited) + " " + _("Tallene er sider som er lest.")
        if not people:
            text = _("Ingen framdriftsfiler ennå. Du samler dem inn på samme sted som svarfilene.")
        self.words.setText(text)
        self.table.setVisible(bool(people))
        days = people[0].days if people else ()
        headings = [_("Navn"), _("Arbeidssted"), *(each.title for each in days), _("Kursbevis"), _("Laget")]
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setRowCount(len(people))
        for row, person in enumerate(people):
            for column, text in enumerate(_cells(person)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setMinimumSectionSize(self._theme.px(64))
        self.table.setFixedHeight(self._theme.px(scale.ROW) * (min(len(people), ROWS_SEEN) + 1) + scale.S16)


def _cells(person: Attendance) -> list[str]:
    days = [_("{done} av {total}").format(done=one.done, total=one.total) for one in person.days]
    return [person.name, person.workplace, *days, _("Ja") if person.certificate else _("Nei"), day(person.made)]
