"""``kursapp check``: what is wrong in a course, where, and what to do about it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kursapp.cli.exits import DONE, FINDINGS
from kursapp.cli.findings import print_findings
from kursapp.cli.reading import course_reader
from kursapp.domain.problem import Problem, Severity, refusal
from kursapp.services.check_course import check_course, check_package, is_package, write_missing_ids
from kursapp.services.handed_files import is_handed, look_at
from kursapp.services.one_file import check_file, check_picture, is_page_file, is_picture
from kursapp.services.open_course import CourseReader
from kursapp.texts.handed_files import tell_kind
from kursapp.texts.problems import tell

SUMMARY_WORDS = {
    "nb": "{errors} feil, {warnings} advarsler.",
    "nn": "{errors} feil, {warnings} åtvaringar.",
    "en": "{errors} errors, {warnings} warnings.",
}
CLEAN_WORDS = {"nb": "Ingen funn.", "nn": "Ingen funn.", "en": "No findings."}
WRITTEN_WORDS = {
    "nb": "Skrev {count} id-er.",
    "nn": "Skreiv {count} id-ar.",
    "en": "Wrote {count} ids.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "check",
        help="sjekk et kurs eller en fil",
        description="Sjekker et kurs og sier hva som er galt, hvor, og hva du gjør med det. En .md-fil i et kurs "
        "sjekkes med kurset rundt seg; en fil alene sjekkes uten det som bare et kurs kan vise. Av kullfiler, "
        "svarfiler, flyttefiler og nøkkelfiler ser kommandoen bare utsiden og sier hva det er.",
        epilog="Avslutter med 0 (ingen funn, eller bare advarsler), 1 (feil; med --strict også advarsler) "
        "eller 2 (kunne ikke sjekke).",
    )
    verb.add_argument(
        "folder",
        metavar="MAPPE",
        type=Path,
        help="mappa med kurs.md, en kurspakke (.kurs) eller en annen fil",
    )
    verb.add_argument("--format", choices=("text", "json", "github"), default="text", help="hvordan funnene skrives")
    verb.add_argument("--strict", action="store_true", help="regn advarsler som feil")
    verb.add_argument("--fix", action="store_true", help="skriv id-er som mangler (og ingenting annet), sjekk så")
    return verb


def run(options: argparse.Namespace) -> int:
    """Check the folder, print the findings, and return the exit code."""
    if is_handed(options.folder):
        return _tell_handed(options)
    with course_reader() as reader:
        problems = _check(reader, options)
    if options.format == "json":
        _print_json(problems, options.language)
    elif options.format == "github":
        _print_github(problems, options.language, options.folder)
    else:
        _print_text(problems, options.language)
    failing = problems if options.strict else [found for found in problems if found.severity is Severity.ERROR]
    return FINDINGS if failing else DONE


def _tell_handed(options: argparse.Namespace) -> int:
    """Say what a file that came from somebody else is: there are no findings in one, it is sound or refused."""
    if options.fix:
        raise refusal("file-not-fixed", file=options.folder.name)
    found = look_at(options.folder)
    if options.format == "json":
        print("[]")
    else:
        print(tell_kind(found.kind, found.values, options.language))
    return DONE


def _check(reader: CourseReader, options: argparse.Namespace) -> tuple[Problem, ...]:
    """Check what the path is meant as, by its name."""
    path: Path = options.folder
    if is_package(path):
        return _check_package(reader, options)
    if is_page_file(path) or is_picture(path):
        if options.fix:
            raise refusal("file-not-fixed", file=path.name)
        return check_file(reader, path) if is_page_file(path) else check_picture(reader, path)
    return _check_folder(reader, options)


def _check_folder(reader: CourseReader, options: argparse.Namespace) -> tuple[Problem, ...]:
    if options.fix:
        written = write_missing_ids(reader, options.folder)
        if options.format == "text":
            print(WRITTEN_WORDS[options.language].format(count=written))
    return check_course(reader, options.folder)


def _check_package(reader: CourseReader, options: argparse.Namespace) -> tuple[Problem, ...]:
    if options.fix:
        raise refusal("package-not-fixed", file=options.folder.name)
    return check_package(reader, options.folder)


def _print_text(problems: Sequence[Problem], language: str) -> None:
    print_findings(problems, language)
    errors = sum(found.severity is Severity.ERROR for found in problems)
    if problems:
        print(SUMMARY_WORDS[language].format(errors=errors, warnings=len(problems) - errors))
    else:
        print(CLEAN_WORDS[language])


def as_record(found: Problem, language: str) -> dict[str, Any]:
    """Return a finding as the object ``--format json`` lists."""
    told = tell(found, language)
    return {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "code": found.code,
        "severity": str(found.severity),
        "message": told.message,
        "remedy": told.remedy,
        "fixable": found.fixable,
    }


def _print_json(problems: Sequence[Problem], language: str) -> None:
    print(json.dumps([as_record(found, language) for found in problems], ensure_ascii=False, indent=2))


def _print_github(problems: Sequence[Problem], language: str, folder: Path) -> None:
    """Print workflow commands, with files as seen from here: that is where the repository is.

    Their values escape ``%``, CR and LF, their properties also ``:`` and ``,``.
    """
    for found in problems:
        place = [f"file={_property(_from_here(folder / found.file))}"] if found.file else []
        place += [f"line={found.line}", f"col={found.column}"] if found.line else []
        properties = ",".join([*place, f"title={_property(found.code)}"])
        print(f"::{found.severity} {properties}::{_data(str(tell(found, language)))}")


def _from_here(path: Path) -> str:
    whole, here = path.absolute(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
