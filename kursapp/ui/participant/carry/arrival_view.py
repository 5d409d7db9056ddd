"""What was in a file that was moved here, and how it is to be taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kursapp.domain.days import local_day
from kursapp.services.clock import SystemClock
from kursapp.ui.i18n import _, day, moment
from kursapp.ui.participant.carry.words import listed
from kursapp.ui.participant.first_start_steps import LONGEST_NAME
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.described_choice import DescribedChoice, Kind
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.carry.move_in import Arrival

BESIDE, INSTEAD = "beside", "instead"


class ArrivalView(Card):
    """Asks nothing where the profile is new here; where it is here already, how the two are to live."""

    taken = Signal()
    put_away = Signal()

    def __init__(self, arrival: Arrival) -> None:
        super().__init__()
        self._arrival = arrival
        self.body.addWidget(label(_("Dette ligger i fila"), "h3"))
        profile = _("Profilen {name}, samlet {moment}.")
        name = arrival.profile.name
        self.about = label(profile.format(name=f"«{name}»", moment=moment(arrival.made_at)))
        self.body.addWidget(self.about)
        if arrival.titles:
            self.body.addWidget(label(listed(list(arrival.titles)), "muted"))
        if arrival.packages:
            along = ", ".join(each.title for each in arrival.packages)
            self.body.addWidget(label(_("Kurs som følger med: {titles}.").format(titles=along), "muted"))
        self.choice = self._choice(arrival) if arrival.here is not None else None
        self.error = label("", "error")
        self.error.hide()
        self.body.addWidget(self.error)
        self.take = button(_("Hent profilen hit"), "primary", main=True)
        self.take.clicked.connect(self.taken)
        self.leave = button(_("Avbryt"), main=True)
        self.leave.clicked.connect(self.put_away)
        self.body.addWidget(ButtonRow(self.take, self.leave))

    def _choice(self, arrival: Arrival) -> DescribedChoice:
        here = arrival.here
        assert here is not None
        used = _("Samme profil er på maskinen fra før: «{name}», sist brukt {moment}.")
        self.already = label(used.format(name=here.name, moment=moment(here.used_at)), "strong")
        self.body.addWidget(self.already)
        ways = (
            Kind(BESIDE, _("Behold begge"), _("Den fra fila får navnet «{name}».").format(name=self.name_beside())),
            Kind(INSTEAD, _("Bytt ut den som er her"), _("Den blir liggende som sikkerhetskopi.")),
        )
        choice = DescribedChoice(_("Hva vil du gjøre?"), ways, BESIDE)
        self.body.addWidget(choice)
        return choice

    def name_beside(self) -> str:
        """Return what the profile is called where the other keeps its name."""
        today = day(local_day(SystemClock().now()))
        words = _("{name} (flyttet {day})")
        # A name as long as a name may be gives way to the day: without it the two would be called the same.
        room = LONGEST_NAME - len(words.format(name="", day=today))
        return words.format(name=self._arrival.profile.name[:room].rstrip(), day=today)

    def show_error(self, text: str) -> None:
        """Say why it was not taken in."""
        self.error.setText(text)
        self.error.show()
        self.take.setFocus()
        announce(self, text)

    def way(self) -> str:
        """Return what was chosen; empty where there is nothing to choose."""
        return self.choice.value() if self.choice is not None else ""
