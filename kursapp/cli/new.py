"""``kursapp new``: a small working course to begin from."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursapp import paths
from kursapp.cli.exits import DONE
from kursapp.services.new_course import new_course

WRITTEN_WORDS = {
    "nb": "Kurset ligger i {folder}. Sjekk det med «kursapp check {folder}».",
    "nn": "Kurset ligg i {folder}. Sjekk det med «kursapp check {folder}».",
    "en": "The course is in {folder}. Check it with “kursapp check {folder}”.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "new",
        help="lag et nytt kurs",
        description="Skriver et lite kurs som virker og som viser formatet med eksempler.",
        epilog="Avslutter med 0 (laget) eller 2 (mappa finnes og er ikke tom, eller kan ikke skrives).",
    )
    verb.add_argument("folder", metavar="MAPPE", type=Path, help="en mappe som ikke finnes ennå, eller er tom")
    verb.add_argument("--title", metavar="TITTEL", default="", help="tittelen på kurset, ellers etter navnet på mappa")
    return verb


def run(options: argparse.Namespace) -> int:
    """Write the course and say where it is."""
    new_course(paths.assets() / "nytt-kurs", options.folder, options.title)
    print(WRITTEN_WORDS[options.language].format(folder=options.folder))
    return DONE
