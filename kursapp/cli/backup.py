"""``kursapp backup``: a backup now, of a profile, of all of them, or of the coordinator's collection."""

from __future__ import annotations

import argparse
import json
import sys

from kursapp.cli.backing_up import COLLECTION, add_what, as_line, as_record, back_up
from kursapp.cli.coordinating import opened
from kursapp.cli.exits import COULD_NOT_RUN, DONE, REFUSED, exit_for
from kursapp.domain.backup import KeptBackup
from kursapp.domain.problem import KursappError, refusal
from kursapp.texts.problems import tell

NONE_WORDS = {
    "nb": "Det er ingen profiler på denne maskinen.",
    "nn": "Det er ingen profilar på denne maskina.",
    "en": "There are no profiles on this machine.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "backup",
        help="lag en sikkerhetskopi nå",
        description="Lager en sikkerhetskopi av hver profil på maskinen, av én av dem, eller av koordinatorens "
        "samling. Kopien er kontrollert før den får navn.",
        epilog="Avslutter med 0 (laget), 2 (kunne ikke lage) eller 3 (Kursapp er åpen, eller det er låst).",
    )
    add_what(verb)
    return verb


def run(options: argparse.Namespace) -> int:
    """Make the backups and say what each holds."""
    made, code = ([(COLLECTION, _of_collection(options))], DONE) if options.collection else _of_profiles(options)
    if options.format == "json":
        records = [{"of": label, **as_record(backup, options.language)} for label, backup in made]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for label, backup in made:
            print(f"{label}: {as_line(backup, options.language)}")
    return code


def _of_profiles(options: argparse.Namespace) -> tuple[list[tuple[str, KeptBackup]], int]:
    """Back up the profile that is named, or one after another: one that cannot be keeps none of the others from it."""
    desk = back_up(options)
    if options.profile:
        entry = desk.find(options.profile)
        return [(entry.label, desk.make(entry))], DONE
    made, codes = [], {DONE}
    for entry in desk.all():
        try:
            made.append((entry.label, desk.make(entry)))
        except KursappError as error:
            print(f"{entry.label}: {tell(error.problem, options.language)}", file=sys.stderr)
            codes.add(exit_for(error.problem.code))
    if not desk.all() and options.format == "text":
        print(NONE_WORDS[options.language])
    return made, COULD_NOT_RUN if COULD_NOT_RUN in codes else REFUSED if REFUSED in codes else DONE


def _of_collection(options: argparse.Namespace) -> KeptBackup:
    with opened(options) as coordinator:
        made = coordinator.back_up_now()
        if made is None:
            raise refusal("backup-on-server")
        return next(each for each in coordinator.backups() if each.name == made.name)
