"""``kursapp --self-test``: the installed program examines itself and says what it found, in a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp import __version__
from kursapp.cli.parser import Parser, UsageError, add_language, language_of, usage_in
from kursapp.demo.surroundings import do_without_screen, own_data_folder
from kursapp.texts.problems import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kursapp.demo.running import OpenProgram
    from kursapp.selftest.finding import Examination

VERB = "--self-test"
CHATTER = "This plugin does not support"
GOOD, BAD, COULD_NOT_RUN = 0, 1, 2
WORDS = {
    "nb": ("i orden", "FEIL", "Alt er i orden.", "Ikke alt er i orden: {names}."),
    "nn": ("i orden", "FEIL", "Alt er i orden.", "Ikkje alt er i orden: {names}."),
    "en": ("fine", "FAULT", "Everything is fine.", "Not everything is fine: {names}."),
}
NAMES = {
    "nb": (
        "Delene", "Språkene", "Bildene", "Søk", "Vinduet", "Kursene", "Et spørsmål", "Lagret", "Sikkerhetskopi",
        "Svarfiler", "Excel", "PDF", "Word", "Kalender",
    ),
    "nn": (
        "Delane", "Språka", "Bileta", "Søk", "Vindauget", "Kursa", "Eit spørsmål", "Lagra", "Tryggingskopi",
        "Svarfiler", "Excel", "PDF", "Word", "Kalender",
    ),
    "en": (
        "The parts", "Languages", "Pictures", "Search", "The window", "The courses", "A question", "Saved", "Backup",
        "Answer files", "Excel", "PDF", "Word", "Calendar",
    ),
}  # fmt: skip


class SelfTest:
    """The examination. It is handed what makes an application and what opens the program, built a floor above."""

    def __init__(self, make_application: Callable[[], QApplication], open_program: OpenProgram) -> None:
        self._make_application = make_application
        self._open_program = open_program

    def run(self, arguments: Sequence[str]) -> int:
        """Examine the program and return the exit code: 0 all is fine, 1 something is not, 2 not understood."""
        try:
            options, unknown = _parser().parse_known_args(arguments)
            if unknown:
                _parser().refuse(unknown)
        except UsageError as error:
            language = language_of(arguments)
            sys.stderr.write(f"{usage_in(error.usage, language)}{tell(error.problem, language)}\n")
            return COULD_NOT_RUN
        do_without_screen()
        with own_data_folder() as folder:
            found = self._examine(folder, options.language)
        _tell(found, as_json=options.format == "json")
        return GOOD if found.good else BAD

    def _examine(self, folder: Path, language: str) -> Examination:
        from kursapp.ui.plain_imports import import_plainly

        import_plainly()
        from kursapp.demo.quiet import without_chatter
        from kursapp.selftest.finding import Examination

        found = Examination(language)
        with without_chatter(CHATTER):
            self._look_at_all(found, folder, NAMES[language])
        return found

    def _look_at_all(self, found: Examination, folder: Path, names: Sequence[str]) -> None:
        from functools import partial

        from kursapp.selftest.in_parts import parts

        name = iter(names)
        found.of(next(name), parts)
        if not found.good:
            # What is examined next would only fail on the same.
            return
        from kursapp import paths
        from kursapp.domain.exporting import ExportKind
        from kursapp.selftest import in_files
        from kursapp.selftest.in_window import WindowExamination

        found.of(next(name), partial(in_files.languages, paths.locale_folder()))
        window = WindowExamination(self._make_application(), self._open_program)
        cohort = in_files.CohortExamination(folder)
        try:
            found.of(next(name), in_files.pictures)
            found.of(next(name), in_files.stems)
            for look in (window.window, window.courses, window.question, window.kept, window.backup):
                found.of(next(name), look)
            found.of(next(name), lambda: cohort.answers(window.longest_course()))
            found.of(next(name), partial(cohort.results, ExportKind.XLSX))
            found.of(next(name), partial(cohort.results, ExportKind.PDF))
            found.of(next(name), partial(in_files.word, folder))
            found.of(next(name), partial(in_files.calendar, folder))
        finally:
            cohort.close()
            window.close()


def _tell(found: Examination, *, as_json: bool) -> None:
    """Print the table, or the same for a machine."""
    if as_json:
        rows = [asdict(each) for each in found.findings]
        sys.stdout.write(json.dumps({"version": __version__, "good": found.good, "findings": rows}, indent=2) + "\n")
        return
    fine, fault, all_fine, not_fine = WORDS[found.language]
    width = max(len(each.name) for each in found.findings)
    sys.stdout.write(f"Kursapp {__version__}\n\n")
    for each in found.findings:
        verdict = fine if each.good else fault
        sys.stdout.write(f"{each.name:<{width}}  {verdict:<{len(fine)}}  {each.seconds:5.1f} s  {each.seen}\n")
    bad = ", ".join(each.name for each in found.findings if not each.good)
    sys.stdout.write(f"\n{not_fine.format(names=bad) if bad else all_fine}\n")


def _parser() -> Parser:
    parser = Parser(
        prog=f"kursapp {VERB}",
        description="Programmet undersøker seg selv: åpner vinduet og alle kursene, svarer på et spørsmål, lagrer, "
        "henter fram igjen, forsegler og åpner svarfiler, og skriver regneark, PDF, Word og kalender. Rører ikke "
        "dine egne data, og trenger verken skjerm eller nett.",
        epilog="Avslutter med 0 (alt i orden), 1 (noe er ikke i orden) eller 2 (kommandoen ble ikke forstått).",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hvordan svaret skrives")
    add_language(parser)
    return parser
