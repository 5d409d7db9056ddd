"""The machine while it is cleared, and the proof: stands alone in the window, with nothing open behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _, n_, number
from kursapp.ui.messages import sentence
from kursapp.ui.participant.carry.at_work import AtWork
from kursapp.ui.participant.carry.words import files_words, listed, size_words
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.regions import focus_into
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.carry.clearing import Proof
    from kursapp.services.carry.pending import Pending
    from kursapp.ui.carrying import Carrying

MOST_SHOWN = 20
"""Files listed by name; the rest are counted."""


class ClearingScreen(Screen):
    """``finished`` tells that the proof has been read."""

    finished = Signal()

    def __init__(self, theme: Theme, pending: Pending) -> None:
        super().__init__()
        self._pending = pending
        self._carrying: Carrying | None = None
        self.proof: Proof | None = None
        scroll = Column(theme, 600, self)
        scroll.fill(self)
        column = scroll.column
        self.heading = label(_("Maskinen tømmes …"), "h1")
        about = _("Alt som hører til profilen «{name}», slettes. Etterpå letes det etter rester.")
        self.lead = label(about.format(name=pending.name), "lead")
        self.at_work = AtWork()
        self._result = QWidget()
        self._column = QVBoxLayout(self._result)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S16)
        self.again = button(_("Prøv igjen"), "primary", main=True)
        self.again.clicked.connect(self.go)
        self.done = button(_("Ferdig"), "primary", main=True)
        self.done.clicked.connect(self.finished)
        self.skip = button(_("Gå videre"), main=True)
        self.skip.clicked.connect(self.finished)
        self._buttons = ButtonRow(self.done, self.again, self.skip)
        self._buttons.hide()
        for widget in (self.heading, self.lead, self.at_work, self._result, self._buttons):
            column.addWidget(widget)
        column.addStretch(1)

    def title(self) -> str:
        return _("Tøm denne maskinen")

    def first_focus(self) -> QWidget | None:
        return self.done

    def work_with(self, carrying: Carrying) -> None:
        """Begin: it was decided before this screen was made."""
        self._carrying = carrying
        self.go()

    @Slot()
    def go(self) -> None:
        """Clear, and look; again where something would not go."""
        if self._carrying is None or self.at_work.is_busy:
            return
        self._forget_result()
        watch = self._carrying.watch()
        self.at_work.begin(_("Sletter og leter …"), watch, can_stop=False)
        self._carrying.finish(self._pending, watch, self._on_proof, self._on_failed)

    @Slot(object)
    def _on_proof(self, proof: Proof) -> None:
        self.at_work.end()
        self.proof = proof
        self.heading.setText(_("Maskinen er tømt") if proof.is_clean else _("Noe ligger igjen"))
        left = len(proof.remains) + len(proof.stubborn)
        erased = n_("{n} fil slettet", "{n} filer slettet", proof.erased).format(n=number(proof.erased, 0))
        remains = n_("{n} rest funnet", "{n} rester funnet", left).format(n=number(left, 0))
        self.lead.setText(_("{erased}, {remains}.").format(erased=erased, remains=remains))
        looked = _("Lette gjennom {files}, {size}: programmets mappe, mellomlageret og midlertidige filer.")
        words = looked.format(files=files_words(proof.looked), size=size_words(proof.size))
        self._column.addWidget(label(words))
        self._add_files(_("Disse filene lot seg ikke slette. Lukk andre programmer, og prøv igjen."), proof.stubborn)
        self._add_files(_("I disse filene står det noe om profilen. Slett dem selv."), proof.remains)
        self._add_files(_("Disse filene kunne ikke leses, så ingen vet hva som står i dem."), proof.unread)
        self._add_out_of_reach()
        self._end(self.again if not proof.is_clean else self.done, can_retry=not proof.is_clean)
        announce(self, f"{self.heading.text()}. {self.lead.text()}")

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self.at_work.end()
        self.heading.setText(_("Maskinen er ikke tømt ennå"))
        self.lead.setText(sentence(found))
        self._end(self.again, can_retry=True)
        announce(self, f"{self.heading.text()}. {self.lead.text()}")

    def _end(self, first: QWidget, *, can_retry: bool) -> None:
        self.done.setVisible(not can_retry)
        for each in (self.again, self.skip):
            each.setVisible(can_retry)
        self._buttons.show()
        self._buttons.fit()
        focus_into(first)

    def _add_files(self, words: str, files: Sequence[Path]) -> None:
        if not files:
            return
        card = Card()
        self._column.addWidget(card)
        card.body.addWidget(label(words, "strong"))
        for path in files[:MOST_SHOWN]:
            card.body.addWidget(PathLabel(path))
        more = len(files) - MOST_SHOWN
        if more > 0:
            card.body.addWidget(label(n_("og {n} til", "og {n} til", more).format(n=more), "muted"))

    def _add_out_of_reach(self) -> None:
        from kursapp.ui.participant.carry.clear_screen import out_of_reach

        card = Card(look="well")
        self._column.addWidget(card)
        card.body.addWidget(label(_("Dette kan ikke programmet slette for deg"), "strong"))
        card.body.addWidget(label(listed(out_of_reach())))

    def _forget_result(self) -> None:
        self._buttons.hide()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
