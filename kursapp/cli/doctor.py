"""``kursapp doctor``: looks through everything the program has on the machine, and says what is wrong."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.cli.check import as_record
from kursapp.cli.coordinating import VARIABLE, add_format, add_key, passphrase
from kursapp.cli.exits import DONE, FINDINGS, REFUSED
from kursapp.cli.findings import SEVERITY_WORDS
from kursapp.cli.places import seen
from kursapp.cli.reading import course_reader
from kursapp.services.clock import SystemClock
from kursapp.texts.problems import tell

if TYPE_CHECKING:
    from kursapp.services.doctor.diagnosis import Diagnosis

FACTS = {
    "nb": {
        "program": "Kursapp", "python": "Python", "sqlite": "SQLite", "sqlcipher": "SQLCipher", "system": "System",
        "data": "Data", "free": "Ledig plass", "clock": "Klokka", "profiles": "Profiler",
        "locked": "Låst med passordfrase, innholdet ble ikke undersøkt", "collection": "Samlingen, kull med nøkler",
        "courses": "Kurs som kan åpnes",
    },
    "nn": {
        "program": "Kursapp", "python": "Python", "sqlite": "SQLite", "sqlcipher": "SQLCipher", "system": "System",
        "data": "Data", "free": "Ledig plass", "clock": "Klokka", "profiles": "Profilar",
        "locked": "Låst med passordfrase, innhaldet vart ikkje undersøkt", "collection": "Samlinga, kull med nøklar",
        "courses": "Kurs som kan opnast",
    },
    "en": {
        "program": "Kursapp", "python": "Python", "sqlite": "SQLite", "sqlcipher": "SQLCipher", "system": "System",
        "data": "Data", "free": "Free space", "clock": "Clock", "profiles": "Profiles",
        "locked": "Under a passphrase, not looked into", "collection": "The collection, cohorts with keys",
        "courses": "Courses that open",
    },
}  # fmt: skip
WORDS = {
    "nb": {
        "clean": "Ingen feil funnet.",
        "open": "Kursapp er åpen. Lukk vinduet for å få alt undersøkt.",
        "is-locked": "låst",
    },
    "nn": {
        "clean": "Ingen feil funne.",
        "open": "Kursapp er open. Lukk vindauget for å få alt undersøkt.",
        "is-locked": "låst",
    },
    "en": {
        "clean": "Nothing wrong was found.",
        "open": "Kursapp is open. Close the window to have everything looked at.",
        "is-locked": "locked",
    },
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "doctor",
        help="undersøk alt Kursapp har på maskinen",
        description="Undersøker mappa, disken, klokka, programmet, hver profil, samlingen, alle sikkerhetskopier, "
        "nøkler og kurs. Endrer ingenting: det som kan hentes tilbake, henter du med «kursapp restore». Med en "
        "passordfrase blir også det som er låst, undersøkt.",
        epilog="Avslutter med 0 (ingen feil; advarsler kan stå der), 1 (feil) eller 3 (Kursapp er åpen).",
    )
    add_format(verb)
    add_key(verb)
    return verb


def run(options: argparse.Namespace) -> int:
    """Look at everything and say what was found."""
    from kursapp.services.coordinator_door import URL_VARIABLE
    from kursapp.services.doctor.examination import Surroundings, examine_machine

    places = Surroundings(
        paths.data_folder(),
        paths.cache_folder(),
        paths.settings_file(),
        paths.bundled_courses(),
        paths.installed_courses(),
        _parts(),
        os.environ.get(URL_VARIABLE, "").strip(),
    )
    word = passphrase(options) if options.passphrase_file is not None or VARIABLE in os.environ else None
    with course_reader() as reader:
        found = examine_machine(places, reader, SystemClock(), word)
    _print(found, options)
    if found.has_errors:
        return FINDINGS
    return REFUSED if found.is_open else DONE


def _parts() -> tuple[Path, ...]:
    """Return what the program cannot do without and may have been taken from it."""
    import fontpkg_atkinson_hyperlegible

    face = Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"
    own = [paths.assets() / name for name in ("theme", "icons", "fonts/KursappSans-Regular.ttf")]
    return (*own, face, *(paths.locale_folder() / language / "LC_MESSAGES" for language in ("nn", "en")))


def _print(found: Diagnosis, options: argparse.Namespace) -> None:
    language = options.language
    if options.format == "json":
        record = {
            "facts": found.facts,
            "open": found.is_open,
            "found": [as_record(each, language) for each in found.found],
        }
        print(json.dumps(record, ensure_ascii=False, indent=2))
        return
    words = WORDS[language]
    for name, value in found.facts.items():
        print(f"{FACTS[language][name]}: {words['is-locked'] if value == 'locked' else value}")
    for each in found.found:
        told = tell(each, language)
        print(seen(f"{SEVERITY_WORDS[language][each.severity]}: {told.message}"))
        if told.remedy:
            print(seen(f"    → {told.remedy}"))
    if found.is_open:
        print(words["open"])
    elif not found.found:
        print(words["clean"])
