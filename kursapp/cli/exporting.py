"""``kursapp export``: a course's questions for other systems, and its pages for print."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kursapp.cli.check import as_record
from kursapp.cli.exits import DONE
from kursapp.cli.findings import print_findings
from kursapp.cli.reading import course_reader
from kursapp.services.export_questions import QuestionExport, export_questions

DONE_WORDS = {
    "nb": "Skrev {file}: {count} spørsmål.",
    "nn": "Skreiv {file}: {count} spørsmål.",
    "en": "Wrote {file}: {count} questions.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "export",
        help="skriv spørsmålene for Moodle og andre systemer, eller arkene for utskrift",
        description="Skriver spørsmålene i et kurs som GIFT, Moodle XML eller Aiken, eller sidene som oppgaveark uten "
        "fasit: PDF når FIL slutter på .pdf, ellers Markdown. Det formatet ikke har plass til, blir sagt.",
        epilog="Avslutter med 0 (skrevet) eller 2 (kunne ikke skrive).",
    )
    verb.add_argument("folder", metavar="KURS", type=Path, help="mappa med kurs.md")
    verb.add_argument("--to", choices=[kind.value for kind in QuestionExport], required=True, help="hva slags fil")
    verb.add_argument("-o", "--out", metavar="FIL", type=Path, required=True, help="fila som skal skrives")
    verb.add_argument(
        "--session", metavar="ID", action="append", default=[], help="bare denne økta (kan gjentas; ellers alle)"
    )
    verb.add_argument("--format", choices=("text", "json"), default="text", help="hvordan funnene skrives")
    return verb


def run(options: argparse.Namespace) -> int:
    """Write the file, print what it has no room for, and say how much was written."""
    with course_reader() as reader:
        opened = reader.open(options.folder)
        try:
            done = export_questions(opened, QuestionExport(options.to), options.out, only=options.session)
        finally:
            opened.close()
    if options.format == "json":
        findings = [as_record(found, options.language) for found in done.problems]
        record = {"file": str(options.out), "questions": done.questions, "findings": findings}
        print(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        print_findings(done.problems, options.language)
        print(DONE_WORDS[options.language].format(file=options.out, count=done.questions))
    return DONE
