"""``kursapp unpack``: a course package as a folder again."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursapp.cli.exits import DONE
from kursapp.cli.reading import course_reader
from kursapp.services.course_package import unpack_course

WORDS = {
    "nb": "{title} {version} ligger i {folder}: {files} filer.",
    "nn": "{title} {version} ligg i {folder}: {files} filer.",
    "en": "{title} {version} is in {folder}: {files} files.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "unpack",
        help="pakk ut en kurspakke",
        description="Pakker ut en kurspakke i en mappe. Alt i pakka kontrolleres før mappa finnes: den blir til hel "
        "eller ikke i det hele tatt.",
        epilog="Avslutter med 0 (pakket ut) eller 2 (pakka kan ikke brukes, eller mappa finnes og er ikke tom).",
    )
    verb.add_argument("file", metavar="FIL.kurs", type=Path, help="kurspakka")
    verb.add_argument(
        "--into", metavar="MAPPE", type=Path, required=True, help="en mappe som ikke finnes, eller er tom"
    )
    return verb


def run(options: argparse.Namespace) -> int:
    """Unpack the package, and say where the course is."""
    with course_reader() as reader:
        about = unpack_course(options.file, options.into, reader)
    told = {"title": about.title, "version": about.version, "folder": options.into}
    print(WORDS[options.language].format(**told, files=len(about.files)))
    return DONE
