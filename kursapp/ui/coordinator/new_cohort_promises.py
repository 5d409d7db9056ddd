"""The last two steps of making a cohort: what is promised its participants, and a look at all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.cohort import LEAST_PERSONS, LEAST_WITH_REASON, MOST_BREAKDOWNS, MOST_PERSONS
from kursapp.services.cohort_cards import CohortDraft, CourseOffer
from kursapp.ui.coordinator.fact_list import FactList
from kursapp.ui.coordinator.new_cohort_steps import Step
from kursapp.ui.i18n import _, day, n_
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.date_entry import DateEntry
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.tick_list import TickList, TickRow

LIMITS = (*range(LEAST_PERSONS, MOST_PERSONS + 1), LEAST_WITH_REASON)
LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))


class PromisesStep(Step):
    """The limit, the breakdowns, the day of deletion, codes, and the language of the report."""

    def __init__(self, offer: CourseOffer, language: str) -> None:
        lead = _("Løftene står på skjemaets første side og kan ikke endres når kullfila er laget.")
        super().__init__(_("Det dere lover deltakerne"), lead)
        self.limit = MenuBox([(str(k), _limit_words(k)) for k in LIMITS], _("Færrest personer"))
        self.limit.set_value(str(LEAST_PERSONS))
        self.limit.currentIndexChanged.connect(self._on_limit)
        why = _("Står på skjemaets første side, for eksempel «Kullet har bare seks deltakere».")
        self.reason = Entry(_("Begrunnelse for en lavere grense"), "", why)
        self.reason.hide()
        limits = self.add_card()
        limits.body.addWidget(label(_("Ingenting vises for færre enn"), "strong"))
        limits.body.addWidget(self.limit)
        limits.body.addWidget(self.reason)
        backgrounds = [(item.id, item.text) for item in offer.backgrounds]
        self.breakdowns = TickList(_("Del opp resultatene etter (valgfritt, høyst to)"), backgrounds)
        self.breakdowns.changed.connect(self._on_breakdowns)
        parts = self.add_card(self.breakdowns)
        words = _("En oppdeling vises bare når alle gruppene er store nok, ellers vises ingen av dem.")
        parts.body.addWidget(label(words, "muted"))
        parts.setVisible(bool(backgrounds))
        self.keep_until = DateEntry(_("Alt om kullet slettes senest"), _("Ta med tiden dere trenger til rapporten."))
        codes = TickRow(_("Bruk koder som deltakerne trekker på papir"))
        self.codes = codes.box
        self.language = ChoiceRow(_("Språk i rapport og eksport"), LANGUAGES, language)
        keeping = self.add_card(self.keep_until, codes)
        words = _("Koder sikrer at hver person bare teller én gang. Ingen vet hvem som trakk hvilken.")
        keeping.body.addWidget(label(words, "muted"))
        self.add_card(self.language)

    def first(self) -> QWidget:
        return self.limit

    def k(self) -> int:
        """Return the limit chosen."""
        return int(self.limit.value() or LEAST_PERSONS)

    def is_answered(self) -> bool:
        dated = self.keep_until.is_answered()
        few = len(self.breakdowns.values()) <= MOST_BREAKDOWNS
        self.breakdowns.show_error("" if few else _("Velg høyst to."))
        reasoned = self.k() >= LEAST_PERSONS or bool(self.reason.text())
        self.reason.show_error("" if reasoned else _("Skriv hvorfor grensen er lavere enn fem."))
        return dated and few and reasoned

    @Slot()
    def _on_limit(self) -> None:
        self.reason.setVisible(self.k() < LEAST_PERSONS)

    @Slot()
    def _on_breakdowns(self) -> None:
        self.breakdowns.show_error("")


class LookStep(Step):
    """Everything once more, before the keys are made."""

    def __init__(self) -> None:
        super().__init__(_("Se over"), _("Når kullfila er laget, kan ingenting av dette endres."))
        self.facts = FactList()
        self.add_card(self.facts)

    def show_draft(self, draft: CohortDraft, course: str, forms: Sequence[str], breakdowns: Sequence[str]) -> None:
        """Show what has been decided; ``forms`` and ``breakdowns`` in words."""
        limit = _limit_words(draft.k)
        self.facts.show_facts(
            (
                (_("Kurs"), course),
                (_("Navn på kullet"), draft.name),
                (_("Når"), _("{starts} til {ends}").format(starts=day(draft.starts), ends=day(draft.ends))),
                (_("Sted"), draft.place),
                (_("Deltakere"), str(draft.invited)),
                (_("Skjemaer"), "\n".join(forms)),
                (_("Navngitt framdrift"), _("Ja") if draft.wants_progress else _("Nei")),
                (_("Ingenting vises for færre enn"), f"{limit}. {draft.reason}" if draft.reason else limit),
                (_("Oppdeling"), ", ".join(breakdowns) or _("Ingen")),
                (_("Koder på papir"), _("Ja") if draft.codes else _("Nei")),
                (_("Slettes senest"), day(draft.keep_until)),
                (_("Språk i rapport og eksport"), dict(LANGUAGES)[draft.language]),
            )
        )

    def first(self) -> QWidget:
        return self


def _limit_words(k: int) -> str:
    words = n_("{n} person", "{n} personer", k).format(n=k)
    return _("{persons} (krever begrunnelse)").format(persons=words) if k < LEAST_PERSONS else words
