"""What a cohort file says, as a person reads it before she joins and looks it up afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.services.join_cohort import MyCohort
from kursapp.ui.i18n import _
from kursapp.ui.participant.cohort import words
from kursapp.ui.participant.cohort.mark_view import MarkView
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label


class MarkAndName(QWidget):
    """The cohort's name, its facts, and its mark."""

    def __init__(self, mine: MyCohort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cohort = mine.cohort
        column = _column(self)
        column.addWidget(label(_("Kull"), "overline"))
        column.addWidget(label(cohort.name, "h1"))
        column.addWidget(label(words.facts(cohort), "muted"))
        course = _("Kurs: {title}, versjon {version}")
        column.addWidget(label(course.format(title=cohort.course_title, version=cohort.course_version)))
        if cohort.simulated:
            column.addWidget(label(_("Dette er et øvelseskull. Svarene brukes ikke til noe."), "strong"))
        if mine.is_over:
            column.addWidget(label(_("Kullet er avsluttet og tar ikke imot mer."), "strong"))
        column.addSpacing(scale.S8)
        column.addWidget(MarkView(mine.mark))


class Promises(QWidget):
    """What is promised, and what nobody can promise."""

    def __init__(self, mine: MyCohort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        column.addWidget(label(_("Dette er lovet"), "h3"))
        column.addWidget(PointList(words.rules(mine.cohort), theme))
        column.addSpacing(scale.S8)
        column.addWidget(label(_("Dette kan ingen love"), "h3"))
        column.addWidget(PointList(words.held_back(mine.cohort), theme))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.S8)
    return column
