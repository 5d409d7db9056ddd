"""The parts of Pakk og del: whether it can be packed, what is other, which keys, what was made, and what was before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.days import local_day
from kursapp.domain.problem import Problem
from kursapp.services.pack_course import Packed
from kursapp.services.plan_package import PackPlan
from kursapp.ui.change_words import change_words
from kursapp.ui.i18n import _, day, n_, number
from kursapp.ui.messages import sentence
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import IconLabel, label
from kursapp.ui.widgets.tick_list import TickList

MOST_NAMED = 12
"""Pages named of those that changed; the rest are counted."""


class ReadyView(Card):
    """Says whether the course can be packed, and leads to what stands in the way."""

    check_wanted = Signal()
    ids_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(look="well")
        self._mark = IconLabel(theme, "circle-check", "success")
        self.words = label("", "strong")
        self.more = label("", "muted")
        self.check = button(_("Gå til Sjekk"))
        self.ids = button(_("Skriv id-ene"))
        told = QHBoxLayout()
        self.body.addLayout(told)
        told.setSpacing(scale.S12)
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.words, 1)
        self.body.addWidget(self.more)
        add_button_row(self.body, self.ids, self.check)
        self.check.clicked.connect(self.check_wanted)
        self.ids.clicked.connect(self.ids_wanted)

    def show_plan(self, plan: PackPlan, missing_ids: Sequence[Problem]) -> None:
        """Show what the check says."""
        count = len(missing_ids)
        other = plan.warnings - count
        self.ids.setVisible(bool(count) and not plan.errors)
        self.check.setVisible(bool(plan.errors or other > 0))
        if plan.errors:
            told = n_(
                "Kurset har {n} feil og kan ikke pakkes ennå.",
                "Kurset har {n} feil og kan ikke pakkes ennå.",
                plan.errors,
            )
            self._tell("circle-x", "danger", told.format(n=plan.errors), _("Rett feilene først. De står i Sjekk."))
        elif count:
            told = n_("{n} id mangler.", "{n} id-er mangler.", count).format(n=count)
            why = _("Svar henger på id-er. Uten dem kan deltakerne miste svar når det kommer en ny versjon.")
            self._tell("triangle-alert", "warning", told, why)
        elif other > 0:
            told = n_(
                "Kurset kan pakkes. {n} advarsel står igjen.", "Kurset kan pakkes. {n} advarsler står igjen.", other
            )
            self._tell("circle-check", "success", told.format(n=other), "")
        else:
            self._tell("circle-check", "success", _("Kurset er klart. Sjekken har ingen funn."), "")

    def show_refused(self, found: Problem) -> None:
        """Say why there is no course to pack."""
        self.ids.hide()
        self.check.show()
        self._tell("circle-x", "danger", _("Kurset kan ikke leses"), sentence(found))

    def call(self) -> None:
        """Bring what stands in the way to somebody who wants to pack all the same."""
        for each in (self.ids, self.check):
            if each.isVisible():
                each.setFocus()
                break
        announce(self, self.words.text())

    def _tell(self, icon: str, token: str, words: str, more: str) -> None:
        self._mark.show_icon(icon, token)
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))


class ChangesView(QWidget):
    """What is other in the course since it was packed last."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "h3")
        self.words = label("", "strong")
        self.pages = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        for each in (self.heading, self.words, self.pages):
            column.addWidget(each)

    def show_plan(self, plan: PackPlan) -> None:
        """Show the changes; of a course never packed there are none to show."""
        last = plan.last
        self.words.setVisible(last is not None)
        self.pages.hide()
        if last is None:
            self.heading.setText(_("Første pakke av kurset"))
            return
        told = _("Endret siden {version} ({day})")
        self.heading.setText(told.format(version=last.version, day=day(local_day(last.at))))
        self.words.setText(change_words(plan.changes) or _("Ingenting deltakerne ser, er endret."))
        names = [plan.titles[page] for page in (*plan.changes.changed, *plan.changes.added) if page in plan.titles]
        if names:
            rest = len(names) - MOST_NAMED
            more = " " + n_("og {n} til", "og {n} til", rest).format(n=rest) if rest > 0 else ""
            self.pages.setText(", ".join(names[:MOST_NAMED]) + more)
            self.pages.show()


class CorrectionsView(QWidget):
    """The questions whose key is another: which of them had a wrong one."""

    def __init__(self) -> None:
        super().__init__()
        self.list: TickList | None = None
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S8)
        self._column.addWidget(label(_("Fasiten er endret"), "h3"))
        why = _(
            "Kryss av der den gamle fasiten var feil. Svar som alt er gitt, rettes da etter den nye, og ingen får "
            "lavere resultat. Der spørsmålet er et annet enn før, lar du det stå uten kryss."
        )
        self._column.addWidget(label(why, "muted"))
        self.hide()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the questions to correct."""
        return self.list.values() if self.list is not None else ()

    def show_plan(self, plan: PackPlan) -> None:
        """Show the questions whose key is another than it was; what is ticked stays so while they are the same."""
        ids = tuple(question.id for question in plan.rekeyed)
        if ids != self._shown:
            self._shown = ids
            if self.list is not None:
                self._column.removeWidget(self.list)
                self.list.hide()
                self.list.deleteLater()
            entries = [(question.id, f"{question.title} ({question.id})") for question in plan.rekeyed]
            self.list = TickList(_("Rett tidligere svar på"), entries, plan.carried)
            self._column.addWidget(self.list)
        self.setVisible(bool(ids))


class PackedView(Card):
    """The package that was made: where it is, what was not taken along, and what to do with it."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self.words = label("", "strong")
        self.left_out = label("", "muted")
        self.next = label(
            _("Send fila til deltakerne, eller legg den på en minnepinne. De åpner den med «Åpne kurspakke»."), "muted"
        )
        self.copy = button(_("Kopier stien"))
        self.copy.clicked.connect(self._on_copy)
        for each in (self.words, self.left_out, self.next):
            self.body.addWidget(each)
        add_button_row(self.body, self.copy)
        self.hide()

    def begin(self, target: Path) -> None:
        """Show that a package is being made."""
        self.words.setText(_("Pakker {name} …").format(name=target.name))
        for each in (self.left_out, self.next, self.copy):
            each.hide()
        self.show()

    def show_packed(self, packed: Packed) -> None:
        """Show what was made."""
        self._path = str(packed.path)
        told = _("Lagret: {path} ({size} MB, {files} filer)")
        size = number(max(packed.size / 1_000_000, 0.1), 1)
        self.words.setText(told.format(path=self._path, size=size, files=len(packed.about.files)))
        names = ", ".join(packed.left_out)
        self.left_out.setText(_("Ikke med i pakka: {names}").format(names=names))
        self.left_out.setVisible(bool(packed.left_out))
        self.next.show()
        self.copy.show()
        self.show()

    @Slot()
    def _on_copy(self) -> None:
        self.copied.emit(self._path)


class HistoryView(Card):
    """What was packed before on this machine, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(_("Pakket før"), "h3"))
        self._rows: list[QWidget] = []
        self.hide()

    def show_plan(self, plan: PackPlan) -> None:
        """Show the packages made."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for each in reversed(plan.history):
            told = _("{version}, {day}").format(version=each.version, day=day(local_day(each.at)))
            self._add(label(told, "strong"))
            if each.note:
                self._add(label(each.note, "muted"))
            if each.corrections:
                self._add(label(_("Rettet: {ids}").format(ids=", ".join(each.corrections)), "meta"))
        self.setVisible(bool(plan.history))

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self.body.addWidget(row)
