"""``kursapp results``: what may be shown of a closed round, as a file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp.cli.coordinating import add_format, add_key, opened_for
from kursapp.cli.exits import DONE
from kursapp.domain.disclosure import least_persons
from kursapp.domain.exporting import ExportKind
from kursapp.domain.form import FormKind
from kursapp.domain.problem import refusal
from kursapp.services.cohort_cards import RoundCard, RoundState

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

WRITTEN_WORDS = {
    "nb": "Skrev {file}: {form}, {persons} av {invited} har svart.",
    "nn": "Skreiv {file}: {form}, {persons} av {invited} har svart.",
    "en": "Wrote {file}: {form}, {persons} of {invited} have answered.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "results",
        help="skriv resultatene av en lukket runde til ei fil",
        description="Skriver resultatene av en lukket runde. Det som er skjult for å verne deltakerne, er skjult her "
        "også.",
        epilog="Avslutter med 0 (skrevet), 2 (kunne ikke skrive) eller 3 (runden er åpen, alt er skjult, eller det er "
        "låst).",
    )
    verb.add_argument("cohort", metavar="ID", help="kullet (id-en, eller begynnelsen på den)")
    verb.add_argument("--form", metavar="SKJEMA", default="", help="skjemaet (trengs når flere runder er lukket)")
    verb.add_argument("--to", choices=[kind.value for kind in ExportKind], required=True, help="hva slags fil")
    verb.add_argument("-o", "--out", metavar="FIL", type=Path, required=True, help="fila som skal skrives")
    add_format(verb)
    add_key(verb)
    return verb


def run(options: argparse.Namespace) -> int:
    """Write the results and say where they are."""
    kind = ExportKind(options.to)
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        card = _round(coordinator, cohort_id, options.form, kind)
        if card.state is RoundState.CLOSED and not card.shown:
            least = least_persons(coordinator.cohort(cohort_id).rules)
            raise refusal("results-hidden", form=card.title, least=least)
        files = coordinator.export(cohort_id, card.form_id, kind, options.out)
    if options.format == "json":
        print(json.dumps(_record(card, files), ensure_ascii=False, indent=2))
    else:
        words = WRITTEN_WORDS[options.language]
        for file in files:
            print(words.format(file=file, form=card.title, persons=card.persons, invited=card.invited))
    return DONE


def _round(coordinator: Coordinator, cohort_id: str, form_id: str, kind: ExportKind) -> RoundCard:
    """Return the round meant: the one named, or the only one that is closed (of its kind)."""
    if form_id:
        return coordinator.round(cohort_id, form_id)
    wanted = FormKind.QUIZ if kind is ExportKind.QUALITY else FormKind.EVALUATION
    rounds = [card for card in coordinator.rounds(cohort_id) if card.kind is wanted]
    if not rounds:
        raise refusal("cohort-without-quiz" if wanted is FormKind.QUIZ else "cohort-no-forms")
    closed = [card for card in rounds if card.state is RoundState.CLOSED]
    # An open round that is the only one with answers is the one meant, and is refused by its name.
    meant = closed or [card for card in rounds if card.persons]
    if not meant:
        raise refusal("rounds-open")
    if len(meant) > 1:
        raise refusal("cohort-form-needed" if closed else "rounds-open", forms=", ".join(one.form_id for one in meant))
    return meant[0]


def _record(card: RoundCard, files: tuple[Path, ...]) -> dict[str, object]:
    return {
        "cohort": card.cohort_id,
        "form": card.form_id,
        "persons": card.persons,
        "invited": card.invited,
        "files": [str(file) for file in files],
    }
