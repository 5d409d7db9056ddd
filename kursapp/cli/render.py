"""``kursapp render``: what the pages of a Markdown file become, as the sanitised HTML that is shown."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursapp.cli.exits import DONE
from kursapp.cli.reading import course_reader
from kursapp.services.one_file import render_file


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "render",
        help="vis hva sidene i en fil blir til, som HTML",
        description="Skriver ut hver side i en Markdown-fil som den rensede HTML-en programmet viser. Ligger fila i et "
        "kurs, er lenker og bilder slått opp i det; en fil alene har ingenting å slå opp i.",
        epilog="Avslutter med 0 (skrevet ut) eller 2 (fila kan ikke leses).",
    )
    verb.add_argument(
        "file", metavar="FIL.md", type=Path, help="en økt i et kurs, forsiden kurs.md, eller en fil alene"
    )
    return verb


def run(options: argparse.Namespace) -> int:
    """Print every page of the file."""
    with course_reader() as reader:
        for page in render_file(reader, options.file):
            print(page)
    return DONE
