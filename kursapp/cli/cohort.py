"""``kursapp cohort``: making, listing, closing and deleting cohorts, and simulating one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursapp import paths
from kursapp.cli.coordinating import (
    add_format,
    add_inner_language,
    add_key,
    asks_for_simulated,
    door,
    opened,
    opened_for,
)
from kursapp.cli.counter import Counter
from kursapp.cli.exits import COULD_NOT_RUN, DONE
from kursapp.cli.reading import course_reader
from kursapp.domain.cohort import LEAST_PERSONS
from kursapp.domain.days import local_day
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.services.clock import SystemClock
from kursapp.services.cohort_cards import CohortCard, CohortDraft, RoundCard
from kursapp.texts.cohorts import by_hand, cohort_words
from kursapp.texts.problems import tell

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

FLAGSHIP = "god-barnevernledelse"
KEPT_DAYS = 183

Run = Callable[[argparse.Namespace], int]
Verbs = argparse._SubParsersAction


def add_to(verbs: Verbs[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb, and the verbs inside it."""
    verb = verbs.add_parser(
        "cohort",
        help="lag, vis, lukk, slett eller simuler kull",
        description="Kull: én gjennomføring av et kurs, med nøkler, regler og runder.",
        epilog="Avslutter med 0 (gjort), 2 (kunne ikke) eller 3 (låst, åpent et annet sted, eller runden er lukket "
        "alt). «kursapp cohort KOMMANDO --help» forteller mer.",
    )
    inner = verb.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    for add in (_add_new, _add_list, _add_close, _add_let_in, _add_codes, _add_delete, _add_simulate):
        add(inner)
    return verb


def run(options: argparse.Namespace) -> int:
    """Run the inner command and return its exit code."""
    inner: Run = options.inner
    return inner(options)


# The commands, each with its options -----------------------------------------------------------


def _add_new(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "new", "lag og publiser et kull", _new)
    verb.add_argument("--course", metavar="MAPPE", type=Path, default=None, help="kursmappa (vanlig: seksdagerskurset)")
    verb.add_argument("--name", metavar="NAVN", required=True, help="navnet deltakerne ser")
    verb.add_argument("--starts", metavar="DATO", required=True, help="første dag, som 2026-09-01")
    verb.add_argument("--ends", metavar="DATO", required=True, help="siste dag")
    verb.add_argument("--keep-until", metavar="DATO", help="når kullet senest slettes (vanlig: et halvt år etter)")
    verb.add_argument("--invited", metavar="ANTALL", type=int, required=True, help="hvor mange som deltar")
    verb.add_argument("--place", metavar="STED", default="", help="hvor det holdes")
    verb.add_argument("--organiser", metavar="ARRANGØR", default="", help="hvem som arrangerer (vanlig: kursets)")
    verb.add_argument("--k", type=int, default=LEAST_PERSONS, help="færrest personer noe vises for (vanlig: 5)")
    verb.add_argument("--reason", metavar="TEKST", default="", help="hvorfor grensen er 3")
    verb.add_argument("--breakdown", metavar="ID", action="append", default=[], help="bakgrunnsspørsmål (høyst to)")
    verb.add_argument("--form", metavar="ID", action="append", default=[], help="skjema (vanlig: alle evalueringer)")
    verb.add_argument("--codes", action="store_true", help="deltakerne trekker koder på papir")
    verb.add_argument("--progress", action="store_true", help="be om framdriftsfil med navn")
    verb.add_argument("--exports-in", choices=("nb", "nn", "en"), default="nb", help="språk i rapportene")
    verb.add_argument("-o", "--out", metavar="MAPPE", type=Path, required=True, help="hvor filene legges")


def _add_list(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "list", "vis kullene og rundene", _list)
    verb.add_argument("--simulated", action="store_true", help="vis bare de simulerte")


def _add_close(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "close", "lukk en runde for godt", _close)
    verb.add_argument("cohort", metavar="ID", help="kullet")
    verb.add_argument("--form", metavar="SKJEMA", required=True, help="skjemaet")


def _add_let_in(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "let-in", "slipp inn dem som kom etter lukking", _let_in)
    verb.add_argument("cohort", metavar="ID", help="kullet")
    verb.add_argument("--form", metavar="SKJEMA", required=True, help="skjemaet")


def _add_codes(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "codes", "lag koder som skrives ut og trekkes", _codes)
    verb.add_argument("cohort", metavar="ID", help="kullet")
    verb.add_argument("--n", metavar="ANTALL", type=int, required=True, help="hvor mange")


def _add_delete(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "delete", "slett et kull for godt", _delete)
    verb.add_argument("cohort", metavar="ID", help="kullet")
    verb.add_argument("--yes", action="store_true", help="jeg mener det")


def _add_simulate(verbs: Verbs[argparse.ArgumentParser]) -> None:
    verb = _add(verbs, "simulate", "lag et simulert kull med svarfiler", _simulate)
    verb.add_argument("--n", metavar="ANTALL", type=int, default=24, help="hvor mange svarfiler (vanlig: 24)")
    verb.add_argument("--seed", metavar="TALL", type=int, default=7, help="samme tall, samme svar (vanlig: 7)")
    verb.add_argument("--out", "-o", metavar="MAPPE", type=Path, required=True, help="hvor filene legges")
    verb.add_argument("--form", metavar="SKJEMA", default="", help="skjemaet (vanlig: det etter kurset)")
    verb.add_argument("--course", metavar="MAPPE", type=Path, default=None, help="kursmappa (vanlig: seksdagerskurset)")


def _add(verbs: Verbs[argparse.ArgumentParser], name: str, words: str, inner: Run) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
    add_format(verb)
    add_key(verb)
    add_inner_language(verb)
    verb.set_defaults(inner=inner)
    return verb


# What they do ----------------------------------------------------------------------------------


def _new(options: argparse.Namespace) -> int:
    ends = _day(options.ends, "--ends")
    draft = CohortDraft(
        name=options.name,
        starts=_day(options.starts, "--starts"),
        ends=ends,
        keep_until=_day(options.keep_until, "--keep-until") if options.keep_until else ends + timedelta(KEPT_DAYS),
        invited=options.invited,
        place=options.place,
        organiser=options.organiser,
        language=options.exports_in,
        k=options.k,
        reason=options.reason,
        breakdowns=tuple(options.breakdown),
        form_ids=tuple(options.form),
        codes=options.codes,
        wants_progress=options.progress,
    )
    _make_folder(options.out)
    with course_reader() as reader, opened(options, make=True) as coordinator:
        card = coordinator.create(draft, reader.open(_course(options)))
        sheet = options.out / f"gjenoppretting-{card.id[:8]}.pdf"
        coordinator.recovery_sheet(card.id, coordinator.recovery_code(card.id), sheet)
        published = coordinator.publish(card.id, options.out)
    record = {"id": card.id, "file": str(published.path), "mark": list(published.mark), "recovery": str(sheet)}
    _say(options, record, "made", id=card.id, file=published.path, mark=" · ".join(published.mark), sheet=sheet)
    return DONE


def _list(options: argparse.Namespace) -> int:
    found: list[tuple[CohortCard, tuple[RoundCard, ...], tuple[str, ...]]] = []
    amiss: list[Problem] = []
    is_data = options.format == "json"
    sides = (True,) if options.simulated or asks_for_simulated(options) else (False, True)
    for simulated in sides:
        # Nobody is asked for a passphrase to a safe that is not there.
        if door().state(simulated=simulated).exists:
            with opened(options, simulated=simulated) as coordinator:
                for card in coordinator.cohorts():
                    mark = coordinator.mark(card.id) if is_data else ()
                    found.append((card, _rounds(coordinator, card, amiss), mark))
    if is_data:
        records = [_cohort_record(card, rounds, mark) for card, rounds, mark in found]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    elif not found:
        _say(options, [], "none")
    else:
        for card, rounds, _mark in found:
            _print_cohort(card, rounds, options.language)
    for problem in amiss:
        print(tell(problem, options.language), file=sys.stderr)
    return COULD_NOT_RUN if amiss else DONE


def _rounds(coordinator: Coordinator, card: CohortCard, amiss: list[Problem]) -> tuple[RoundCard, ...]:
    """Return a cohort's rounds. One whose key is lost keeps nobody from seeing the others."""
    try:
        return coordinator.rounds(card.id)
    except KursappError as error:
        if not error.problem.code.startswith("key-file-"):
            raise
        amiss.append(error.problem)
        return ()


def _close(options: argparse.Namespace) -> int:
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        card = coordinator.close_round(cohort_id, options.form)
    _say(options, _round_record(card), "closed", form=card.title, persons=card.persons, invited=card.invited)
    return DONE


def _let_in(options: argparse.Namespace) -> int:
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        card = coordinator.let_in_waiting(cohort_id, options.form)
    _say(options, _round_record(card), "let_in", form=card.title, persons=card.persons, invited=card.invited)
    return DONE


def _codes(options: argparse.Namespace) -> int:
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        codes = coordinator.draw_codes(cohort_id, options.n)
    print(json.dumps(codes, indent=2) if options.format == "json" else "\n".join(codes))
    return DONE


def _delete(options: argparse.Namespace) -> int:
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        if not options.yes:
            raise refusal("cohort-delete-unconfirmed", name=coordinator.cohort(cohort_id).name)
        gone = coordinator.delete(cohort_id)
    left = [by_hand(what, options.language) for what in gone.by_hand]
    record = {"id": gone.cohort_id, "removed": [str(path) for path in gone.removed], "by_hand": left}
    _say(options, record, "deleted", name=gone.name, count=len(gone.removed))
    if options.format == "text":
        print("\n".join(f"- {line}" for line in left))
    return DONE


def _simulate(options: argparse.Namespace) -> int:
    from kursapp.services.simulate import simulate

    _make_folder(options.out)
    with course_reader() as reader, opened(options, simulated=True, make=True) as coordinator:
        course = reader.open(_course(options))
        today = local_day(SystemClock().now())
        made = simulate(
            coordinator,
            course,
            options.out,
            count=options.n,
            seed=options.seed,
            starts=today,
            form_id=options.form,
            watch=Counter(sys.stderr),
        )
    record = {"id": made.card.id, "file": str(made.published.path), "form": made.form_id, "answers": len(made.files)}
    _say(options, record, "simulated", id=made.card.id, count=len(made.files), form=made.form_id, folder=options.out)
    return DONE


# How they say it -------------------------------------------------------------------------------


def _say(options: argparse.Namespace, record: object, words: str, **values: object) -> None:
    if options.format == "json":
        print(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        print(cohort_words(words, options.language).format(**values))


def _print_cohort(card: CohortCard, rounds: tuple[RoundCard, ...], language: str) -> None:
    cohort = card.cohort
    state = cohort_words(card.state.value, language)
    if cohort.simulated:
        state += f", {cohort_words('made_up', language)}"
    print(f"{card.id[:8]}  {cohort.name}  {cohort.starts}–{cohort.ends}  {state}")
    for each in rounds:
        answered = cohort_words("answered", language).format(persons=each.persons, invited=each.invited)
        print(f"    {each.form_id}: {cohort_words(f'round_{each.state}', language)}, {answered}")


def _cohort_record(card: CohortCard, rounds: tuple[RoundCard, ...], mark: tuple[str, ...]) -> dict[str, Any]:
    cohort = card.cohort
    return {
        "id": card.id,
        "name": cohort.name,
        "course": cohort.course_id,
        "version": cohort.course_version,
        "starts": cohort.starts.isoformat(),
        "ends": cohort.ends.isoformat(),
        "keep_until": cohort.rules.keep_until.isoformat(),
        "state": card.state.value,
        "simulated": cohort.simulated,
        "mark": list(mark),
        "rounds": [_round_record(each) for each in rounds],
    }


def _round_record(card: RoundCard) -> dict[str, Any]:
    return {
        "form": card.form_id,
        "title": card.title,
        "kind": card.kind.value,
        "state": card.state.value,
        "persons": card.persons,
        "invited": card.invited,
        "waiting": card.waiting,
        "files": {state.value: count for state, count in sorted(card.files.items())},
    }


def _course(options: argparse.Namespace) -> Path:
    folder: Path | None = options.course
    return folder if folder is not None else paths.bundled_courses() / FLAGSHIP


def _day(word: str, option: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise refusal("date-unreadable", option=option, word=word) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal("folder-unwritable", file=folder.name, folder=folder) from error
