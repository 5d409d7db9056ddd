"""``kursapp collect``: take a folder of answer files in, and say what became of each."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kursapp.cli.coordinating import add_format, add_key, opened_for
from kursapp.cli.counter import Counter
from kursapp.cli.exits import DONE, FINDINGS
from kursapp.domain.problem import refusal
from kursapp.domain.submission import FileOutcome, FileState
from kursapp.services.cohort_cards import Collected
from kursapp.texts.cohorts import file_state
from kursapp.texts.problems import tell

AMISS = (FileState.CONFLICT, FileState.OTHER, FileState.UNREADABLE)
NONE_WORDS = {
    "nb": "Fant ingen svarfiler i {folder}.",
    "nn": "Fann ingen svarfiler i {folder}.",
    "en": "Found no answer files in {folder}.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "collect",
        help="hent inn svarfiler",
        description="Henter inn svarfiler (.svar) og framdriftsfiler (.fremdrift) fra ei mappe og mappene i den. "
        "Å hente inn det samme flere ganger endrer ingenting.",
        epilog="Avslutter med 0 (alt hentet), 1 (noen filer er i konflikt, hører til noe annet eller kan ikke åpnes), "
        "2 (kunne ikke hente) eller 3 (låst, eller åpent et annet sted).",
    )
    verb.add_argument("folder", metavar="MAPPE", type=Path, help="mappa med svarfiler")
    verb.add_argument("--cohort", metavar="ID", required=True, help="kullet (id-en, eller begynnelsen på den)")
    add_format(verb)
    add_key(verb)
    return verb


def run(options: argparse.Namespace) -> int:
    """Collect, print what became of the files, and return the exit code."""
    if not options.folder.is_dir():
        raise refusal("collect-folder-missing", folder=options.folder)
    with opened_for(options, options.cohort) as (coordinator, cohort_id):
        collected = coordinator.collect(cohort_id, coordinator.files_in(options.folder), Counter(sys.stderr))
    if options.format == "json":
        print(json.dumps(as_record(collected, options.language), ensure_ascii=False, indent=2))
    else:
        _print_text(collected, options)
    return FINDINGS if any(outcome.state in AMISS for outcome in collected.outcomes) else DONE


def as_record(collected: Collected, language: str) -> dict[str, Any]:
    """Return what became of the files as the object ``--format json`` prints."""
    return {
        "counts": {state.value: collected.counts.get(state, 0) for state in FileState},
        "files": [_file_record(outcome, language) for outcome in collected.outcomes],
    }


def _file_record(outcome: FileOutcome, language: str) -> dict[str, Any]:
    return {
        "name": outcome.name,
        "state": outcome.state.value,
        "form": outcome.form_id,
        "code": outcome.why.code if outcome.why else "",
        "why": str(tell(outcome.why, language)) if outcome.why else "",
    }


def _print_text(collected: Collected, options: argparse.Namespace) -> None:
    for outcome in collected.outcomes:
        if outcome.why is not None:
            print(
                f"{outcome.name}: {file_state(outcome.state, options.language)}. {tell(outcome.why, options.language)}"
            )
    for state in FileState:
        if collected.counts.get(state):
            print(f"{collected.counts[state]:6}  {file_state(state, options.language)}")
    if not collected.outcomes:
        print(NONE_WORDS[options.language].format(folder=options.folder))
