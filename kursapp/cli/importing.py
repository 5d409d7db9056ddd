"""``kursapp import``: questions from other systems into a course."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kursapp.cli.check import as_record
from kursapp.cli.exits import DONE, FINDINGS
from kursapp.cli.findings import print_findings
from kursapp.cli.reading import course_reader
from kursapp.domain.problem import Severity
from kursapp.domain.question_bank import BankFormat
from kursapp.services.import_questions import Imported, import_questions

DONE_WORDS = {
    "nb": "Skrev {files}: {questions} spørsmål, {texts} tekster, {kept} bevart som bokser.",
    "nn": "Skreiv {files}: {questions} spørsmål, {texts} tekstar, {kept} tekne vare på som boksar.",
    "en": "Wrote {files}: {questions} questions, {texts} texts, {kept} kept as boxes.",
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "import",
        help="hent spørsmål fra Moodle og andre systemer inn i et kurs",
        description="Leser GIFT, Moodle XML eller Aiken og skriver spørsmålene som vanlig kurstekst under «Bank». Det "
        "som ikke kan leses, blir stående som en boks med ordene sine.",
        epilog="Avslutter med 0 (hentet, eventuelt med advarsler), 1 (hentet, men noe ble ikke til spørsmål) eller 2 "
        "(kunne ikke hente; kurset er som før).",
    )
    verb.add_argument("file", metavar="FIL", type=Path, help="fila med spørsmål")
    verb.add_argument("--into", metavar="KURS", type=Path, required=True, help="mappa med kurs.md")
    verb.add_argument(
        "--from", dest="origin", choices=[kind.value for kind in BankFormat], help="formatet, når fila ikke sier det"
    )
    verb.add_argument("--format", choices=("text", "json"), default="text", help="hvordan funnene skrives")
    return verb


def run(options: argparse.Namespace) -> int:
    """Import the file, print what was found, and say what was written."""
    wanted = BankFormat(options.origin) if options.origin else None
    with course_reader() as reader:
        done = import_questions(reader, options.file, options.into, wanted)
    if options.format == "json":
        print(json.dumps(_record(done, options.language), ensure_ascii=False, indent=2))
    else:
        print_findings(done.problems, options.language)
        words = DONE_WORDS[options.language]
        print(words.format(files=", ".join(done.files), questions=done.questions, texts=done.texts, kept=done.kept))
    return FINDINGS if any(found.severity is Severity.ERROR for found in done.problems) else DONE


def _record(done: Imported, language: str) -> dict[str, object]:
    return {
        "files": list(done.files),
        "questions": done.questions,
        "texts": done.texts,
        "kept": done.kept,
        "findings": [as_record(found, language) for found in done.problems],
    }
